import { z } from "zod";
import { Problem } from "../errors.ts";

/** One share unit is 1e-10 of a percent, so that every sum of up to 9,000 whole companies is exact in a double. */
export const PERCENT = 10_000_000_000;
/** All of a company, in share units. */
export const WHOLE = 100 * PERCENT;
const DECIMALS = 10;

/** A share of 0–100 percent as a range with open or closed ends, in share units; `reading` marks our reading of "about". */
export interface Share {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  readonly reading: boolean;
}

/** A share nobody stated: anything from none to all. */
export const UNKNOWN_SHARE: Share = { low: 0, high: WHOLE, lowOpen: false, highOpen: false, reading: false };

const NUMBER = /^\d{1,3}(?:\.\d+)?$/;
const HINT =
  "Write a percentage of 0–100 as 34.4, 25-50, >25-50, 50-<75, >4.3, <0.5, about 30, or leave it empty.";

const bad = (text: string, why: string) => new Problem("bad-share", `share "${text}": ${why}`, HINT);

/** Reads a decimal percentage into share units, rounded outward where it has more than ten decimals. */
function units(text: string, side: "low" | "high", whole: string): number {
  const digits = text.trim();
  if (!NUMBER.test(digits)) throw bad(whole, `"${digits}" is not a percentage`);
  const [integer = "0", fraction = ""] = digits.split(".");
  const kept = Number(integer) * PERCENT + Number(fraction.slice(0, DECIMALS).padEnd(DECIMALS, "0"));
  const cut = /[1-9]/.test(fraction.slice(DECIMALS)) && side === "high" ? 1 : 0;
  if (kept + cut > WHOLE) throw bad(whole, `${digits} is above 100`);
  return kept + cut;
}

/**
 * Reads a share as written in a case: `34.4`, `25-50`, `>25-50`, `50-<75`, `>4.3`, `<0.5`, `about 30`, empty.
 * A decimal finer than a share unit becomes the narrowest range around it.
 */
export function parseShare(text: string): Share {
  const written = text.trim().replace(/\s*%$/, "").replaceAll("–", "-");
  if (written === "") return UNKNOWN_SHARE;
  const about = /^about\s+(.+)$/i.exec(written)?.[1];
  if (about !== undefined) return around(about, text);
  const [left = "", right, ...more] = written.split("-");
  if (more.length > 0) throw bad(text, "has more than one dash");
  if (right === undefined) return single(left, text);
  const lowOpen = left.startsWith(">");
  const highOpen = right.trim().startsWith("<");
  const low = units(lowOpen ? left.slice(1) : left, "low", text);
  const high = units(highOpen ? right.trim().slice(1) : right, "high", text);
  return range({ low, high, lowOpen, highOpen, reading: false }, text);
}

function single(written: string, text: string): Share {
  if (written.startsWith(">")) {
    return range(
      {
        low: units(written.slice(1), "low", text),
        high: WHOLE,
        lowOpen: true,
        highOpen: false,
        reading: false,
      },
      text,
    );
  }
  if (written.startsWith("<")) {
    return range(
      { low: 0, high: units(written.slice(1), "high", text), lowOpen: false, highOpen: true, reading: false },
      text,
    );
  }
  return {
    low: units(written, "low", text),
    high: units(written, "high", text),
    lowOpen: false,
    highOpen: false,
    reading: false,
  };
}

/** "about 30" reads as ± a tenth of it, at least one point. */
function around(number: string, text: string): Share {
  const middle = units(number, "low", text);
  const margin = Math.max(Math.ceil(middle / 10), PERCENT);
  return {
    low: Math.max(0, middle - margin),
    high: Math.min(WHOLE, middle + margin),
    lowOpen: false,
    highOpen: false,
    reading: true,
  };
}

function range(share: Share, text: string): Share {
  if (share.low > share.high) throw bad(text, "the lower end is above the upper end");
  if (share.low === share.high && (share.lowOpen || share.highOpen)) throw bad(text, "the range is empty");
  return share;
}

/** Share units as an exact decimal percentage: 34.4, 33.3333333333, 100. */
export function formatUnits(value: number): string {
  const integer = Math.floor(value / PERCENT);
  const fraction = String(value - integer * PERCENT)
    .padStart(DECIMALS, "0")
    .replace(/0+$/, "");
  return fraction === "" ? String(integer) : `${integer}.${fraction}`;
}

/** Halves of a share unit as an exact decimal percentage. */
export function formatHalves(halves: number): string {
  if (halves % 2 === 0) return formatUnits(halves / 2);
  const [integer = "0", fraction = ""] = formatUnits(Math.floor(halves / 2)).split(".");
  return `${integer}.${fraction.padEnd(DECIMALS, "0")}5`;
}

/** A percentage as it stands in an answer: an exact decimal, or a range of two with its open ends. */
export const Percent = z.union([
  z.string(),
  z.object({
    low: z.string(),
    high: z.string(),
    lowOpen: z.literal(true).optional(),
    highOpen: z.literal(true).optional(),
  }),
]);
export type Percent = z.infer<typeof Percent>;

type Ends = Pick<Share, "low" | "high" | "lowOpen" | "highOpen">;

/** A share as it stands in an answer. */
export function toPercent(share: Ends): Percent {
  if (share.low === share.high) return formatUnits(share.low);
  return {
    low: formatUnits(share.low),
    high: formatUnits(share.high),
    ...(share.lowOpen ? { lowOpen: true as const } : {}),
    ...(share.highOpen ? { highOpen: true as const } : {}),
  };
}

/** A share in the notation of a case folder; reading it back gives the same range. */
export function formatShare(share: Ends): string {
  if (share.low === share.high) return formatUnits(share.low);
  if (share.low === 0 && share.high === WHOLE && !share.lowOpen && !share.highOpen) return "";
  return `${share.lowOpen ? ">" : ""}${formatUnits(share.low)}-${share.highOpen ? "<" : ""}${formatUnits(share.high)}`;
}

/** The narrowest range that contains both. */
export function cover(a: Share, b: Share): Share {
  const lower = a.low < b.low || (a.low === b.low && !a.lowOpen) ? a : b;
  const upper = a.high > b.high || (a.high === b.high && !a.highOpen) ? a : b;
  return {
    low: lower.low,
    lowOpen: lower.lowOpen,
    high: upper.high,
    highOpen: upper.highOpen,
    reading: a.reading || b.reading,
  };
}

/** The two ends of a percentage in an answer, as text; both empty where there is none. */
export function endsOf(value: Percent | null): {
  low: string;
  high: string;
  lowOpen: boolean;
  highOpen: boolean;
} {
  if (value === null) return { low: "", high: "", lowOpen: false, highOpen: false };
  if (typeof value === "string") return { low: value, high: value, lowOpen: false, highOpen: false };
  return {
    low: value.low,
    high: value.high,
    lowOpen: value.lowOpen ?? false,
    highOpen: value.highOpen ?? false,
  };
}

/** The sum of percentages, end by end, at most 100. */
export function sumOf(values: readonly Percent[]): Percent {
  const shares = values.map((value) => {
    const { low, high, lowOpen, highOpen } = endsOf(value);
    return { low: units(low, "low", low), high: units(high, "high", high), lowOpen, highOpen };
  });
  const total = (end: "low" | "high") =>
    Math.min(
      WHOLE,
      shares.reduce((sum, share) => sum + share[end], 0),
    );
  return toPercent({
    low: total("low"),
    high: total("high"),
    lowOpen: shares.some((share) => share.lowOpen),
    highOpen: shares.some((share) => share.highOpen),
  });
}
