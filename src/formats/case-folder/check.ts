import { Problem } from "../../errors.ts";
import { parseMoney } from "../../model/money.ts";
import { parseShare } from "../../model/share.ts";
import type { StagedRows, Writer } from "../../store/port.ts";
import { quoted } from "./columns.ts";
import type { Table } from "./tables.ts";

const prop = (name: string) => `coalesce(json_extract_string(props, ${quoted(`$.${name}`)}), '')`;

interface Checked {
  readonly writer: Writer;
  readonly table: Table;
  readonly staged: StagedRows;
}

/** Sets aside the rows of a table whose own cells are wrong: empty where they may not be, not in their list, no amount. */
export async function checkTable(
  writer: Writer,
  table: Table,
  staged: StagedRows,
  given: boolean,
): Promise<void> {
  const checked = { writer, table, staged };
  const own = (column: string) =>
    column === table.object && table.kind !== "action" ? staged.column("object") : prop(column);
  if (given) {
    await aside(
      checked,
      "bad-row",
      "props <> '' AND NOT json_valid(props)",
      "'props is not JSON: ' || props",
    );
  }
  for (const column of table.needs ?? []) {
    await aside(checked, "bad-row", `${own(column)} = ''`, quoted(`${column} is empty`));
  }
  for (const [column, values] of Object.entries(table.allowed ?? {})) {
    const list = values.map(quoted).join(", ");
    const message = `${quoted(`${column} "`)} || ${own(column)} || ${quoted(`" is not one of ${values.join(", ")}`)}`;
    await aside(checked, "bad-row", `${own(column)} NOT IN ('', ${list})`, message);
  }
  if (table.kind === "share") await checkEach(checked, "bad-share", "value", "unit", percentage);
  if (table.kind === "action") {
    await checkEach(checked, "bad-money", "amount", "currency", parseMoney);
    await checkEach(checked, "bad-money", "base", "base_currency", parseMoney);
  }
}

function percentage(value: string, unit: string): void {
  if (unit === "percent" || unit === "%") parseShare(value);
}

async function aside(
  { writer, table, staged }: Checked,
  code: string,
  when: string,
  message: string,
): Promise<void> {
  await writer.run(
    `INSERT INTO stage_reject SELECT ${staged.column("row")}, ${quoted(table.file)}, ${quoted(code)}, ${message}
     FROM ${staged.table} WHERE ${when}`,
  );
  await writer.run(`DELETE FROM ${staged.table} WHERE ${when}`);
}

/** Reads every distinct pair of two cells once, by the model, and sets the rows aside where it finds a fault. */
async function checkEach(
  checked: Checked,
  code: string,
  value: string,
  unit: string,
  read: (value: string, unit: string) => unknown,
): Promise<void> {
  const pairs = await checked.writer.rows<{ v: string; u: string }>(
    `SELECT DISTINCT ${prop(value)} AS v, ${prop(unit)} AS u FROM ${checked.staged.table} WHERE ${prop(value)} <> ''`,
  );
  for (const { v, u } of pairs) {
    try {
      read(v, u);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const when = `${prop(value)} = ${quoted(v)} AND ${prop(unit)} = ${quoted(u)}`;
      await aside(
        checked,
        code,
        when,
        quoted(error.message.startsWith(value) ? error.message : `${value}: ${error.message}`),
      );
    }
  }
}
