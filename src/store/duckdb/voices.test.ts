import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { bring, entity, interest } from "../contract/landing.ts";
import { openCase } from "../duckdb.ts";
import { readEntities, readStatementsAt } from "./read.ts";
import { newSession } from "./session.ts";
import { voicesOf } from "./voices.ts";

const small = { threads: 1, memory: 2 ** 29 };
const folder = mkdtempSync(join(tmpdir(), "armslength-voices-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROWS = 40;
let files = 0;

type Said = readonly Readonly<Record<string, string>>[];

const COLUMNS = {
  entity: { sector: "media", note: "seen", names: "zh:报|en:A", identifiers: "LEI:1" },
  statement: {
    ...{
      to_text: "2019",
      basis: "observation",
      stated_text: "2012",
      quote: "\uFEFFq",
      dispute: "yes",
      note: "n",
    },
    ...{ class: "B", conditional: "yes", members: "e1|e2", joint: "j", reason: "why", props: '{"x":"1"}' },
  },
};

/** Rows in which each column is said by none, by one or two, or by most. */
const said = (columns: Readonly<Record<string, string>>): fc.Arbitrary<Said> =>
  fc
    .tuple(
      ...Object.keys(columns).map(() =>
        fc.oneof(
          fc.constant([]),
          fc.array(fc.nat(ROWS - 1), { minLength: 1, maxLength: 2 }),
          fc.array(fc.nat(ROWS - 1), { minLength: 8, maxLength: ROWS }),
        ),
      ),
    )
    .map((speakers: readonly (readonly number[])[]) =>
      Array.from({ length: ROWS }, (_, row) =>
        Object.fromEntries(Object.entries(columns).filter((_, k) => speakers[k]?.includes(row))),
      ),
    );

async function made(path: string, first: { entities: Said; statements: Said }, later: Said): Promise<void> {
  const store = await openCase(path, { ...small, create: true });
  const statements = (rows: Said, note = "") =>
    rows.map((cells, k) => {
      const whose = cells.members === undefined ? `e${(k * 7) % ROWS}` : "";
      return interest(`s${k}`, `e${k}`, whose, { ...cells, ...(note === "" ? {} : { note }) });
    });
  const entities = first.entities.map((cells, k) => entity(`e${k}`, cells));
  await bring(store, { entities, statements: statements(first.statements) });
  await bring(store, { at: "2021-06-01T12:00:00Z", statements: statements(later.slice(0, 3), "later") });
  await store.withdraw(["s7"], "why", "2022-01-01T00:00:00Z");
  await store.close();
}

test("look-ups that leave out columns that say nothing, and rows kept in memory, are what the views say", async () => {
  const ids = Array.from({ length: ROWS }, (_, k) => `e${k}`);
  const same = fc.asyncProperty(
    said(COLUMNS.entity),
    said(COLUMNS.statement),
    said(COLUMNS.statement),
    async (entities, statements, later) => {
      const path = join(folder, `${files++}.duckdb`);
      await made(path, { entities, statements }, later);
      for (const kept of [false, true]) {
        const store = await openCase(path, { ...small, readOnly: true });
        if (kept) await store.prepare();
        const ordinals = (await store.rows<{ n: number }>("SELECT n FROM statement_all")).map(({ n }) => n);
        const viewed = await readStatementsAt(store.rows, ordinals);
        expect(await store.entities(ids)).toEqual(await readEntities(store.rows, ids));
        const found = await store.statementsAt(ordinals);
        for (const n of ordinals) expect(found.get(n)).toEqual(viewed.get(n));
        await store.close();
      }
    },
  );
  await fc.assert(same, { numRuns: 12 });
});

test("columns are read of every row where many speak, of those that speak where few do, and not where none does", async () => {
  const path = join(folder, "few.duckdb");
  const rows = (cells: (k: number) => Record<string, string>) =>
    Array.from({ length: ROWS }, (_, k) => cells(k));
  const statements = rows((k) => ({
    ...(k % 2 === 0 ? { dispute: "yes" } : {}),
    ...(k === 5 ? { quote: "q" } : {}),
  }));
  await made(path, { entities: rows(() => ({})), statements }, []);
  const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" });
  const session = await newSession(instance);
  const voices = await voicesOf(session, "statement", ROWS);
  const quiet = Array.from({ length: ROWS }, (_, n) => voices.quiet(n));
  expect(quiet.map((one, n) => (one ? -1 : n)).filter((n) => n >= 0)).toEqual([5]);
  const columns = ["dispute", "quote", "joint", "record"];
  expect(columns.map((column) => voices.ofQuiet("statement", column, "s").includes("s."))).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(columns.map((column) => voices.ofOthers("statement", column, "s").includes("s."))).toEqual([
    true,
    true,
    false,
    true,
  ]);
  session.connection.closeSync();
  instance.closeSync();
});
