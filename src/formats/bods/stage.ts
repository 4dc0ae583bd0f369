import { basename } from "node:path";
import { Problem } from "../../errors.ts";
import type { StagedRows, Writer } from "../../store/port.ts";
import { setAsideFaulty } from "./check-statements.ts";
import { stageClosings } from "./closings.ts";
import { ENTITY_COLUMNS, entityColumns } from "./entity-columns.ts";
import { INTEREST_COLUMNS, interestColumns } from "./interest-columns.ts";
import { type Has, present } from "./present.ts";
import { layoutOf } from "./sniff.ts";
import { SOURCE_COLUMNS, sourceColumns } from "./source-columns.ts";
import { literal } from "./sql.ts";

const RECORD = "json_extract_string(json, '$.recordType')";
const HINT = "Give an array of BODS 0.4 statements, or one statement a line.";

/** Reads a file of BODS 0.4 statements into the staging tables, in bulk: the faulty ones set aside, the rest mapped. */
export async function stageBods(writer: Writer, path: string): Promise<void> {
  const file = basename(path);
  const layout = layoutOf(path);
  await read(writer, path, file);
  await recognise(writer, file);
  const has = await present(writer);
  await setAsideFaulty(writer, file, has);
  const place = layout === "array" ? "'/' || (row - 1)" : "'line ' || row";
  const entities = await stageEntities(writer, file, has);
  await stageInterests(writer, file, place, has, entities);
  await writer.run("DROP VIEW bods_statement");
  for (const table of ["bods_read", "bods_interest", "bods_origin"]) await writer.run(`DROP TABLE ${table}`);
}

/**
 * Makes `bods_statement(row, json, record, rid)`, a view of the table `bods_read`: statements are numbered by where they
 * lie, since counting them while they are read is the work of one thread.
 */
async function read(writer: Writer, path: string, file: string): Promise<void> {
  try {
    await writer.run(
      `CREATE OR REPLACE TEMP TABLE bods_read AS SELECT json, ${RECORD} AS record FROM ${writer.scan({ as: "json", path })}`,
    );
    const [first] = await writer.rows<{ rid: string }>(
      "SELECT CAST(coalesce(min(rowid), 0) AS VARCHAR) AS rid FROM bods_read",
    );
    await writer.run(`CREATE OR REPLACE TEMP VIEW bods_statement AS
      SELECT rowid - ${first?.rid ?? 0} + 1 AS row, json, record, rowid AS rid FROM bods_read`);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const fault = /malformed json.*?"[^"]*", (.*)|invalid unicode|utf-?8/is.exec(said);
    if (!fault) throw error;
    if (fault[1] === undefined)
      throw new Problem("wrong-encoding", `${file} is not UTF-8`, "Save the file as JSON in UTF-8.");
    throw new Problem("bad-file", `${file} is not whole JSON: ${firstLine(fault[1])}`, HINT);
  }
}

const firstLine = (text: string) => (text.split("\n", 1)[0] ?? text).replace(/\s*Try auto-detecting.*$/i, "");

/** JSON that holds no statement at all is another kind of file, not a file of faulty rows. */
async function recognise(writer: Writer, file: string): Promise<void> {
  const [ours] = await writer.rows<{ any: boolean }>('SELECT count(record) > 0 AS "any" FROM bods_statement');
  if (ours?.any) return;
  const [found] = await writer.rows<{ all: number; ours: number; older: number }>(
    `SELECT count(*) AS "all",
       count(*) FILTER (json_type(json, '$.recordType') IS NOT NULL OR json_type(json, '$.recordDetails') IS NOT NULL
         OR json_type(json, '$.statementId') IS NOT NULL) AS ours,
       count(*) FILTER (json_type(json, '$.statementType') IS NOT NULL OR json_type(json, '$.statementID') IS NOT NULL) AS older
     FROM bods_statement`,
  );
  if (!found || found.all === 0) throw new Problem("bad-file", `${file} holds no statements`, HINT);
  if (found.ours > 0) return;
  if (found.older > 0) {
    throw new Problem(
      "bad-file",
      `${file} holds BODS statements of a version before 0.4`,
      "Convert them to BODS 0.4.",
    );
  }
  throw new Problem(
    "bad-file",
    `${file} is JSON, but none of its ${found.all} items is a BODS statement`,
    HINT,
  );
}

const ENTITIES = "FROM bods_statement WHERE record IN ('entity', 'person')";
const ID = "json_extract_string(json, '$.recordId')";
const LATEST = `SELECT row, json FROM (SELECT row, json,
    row_number() OVER (PARTITION BY ${ID} ORDER BY json_extract_string(json, '$.statementDate') DESC, row DESC) AS nth ${ENTITIES}) WHERE nth = 1`;

/**
 * Of every entity and person the latest statement; where as many ids have hashes as there are statements, that is each.
 * They are put in order: the engine makes a join of a long `IN`, and joined rows come as its threads get to them.
 */
async function stageEntities(writer: Writer, file: string, has: Has): Promise<StagedRows> {
  const [count] = await writer.rows<{ each: boolean }>(
    `SELECT count(*) = count(DISTINCT hash(${ID})) AS each ${ENTITIES}`,
  );
  const latest = count?.each ? `SELECT row, json ${ENTITIES}` : LATEST;
  return writer.stage({
    into: "stage_entity",
    file,
    columns: named(ENTITY_COLUMNS.filter((column) => column !== "sector" || has("$.annotations"))),
    from: `(SELECT * FROM (${entityColumns(latest, has)}) ORDER BY row)`,
    row: "row",
    where: "true",
  });
}

const named = (columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, column]));

async function stageInterests(
  writer: Writer,
  file: string,
  place: string,
  has: Has,
  entities: StagedRows,
): Promise<void> {
  const relationships = `SELECT row, json FROM bods_statement WHERE record = 'relationship'`;
  await stageSources(writer, file, relationships, has);
  await writer.run(`CREATE OR REPLACE TEMP TABLE bods_interest AS
    SELECT i.*, false AS derived, s.id AS source FROM (${interestColumns(relationships, place, has)}) AS i JOIN bods_origin AS s ON s.row = i.row ORDER BY i.row, i.k`);
  await writer.stage({
    into: "stage_entity",
    file,
    columns: { id: "subject", name: "'Unspecified entity'", kind: "'unknown'", note: "note" },
    from: `(SELECT min(row) AS row, subject, min('unspecified: ' || why) AS note FROM (
      SELECT row, subject, json_extract_string(props, '$.unspecifiedSubject') AS why FROM bods_interest WHERE props <> '{}'
    ) WHERE why IS NOT NULL AND subject NOT IN (SELECT id FROM ${entities.table}) GROUP BY subject ORDER BY min(row))`,
    row: "row",
    where: "true",
  });
  await stageClosings(writer);
  await writer.stage({
    into: "stage_statement",
    file,
    columns: {
      ...(await filled(writer)),
      kind: "'interest'",
      source: "source",
      closes: "CASE WHEN closed THEN 'yes' ELSE '' END",
    },
    from: `(SELECT * FROM bods_interest ${(await inOrder(writer)) ? "" : `ORDER BY ${ORDER}`})`,
    row: "row",
    where: "true",
  });
}

const ORDER = "derived, day, instant, row, k";

/** Whether the interests lie in the order they are staged in, as those of a file of one day do. */
async function inOrder(writer: Writer): Promise<boolean> {
  const [found] = await writer.rows<{ all: boolean }>(
    `SELECT coalesce(bool_and(before IS NULL OR before < now), true) AS "all"
     FROM (SELECT now, lag(now) OVER () AS before FROM (SELECT ROW(${ORDER}) AS now FROM bods_interest))`,
  );
  return found?.all ?? true;
}

/**
 * Stages the sources of the relationships, and makes `bods_origin(row, id)`: the source of each statement. Statements that
 * say the same of where they come from are read once, at the first of them.
 */
async function stageSources(writer: Writer, file: string, relationships: string, has: Has): Promise<void> {
  const sources = SOURCE_COLUMNS.join(", ");
  const said = has("$.annotations")
    ? "CAST(row AS HUGEINT)"
    : "md5_number(CAST(json_extract(json, ['$.source', '$.publicationDetails']) AS VARCHAR))";
  await writer.run(
    `CREATE OR REPLACE TEMP TABLE bods_said AS SELECT row, ${said} AS said FROM (${relationships})`,
  );
  await writer.run(
    "CREATE OR REPLACE TEMP TABLE bods_first AS SELECT said, min(row) AS row FROM bods_said GROUP BY said",
  );
  const first = "SELECT row, json FROM bods_statement SEMI JOIN bods_first USING (row)";
  await writer.run(`CREATE OR REPLACE TEMP TABLE bods_source AS ${sourceColumns(first, has)}`);
  await writer.run(`INSERT INTO stage_source (row, file, ${sources})
    SELECT row, ${literal(file)}, ${sources} FROM (
      SELECT *, row_number() OVER (PARTITION BY id ORDER BY row) AS nth FROM bods_source WHERE id <> '') WHERE nth = 1 ORDER BY row`);
  await writer.run(`CREATE OR REPLACE TEMP TABLE bods_origin AS SELECT a.row, s.id
    FROM bods_said AS a JOIN bods_first AS f ON f.said = a.said JOIN bods_source AS s ON s.row = f.row`);
  for (const table of ["bods_said", "bods_first", "bods_source"]) await writer.run(`DROP TABLE ${table}`);
}

/** The columns of interests that are not empty throughout. */
async function filled(writer: Writer): Promise<Record<string, string>> {
  const [any] = await writer.rows<Record<string, boolean>>(
    `SELECT ${INTEREST_COLUMNS.map((column) => `coalesce(bool_or(${column} <> ''), false) AS ${column}`).join(", ")} FROM bods_interest`,
  );
  return named(INTEREST_COLUMNS.filter((column) => any?.[column]));
}
