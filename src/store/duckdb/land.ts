import { Problem } from "../../errors.ts";
import type { ImportRecord, Landing, Writer } from "../port.ts";
import { setAside } from "./check.ts";
import { fault } from "./fault.ts";
import { importRecords, touchedIn } from "./imports.ts";
import { landEntities } from "./land-entities.ts";
import { landSources } from "./land-sources.ts";
import { landStatements } from "./land-statements.ts";
import { addLine } from "./log.ts";
import { readDates, readShares } from "./lookup.ts";
import { EMPTY, Parts } from "./parts.ts";
import { renumber } from "./renumber.ts";
import { STAGING, VIEWS } from "./schema.ts";
import { asRead } from "./seldom.ts";
import type { Session } from "./session.ts";
import { settleStatements } from "./supersede.ts";

const STEPS = 7;
const SHOWN = 10;

/** Days since 1970 of an ISO instant. */
export const dayOf = (at: string): number => Math.floor(Date.parse(at) / 86_400_000);

/** Brings a landing in as one transaction: all of it, or, whatever happens, nothing. */
export async function land(session: Session, writer: Writer, landing: Landing): Promise<ImportRecord> {
  const before = (await importRecords(session)).find(
    (one) => one.sha256 === landing.sha256 && one.format === landing.format && one.undone === null,
  );
  if (before) return { ...before, known: true };
  const stop = () => session.connection.interrupt();
  landing.signal?.addEventListener("abort", stop);
  try {
    const parts = await stageAll(session, writer, landing);
    await session.run("BEGIN");
    const record = await fillTables(session, parts, landing);
    await addLine(session, "imported", landing.at, noted(record));
    landing.progress(STEPS - 1, STEPS, "writing");
    await session.run("COMMIT");
    landing.progress(STEPS, STEPS, "done");
    return record;
  } catch (error) {
    await session.run("ROLLBACK").catch(() => undefined);
    throw fault(error, landing.name);
  } finally {
    landing.signal?.removeEventListener("abort", stop);
    await dropTemporary(session).catch(() => undefined);
  }
}

/** What the log keeps of an import. */
const noted = ({
  n,
  name,
  sha256,
  format,
  entities,
  sources,
  statements,
  superseded,
  rejects,
}: ImportRecord) => ({
  ...{ import: n, name, sha256, format, entities, sources, statements, superseded, rejects },
});

/** Says what is done next, unless the import was stopped. */
function step(landing: Landing, k: number, what: string): void {
  if (landing.signal?.aborted)
    throw new Problem("cancelled", `${landing.name}: stopped`, "Nothing was written.");
  landing.progress(k, STEPS, what);
}

/**
 * Reads and checks everything, in temporary tables alone. That is before the transaction: the engine looks through what a
 * transaction itself has written with one thread only.
 */
async function stageAll(session: Session, writer: Writer, landing: Landing): Promise<Parts> {
  await dropTemporary(session);
  for (const [name, columns] of Object.entries(STAGING))
    await session.run(`CREATE TEMP TABLE ${name} (${columns})`);
  step(landing, 0, "reading");
  const parts = new Parts(session);
  await landing.stage({ ...writer, stage: (batch) => parts.stage(batch) });
  await parts.close();
  step(landing, 1, "checking");
  await readDates(session, landing.source.published ?? "");
  await readShares(session);
  await setAside(session, parts, landing.source.id);
  if (landing.strict) await refuse(session, landing.name);
  return parts;
}

async function fillTables(session: Session, parts: Parts, landing: Landing): Promise<ImportRecord> {
  const [last] = await session.rows<{ n: number; statement: number }>(
    "SELECT (SELECT coalesce(max(n), 0) FROM imported) AS n, (SELECT coalesce(max(n), -1) FROM statement) AS statement",
  );
  const n = (last?.n ?? 0) + 1;
  const next = (last?.statement ?? -1) + 1;
  step(landing, 2, "sources");
  const sources = await landSources(session, n, landing);
  step(landing, 3, "entities");
  const entities = await landEntities(session, n, parts);
  step(landing, 4, "statements");
  const { fresh, unchanged } = await landStatements(session, parts, {
    n,
    day: dayOf(landing.at),
    own: landing.source.id,
    next,
  });
  step(landing, 5, "versions");
  const superseded = (await isFirst(session, parts, next)) ? 0 : await settleStatements(session, next);
  await renumber(session);
  await session.run(
    `INSERT INTO reject SELECT ${n}, file, row, code, message FROM stage_reject ORDER BY file, row`,
  );
  const [rejects] = await session.rows<{ n: number }>("SELECT count(*) AS n FROM stage_reject");
  const record = {
    n,
    name: landing.name,
    sha256: landing.sha256,
    format: landing.format,
    reader: landing.reader,
    at: landing.at,
    entities,
    sources,
    statements: fresh,
    superseded,
    unchanged,
    rejects: rejects?.n ?? 0,
  };
  await session.run(
    `INSERT INTO imported SELECT $n, $name, $sha256, $format, $reader, $at, $day, $source, $entities, $sources, $statements,
       $superseded, $unchanged, $rejects`,
    { ...record, day: dayOf(landing.at), source: landing.source.id },
  );
  return { ...record, ...(await touchedIn(session, n)), undone: null, known: false };
}

/** Into an empty case, with one statement a record, nothing gives way to anything. */
async function isFirst(session: Session, parts: Parts, next: number): Promise<boolean> {
  if (next > 0) return false;
  if (parts.of("stage_statement").every((part) => part.column("record") === EMPTY)) return true;
  const [count] = await session.rows<{ each: boolean }>(
    `SELECT count(*) = count(DISTINCT ${asRead("statement", "record", "x")}) AS each FROM statement AS x`,
  );
  return count?.each ?? false;
}

async function refuse(session: Session, name: string): Promise<void> {
  const rejects = await session.rows<{ file: string; row: number; message: string }>(
    "SELECT file, row, message FROM stage_reject ORDER BY file, row",
  );
  if (rejects.length === 0) return;
  const lines = rejects.slice(0, SHOWN).map((one) => `${one.file} row ${one.row}: ${one.message}`);
  throw new Problem(
    "bad-row",
    `${name}: ${rejects.length} ${rejects.length === 1 ? "row is" : "rows are"} wrong; the first: ${lines[0]}`,
    "Correct the rows, or import without --strict: the rest then comes in and these are set aside.",
    lines,
  );
}

/** Whatever the landing and the format made for themselves; the views of the session stay. */
async function dropTemporary(session: Session): Promise<void> {
  const views = await session.rows<{ name: string }>(
    "SELECT view_name AS name FROM system.main.duckdb_views() WHERE temporary AND NOT internal",
  );
  for (const { name } of views)
    if (!(name in VIEWS)) await session.run(`DROP VIEW IF EXISTS temp.main.${name}`);
  const tables = await session.rows<{ name: string }>(
    "SELECT table_name AS name FROM system.main.duckdb_tables() WHERE temporary",
  );
  for (const { name } of tables) await session.run(`DROP TABLE IF EXISTS temp.main.${name}`);
}
