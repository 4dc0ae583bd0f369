import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, describe, expect, test } from "vitest";
import { bring, entity, interest } from "./contract/landing.ts";
import { undoContract } from "./contract/undo.ts";
import { SCHEMA_VERSION } from "./duckdb/schema.ts";
import { openCase } from "./duckdb.ts";
import { storeContract } from "./port.contract.ts";

const small = { threads: 1, memory: 2 ** 29 };
const folder = mkdtempSync(join(tmpdir(), "armslength-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let cases = 0;
const fresh = () => join(folder, `case-${++cases}.duckdb`);

storeContract("DuckDB in memory", () => openCase(":memory:", small));
undoContract("DuckDB looked through", () => openCase(":memory:", { ...small, small: 0 }));

async function raw(path: string, ...statements: string[]): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  for (const sql of statements) await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

test("closing a case stops what is being read from it, and begins nothing that waits its turn", async () => {
  const store = await openCase(":memory:", small);
  const long =
    "SELECT count(*) AS n FROM range(3000000) AS a, range(3000000) AS b WHERE a.range * b.range = 7";
  const readings = Array.from({ length: 7 }, () => store.rows(long).catch((error: unknown) => error));
  await new Promise((done) => setTimeout(done, 300));
  await store.close();
  for (const ended of await Promise.all(readings)) expect(ended).toMatchObject({ code: "cancelled" });
  await expect(store.rows("SELECT 1")).rejects.toMatchObject({ code: "cancelled" });
});

describe("opening a case file", () => {
  test("a new case is made, holds what was brought in, and can be opened again for reading only", async () => {
    const path = fresh();
    const store = await openCase(path, { ...small, create: true });
    await bring(store, { entities: [entity("a")], statements: [interest("s", "a", "b")] });
    const digest = await store.digest();
    await store.close();
    const reader = await openCase(path, { ...small, readOnly: true });
    expect(await reader.digest()).toBe(digest);
    await expect(bring(reader, { entities: [entity("c")] })).rejects.toMatchObject({
      code: "forbidden",
    });
    await reader.close();
    expect(readdirSync(folder).filter((name) => name.startsWith("case-1."))).toEqual(["case-1.duckdb"]);
  });

  test("a case that is not there is only made when asked", async () => {
    await expect(openCase(fresh(), small)).rejects.toMatchObject({ code: "case-missing" });
    await expect(openCase(fresh(), { ...small, create: true, readOnly: true })).rejects.toMatchObject({
      code: "case-missing",
    });
  });

  test.each([
    ["text", "This is no case.\n".repeat(1000)],
    ["an empty file", ""],
    ["a few bytes that begin like one", "12345678DUCK"],
  ])("%s is not a case, and is left as it was", async (_what, content) => {
    const path = fresh();
    writeFileSync(path, content);
    await expect(openCase(path, { ...small, create: true })).rejects.toMatchObject({
      code: "not-a-case",
    });
    expect(statSync(path).size).toBe(content.length);
  });

  test("a database without the tables of a case is not one, nor is one that brings views, macros or tables of its own", async () => {
    const other = fresh();
    await raw(other, "CREATE TABLE t (x INTEGER)");
    await expect(openCase(other, small)).rejects.toMatchObject({ code: "not-a-case" });
    for (const sql of [
      "CREATE VIEW statement_all AS SELECT 1",
      "CREATE MACRO md5(x) AS 'same'",
      "CREATE MACRO duckdb_tables() AS TABLE SELECT 'x' AS table_name",
      "CREATE TABLE extra (x INTEGER)",
      "DROP TABLE reject",
      "UPDATE meta SET value = 'x' WHERE key = 'schema'",
    ]) {
      const path = fresh();
      await (await openCase(path, { ...small, create: true })).close();
      await raw(path, sql);
      await expect(openCase(path, small)).rejects.toMatchObject({ code: "not-a-case" });
    }
    const older = fresh();
    await (await openCase(older, { ...small, create: true })).close();
    await raw(older, "DROP TABLE note");
    await raw(older, "UPDATE meta SET value = '1' WHERE key = 'schema'");
    const empty = fresh();
    for (const path of [older, empty]) {
      await raw(path, "CREATE MACRO md5(x) AS 'same'");
      const before = readFileSync(path);
      await expect(openCase(path, { ...small, create: true })).rejects.toMatchObject({ code: "not-a-case" });
      const same = readFileSync(path).equals(before) && !existsSync(`${path}.wal`);
      expect([path, same]).toEqual([path, true]);
    }
  });

  test("what was redacted is nowhere in the file any more", async () => {
    const path = fresh();
    const store = await openCase(path, { ...small, create: true });
    const secret = "Xq7-the-secret-of-the-statement";
    await bring(store, { statements: [interest("s", "a", "b", { note: secret }), interest("t", "a", "c")] });
    await store.close();
    expect(readFileSync(path).includes(secret)).toBe(true);
    const again = await openCase(path, small);
    await again.redact({ statements: ["s"], sources: [], why: "a court" }, "2020-01-01T00:00:00Z");
    expect(await again.statements(["t"])).toMatchObject([{ subject: "a", object: "c" }]);
    await again.close();
    expect([readFileSync(path).includes(secret), existsSync(`${path}.wal`)]).toEqual([false, false]);
  });

  test("a kill between a redaction and the new file is made good when the case is opened next", async () => {
    const path = fresh();
    const store = await openCase(path, { ...small, create: true });
    const secret = "Xq7-the-secret-of-the-statement";
    await bring(store, { statements: [interest("s", "a", "b", { note: secret }), interest("t", "a", "c")] });
    await store.close();
    writeFileSync(`${path}.rewriting`, "");
    await raw(path, "UPDATE statement SET note = '' WHERE id = 's'");
    await (await openCase(path, { ...small, readOnly: true })).close();
    expect(existsSync(`${path}.rewriting`)).toBe(true);
    const again = await openCase(path, small);
    expect(await again.statements(["t"])).toMatchObject([{ subject: "a", object: "c" }]);
    await again.close();
    expect([readFileSync(path).includes(secret), existsSync(`${path}.rewriting`)]).toEqual([false, false]);
  });

  test("a case of a newer version is refused by name", async () => {
    const path = fresh();
    await (await openCase(path, { ...small, create: true })).close();
    await raw(
      path,
      `UPDATE meta SET value = '${SCHEMA_VERSION + 1}' WHERE key = 'schema'`,
      "CREATE TABLE of_tomorrow (x INTEGER)",
    );
    await expect(openCase(path, small)).rejects.toMatchObject({
      code: "case-too-new",
      message: expect.stringContaining(`case format ${SCHEMA_VERSION + 1}`),
      hint: "Update armslength.",
    });
  });

  test("a case of an older version is given the tables it lacks, and can be read before that", async () => {
    const path = fresh();
    await (await openCase(path, { ...small, create: true })).close();
    const old = ["DROP TABLE log", "DROP TABLE note", "UPDATE meta SET value = '1' WHERE key = 'schema'"];
    await raw(path, ...old);
    const read = await openCase(path, { ...small, readOnly: true });
    expect(await read.log()).toEqual([]);
    await read.close();
    const store = await openCase(path, small);
    await store.note("reply sought", "2020-01-01T00:00:00Z", {});
    await store.close();
    const again = await openCase(path, { ...small, readOnly: true });
    expect(await again.log()).toHaveLength(1);
    await again.close();
    await raw(path, "DROP TABLE log");
    await expect(openCase(path, small)).rejects.toMatchObject({ code: "not-a-case" });
  });

  test("a case is of this version before this version writes to it, whether or not it lacks a table", async () => {
    const path = fresh();
    await (await openCase(path, { ...small, create: true })).close();
    await raw(path, "UPDATE meta SET value = '2' WHERE key = 'schema'");
    const version = async () => {
      const store = await openCase(path, { ...small, readOnly: true });
      const [row] = await store.rows<{ value: string }>("SELECT value FROM meta WHERE key = 'schema'");
      await store.close();
      return row?.value;
    };
    expect(await version()).toBe("2");
    const store = await openCase(path, small);
    await bring(store, { entities: [entity("a")], statements: [interest("i", "a", "b", {})] });
    await store.close();
    expect(await version()).toBe(String(SCHEMA_VERSION));
  });

  test("one process does not open a case twice, under whichever name", async () => {
    const path = fresh();
    const store = await openCase(path, { ...small, create: true });
    mkdirSync(join(folder, "deep"), { recursive: true });
    for (const name of [path, join(folder, "deep", "..", path.slice(folder.length + 1))]) {
      await expect(openCase(name, small)).rejects.toMatchObject({ code: "case-in-use" });
    }
    await store.close();
    await (await openCase(path, small)).close();
  });
});

describe("what the engine may touch", () => {
  test("only the staging folder and the allowed paths, whatever the SQL says", async () => {
    const path = fresh();
    const outside = join(folder, "outside.csv");
    writeFileSync(outside, "a\nsecret\n");
    const allowed = join(folder, "allowed");
    mkdirSync(allowed);
    writeFileSync(join(allowed, "in.csv"), "a\n1\n");
    symlinkSync(outside, join(allowed, "link.csv"));
    const store = await openCase(path, { ...small, create: true, allow: [allowed] });
    expect(await store.rows(`SELECT * FROM read_csv('${join(allowed, "in.csv")}')`)).toEqual([{ a: 1 }]);
    for (const sql of [
      `SELECT * FROM read_csv('${outside}')`,
      `SELECT * FROM read_csv('${join(allowed, "link.csv")}')`,
      `SELECT * FROM read_csv('${join(allowed, "..", "outside.csv")}')`,
      "SELECT * FROM read_text('/etc/passwd')",
      "SELECT * FROM read_csv('https://example.org/x.csv')",
      `COPY (SELECT 1) TO '${join(folder, "out.csv")}'`,
      `ATTACH '${join(folder, "case-1.duckdb")}' AS other`,
      "INSTALL httpfs",
      "LOAD httpfs",
      "SET enable_external_access = true",
      "SET threads = 3",
      "SET lock_configuration = false",
    ]) {
      await expect(store.rows(sql), sql).rejects.toMatchObject({ code: "internal" });
    }
    await store.close();
  });

  test("a file from elsewhere is linked into the staging folder, not copied, and let go after the import", async () => {
    const path = fresh();
    const file = join(folder, "a [1]*.csv");
    writeFileSync(file, "id,name\nx,X\n");
    const store = await openCase(path, { ...small, create: true });
    let links = 0;
    const stage = async (
      writer: typeof store | Parameters<Parameters<typeof bring>[1]["stage"] & object>[0],
    ) => {
      const scan = writer.scan({ as: "csv", path: file });
      links = statSync(file).nlink;
      expect(await writer.rows(`SELECT * FROM ${scan}`)).toEqual([{ id: "x", name: "X" }]);
      expect(await writer.spoiled({ as: "csv", path: file })).toEqual([]);
    };
    await bring(store, { stage });
    expect([links, statSync(file).nlink]).toEqual([2, 1]);
    expect(readdirSync(`${path}.staging`)).toEqual([]);
    const upload = join(`${path}.staging`, "upload.csv");
    writeFileSync(upload, "id\n1\n");
    expect(await store.rows(`SELECT * FROM ${store.scan({ as: "csv", path: upload })}`)).toEqual([
      { id: "1" },
    ]);
    await store.close();
    expect(existsSync(`${path}.staging`)).toBe(false);
  });

  test("what a killed process left in the staging folder is gone at the next opening", async () => {
    const path = fresh();
    await (await openCase(path, { ...small, create: true })).close();
    mkdirSync(`${path}.staging`);
    copyFileSync(path, join(`${path}.staging`, "left"));
    await (await openCase(path, small)).close();
    expect(existsSync(`${path}.staging`)).toBe(false);
  });
});
