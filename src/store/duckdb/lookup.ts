import { Problem } from "../../errors.ts";
import { parseDate } from "../../model/date.ts";
import { parseShare } from "../../model/share.ts";
import type { Session } from "./session.ts";

const BATCH = 20_000;

/** Rows of plain values into a table, as JSON arrays. */
export async function fill(
  session: Session,
  table: string,
  types: readonly string[],
  rows: readonly (readonly (string | number | boolean | null)[])[],
): Promise<void> {
  const cells = types.map((type, k) => `CAST(json_extract_string(r, '$[${k}]') AS ${type})`).join(", ");
  for (let i = 0; i < rows.length; i += BATCH) {
    const json = JSON.stringify(rows.slice(i, i + BATCH));
    await session.run(
      `INSERT INTO ${table} SELECT ${cells} FROM (SELECT unnest(CAST($json AS JSON[])) AS r)`,
      { json },
    );
  }
}

/** `date_of(text, lo, hi, fault)`: every date string of the staging tables, and the day the file was `published`, read once by the model. */
export async function readDates(session: Session, published: string): Promise<void> {
  await session.run("CREATE TEMP TABLE date_of (text VARCHAR, lo INTEGER, hi INTEGER, fault VARCHAR)");
  const texts = await session.columns(
    `SELECT DISTINCT d FROM (
       SELECT from_text AS d FROM staged_statement UNION ALL SELECT to_text FROM staged_statement
       UNION ALL SELECT stated_text FROM staged_statement UNION ALL SELECT published FROM stage_source
       UNION ALL SELECT published FROM source_version UNION ALL SELECT $published
     ) WHERE d <> ''`,
    { d: "text" },
    { published },
  );
  const rows = [...(texts.column.d as readonly string[])].map((text) => {
    try {
      const { lo, hi } = parseDate(text);
      return [text, finite(lo), finite(hi), null];
    } catch (error) {
      return [text, null, null, said(error)];
    }
  });
  await fill(session, "date_of", ["VARCHAR", "INTEGER", "INTEGER", "VARCHAR"], rows);
}

/** `share_of(text, low, high, low_open, high_open, fault)`: every share string, read once by the model. */
export async function readShares(session: Session): Promise<void> {
  await session.run(`CREATE TEMP TABLE share_of
    (text VARCHAR, low BIGINT, high BIGINT, low_open BOOLEAN, high_open BOOLEAN, fault VARCHAR)`);
  const texts = await session.columns(
    "SELECT DISTINCT coalesce(share_text, '') AS s FROM staged_statement WHERE kind = 'interest'",
    { s: "text" },
  );
  const rows = [...(texts.column.s as readonly string[])].map((text) => {
    try {
      const share = parseShare(text);
      return [text, share.low, share.high, share.lowOpen, share.highOpen, null];
    } catch (error) {
      return [text, null, null, null, null, said(error)];
    }
  });
  await fill(session, "share_of", ["VARCHAR", "BIGINT", "BIGINT", "BOOLEAN", "BOOLEAN", "VARCHAR"], rows);
}

const finite = (day: number): number | null => (Number.isFinite(day) ? day : null);

/** The fault in words; anything but a Problem is a fault of the program. */
function said(error: unknown): string {
  if (error instanceof Problem) return error.message;
  throw error;
}
