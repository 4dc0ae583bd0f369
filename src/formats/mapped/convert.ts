import { quoted } from "../case-folder/columns.ts";

/** A conversion: what a text becomes, when it cannot become anything, and what it should have been. */
export interface Conversion {
  readonly sql: (text: string) => string;
  readonly fails: (text: string) => string;
  readonly wanted: string;
}

const NUMBER = "^([<>]?) *([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?( *%)?$";
const group = (text: string, n: number) => `regexp_extract(${text}, ${quoted(NUMBER)}, ${n})`;

/** The digits of a number; one with an exponent is written out first. */
const plain = (text: string) =>
  `CASE WHEN ${group(text, 3)} = '' THEN ${group(text, 2)}
    ELSE coalesce(CAST(TRY_CAST(${group(text, 2)} || ${group(text, 3)} AS DECIMAL(38, 20)) AS VARCHAR), 'x') END`;

const whole = (digits: string) =>
  `CASE WHEN ltrim(${digits}, '0') = '' THEN '0' ELSE ltrim(${digits}, '0') END`;
const decimals = (digits: string) =>
  `CASE WHEN rtrim(${digits}, '0') = '' THEN '' ELSE '.' || rtrim(${digits}, '0') END`;

/** Moves the point two places to the right in the text itself: no binary fraction comes between. */
function hundredfold(text: string): string {
  const number = plain(text);
  const left = `split_part(${number}, '.', 1)`;
  const right = `split_part(${number}, '.', 2)`;
  return `${group(text, 1)} || ${whole(`(${left} || rpad(${right}, 2, '0'))`)} || ${decimals(`substr(${right}, 3)`)}`;
}

function percent(text: string): string {
  const number = plain(text);
  return `${group(text, 1)} || ${whole(`split_part(${number}, '.', 1)`)} || ${decimals(`split_part(${number}, '.', 2)`)}`;
}

const numeric = (text: string) => `NOT regexp_matches(${text}, ${quoted(NUMBER)})`;

const point = (text: string, decimal: string | undefined) =>
  decimal === "," ? `replace(replace(${text}, '.', ''), ',', '.')` : text;

/** The conversions a mapping may name. A percentage keeps `>` or `<` before it, as the case folder writes it. */
export function conversionOf(
  as: "fraction" | "percent" | "day" | { readonly date: string },
  decimal: string | undefined,
): Conversion {
  if (as === "fraction") {
    return {
      sql: (text) => hundredfold(point(text, decimal)),
      fails: (text) => `${numeric(point(text, decimal))} OR contains(${text}, '%')`,
      wanted: "a fraction of 1",
    };
  }
  if (as === "percent") {
    return {
      sql: (text) => percent(point(text, decimal)),
      fails: (text) => numeric(point(text, decimal)),
      wanted: "a percentage",
    };
  }
  if (as === "day") {
    const start = "^[0-9]{4}-[0-9]{2}-[0-9]{2}";
    return {
      sql: (text) => `regexp_extract(${text}, ${quoted(start)})`,
      fails: (text) => `NOT regexp_matches(${text}, ${quoted(start)})`,
      wanted: "a time that begins with its day, as 2024-06-30",
    };
  }
  return {
    sql: (text) => `coalesce(strftime(try_strptime(${text}, ${quoted(as.date)}), '%Y-%m-%d'), '')`,
    fails: (text) => `try_strptime(${text}, ${quoted(as.date)}) IS NULL`,
    wanted: `a date written as ${as.date}`,
  };
}
