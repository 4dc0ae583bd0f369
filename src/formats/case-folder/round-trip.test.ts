import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { RIGHT_CODES } from "../../model/rights.ts";
import { openCase } from "../../store/duckdb.ts";
import { bringIn } from "../bring-in.ts";
import { COMMON, ENTITIES, SOURCES, STATEMENT_TABLES, type Table } from "./tables.ts";
import { exportCase } from "./write.ts";

const folder = mkdtempSync(join(tmpdir(), "armslength-round-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Record<string, string>;

const pieces = [
  "a",
  "Ω",
  "南",
  "𠮷",
  '"',
  ",",
  "\n",
  "\r\n",
  "|",
  "\\",
  ":",
  " ",
  "en:",
  "é",
  "x-y",
  "'",
  "{}",
  "NULL",
  "#",
];
const prose = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((list) => list.join(""));
const text = prose.map((one) => `t${one}`);
const id = fc.constantFrom("org:a", "org:b", "per:c", "d 南", "e,f", "g'h");
const maybe = (one: fc.Arbitrary<string>) => fc.oneof(fc.constant(""), one);
const date = fc.constantFrom("2018", "2018-06", "2018-06-30", "[2018-01-07..2018-12-30]", "..2019");

const CELLS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  subject: id,
  party: maybe(id),
  object: id,
  by: id,
  authority: fc.constantFrom("org:a", "org:a|org:b"),
  right: maybe(fc.constantFrom(...RIGHT_CODES)),
  share: maybe(fc.constantFrom("12", ">25-50", "about 30", "<0.5", "50-<75", "33.333333333333")),
  direct: maybe(fc.constantFrom("direct", "indirect", "unknown")),
  conditional: maybe(fc.constantFrom("yes", "holder")),
  with: maybe(fc.constantFrom("org:a", "org:b|new", "org:b|org:a|per:c")),
  leader: maybe(id),
  amount: fc.constant("5.25"),
  currency: fc.constant("EUR"),
  base: fc.constant(""),
  for: maybe(fc.constantFrom("yes", "no")),
  exclusive: maybe(fc.constantFrom("yes", "no")),
  wrongdoing: maybe(fc.constantFrom("yes", "no")),
  bearing: maybe(fc.constantFrom("part", "indirect")),
  rating: fc.constantFrom("CC", "NA"),
  unit: fc.constant("copies"),
  from: fc.constantFrom("", "2016", "2017-01-01"),
  to: maybe(date),
  basis: maybe(fc.constantFrom("period", "observation")),
  stated_on: maybe(date),
  source: fc.constantFrom("", "s1", "s2"),
  dispute: maybe(fc.constant("d1")),
  locator: maybe(text),
  quote: prose,
  note: fc.oneof(
    prose,
    text.map((one) => `noBeneficialOwners: ${one}`),
  ),
};

function rowsOf(table: Table): fc.Arbitrary<Row[]> {
  const columns = [...table.columns, ...COMMON].filter((name) => table.kind !== "claim" || name !== "kind");
  const cell = (name: string) => CELLS[name] ?? (table.needs?.includes(name) ? text : prose);
  const row = fc.record(Object.fromEntries(columns.map((name) => [name, cell(name)])));
  const whole = row.filter((one) => one.subject !== one.party || one.subject === undefined);
  return fc
    .array(whole, { maxLength: 4 })
    .map((rows) => rows.map((one, k) => ({ id: `${table.kind}${k}`, ...one })));
}

const world = fc.record({
  "sources.csv": fc.tuple(text, prose, maybe(date), prose).map(([title, publisher, published, note]) => [
    { id: "s1", title, publisher, published, note },
    { id: "s2", title, publisher, published: "" },
  ]),
  "entities.csv": fc.uniqueArray(
    fc.record({
      id,
      name: text,
      kind: fc.constantFrom("company", "person"),
      names: prose,
      identifiers: prose,
      note: prose,
      jurisdiction: fc.constantFrom("", "CN"),
    }),
    { selector: (one) => one.id, maxLength: 5 },
  ),
  ...Object.fromEntries(STATEMENT_TABLES.map((table) => [table.file, rowsOf(table)])),
}) as fc.Arbitrary<Record<string, Row[]>>;

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  [SOURCES.file]: SOURCES.columns,
  [ENTITIES.file]: ENTITIES.columns,
  ...Object.fromEntries(STATEMENT_TABLES.map((table) => [table.file, ["id", ...table.columns, ...COMMON]])),
};

function write(path: string, tables: Record<string, Row[]>): void {
  mkdirSync(path, { recursive: true });
  for (const [file, rows] of Object.entries(tables)) {
    const columns = COLUMNS[file] ?? [];
    const lines = [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ""))];
    const cell = (one: string) => `"${one.replaceAll('"', '""')}"`;
    writeFileSync(join(path, file), `${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`);
  }
}

const bytes = (path: string) =>
  Object.fromEntries(
    readdirSync(path)
      .sort()
      .map((name) => [name, readFileSync(join(path, name), "utf8")]),
  );

let runs = 0;

test("any case, read and written, reads back as itself and is written as the same bytes", async () => {
  await fc.assert(
    fc.asyncProperty(world, async (tables) => {
      const path = join(folder, `run-${++runs}`);
      write(join(path, "in"), tables);
      const options = { threads: 1, memory: 2 ** 29, allow: [path] };
      const one = await openCase(":memory:", options);
      const record = await bringIn(one, join(path, "in"), { at: "2021-01-01T00:00:00Z" });
      expect(await one.rejects(record.n)).toEqual([]);
      await exportCase(one, join(path, "out1"));
      const two = await openCase(":memory:", options);
      await bringIn(two, join(path, "out1"), { at: "2022-01-01T00:00:00Z", strict: true });
      await exportCase(two, join(path, "out2"));
      expect(bytes(join(path, "out2"))).toEqual(bytes(join(path, "out1")));
      const ids = Object.values(tables).flatMap((rows) => rows.map((row) => row.id ?? ""));
      const said = async (store: typeof one) => ({
        entities: await store.entities(ids),
        statements: (await store.statements(ids)).map((row) => ({
          ...row,
          locator: row.locator.replace(/ row \d+$/, ""),
        })),
      });
      expect(await said(two)).toEqual(await said(one));
      for (const [file, rows] of Object.entries(tables)) {
        if (file !== "interests.csv") continue;
        const found = new Map(
          (await one.statements(rows.map((row) => row.id ?? ""))).map((row) => [row.id, row]),
        );
        for (const row of rows)
          expect([found.get(row.id ?? "")?.quote, found.get(row.id ?? "")?.note]).toEqual([
            row.quote,
            row.note,
          ]);
      }
      await one.close();
      await two.close();
      rmSync(path, { recursive: true });
    }),
    { numRuns: 12 },
  );
}, 300_000);
