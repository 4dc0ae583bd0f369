import { Problem } from "../../errors.ts";
import { COMMON, ENTITIES, SOURCES, STATEMENT_TABLES, type Table } from "../case-folder/tables.ts";

/** The cells of a row by column, as a case folder has them. */
export type Cells = Readonly<Record<string, string>>;

/** Kinds that are somebody's reading of the record: said on the day they are entered, and true then. */
const READINGS = new Set(["evidence", "hypothesis", "rating"]);
/** Kinds that, like all that is said of a day, do not last. */
const SAID = new Set([...READINGS, "claim", "denial"]);

/** The table a kind of statement is kept in; throws `bad-input` with the kinds there are. */
export function tableOf(kind: string): Table {
  const table = STATEMENT_TABLES.find((one) => one.kind === kind);
  if (table) return table;
  const kinds = ["source", "entity", ...STATEMENT_TABLES.map((one) => one.kind)];
  throw new Problem("bad-input", `"${kind}" is no kind of row`, `It can be ${kinds.join(", ")}.`, kinds);
}

const columnsOf = (kind: string): readonly string[] => {
  if (kind === "source") return SOURCES.columns;
  if (kind === "entity") return ENTITIES.columns;
  return ["id", ...tableOf(kind).columns, ...COMMON];
};

/** Checks a row's columns and fills in what goes without saying: who rates, on which note it rests, on which day. */
export function cellsFor(
  { kind, cells }: { readonly kind: string; readonly cells: Cells },
  { by, own, at }: { readonly by: string; readonly own: string; readonly at: string },
): Cells {
  const columns = columnsOf(kind);
  for (const column of Object.keys(cells))
    if (!columns.includes(column))
      throw new Problem(
        "bad-input",
        `${kind} has no column "${column}"`,
        `It has ${columns.join(", ")}.`,
        columns,
      );
  const given = Object.fromEntries(
    Object.entries(cells)
      .map(([column, text]) => [column, text.trim()] as const)
      .filter(([, text]) => text !== ""),
  );
  if (kind === "source" || kind === "entity") {
    needed(kind, given, kind === "source" ? SOURCES.required : ENTITIES.required);
    return given;
  }
  const table = tableOf(kind);
  needed(kind, given, [
    table.subject,
    table.kind === "interest" ? null : table.object,
    ...(table.needs ?? []),
  ]);
  const day = at.slice(0, 10);
  const source = given.source ?? (kind === "claim" ? given.text : undefined) ?? own;
  return {
    ...(SAID.has(kind) ? { basis: "observation" } : {}),
    ...(source === own || READINGS.has(kind) ? { stated_on: day } : {}),
    ...(kind === "rating" ? { rater: by } : {}),
    ...given,
    source,
  };
}

function needed(kind: string, given: Cells, columns: readonly (string | null)[]): void {
  for (const column of columns)
    if (column !== null && given[column] === undefined)
      throw new Problem("bad-input", `${kind} needs "${column}"`, "Give it a value.");
}
