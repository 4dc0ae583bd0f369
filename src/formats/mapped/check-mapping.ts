import { Problem } from "../../errors.ts";
import { parseDate } from "../../model/date.ts";
import { ENTITY_KINDS } from "../../model/entity.ts";
import { RIGHT_CODES } from "../../model/rights.ts";
import { parseShare } from "../../model/share.ts";
import { BASES, CONDITIONS, DIRECTNESS } from "../../model/statement.ts";
import { STATEMENT_TABLES } from "../case-folder/tables.ts";
import { tablesOf } from "./rules.ts";
import type { MappingFile, Value } from "./shape.ts";
import { columnsOf, constantsOf } from "./value.ts";

type Tell = (place: string, what: string) => never;

const LISTS: Readonly<Record<string, readonly string[]>> = {
  right: RIGHT_CODES,
  direct: DIRECTNESS,
  basis: BASES,
  conditional: CONDITIONS,
};
const DATES = ["from", "to", "stated_on", "published"];

/** What can be known to be wrong before a row is read: texts that no case would take, files named twice. */
export function checkMapping(mapping: MappingFile, tell: Tell): void {
  for (const [k, source] of mapping.sources.entries())
    if (source.published) readable(`sources[${k}].published`, parseDate, source.published, tell);
  const named = new Set(mapping.sources.map(({ id }) => id));
  const made = mapping.files.some((file) => file.sources !== undefined);
  const seen = new Set<string>();
  for (const [n, file] of mapping.files.entries()) {
    if (seen.has(file.file)) tell(`files[${n}].file`, `"${file.file}" stands there twice`);
    seen.add(file.file);
    for (const [name, value] of Object.entries(file.columns ?? {}))
      templates(value, `files[${n}].columns.${name}`, tell);
    if (tablesOf(file).length === 0)
      tell(`files[${n}]`, "it makes nothing of its rows: name entities, interests, …");
    for (const { table, rules } of tablesOf(file))
      for (const [r, rule] of rules.entries())
        for (const { column, value } of rule.values) {
          const place = `files[${n}].${table}[${r}].${column}`;
          templates(value, place, tell);
          for (const text of constantsOf(value)) {
            constant(table, column, text, place, tell);
            if (column === "source" && !made && named.size > 0 && text !== "" && !named.has(text))
              tell(place, `"${text}" is not among the sources of the mapping: ${[...named].join(", ")}`);
          }
        }
  }
}

/** Braces that do not match, and a pattern that keeps nothing, are told with their place. */
function templates(value: Value, place: string, tell: Tell): void {
  if (typeof value !== "string" && value.match !== undefined && !keepsSomething(value.match))
    tell(place, `the match "${value.match}" has no group: parentheses around what is to be kept`);
  try {
    columnsOf(value);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tell(place, error.message);
  }
}

/** The engine's patterns (RE2) are nearly the language's own; one only the engine knows is left to it. */
function keepsSomething(pattern: string): boolean {
  try {
    return (new RegExp(`${pattern}|`).exec("")?.length ?? 0) > 1;
  } catch {
    return true;
  }
}

function constant(table: string, column: string, text: string, place: string, tell: Tell): void {
  if (text === "") return;
  const allowed =
    table === "entities" && column === "kind"
      ? ENTITY_KINDS
      : (STATEMENT_TABLES.find(({ file }) => file === `${table}.csv`)?.allowed?.[column] ?? LISTS[column]);
  if (allowed && !allowed.includes(text))
    tell(place, `"${text}" is not one of ${allowed.filter(Boolean).join(", ")}`);
  if (column === "share") readable(place, parseShare, text, tell);
  if (DATES.includes(column)) readable(place, parseDate, text, tell);
}

function readable(place: string, read: (text: string) => unknown, text: string, tell: Tell): void {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tell(place, error.message);
  }
}
