import { Problem } from "../../errors.ts";
import type { Batch, StagedRows } from "../port.ts";
import { isLiteral } from "./literal.ts";
import { quoted } from "./scan.ts";
import { STAGING } from "./schema.ts";
import type { Session } from "./session.ts";

/** Rows staged in one go. */
export interface Part extends Omit<StagedRows, "number"> {
  /** The number of a row, as SQL: of all parts of a staging table no two rows have the same, and it ascends. */
  readonly rid: string;
}

type Into = Batch["into"];

/** The engine counts the rows of a transaction from a number of its own. */
const START = "CAST(coalesce(min(rowid), 0) AS VARCHAR)";

/** A column of a part that is one text throughout stands in no table; this is the usual text. */
export const EMPTY = "''";

/** The columns of a staging table that hold text. */
const columnsOf = (into: Into): string[] =>
  (STAGING[into] ?? "")
    .split(",")
    .map((column) => column.trim().split(" ")[0] ?? "")
    .filter((column) => column !== "row" && column !== "file");

/**
 * The parts of the staging tables of one landing. The first of each is the wide table that any SQL may fill; `stage`
 * adds narrow ones. `staged_entity` and `staged_statement` are all of them in one view, no cell of it NULL.
 */
export class Parts {
  private readonly session: Session;
  private readonly parts: Record<Into, Part[]> = { stage_source: [], stage_entity: [], stage_statement: [] };
  private count = 0;

  constructor(session: Session) {
    this.session = session;
  }

  /** Rows counted on from a number get it from where they lie: counting them while they are read is the work of one thread. */
  async stage({ into, file, columns, from, row, where }: Batch): Promise<StagedRows> {
    const table = `part_${this.count++}`;
    const unknown = Object.keys(columns).find((column) => !columnsOf(into).includes(column));
    if (unknown) throw new Problem("internal", `${into} has no column ${unknown}`, "Report this.");
    const kept = Object.entries(columns).filter(([, sql]) => !isLiteral(sql));
    const select = [
      ...(typeof row === "number" ? [] : [`${row} AS row`]),
      ...kept.map(([column, sql]) => `coalesce(CAST(${sql} AS VARCHAR), '') AS ${column}`),
      `${where} AS there`,
    ];
    await this.session.run(`CREATE TEMP TABLE ${table} AS SELECT ${select.join(", ")} FROM ${from}`);
    const [made] = await this.session.rows<{ start: string; blank: boolean }>(
      `SELECT ${START} AS start, coalesce(bool_or(NOT there), false) AS blank FROM ${table}`,
    );
    let counted = typeof row === "number" ? `(rowid - ${made?.start ?? 0} + ${row})` : "row";
    if (made?.blank) await this.session.run(`DELETE FROM ${table} WHERE NOT there`);
    const column = (name: string): string => {
      if (name === "row") return counted;
      if (name === "file") return quoted(file);
      const sql = columns[name] ?? EMPTY;
      return isLiteral(sql) ? sql : name;
    };
    this.parts[into].push({ table, column, rid: "rowid" });
    const number = async () => {
      if (counted === "row") return;
      await this.session.run(`ALTER TABLE ${table} ADD COLUMN row BIGINT`);
      await this.session.run(`UPDATE ${table} SET row = ${counted}`);
      counted = "row";
    };
    return { table, column, number };
  }

  /** Numbers the parts and makes the views; from now on no part is added. */
  async close(): Promise<void> {
    for (const part of this.parts.stage_source) {
      const columns = ["row", "file", ...columnsOf("stage_source")];
      await this.session.run(
        `INSERT INTO stage_source (${columns.join(", ")}) SELECT ${columns.map(part.column).join(", ")} FROM ${part.table}`,
      );
    }
    for (const into of ["stage_entity", "stage_statement"] as const) {
      const parts: Part[] = [];
      let first = 0;
      for (const part of [wide(into), ...this.parts[into]]) {
        const [rows] = await this.session.rows<{ start: string; n: number }>(
          `SELECT ${START} AS start, coalesce(max(rowid) - min(rowid) + 1, 0) AS n FROM ${part.table}`,
        );
        if (!rows || rows.n === 0) continue;
        parts.push({ ...part, rid: `(rowid - ${rows.start} + ${first})` });
        first += rows.n;
      }
      this.parts[into] = parts.length > 0 ? parts : [wide(into)];
      const selects = this.parts[into].map((part) => rowsOf(part, into));
      await this.session.run(
        `CREATE TEMP VIEW ${into.replace("stage", "staged")} AS ${selects.join(" UNION ALL ")}`,
      );
    }
  }

  of(into: Into): readonly Part[] {
    return this.parts[into];
  }

  /** Whether any row may have something in a column. */
  has(into: Into, column: string): boolean {
    return this.parts[into].some((part) => part.column(column) !== EMPTY);
  }
}

const wide = (into: Into): Part => ({
  table: into,
  rid: "rowid",
  column: (name) => (name === "row" || name === "file" ? name : `coalesce(${name}, '')`),
});

/** A part with every column of its staging table, and `rid`. */
export function rowsOf(part: Part, into: Into): string {
  const columns = ["row", "file", ...columnsOf(into)].map((name) => `${part.column(name)} AS ${name}`);
  return `SELECT ${part.rid} AS rid, ${columns.join(", ")} FROM ${part.table}`;
}
