import { Problem } from "../../errors.ts";
import type { Writer } from "../../store/port.ts";
import { quoted } from "../case-folder/columns.ts";
import type { Making } from "./rules.ts";
import { ROWS } from "./table.ts";
import type { Cells } from "./template.ts";
import { type Compiled, compile } from "./value.ts";

/** What one rule made of the rows: `row`, `file`, and a column for each of the rule's, under names of our own. */
export const MADE = "mapped_made";

/** Column of a rule → the SQL of its value in `mapped_made`; '' where the rule has none. */
export type Made = (column: string) => string;

/** Applies a rule to `mapped_row`; rows with a fault are set aside, the others stand in `mapped_made`. */
export async function make(writer: Writer, rule: Making, cells: Cells): Promise<Made> {
  const compiled = rule.values.map(({ column, value }) => compile(value, column, cells));
  const raw = compiled.map((one, k) => `${one.raw} AS r${k}`);
  const chosen = [...choices(rule.only, cells, "IN"), ...choices(rule.except, cells, "NOT IN")];
  const values = compiled.map((one, k) => `${one.last(`r${k}`)} AS v${k}`);
  const at = new Map(rule.values.map(({ column }, k) => [column, `v${k}`]));
  await tried(
    writer,
    `CREATE OR REPLACE TEMP TABLE ${MADE} AS SELECT row, file, ${values.join(", ")}, ${faultOf(compiled)} AS fault
     FROM (SELECT row, file, ${raw.join(", ")}, ${rawFaultOf(compiled)} AS raw_fault FROM ${ROWS}
       WHERE ${chosen.length === 0 ? "true" : chosen.join(" AND ")})`,
  );
  const party = at.get("party");
  if (party !== undefined && !rule.unnamedParty) {
    await writer.run(
      `UPDATE ${MADE} SET fault = 'party is empty; a mapping says with unnamedParty that this means a holder not named' WHERE fault IS NULL AND ${party} = ''`,
    );
  }
  await setFaultsAside(writer);
  return (column) => at.get(column) ?? "''";
}

/** Rows of `mapped_made` that have a fault become rejects, once for each file, row and reason. */
export async function setFaultsAside(writer: Writer): Promise<void> {
  await writer.run(`INSERT INTO stage_reject SELECT m.row, m.file, 'bad-row', m.fault FROM ${MADE} AS m
    WHERE m.fault IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stage_reject AS r
      WHERE r.file = m.file AND r.row = m.row AND r.message = m.fault)`);
  await writer.run(`DELETE FROM ${MADE} WHERE fault IS NOT NULL`);
}

const choices = (choice: Readonly<Record<string, readonly string[]>>, cells: Cells, how: string) =>
  Object.entries(choice).map(
    ([column, values]) => `${cells(column)} ${how} (${values.map(quoted).join(", ")})`,
  );

const firstOf = (cases: readonly string[], otherwise: string) =>
  cases.length === 0 ? otherwise : `CASE ${cases.join(" ")} ELSE ${otherwise} END`;

const rawFaultOf = (compiled: readonly Compiled[]) =>
  firstOf(
    compiled.flatMap(({ rawFault }) => (rawFault ? [`WHEN ${rawFault.when} THEN ${rawFault.message}`] : [])),
    "CAST(NULL AS VARCHAR)",
  );

const faultOf = (compiled: readonly Compiled[]) =>
  `coalesce(raw_fault, ${firstOf(
    compiled.flatMap((one, k) => {
      const fault = one.lastFault(`r${k}`);
      return fault ? [`WHEN ${fault.when} THEN ${fault.message}`] : [];
    }),
    "CAST(NULL AS VARCHAR)",
  )})`;

/** A regular expression is the one thing of a mapping only the engine can check. */
async function tried(writer: Writer, sql: string): Promise<void> {
  try {
    await writer.run(sql);
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    if (!/regex|invalid (?:escape|perl|group|range)|missing [)\]]|no argument for repetition/i.test(said))
      throw error;
    throw new Problem(
      "bad-mapping",
      `a "match" of the mapping is no regular expression: ${said}`,
      "Put what is to be kept into one pair of parentheses.",
    );
  }
}
