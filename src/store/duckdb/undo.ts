import { Problem } from "../../errors.ts";
import type { ImportRecord } from "../port.ts";
import { fault } from "./fault.ts";
import { importRecords } from "./imports.ts";
import { addLine } from "./log.ts";
import { renumber } from "./renumber.ts";
import { asRead } from "./seldom.ts";
import type { Session } from "./session.ts";
import { settleStatements } from "./supersede.ts";

/**
 * Takes an import back: what it brought no longer counts, and what it superseded counts again. Nothing is deleted. What
 * another import had said again, word for word, is from now on that import's.
 */
export async function undo(session: Session, n: number, at: string): Promise<ImportRecord> {
  const record = (await importRecords(session)).find((one) => one.n === n);
  if (!record)
    throw new Problem("unknown-import", `there is no import ${n}`, "`armslength imports` lists them.");
  if (record.undone !== null)
    throw new Problem(
      "unknown-import",
      `import ${n} was taken back already`,
      "`armslength imports` lists them.",
    );
  await session.run("BEGIN");
  try {
    await session.run("INSERT INTO undone VALUES ($n, $at)", { n, at });
    await handOver(session, n);
    await renumber(session);
    await addLine(session, "undone", at, { import: n, name: record.name });
    await session.run("COMMIT");
  } catch (error) {
    await session.run("ROLLBACK").catch(() => undefined);
    throw fault(error, `import ${n}`);
  }
  return { ...record, undone: at };
}

/** Copies what live imports repeated over to the first of them, as if it had brought it. */
async function handOver(session: Session, n: number): Promise<void> {
  await session.run(`CREATE OR REPLACE TEMP TABLE heir AS
    SELECT a.what, a.v, min(a.import) AS import FROM again AS a ANTI JOIN undone AS u ON u.import = a.import
    WHERE (a.what = 'entity' AND a.v IN (SELECT v FROM entity WHERE import = ${n}))
       OR (a.what = 'source' AND a.v IN (SELECT v FROM source WHERE import = ${n}))
       OR (a.what = 'statement' AND a.v IN (SELECT n FROM statement WHERE import = ${n}))
    GROUP BY a.what, a.v`);
  await handVersions(session, "entity", "n");
  await session.run(`INSERT INTO name SELECT m.w, x.k, x.lang, x.text, x.folded, x.bare, x.latin
    FROM name AS x JOIN moved_entity AS m ON m.v = x.v`);
  await session.run(
    "INSERT INTO identifier SELECT m.w, x.k, x.scheme, x.value FROM identifier AS x JOIN moved_entity AS m ON m.v = x.v",
  );
  await handVersions(session, "source", "id");
  await handStatements(session, n);
  for (const table of ["heir", "moved_entity", "moved_source", "moved_statement"])
    await session.run(`DROP TABLE ${table}`);
}

/** New numbers for what changes hands: `moved_…(v, w, import)`. Later repetitions point to the new number. */
async function number(session: Session, what: "entity" | "source" | "statement", key: string): Promise<void> {
  await session.run(`CREATE OR REPLACE TEMP TABLE moved_${what} AS
    SELECT v, import, CAST((SELECT coalesce(max(${key}), -1) FROM ${what}) + row_number() OVER (ORDER BY v) AS INTEGER) AS w
    FROM heir WHERE what = '${what}'`);
  await session.run(`INSERT INTO again SELECT a.import, a.what, m.w FROM again AS a JOIN moved_${what} AS m ON m.v = a.v
    ANTI JOIN undone AS u ON u.import = a.import WHERE a.what = '${what}' AND a.import <> m.import`);
}

async function handVersions(session: Session, table: "entity" | "source", key: string): Promise<void> {
  await number(session, table, "v");
  await session.run(`INSERT INTO ${table} SELECT x.* REPLACE (m.w AS v, m.import AS import)
    FROM ${table} AS x JOIN moved_${table} AS m ON m.v = x.v`);
  await session.run(`INSERT INTO ${table}_gone SELECT a.v, b.import FROM ${table} AS a JOIN ${table} AS b
    ON a.${key} = b.${key} AND a.import < b.import JOIN moved_${table} AS m ON m.w = a.v OR m.w = b.v`);
}

async function handStatements(session: Session, n: number): Promise<void> {
  await number(session, "statement", "n");
  const [own] = await session.rows<{ source: string; day: number; first: number }>(
    `SELECT source, day, (SELECT coalesce(max(n), -1) + 1 FROM statement) AS first FROM imported WHERE n = ${n}`,
  );
  await session.run(
    `CREATE OR REPLACE TEMP TABLE heir_import AS
     SELECT n, source, day FROM imported`,
  );
  await session.run(
    `INSERT INTO statement SELECT x.* REPLACE (m.w AS n, m.import AS import,
       CASE WHEN x.source = $source THEN i.source ELSE x.source END AS source,
       CASE WHEN ${asRead("statement", "stated_text", "x")} = '' AND x.stated = $day THEN i.day ELSE x.stated END AS stated)
     FROM statement AS x JOIN moved_statement AS m ON m.v = x.n JOIN heir_import AS i ON i.n = m.import`,
    { source: own?.source ?? "", day: own?.day ?? 0 },
  );
  await session.run(`INSERT INTO statement_gone SELECT m.w, g.day, g.how, g.import, g.heir, g.corrected, g.why, g.instant
    FROM statement_gone AS g JOIN moved_statement AS m ON m.v = g.n WHERE g.heir IS NULL`);
  await settleStatements(session, own?.first ?? 0);
  await session.run("DROP TABLE heir_import");
}
