import type { Sentence } from "../ask/block.ts";

/** A sentence as plain text. */
export const plain = (sentence: Sentence): string =>
  sentence.map((span) => (typeof span === "string" ? span : span.text)).join("");
