import type { StagedRows, Writer } from "../../store/port.ts";
import { quoted } from "./columns.ts";

/**
 * Sets aside the lines of a table that are no rows, and counts them in: the rows after them move on by one each. Lines
 * are taken for rows, which is exact unless cells before them contain line breaks.
 */
export async function setSpoiledAside(
  writer: Writer,
  { table, number }: Pick<StagedRows, "table" | "number">,
  file: string,
  path: string,
): Promise<void> {
  const lines = await writer.spoiled({ as: "csv", path });
  if (lines.length === 0) return;
  await number();
  const json = JSON.stringify(lines.map(({ line, message }, k) => [line, line - k, k + 1, message]));
  await writer.run(
    `CREATE TEMP TABLE spoiled_line AS SELECT CAST(r->>'$[0]' AS BIGINT) AS line, CAST(r->>'$[1]' AS BIGINT) AS first,
       CAST(r->>'$[2]' AS BIGINT) AS shift, r->>'$[3]' AS message
     FROM (SELECT unnest(CAST($json AS JSON[])) AS r)`,
    { json },
  );
  await writer.run(
    `INSERT INTO stage_reject SELECT line, ${quoted(file)}, 'bad-row', message FROM spoiled_line`,
  );
  await writer.run(`UPDATE ${table} SET row = m.row FROM (
      SELECT s.rowid AS rid, s.row + l.shift AS row FROM ${table} AS s
      ASOF JOIN (SELECT first, max(shift) AS shift FROM spoiled_line GROUP BY first) AS l ON s.row >= l.first) AS m
    WHERE ${table}.rowid = m.rid`);
  await writer.run("DROP TABLE spoiled_line");
}
