import edtf from "edtf";
import { Problem } from "../errors.ts";

const DAY = 86_400_000;

/** A day as days since 1970-01-01. */
export type Day = number;

/** An EDTF date with its precision: one day in `[lo, hi]`; an open side is minus or plus infinity. */
export interface When {
  readonly lo: Day;
  readonly hi: Day;
}

const HINT =
  "Write EDTF: 2018, 2018-06, 2018-06-30, [2023-01-07..2023-12-30] (one day in that span), ..2015-12 (at latest).";
const HINT_ZH =
  "请按 EDTF 书写：2018、2018-06、2018-06-30、[2023-01-07..2023-12-30]（其间某一天）、..2015-12（最晚）。";
const SPAN = /^\[([^[\]]*)\]$/;
const ISO = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/;

/** Reads an EDTF date (ISO 8601-2) of level 0, or a span of them. Time zones and times of day are not dates. */
export function parseDate(text: string): When {
  const written = text.trim();
  const inner = SPAN.exec(written)?.[1] ?? written;
  const parts = inner.split("..");
  if (parts.length > 2) throw bad(text);
  if (parts.length === 1) return simple(inner, text);
  const [first = "", last = ""] = parts;
  if (first === "" && last === "") throw bad(text);
  const lo = first === "" ? Number.NEGATIVE_INFINITY : simple(first, text).lo;
  const hi = last === "" ? Number.POSITIVE_INFINITY : simple(last, text).hi;
  if (lo > hi) throw bad(text);
  return { lo, hi };
}

/**
 * The library decides what a valid calendar date is; it also fills in the first and last day of a month or a year. It is
 * slow, and files name thousands of days: a day of the last thousand years that the calendar has is read without it.
 */
function simple(part: string, text: string): When {
  if (!ISO.test(part)) throw bad(text);
  const day = part.length === 10 && part >= "1000" ? Date.parse(part) / DAY : Number.NaN;
  if (!Number.isNaN(day) && formatDay(day) === part) return { lo: day, hi: day };
  try {
    const date = edtf(part) as { min: number; max: number };
    return { lo: Math.floor(date.min / DAY), hi: Math.floor(date.max / DAY) };
  } catch {
    throw bad(text);
  }
}

const bad = (text: string) =>
  new Problem(
    "bad-date",
    `date "${text}" is not a date this program reads`,
    HINT,
    [],
    [`“${text}”不是本程序能读的日期。`, HINT_ZH],
  );

/** A full calendar day, as the options `--as-of` and `--known` take it. */
export function parseDay(text: string): Day {
  const { lo, hi } = parseDate(text);
  if (lo !== hi)
    throw new Problem(
      "bad-date",
      `date "${text}" is not one day`,
      "Give a full day, as 2021-03-31.",
      [],
      [`“${text}”不是某一天。`, "请写完整的日期，如 2021-03-31。"],
    );
  return lo;
}

/** 18717 → 2021-03-31. */
export const formatDay = (day: Day): string => new Date(day * DAY).toISOString().slice(0, 10);
