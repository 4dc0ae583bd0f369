import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Open } from "../port.contract.ts";
import type { Batch, Writer } from "../port.ts";
import { type Brought, bring } from "./landing.ts";

type Cells = Readonly<Record<string, string>>;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Rows as a query; `row` from 2, in the order given. */
function query(rows: readonly Cells[], columns: readonly string[]): string {
  const values = rows.map(
    (row, k) =>
      `(${[k + 2, ...columns.map((name) => (row[name] === undefined ? "NULL" : quoted(row[name])))].join(", ")})`,
  );
  const none = `SELECT 2 AS row, ${columns.map((name) => `'' AS ${name}`).join(", ")} WHERE false`;
  return rows.length === 0
    ? `(${none})`
    : `(SELECT * FROM (VALUES ${values.join(", ")}) AS r(row, ${columns.join(", ")}))`;
}

/** The same rows as `bring` inserts, staged narrow: what is one text throughout as a literal, what is empty not at all. */
function batch(into: Batch["into"], file: string, rows: readonly Cells[]): Batch {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = Object.fromEntries(
    names.map((name) => {
      const [first = "", ...others] = new Set(rows.map((row) => row[name] ?? ""));
      return [name, others.length === 0 ? quoted(first) : name];
    }),
  );
  return {
    into,
    file,
    columns,
    from: query(rows, names.length > 0 ? names : ["id"]),
    row: "row",
    where: "true",
  };
}

const FILES = {
  stage_source: "sources.csv",
  stage_entity: "entities.csv",
  stage_statement: "interests.csv",
} as const;

const narrow = (what: Brought): Brought => ({
  ...what,
  sources: [],
  entities: [],
  statements: [],
  stage: async (writer) => {
    for (const [into, rows] of [
      ["stage_source", what.sources],
      ["stage_entity", what.entities],
      ["stage_statement", what.statements],
    ] as const)
      await writer.stage(batch(into, FILES[into], rows ?? []));
  },
});

const cell = (...values: string[]) => fc.constantFrom(...values);
const cells = (columns: Record<string, fc.Arbitrary<string>>) =>
  fc.record(columns, { requiredKeys: ["id"] }).map((row) => row as Cells);

const entity = cells({
  id: cell("a", "b", "c", "d", ""),
  name: cell("Ann", "東方 Ltd.", "Old  Mill, Inc.", ""),
  kind: cell("company", "person", "robot"),
  jurisdiction: cell("GB", ""),
  names: cell("", "zh:南華早報|en:Post"),
  identifiers: cell("", "lei:123|x"),
});
const statement = cells({
  id: cell("1", "2", "3", "4", ""),
  record: cell("", "r", "s"),
  kind: cell("interest", "office"),
  subject: cell("a", "b", "c", ""),
  object: cell("a", "b", "e", ""),
  from_text: cell("", "2019", "2020-02-30"),
  to_text: cell("", "2018", "2021-03-04"),
  stated_text: cell("", "2022", "2023-01-01"),
  share_text: cell("", "25-50", "140"),
  interest_type: cell("", "votingRights", "friendship"),
  direct: cell("", "indirect"),
  source: cell("", "s1", "s2"),
  leader: cell("", "a"),
  members: cell("", "a|f"),
  closes: cell("", "yes"),
  locator: cell("", "line 3", "p. 4"),
  note: cell("", "n"),
});
const source = cells({ id: cell("s1", "s2"), title: cell("T", ""), published: cell("", "2018", "x") });
const file = fc.record({
  sources: fc.array(source, { maxLength: 2 }),
  entities: fc.array(entity, { maxLength: 4 }),
  statements: fc.array(statement, { maxLength: 5 }),
});

async function held(store: Writer): Promise<unknown> {
  const views = ["entity_now", "name_now", "identifier_now", "source_now", "statement_all", "gone"];
  const rows = [];
  for (const view of views)
    rows.push((await store.rows(`SELECT * FROM ${view}`)).map((row) => JSON.stringify(row)).sort());
  const records = (await store.imports()).map(({ sha256: _, ...record }) => record);
  const rejects = [];
  for (const { n } of records) rejects.push(await store.rejects(n));
  return { rows, records, rejects, digest: await store.digest() };
}

export function stagingContract(name: string, open: Open): void {
  describe(`${name}: staging`, () => {
    test("rows staged narrow make the same case as rows inserted, faults and later versions included", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (files) => {
          const [wide, thin] = [await open(), await open()];
          for (const [k, brought] of files.entries()) {
            await bring(wide, { name: `f${k}`, sha256: `f${k}`, ...brought });
            await bring(thin, narrow({ name: `f${k}`, sha256: `f${k}`, ...brought }));
          }
          expect(await held(thin)).toEqual(await held(wide));
          await wide.close();
          await thin.close();
        }),
        { numRuns: 25 },
      );
    }, 240_000);

    test("rows are counted on from the first, those that are none too, and can be moved on", async () => {
      const store = await open();
      const ids = ["a", "", "b", "c", "d"];
      const record = await bring(store, {
        stage: async (writer) => {
          const staged = await writer.stage({
            into: "stage_statement",
            file: "t.csv",
            columns: { id: "id", kind: "'interest'", subject: "'x'", object: "'y'" },
            from: query(
              ids.map((id) => ({ id })),
              ["id"],
            ),
            row: 2,
            where: "id <> ''",
          });
          await staged.number();
          await writer.run(`UPDATE ${staged.table} SET row = row + 2 WHERE row >= 4`);
          await writer.run(
            `INSERT INTO stage_reject SELECT ${staged.column("row")}, 't.csv', 'bad-row', id FROM ${staged.table} WHERE id = 'd'`,
          );
          await writer.run(`DELETE FROM ${staged.table} WHERE id = 'd'`);
        },
      });
      expect(await store.rejects(record.n)).toMatchObject([{ row: 8, message: "d" }]);
      expect(await store.rows("SELECT id, locator FROM statement_all ORDER BY n")).toEqual([
        { id: "a", locator: "t.csv row 2" },
        { id: "b", locator: "t.csv row 6" },
        { id: "c", locator: "t.csv row 7" },
      ]);
      await store.close();
    });
  });
}
