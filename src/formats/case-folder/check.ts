import { Problem } from "../../errors.ts";
import { parseMoney } from "../../model/money.ts";
import { parseShare } from "../../model/share.ts";
import type { Writer } from "../../store/port.ts";
import { quoted } from "./columns.ts";
import type { Table } from "./tables.ts";

const prop = (name: string) => `coalesce(json_extract_string(props, ${quoted(`$.${name}`)}), '')`;

/** Sets aside the rows of a table whose own cells are wrong: empty where they may not be, not in their list, no amount. */
export async function checkTable(writer: Writer, table: Table, given: boolean): Promise<void> {
  const own = (column: string) =>
    column === table.object && table.kind !== "action" ? "object" : prop(column);
  if (given) {
    await aside(
      writer,
      table,
      "bad-row",
      "props <> '' AND NOT json_valid(props)",
      "'props is not JSON: ' || props",
    );
  }
  for (const column of table.needs ?? []) {
    await aside(writer, table, "bad-row", `${own(column)} = ''`, quoted(`${column} is empty`));
  }
  for (const [column, values] of Object.entries(table.allowed ?? {})) {
    const list = values.map(quoted).join(", ");
    const message = `${quoted(`${column} "`)} || ${own(column)} || ${quoted(`" is not one of ${values.join(", ")}`)}`;
    await aside(writer, table, "bad-row", `${own(column)} NOT IN ('', ${list})`, message);
  }
  if (table.kind === "share") await checkEach(writer, table, "bad-share", "value", "unit", percentage);
  if (table.kind === "action") {
    await checkEach(writer, table, "bad-money", "amount", "currency", parseMoney);
    await checkEach(writer, table, "bad-money", "base", "base_currency", parseMoney);
  }
}

function percentage(value: string, unit: string): void {
  if (unit === "percent" || unit === "%") parseShare(value);
}

async function aside(
  writer: Writer,
  table: Table,
  code: string,
  when: string,
  message: string,
): Promise<void> {
  const where = `file = ${quoted(table.file)} AND kind = ${quoted(table.kind)} AND (${when})`;
  await writer.run(
    `INSERT INTO stage_reject SELECT row, file, ${quoted(code)}, ${message} FROM stage_statement WHERE ${where}`,
  );
  await writer.run(`DELETE FROM stage_statement WHERE ${where}`);
}

/** Reads every distinct pair of two cells once, by the model, and sets the rows aside where it finds a fault. */
async function checkEach(
  writer: Writer,
  table: Table,
  code: string,
  value: string,
  unit: string,
  read: (value: string, unit: string) => unknown,
): Promise<void> {
  const pairs = await writer.rows<{ v: string; u: string }>(
    `SELECT DISTINCT ${prop(value)} AS v, ${prop(unit)} AS u FROM stage_statement
     WHERE file = ${quoted(table.file)} AND kind = ${quoted(table.kind)} AND ${prop(value)} <> ''`,
  );
  for (const { v, u } of pairs) {
    try {
      read(v, u);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const when = `${prop(value)} = ${quoted(v)} AND ${prop(unit)} = ${quoted(u)}`;
      await aside(
        writer,
        table,
        code,
        when,
        quoted(error.message.startsWith(value) ? error.message : `${value}: ${error.message}`),
      );
    }
  }
}
