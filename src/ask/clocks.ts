import { Problem, toldIn } from "../errors.ts";
import { parseDay } from "../model/date.ts";
import type { Lang } from "./answer.ts";
import type { Clocks } from "./question.ts";

/** The options common to all questions, as texts; empty or missing is the default. */
export interface CommonOptions {
  readonly "as-of"?: string | undefined;
  readonly known?: string | undefined;
  readonly carry?: string | undefined;
  readonly lang?: string | undefined;
}
export const COMMON: readonly (keyof CommonOptions)[] = ["as-of", "known", "carry", "lang"];

/** Days an observation is carried: one reporting year and a margin. */
const CARRY = 400;
const MOST_CARRY = 36_525;

/** Reads the two clocks and the carry; `at` is now, an ISO instant, and its day the default for `as-of`. */
export function readClocks(options: CommonOptions, at: string): Clocks {
  const { "as-of": asOf = "", known = "", carry = "" } = options;
  return {
    asOf: day("as-of", asOf === "" ? at.slice(0, 10) : asOf),
    known: known === "" ? null : day("known", known),
    carry: carry === "" ? CARRY : days(carry),
  };
}

function day(option: string, text: string): number {
  try {
    return parseDay(text);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(
      "bad-input",
      `${option}: ${error.message}`,
      "Give a full day, as 2021-03-31.",
      [],
      [`${option}：${toldIn(error, "zh")[0]}`, "请写完整的日期，如 2021-03-31。"],
    );
  }
}

function days(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= MOST_CARRY) return value;
  throw new Problem(
    "bad-input",
    `carry "${text}" is not a number of days`,
    `Give 0 to ${MOST_CARRY}.`,
    [],
    [`carry“${text}”不是天数。`, `请填写 0 至 ${MOST_CARRY}。`],
  );
}

/** The language of an answer; English unless asked otherwise. */
export function readLang(text: string | undefined): Lang {
  if (text === undefined || text === "" || text === "en") return "en";
  if (text === "zh") return "zh";
  throw new Problem(
    "bad-input",
    `lang "${text}" is not a language of this program`,
    "It can be en or zh.",
    ["en", "zh"],
    [`lang“${text}”不是本程序的语言。`, "可以是 en 或 zh。"],
  );
}
