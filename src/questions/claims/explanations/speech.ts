import type { Explanation, Item } from "./overall.ts";

/** What an item is called in short: its id without what all of them begin with. */
export const itemName = (evidence: string): string => evidence.replace(/^e-/, "");

/** What an item says; of what is no claim, its id. */
export const said = (one: Pick<Item, "text" | "statement">): string => one.text || one.statement;

export const called = (one: Explanation): string => `${one.hypothesis}: ${one.text.replace(/[.。]$/, "")}`;
