import { z } from "zod";
import { SOURCES, STATEMENT_TABLES } from "../case-folder/tables.ts";

/**
 * A value of a row. Text is a template: `{Column}` stands for the cell, doubled braces for a brace, and a template with
 * an empty cell is empty. As an object, in this order: `match` keeps the first group of a regular expression, `map`
 * translates (its values are templates again; what it does not list is `otherwise`, or a fault of the row), `as`
 * converts.
 */
export const Value = z.union(
  [
    z.string(),
    z.strictObject({
      from: z.string(),
      match: z.string().optional(),
      map: z.record(z.string(), z.string()).optional(),
      otherwise: z.string().optional(),
      as: z
        .union([
          z.enum(["fraction", "percent", "day"]),
          z.strictObject({
            date: z.string().regex(/^(?:%-?[dmYybBHMSfpI]|[^%])+$/, 'a pattern such as "%d/%m/%Y"'),
          }),
        ])
        .optional(),
      decimal: z.enum([",", "."]).optional(),
    }),
  ],
  "neither text nor an object of from, match, map, otherwise, as, decimal",
);
export type Value = z.infer<typeof Value>;

/** Rows are taken whose cell is one of these; `""` is an empty one. */
const Choice = z.record(z.string(), z.array(z.string()).min(1)).optional();

const rule = (required: readonly string[], optional: readonly string[], more: z.ZodRawShape = {}) =>
  z.strictObject({
    only: Choice,
    except: Choice,
    ...Object.fromEntries(required.map((column) => [column, Value])),
    ...Object.fromEntries(optional.map((column) => [column, Value.optional()])),
    ...more,
  });

const EntityRule = rule(["id", "name", "kind"], ["jurisdiction", "sector", "note"], {
  names: z.record(z.string(), Value).optional(),
  identifiers: z.record(z.string(), Value).optional(),
  unlessKnown: z.boolean().optional(),
});
const SourceRule = rule(
  ["id", "title"],
  SOURCES.columns.filter((c) => c !== "id" && c !== "title"),
);

const COMMON = ["from", "to", "basis", "stated_on", "source", "locator", "dispute", "quote", "note"];

const statementRules = Object.fromEntries(
  STATEMENT_TABLES.map((table) => [
    table.file.replace(/\.csv$/, ""),
    z
      .array(
        rule(
          ["id", ...table.required],
          [...table.columns, ...COMMON].filter((column) => !table.required.includes(column)),
          table.kind === "interest" ? { unnamedParty: z.boolean().optional() } : {},
        ),
      )
      .optional(),
  ]),
);

const FileRules = z.strictObject({
  file: z.string().min(1),
  optional: z.boolean().optional(),
  separator: z.enum([",", ";", "\t", "|"]).optional(),
  quotes: z.boolean().optional(),
  empty: z.array(z.string()).optional(),
  columns: z.record(z.string(), Value).optional(),
  once: z.array(z.string()).min(1).optional(),
  sources: z.array(SourceRule).optional(),
  entities: z.array(EntityRule).optional(),
  ...statementRules,
});

/** A mapping file: which rows of which tables become which rows of a case. */
export const Mapping = z.strictObject({
  mapping: z.literal(1),
  title: z.string().min(1),
  note: z.string().optional(),
  sources: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        title: z.string().min(1),
        ...Object.fromEntries(SOURCES.columns.slice(2).map((column) => [column, z.string().optional()])),
      }),
    )
    .optional(),
  files: z.array(FileRules).min(1),
});

/** One thing made of a row: columns of a case folder with their values. */
export type Rule = Readonly<Record<string, unknown>>;

export interface FileMapping {
  readonly file: string;
  readonly optional?: boolean | undefined;
  readonly separator?: "," | ";" | "\t" | "|" | undefined;
  readonly quotes?: boolean | undefined;
  readonly empty?: readonly string[] | undefined;
  readonly columns?: Readonly<Record<string, Value>> | undefined;
  readonly once?: readonly string[] | undefined;
  /** The rules of one table of a case: `entities`, `sources`, `interests`, … */
  readonly [table: string]: unknown;
}

export interface MappingFile {
  readonly title: string;
  readonly sources: readonly Readonly<Record<string, string | undefined>>[];
  readonly files: readonly FileMapping[];
}
