import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keptRows } from "./kept-rows.ts";
import { newSession, ReadPool, type Session } from "./session.ts";

const ROWS = 90_000;
let instance: DuckDBInstance;
let writer: Session;
let pool: ReadPool;

beforeAll(async () => {
  instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  writer = await newSession(instance);
  pool = new ReadPool(() => newSession(instance), 4);
});

afterAll(() => {
  pool.close();
  writer.connection.closeSync();
  instance.closeSync();
});

const use = <T>(work: (session: Session) => Promise<T>) => pool.use(work);

async function made(name: string, columns: string, rows = ROWS): Promise<void> {
  await writer.run(`CREATE TABLE ${name} AS SELECT ${columns} FROM range(${rows}) AS t(i) ORDER BY i`);
}

/** Numbers, truth values and texts, some of them missing, constant, few, many, or all different. */
const EVERYTHING = `CAST(i AS INTEGER) AS n, CAST(i + 7 AS INTEGER) AS later, CAST(5 AS INTEGER) AS five,
  CAST(NULL AS INTEGER) AS never, CASE WHEN i % 3 = 0 THEN NULL ELSE CAST(hash(i) % 1000 AS INTEGER) - 500 END AS some,
  i % 2 = 0 AS even, true AS yes, CASE WHEN i % 5 = 0 THEN NULL ELSE i % 2 = 0 END AS maybe,
  'one' AS one, CAST(NULL AS VARCHAR) AS nothing, CASE WHEN i % 4 = 0 THEN NULL WHEN i % 4 = 1 THEN '' ELSE 'k' || (i % 700) END AS few,
  CASE WHEN i % 7 = 0 THEN '' ELSE '阿里' || (i % 90) END AS word, 'i' || i AS id, CASE WHEN i < 12000 THEN 'same' ELSE 'row ' || i END AS late,
  'register, row ' || (i * 7919 % 100003) || ' 号' AS place`;

test("every row is what the query says, whatever its columns are", async () => {
  await made("everything", EVERYTHING);
  const columns = `s.*, s.few || '!' AS made, '' AS "right"`;
  const kept = await keptRows(use, "everything", columns);
  const rows = await use((session) =>
    session.rows<Record<string, unknown>>(`SELECT ${columns} FROM everything AS s ORDER BY s.n`),
  );
  expect(rows.length).toBe(ROWS);
  const wrong = rows.findIndex((row, at) => JSON.stringify(kept?.(at)) !== JSON.stringify(row));
  expect(wrong < 0 ? null : { row: rows[wrong], kept: kept?.(wrong) }).toBeNull();
});

test("texts are told apart by their bytes, and read as the engine's own are", async () => {
  const odd = `CASE i % 5 WHEN 0 THEN chr(65279) || 'Acme' WHEN 1 THEN 'Acme' WHEN 2 THEN chr(31) WHEN 3 THEN NULL ELSE 'acme' END`;
  await writer.run(`CREATE TABLE odd (few VARCHAR COLLATE NOCASE, own VARCHAR, two BOOLEAN)`);
  await writer.run(
    `INSERT INTO odd SELECT ${odd}, CASE WHEN i % 2 = 0 THEN chr(65279) ELSE '' END || i, i = 1 FROM range(${ROWS}) AS t(i) ORDER BY i`,
  );
  const kept = await keptRows(use, "odd", "s.*");
  const rows = await use((session) => session.rows("SELECT * FROM odd ORDER BY rowid"));
  expect(rows.findIndex((row, at) => JSON.stringify(kept?.(at)) !== JSON.stringify(row))).toBe(-1);
  await writer.run("CREATE TABLE pair AS SELECT i = 1 AS truth FROM range(2) AS t(i) ORDER BY i");
  const pair = await keptRows(use, "pair", "s.*");
  expect([pair?.(0), pair?.(1)]).toEqual([{ truth: false }, { truth: true }]);
});

test.each([
  [
    "one is missing and another has the separator",
    "CASE WHEN i = 5 THEN NULL WHEN i = 9 THEN 'x' || chr(31) || 'y' ELSE 'i' || i END AS id",
  ],
  ["there are other types than numbers, truth values and texts", "DATE '2020-01-01' AS day"],
  ["few texts are very long", "CASE WHEN i < 3000 THEN repeat('x', 30000) || i ELSE '' END AS quote"],
  ["a text of its own is missing", "CASE WHEN i = 89999 THEN NULL ELSE 'i' || i END AS id"],
  [
    "a text of its own has the unit separator in it",
    "'i' || i || CASE WHEN i = 3 THEN chr(31) ELSE '' END AS id",
  ],
])("nothing is kept where %s", async (what, columns) => {
  const name = `t_${what.length}`;
  await made(name, columns);
  expect(await keptRows(use, name, "s.*")).toBeNull();
});

test("nothing is kept of a table without rows, or with rows taken out", async () => {
  await made("none", "CAST(i AS INTEGER) AS n", 0);
  expect(await keptRows(use, "none", "s.*")).toBeNull();
  await made("gaps", "CAST(i AS INTEGER) AS n");
  await writer.run("DELETE FROM gaps WHERE n = 5");
  expect(await keptRows(use, "gaps", "s.*")).toBeNull();
});
