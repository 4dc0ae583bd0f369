import { getContext, setContext } from "svelte";

const KEY = Symbol("notes");
type Numbers = (statement: string) => number[];

/** Gives sentences below the number of the source each statement comes from. */
export const provideNotes = (number: Numbers) => setContext(KEY, number);
export const noteNumber = (): Numbers => getContext<Numbers | undefined>(KEY) ?? (() => []);
