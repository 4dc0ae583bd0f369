import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Redaction } from "../port.ts";
import { fault } from "./fault.ts";
import { FORM } from "./instance.ts";
import { addLine } from "./log.ts";
import { quoted } from "./scan.ts";
import { asRead } from "./seldom.ts";
import type { Session } from "./session.ts";
import { unknownStatement } from "./withdraw.ts";

/** Text of a statement that is content, and what stands for it afterwards. */
const TEXT = [
  ...[
    "from_text",
    "to_text",
    "stated_text",
    "locator",
    "quote",
    "dispute",
    "note",
    "interest_type",
    "share_text",
  ],
  ...["class", "direct", "conditional", "members", "joint", "reason"],
] as const;
const NUMBERS = [
  "subject",
  "object",
  "leader",
  "from_lo",
  "from_hi",
  "to_lo",
  "to_hi",
  "low",
  "high",
  "low_open",
  "high_open",
];
const SOURCE = [
  ...["title", "publisher", "url", "archived_url", "published", "retrieved", "lang", "kind", "licence"],
  ...["derived_from", "interested", "sha256", "note"],
] as const;

/** The first day there is: what is redacted does not count on any day, nor ever counted. */
const ALWAYS = -719_528;

const WANTED = "(SELECT DISTINCT unnest(string_split($ids, chr(31))) AS id)";
const list = (ids: readonly string[]) => ({ ids: ids.join("\u001f") });
const joined = (columns: readonly string[]) =>
  columns.map((column) => `coalesce(CAST(${column} AS VARCHAR), '')`).join(", ");

/**
 * Empties every version of some statements and sources in one transaction; ids, the digests of the rows and, in the log,
 * SHA-256 digests of what they said stay. Throws `unknown-statement`.
 */
export async function redact(
  session: Session,
  { statements, sources, why }: Redaction,
  at: string,
): Promise<void> {
  await session.run("BEGIN");
  try {
    const said = await digests(session, "statement", [...TEXT, ...NUMBERS, "props"], statements);
    const missing = statements.find((id) => !said.has(id));
    if (missing !== undefined) throw unknownStatement(missing);
    const told = await digests(session, "source", SOURCE, sources);
    const empty = [
      ...TEXT.map((column) => `${column} = ''`),
      ...NUMBERS.map((column) => `${column} = NULL`),
      "props = '{}'",
    ];
    await session.run(
      `INSERT INTO statement_gone SELECT n, ${ALWAYS}, 'redacted', NULL, NULL, false, $why, $at FROM statement AS s
       SEMI JOIN ${WANTED} AS w ON w.id = s.id ANTI JOIN (SELECT n FROM statement_gone WHERE how = 'redacted') AS g ON g.n = s.n`,
      { ...list(statements), why, at },
    );
    await session.run(
      `UPDATE statement SET ${empty.join(", ")} WHERE id IN (SELECT id FROM ${WANTED})`,
      list(statements),
    );
    await session.run(
      `UPDATE source SET ${SOURCE.map((column) => `${column} = ''`).join(", ")} WHERE id IN (SELECT id FROM ${WANTED})`,
      list(sources),
    );
    const kept = { statements: Object.fromEntries(said), sources: Object.fromEntries(told) };
    await addLine(session, "redacted", at, { why, ...kept });
    await session.run("COMMIT");
  } catch (error) {
    await session.run("ROLLBACK").catch(() => undefined);
    throw fault(error, "redacting");
  }
}

/** SHA-256 of what all versions of each row of some ids say, by id, sorted. */
async function digests(
  session: Session,
  table: "statement" | "source",
  columns: readonly string[],
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await session.rows<{ id: string; digest: string }>(
    `SELECT t.id, sha256(string_agg(concat_ws(chr(31), ${joined(columns.map((column) => (table === "statement" ? asRead(table, column, "t") : `t.${column}`)))}), chr(30) ORDER BY t.import)) AS digest
     FROM ${table} AS t JOIN ${WANTED} AS w ON w.id = t.id GROUP BY t.id ORDER BY t.id`,
    list(ids),
  );
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

const draftOf = (path: string) => `${path}.rewriting`;

/** Notes beside a case that its file is still to be written anew: a kill between here and there is made good later. */
export const markForRewriting = (path: string): void => writeFileSync(draftOf(path), "");

export const isMarked = (path: string): boolean => existsSync(draftOf(path));

/** Writes a case file anew, without the room that rows once took: what was emptied is then nowhere in it. */
export async function rewrite(path: string): Promise<void> {
  const draft = draftOf(path);
  const fresh = `${draft}.part`;
  rmSync(fresh, { force: true });
  const instance = await DuckDBInstance.create(":memory:");
  try {
    const connection = await instance.connect();
    await connection.run(`ATTACH ${quoted(path)} AS old`);
    await connection.run("CHECKPOINT old");
    await connection.run(`ATTACH ${quoted(fresh)} AS fresh (STORAGE_VERSION ${quoted(FORM)})`);
    await connection.run("COPY FROM DATABASE old TO fresh");
    await connection.run("DETACH fresh");
    await connection.run("DETACH old");
    connection.closeSync();
  } catch (error) {
    rmSync(fresh, { force: true });
    throw fault(error, path);
  } finally {
    instance.closeSync();
  }
  renameSync(fresh, path);
  rmSync(draft, { force: true });
}
