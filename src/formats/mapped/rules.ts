import { ENTITIES, SOURCES, STATEMENT_TABLES } from "../case-folder/tables.ts";
import type { FileMapping, Rule, Value } from "./shape.ts";
import { columnsOf } from "./value.ts";

type Choice = Readonly<Record<string, readonly string[]>>;

/** A rule with its values told apart from what steers it. Names and identifiers stand under `names.fr`, `identifiers.lei`. */
export interface Making {
  readonly values: readonly { readonly column: string; readonly value: Value }[];
  readonly only: Choice;
  readonly except: Choice;
  readonly unlessKnown: boolean;
  readonly unnamedParty: boolean;
}

/** Tables of a case, in the order they are filled: a source before what rests on it, an entity before what is about it. */
const TABLES = [SOURCES.file, ENTITIES.file, ...STATEMENT_TABLES.map(({ file }) => file)].map((file) =>
  file.replace(/\.csv$/, ""),
);

const STEERING = ["only", "except", "unlessKnown", "unnamedParty"];

/** The rules of one file of a mapping, by the table of a case they fill. */
export function tablesOf(file: FileMapping): readonly { table: string; rules: readonly Making[] }[] {
  return TABLES.flatMap((table) => {
    const rules = file[table] as readonly Rule[] | undefined;
    return rules === undefined ? [] : [{ table, rules: rules.map(makingOf) }];
  });
}

function makingOf(rule: Rule): Making {
  const values = Object.entries(rule)
    .filter(([column, value]) => !STEERING.includes(column) && value !== undefined)
    .flatMap(([column, value]) =>
      column === "names" || column === "identifiers"
        ? Object.entries(value as Record<string, Value>).map(([key, one]) => ({
            column: `${column}.${key}`,
            value: one,
          }))
        : [{ column, value: value as Value }],
    );
  return {
    values,
    only: (rule.only ?? {}) as Choice,
    except: (rule.except ?? {}) as Choice,
    unlessKnown: rule.unlessKnown === true,
    unnamedParty: rule.unnamedParty === true,
  };
}

/** The columns a file of a mapping reads, those it makes itself included. */
export function columnsRead(file: FileMapping): readonly string[] {
  const made = Object.values(file.columns ?? {}).flatMap(columnsOf);
  const rules = tablesOf(file).flatMap(({ rules: all }) => all);
  const read = rules.flatMap((rule) => [
    ...rule.values.flatMap(({ value }) => columnsOf(value)),
    ...Object.keys(rule.only),
    ...Object.keys(rule.except),
  ]);
  return [...new Set([...made, ...read, ...(file.once ?? [])])];
}
