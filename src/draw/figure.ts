import type { Lang } from "../ask/answer.ts";
import type { Figure, Mark } from "../ask/block.ts";
import { drawWords } from "./words.ts";

export { formatFigure } from "../ask/say/figure.ts";

/** The sign of a mark and what it says. */
export function markText(mark: Mark, lang: Lang): { readonly sign: string; readonly says: string } {
  const words = drawWords(lang);
  switch (mark.kind) {
    case "disputed":
      return { sign: "≠", says: words.disputed };
    case "conflict":
      return { sign: "!", says: words.conflict };
    case "reading":
      return { sign: "≈", says: words.reading };
    case "old":
      return { sign: "⌛", says: words.old(mark.days) };
  }
}

/** The two ends of a figure as numbers, for drawing only. */
export function ends(value: Figure["value"]): {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
} {
  if (typeof value === "string") {
    return { low: Number(value), high: Number(value), lowOpen: false, highOpen: false };
  }
  return {
    low: Number(value.low),
    high: Number(value.high),
    lowOpen: value.lowOpen ?? false,
    highOpen: value.highOpen ?? false,
  };
}
