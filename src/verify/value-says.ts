import type { Lang } from "../ask/answer.ts";
import type { Figure } from "../ask/block.ts";

const NOTHING = { en: "no such figure", zh: "无此数字" } as const;

/** A value as it is written where two are held against each other: 28.8, >25–50, or that there is none. */
export function valueSays(value: Figure["value"] | null, lang: Lang): string {
  if (value === null) return NOTHING[lang];
  if (typeof value === "string") return value;
  const { low, high, lowOpen, highOpen } = value;
  return `${lowOpen ? ">" : ""}${low}–${highOpen ? "<" : ""}${high}`;
}
