import type { TextForm } from "./shape.ts";

const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const TIME = String.raw`(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|23:59:60(?:\.\d+)?)`;
const ZONE = String.raw`(?:[zZ]|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)`;

const PCHAR = "(?:[a-z0-9._~!$&'()*+,;=:@-]|%[0-9a-f]{2})";
const HOST = String.raw`(?:\[[0-9a-fv:.]+\]|(?:[a-z0-9._~!$&'()*+,;=-]|%[0-9a-f]{2})*)`;
const USER = "(?:(?:[a-z0-9._~!$&'()*+,;=:-]|%[0-9a-f]{2})*@)?";
const REST = `(?:/${PCHAR}*)*`;
const PATH = String.raw`(?://?${USER}${HOST}(?::\d*)?${REST}|/(?:${PCHAR}+${REST})?|${PCHAR}+${REST})`;
/** RFC 3986, an absolute URI; the syntax is common to JavaScript and RE2. */
const URI = String.raw`(?i)[a-z][a-z0-9+.-]*:${PATH}(?:\?(?:${PCHAR}|[/?])*)?(?:#(?:${PCHAR}|[/?])*)?`;

const matches = (value: string, pattern: string) =>
  `regexp_full_match(${value}, '${pattern.replaceAll("'", "''")}')`;
const isDay = (value: string) => `(${matches(value, DAY)} AND TRY_CAST(${value} AS DATE) IS NOT NULL)`;
const isInstant = (value: string) =>
  `(${matches(value, String.raw`${DAY}[tT\s]${TIME}${ZONE}`)} AND TRY_CAST(left(${value}, 10) AS DATE) IS NOT NULL)`;

/** For each form: the SQL condition that a text has it, and what to say when it has not. Dates after RFC 3339. */
export const TEXT_FORMS: Readonly<
  Record<TextForm, { readonly holds: (value: string) => string; readonly wanted: string }>
> = {
  day: { holds: isDay, wanted: "must be a date as YYYY-MM-DD" },
  "day-or-instant": {
    holds: (value) => `(${isDay(value)} OR ${isInstant(value)})`,
    wanted: "must be a date as YYYY-MM-DD, or a time with its zone as YYYY-MM-DDTHH:MM:SSZ",
  },
  "day-month-or-year": {
    holds: (value) => `(${isDay(value)} OR ${matches(value, String.raw`\d{4}(?:-(?:1[0-2]|0[1-9]))?`)})`,
    wanted: "must be a date as YYYY, YYYY-MM or YYYY-MM-DD",
  },
  uri: { holds: (value) => matches(value, URI), wanted: "must be a URI" },
  version: { holds: (value) => matches(value, String.raw`\d+\.\d+`), wanted: "must be a version as 0.4" },
};
