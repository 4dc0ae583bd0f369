import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openCase } from "../../store/duckdb.ts";
import { bringIn } from "../bring-in.ts";

const folder = mkdtempSync(join(tmpdir(), "armslength-plain-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEAD = "id,subject,party,right,share,from,to,source";

/** Days and plain numbers alone; an empty line, a row at fault and a line that is no row lie between them. */
const PLAIN = [
  "s1,a,b,shareholding,30,2010-05-06,,reg",
  ",,,,,,,",
  "s2,a,c,votingRights,12.5,,2015-01-31,reg",
  "bad,a,,nonsense,1,,,reg",
  "s3,a,,,7,2011-01-01,2012-01-01,reg",
  "too,few",
  "s4,b,unheard of,shareholding,100,,,reg",
];

/** Rows that go before or after them, each of which keeps something from being read off something else. */
const OTHERS = {
  none: [],
  "a year": ["x,b,c,shareholding,5,2010,,reg"],
  "an open end": ["x,b,c,shareholding,5,,..2019,reg"],
  "a range": ["x,b,c,shareholding,20-30,,,reg"],
  "an open range": ["x,b,c,shareholding,>25-50,,,reg"],
  "no share": ["x,b,c,shareholding,,,,reg"],
} as const;

async function read(name: string, before: readonly string[], after: readonly string[], columns = "") {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, "sources.csv"), "id,title,published\nreg,Register,2020-02-03\n");
  writeFileSync(join(path, "entities.csv"), "id,name,kind\na,A,company\nb,B,company\nc,C,company\n");
  const end = columns === "" ? "" : ",";
  const rows = [...before, ...PLAIN, ...after].map((row) => `${row}${end}\n`).join("");
  writeFileSync(join(path, "interests.csv"), `${HEAD}${columns}\n${rows}`);
  const store = await openCase(":memory:", { threads: 1, memory: 2 ** 29, allow: [path] });
  const { n } = await bringIn(store, path, { at: "2021-01-01T00:00:00Z" });
  const found = await store.rows<Record<string, unknown>>(
    `SELECT s.id, a.id AS subject, b.id AS object, s.from_text, s.to_text, s.from_lo, s.from_hi, s.to_lo, s.to_hi, s.stated,
       s.low, s.high, s.low_open, s.high_open, s.reason, s.locator, s.n
     FROM statement_all AS s LEFT JOIN entity_now AS a ON a.n = s.subject LEFT JOIN entity_now AS b ON b.n = s.object
     WHERE s.id <> 'x' ORDER BY s.n`,
  );
  const rejects = await store.rejects(n);
  await store.close();
  return { found, rejects };
}

test("rows of days and plain numbers are read the same whatever stands beside them", async () => {
  const alone = await read("alone", [], []);
  expect(alone.rejects.map(({ row }) => row)).toEqual([5, 7]);
  expect(alone.found.map(({ id, object, reason, locator }) => [id, object ?? "", reason, locator])).toEqual([
    ["s1", "b", "", "interests.csv row 2"],
    ["s2", "c", "", "interests.csv row 4"],
    ["s3", "", "unknown", "interests.csv row 6"],
    ["s4", "unheard of", "", "interests.csv row 8"],
  ]);
  const moved = alone.found.map((row) => ({
    ...row,
    n: Number(row.n) + 1,
    locator: String(row.locator).replace(/\d+$/, (row) => String(Number(row) + 1)),
  }));
  for (const [k, rows] of Object.values(OTHERS).entries()) {
    expect((await read(`after-${k}`, [], rows)).found).toEqual(alone.found);
    if (rows.length > 0) expect((await read(`before-${k}`, rows, [])).found).toEqual(moved);
  }
  expect((await read("noted", [], [], ",note")).found).toEqual(alone.found);
});
