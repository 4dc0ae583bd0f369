import type { Lang } from "../ask/answer.ts";
import type { Figure, Mark } from "../ask/block.ts";
import { drawWords } from "./words.ts";

/** A figure as it is read: `50.1 %`, `25–50 %`, `more than 50 % to 75 %`, `not known`. Marks are not in it. */
export function formatFigure(figure: Pick<Figure, "value" | "unit">, lang: Lang): string {
  const words = drawWords(lang);
  const percent = figure.unit === "%";
  const unit = (text: string) => {
    if (percent) return lang === "zh" ? `${text}%` : `${text}\u00a0%`;
    return figure.unit === "" ? text : `${text}\u00a0${figure.unit}`;
  };
  if (typeof figure.value === "string") return unit(decimal(figure.value));
  const { low, high, lowOpen = false, highOpen = false } = figure.value;
  const [a, b] = [decimal(low), decimal(high)];
  const [bottom, top] = [low === "0" && !lowOpen, percent && high === "100" && !highOpen];
  if (bottom && top) return words.notKnown;
  if (top) return lowOpen ? words.moreThan(unit(a)) : words.atLeast(unit(a));
  if (bottom) return highOpen ? words.lessThan(unit(b)) : words.upTo(unit(b));
  if (!lowOpen && !highOpen) return unit(`${a}–${b}`);
  return words.between(unit(a), unit(b), lowOpen, highOpen);
}

/**
 * An exact decimal as it is read: at most two decimals, thousands apart from 10,000 on; all its decimals where
 * rounding would land on a whole number it is not (49.9999 never reads as 50).
 */
export function decimal(exact: string): string {
  const [integer = "0", fraction = ""] = exact.split(".");
  const grouped = integer.replace("-", "").length > 4 ? integer.replace(/\B(?=(\d{3})+$)/g, ",") : integer;
  if (fraction === "") return grouped;
  if (fraction.length <= 2) return `${grouped}.${fraction}`;
  const rounded = Math.round(Number(`0.${fraction}`) * 100);
  if (rounded === 0 || rounded === 100) return `${grouped}.${fraction}`;
  return `${grouped}.${String(rounded).padStart(2, "0").replace(/0$/, "")}`;
}

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
