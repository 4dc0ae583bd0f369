import type { Writer } from "../../store/port.ts";
import { compileChecks } from "./compile-checks.ts";
import { literal } from "./sql.ts";
import { recordShapes, statementShape } from "./statement-shape.ts";

const details = (
  record: string,
) => `SELECT row, 'recordDetails' AS inside, json_extract(json, '$.recordDetails') AS json
  FROM bods_statement
  WHERE json_extract_string(json, '$.recordType') = '${record}' AND json_type(json, '$.recordDetails') = 'OBJECT'`;

/** Every fault of a statement as a query for `row` and `message`, over `bods_statement(row, json)`. */
export const faultQueries = (): string[] => [
  ...compileChecks(statementShape, "SELECT row, '' AS inside, json FROM bods_statement"),
  ...Object.entries(recordShapes).flatMap(([record, shape]) => compileChecks(shape, details(record))),
];

const REPEATED = `SELECT row, 'statementId "' || id || '" stands already in statement ' || first AS message FROM (
  SELECT row, id, first_value(row) OVER w AS first, first_value(digest) OVER w <> digest AS other FROM (
    SELECT row, json_extract_string(json, '$.statementId') AS id, md5(CAST(json AS VARCHAR)) AS digest FROM bods_statement)
  WINDOW w AS (PARTITION BY id ORDER BY row)) WHERE other AND id IS NOT NULL`;

/**
 * Sets aside every statement of `bods_statement` with a fault, as one reject each that names the fields and what is
 * wrong with them, and leaves the good ones, each once.
 */
export async function setAsideFaulty(writer: Writer, file: string): Promise<void> {
  await writer.run("CREATE OR REPLACE TEMP TABLE bods_fault (row BIGINT, message VARCHAR)");
  for (const query of faultQueries()) await writer.run(`INSERT INTO bods_fault ${query}`);
  await writer.run(`INSERT INTO bods_fault ${REPEATED}`);
  await writer.run(`INSERT INTO stage_reject (row, file, code, message)
    SELECT row, ${literal(file)}, 'bad-row', string_agg(DISTINCT message, '; ' ORDER BY message) FROM bods_fault GROUP BY row`);
  await writer.run("DELETE FROM bods_statement WHERE row IN (SELECT row FROM bods_fault)");
  await writer.run(`DELETE FROM bods_statement WHERE row NOT IN (
    SELECT min(row) FROM bods_statement GROUP BY json_extract_string(json, '$.statementId'))`);
  await writer.run("DROP TABLE bods_fault");
}
