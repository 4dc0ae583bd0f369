import type { Writer } from "../../store/port.ts";
import { type Check, compileChecks } from "./compile-checks.ts";
import { compileSuspects } from "./compile-suspects.ts";
import type { Has } from "./present.ts";
import { literal } from "./sql.ts";
import { recordShapes, statementShape } from "./statement-shape.ts";

const suspect = "SELECT row, '' AS inside, json FROM bods_statement SEMI JOIN bods_suspect USING (row)";

/** Every fault of a statement as a query for `row` and `message`, over `bods_statement(row, json, record)`. */
const checks = (has: Has): Check[] => [
  ...compileChecks(statementShape, suspect, "$", has),
  ...Object.entries(recordShapes).flatMap(([record, shape]) =>
    compileChecks(shape, `${suspect} WHERE record = '${record}'`, "$.recordDetails", has),
  ),
];

/** The statements that need be looked at more closely, as queries for `row`. */
const suspects = (has: Has): string[] => [
  "SELECT row FROM bods_statement WHERE contains(CAST(json AS VARCHAR), 'null')",
  ...compileSuspects(statementShape, "SELECT row, json FROM bods_statement", "$", has),
  ...Object.entries(recordShapes).flatMap(([record, shape]) =>
    compileSuspects(
      shape,
      `SELECT row, json FROM bods_statement WHERE record = '${record}'`,
      "$.recordDetails",
      has,
    ),
  ),
];

const REPEATED = `SELECT row, 'statementId "' || id || '" stands already in statement ' || first AS message FROM (
  SELECT row, id, first_value(row) OVER w AS first, first_value(digest) OVER w <> digest AS other FROM (
    SELECT row, json_extract_string(json, '$.statementId') AS id, md5(CAST(json AS VARCHAR)) AS digest FROM bods_statement)
  WINDOW w AS (PARTITION BY id ORDER BY row)) WHERE other AND id IS NOT NULL`;

/**
 * Sets aside every statement of `bods_statement` with a fault, as one reject each that names the fields and what is
 * wrong with them, and leaves the good ones, each once.
 */
export async function setAsideFaulty(writer: Writer, file: string, has: Has): Promise<void> {
  await writer.run("CREATE OR REPLACE TEMP TABLE bods_fault (row BIGINT, message VARCHAR)");
  await writer.run("CREATE OR REPLACE TEMP TABLE bods_suspect (row BIGINT)");
  for (const sql of suspects(has)) await writer.run(`INSERT INTO bods_suspect ${sql}`);
  const [closer] = await writer.rows<{ any: boolean }>('SELECT count(*) > 0 AS "any" FROM bods_suspect');
  if (closer?.any) for (const { sql } of checks(has)) await writer.run(`INSERT INTO bods_fault ${sql}`);
  const repeats = await repeated(writer);
  if (repeats) await writer.run(`INSERT INTO bods_fault ${REPEATED}`);
  await writer.run(`INSERT INTO stage_reject (row, file, code, message)
    SELECT row, ${literal(file)}, 'bad-row', string_agg(DISTINCT message, '; ' ORDER BY message) FROM bods_fault GROUP BY row`);
  const drop = (which: string) =>
    writer.run(`DELETE FROM bods_read WHERE rowid IN (SELECT rid FROM bods_statement WHERE row ${which})`);
  if (repeats || closer?.any) await drop("IN (SELECT row FROM bods_fault)");
  if (repeats) {
    await drop(
      "NOT IN (SELECT min(row) FROM bods_statement GROUP BY json_extract_string(json, '$.statementId'))",
    );
  }
  for (const table of ["bods_fault", "bods_suspect"]) await writer.run(`DROP TABLE ${table}`);
}

async function repeated(writer: Writer): Promise<boolean> {
  const [count] = await writer.rows<{ repeats: boolean }>(
    "SELECT count(id) <> count(DISTINCT hash(id)) FILTER (id IS NOT NULL) AS repeats FROM (SELECT json_extract_string(json, '$.statementId') AS id FROM bods_statement)",
  );
  return count?.repeats ?? false;
}
