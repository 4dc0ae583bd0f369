import { quoted } from "../case-folder/columns.ts";
import { conversionOf } from "./convert.ts";
import type { Value } from "./shape.ts";
import { type Cells, columnsIn, constantOf, templateSql } from "./template.ts";

/** When a value is a fault of its row, and the sentence that says so. */
export interface Fault {
  readonly when: string;
  readonly message: string;
}

/** A value in two steps: `raw` over the cells of a row, then `last` over what came of it. */
export interface Compiled {
  readonly raw: string;
  readonly rawFault: Fault | null;
  readonly last: (raw: string) => string;
  readonly lastFault: (raw: string) => Fault | null;
}

const templatesOf = (value: Value): readonly string[] =>
  typeof value === "string"
    ? [value]
    : [
        value.from,
        ...Object.values(value.map ?? {}),
        ...(value.otherwise === undefined ? [] : [value.otherwise]),
      ];

/** Every column a value reads. */
export const columnsOf = (value: Value): readonly string[] => templatesOf(value).flatMap(columnsIn);

/** The texts a value can be that are known before any row is read. */
export function constantsOf(value: Value): readonly string[] {
  if (typeof value !== "string" && (value.as !== undefined || value.match !== undefined) && !value.map)
    return [];
  const results = typeof value === "string" || !value.map ? templatesOf(value) : templatesOf(value).slice(1);
  return results.flatMap((template) => constantOf(template) ?? []);
}

/** A value as SQL over the cells of a row; `called` names it in the sentence about a fault. */
export function compile(value: Value, called: string, cells: Cells): Compiled {
  if (typeof value === "string") {
    return { raw: templateSql(value, cells), rawFault: null, last: (raw) => raw, lastFault: () => null };
  }
  const found = templateSql(value.from, cells);
  const start = value.match === undefined ? found : `regexp_extract(${found}, ${quoted(value.match)}, 1)`;
  const { raw, fault } = translated(value, start, called, cells);
  if (value.as === undefined) return { raw, rawFault: fault, last: (r) => r, lastFault: () => null };
  const { sql, fails, wanted } = conversionOf(value.as, value.decimal);
  return {
    raw,
    rawFault: fault,
    last: (r) => `CASE WHEN ${r} = '' THEN '' ELSE ${sql(r)} END`,
    lastFault: (r) => ({
      when: `${r} <> '' AND (${fails(r)})`,
      message: `${quoted(`${called} "`)} || ${r} || ${quoted(`" is not ${wanted}`)}`,
    }),
  };
}

function translated(
  value: Exclude<Value, string>,
  start: string,
  called: string,
  cells: Cells,
): { raw: string; fault: Fault | null } {
  const entries = Object.entries(value.map ?? {});
  if (value.map === undefined) {
    const raw =
      value.otherwise === undefined
        ? start
        : `CASE WHEN ${start} = '' THEN ${templateSql(value.otherwise, cells)} ELSE ${start} END`;
    return { raw, fault: null };
  }
  const listed = entries.map(([from, to]) => `WHEN ${quoted(from)} THEN ${templateSql(to, cells)}`);
  const rest = value.otherwise === undefined ? "''" : templateSql(value.otherwise, cells);
  const raw = listed.length === 0 ? rest : `CASE ${start} ${listed.join(" ")} ELSE ${rest} END`;
  if (value.otherwise !== undefined) return { raw, fault: null };
  const keys = ["", ...entries.map(([from]) => from)];
  const wanted = keys.slice(1).join(", ");
  return {
    raw,
    fault: {
      when: `${start} NOT IN (${keys.map(quoted).join(", ")})`,
      message: `${quoted(`${called} "`)} || ${start} || ${quoted(`" is not in the mapping, which names ${wanted}`)}`,
    },
  };
}
