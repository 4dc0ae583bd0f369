import type { Lang } from "../answer.ts";
import type { Figure } from "../block.ts";

interface RangeWords {
  readonly notKnown: string;
  readonly moreThan: (end: string) => string;
  readonly atLeast: (end: string) => string;
  readonly lessThan: (end: string) => string;
  readonly upTo: (end: string) => string;
  /** A bound nobody stated. */
  readonly atMost: (end: string) => string;
  readonly between: (low: string, high: string, lowOpen: boolean, highOpen: boolean) => string;
}

const WORDS: Readonly<Record<Lang, RangeWords>> = {
  en: {
    notKnown: "not known",
    moreThan: (end) => `more than ${end}`,
    atLeast: (end) => `at least ${end}`,
    lessThan: (end) => `less than ${end}`,
    upTo: (end) => `up to ${end}`,
    atMost: (end) => `not on record (at most ${end})`,
    between: (low, high, lowOpen, highOpen) =>
      `${lowOpen ? "more than " : ""}${low} to ${highOpen ? "less than " : ""}${high}`,
  },
  zh: {
    notKnown: "不详",
    moreThan: (end) => `超过${end}`,
    atLeast: (end) => `不低于${end}`,
    lessThan: (end) => `不足${end}`,
    upTo: (end) => `至多${end}`,
    atMost: (end) => `没有记录（至多${end}）`,
    between: (low, high, lowOpen, highOpen) =>
      `${lowOpen ? "超过" : "不低于"}${low}、${highOpen ? "不足" : "至多"}${high}`,
  },
};

/** A figure as it is read: `50.1 %`, `25–50 %`, `more than 50 % to 75 %`, `not known`. Marks are not in it. */
export function formatFigure(figure: Pick<Figure, "value" | "unit" | "bound">, lang: Lang): string {
  const words = WORDS[lang];
  const percent = figure.unit === "%";
  const unit = (text: string) => {
    if (percent) return lang === "zh" ? `${text}%` : `${text}\u00a0%`;
    return figure.unit === "" ? text : `${text}\u00a0${figure.unit}`;
  };
  if (typeof figure.value === "string") return unit(decimal(figure.value));
  const { low, high, lowOpen = false, highOpen = false } = figure.value;
  const alike = decimal(low) === decimal(high);
  const [a, b] = [decimal(low, alike ? "nearest" : "down"), decimal(high, alike ? "nearest" : "up")];
  const [bottom, top] = [low === "0" && !lowOpen, percent && high === "100" && !highOpen];
  if (bottom && top) return words.notKnown;
  if (top) return lowOpen ? words.moreThan(unit(a)) : words.atLeast(unit(a));
  if (bottom && figure.bound) return words.atMost(unit(b));
  if (bottom) return highOpen ? words.lessThan(unit(b)) : words.upTo(unit(b));
  if (!lowOpen && !highOpen) return unit(alike ? a : `${a}–${b}`);
  return words.between(unit(a), unit(b), lowOpen, highOpen);
}

/** The digits of a whole number, thousands apart from 10,000 on. */
export const grouped = (integer: string): string =>
  integer.replace("-", "").length > 4 ? integer.replace(/\B(?=(\d{3})+$)/g, ",") : integer;

/**
 * An exact decimal as it is read: at most two decimals, thousands apart from 10,000 on; all its decimals where
 * rounding would land on a whole number it is not (49.9999 never reads as 50). The ends of a range are rounded outward.
 */
export function decimal(exact: string, to: "nearest" | "down" | "up" = "nearest"): string {
  const [integer = "0", fraction = ""] = exact.split(".");
  const whole = grouped(integer);
  if (fraction === "") return whole;
  if (fraction.length <= 2) return `${whole}.${fraction}`;
  const below = Number(fraction.slice(0, 2));
  const more = /[1-9]/.test(fraction.slice(2));
  const nearest = Math.round(Number(`0.${fraction}`) * 100);
  const rounded = to === "nearest" ? nearest : to === "up" && more ? below + 1 : below;
  if (rounded === 0 || rounded === 100) return `${whole}.${fraction}`;
  return `${whole}.${String(rounded).padStart(2, "0").replace(/0$/, "")}`;
}
