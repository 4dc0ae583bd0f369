import { getContext, setContext } from "svelte";
import type { Entity, Source, Statement } from "../api.ts";

/** What statements and sources a page can show at once. */
export interface Evidence {
  readonly statements: Readonly<Record<string, Statement>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly entities: Readonly<Record<string, Entity>>;
}

const KEY = Symbol("evidence");
const NONE: Evidence = { statements: {}, sources: {}, entities: {} };

/** Gives every mark and figure below the statements it rests on. */
export const provideEvidence = (evidence: () => Evidence) => setContext(KEY, evidence);
export const evidence = (): (() => Evidence) => getContext<(() => Evidence) | undefined>(KEY) ?? (() => NONE);

/** What the panel explains: the title, how the figure came about, the statements behind it. */
export interface Asked {
  readonly title: string;
  readonly how: string;
  readonly marks: readonly string[];
  readonly because: readonly string[];
  readonly evidence: Evidence;
}

class Why {
  asked = $state.raw<Asked | null>(null);
}
export const why = new Why();
