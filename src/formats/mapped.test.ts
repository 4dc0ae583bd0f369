import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { openCase } from "../store/duckdb.ts";
import { bringIn } from "./bring-in.ts";
import { formatOf } from "./index.ts";
import { mappedBy } from "./mapped.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PRESS = join(ROOT, "fixtures/mapped/press");
const AT = "2024-06-01T00:00:00Z";
const folder = mkdtempSync(join(tmpdir(), "armslength-mapped-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = () => openCase(":memory:", { threads: 1, memory: 2 ** 29, allow: [ROOT, folder] });

let made = 0;
/** A folder of its own with these files. */
function files(texts: Readonly<Record<string, string | object>>): string {
  const path = join(folder, `f${++made}`);
  mkdirSync(path);
  for (const [name, text] of Object.entries(texts))
    writeFileSync(join(path, name), typeof text === "string" ? text : JSON.stringify(text));
  return path;
}

/** A mapping of one table `t.csv`, as a folder with the table beside it. */
const one = (table: string, rules: object, more: object = {}) =>
  files({
    "t.csv": table,
    "m.map.json": { mapping: 1, title: "t", files: [{ file: "t.csv", ...rules }], ...more },
  });

const interest = (more: object) => ({
  interests: [{ id: "{n}", subject: "{a}", party: "{b}", right: "shareholding", ...more }],
});

/** What an interest's share, dates and such became, or the reason its row was set aside. */
async function read(table: string, rules: object, more: object = {}): Promise<Record<string, unknown>[]> {
  const store = await open();
  try {
    const record = await bringIn(store, one(table, rules, more), { at: AT });
    const rejects = (await store.rejects(record.n)).map((r) => ({ row: r.row, said: r.message }));
    const rows = await store.rows<Record<string, unknown>>(
      "SELECT id, share_text AS share, from_text AS since, interest_type AS right, source, note, reason FROM statement_all ORDER BY n",
    );
    return [...rows, ...rejects];
  } finally {
    await store.close();
  }
}

describe("tables through a mapping", () => {
  test("become entities, interests and a source; bad rows are set aside with their row and reason", async () => {
    const store = await open();
    const record = await bringIn(store, PRESS, { at: AT });
    expect(record).toMatchObject({
      format: "mapped",
      name: "press",
      entities: 9,
      sources: 1,
      statements: 10,
    });
    expect((await store.rejects(record.n)).map((r) => `${r.file} ${r.row} ${r.code}: ${r.message}`)).toEqual([
      "links.tsv 5 bad-row: it says again what row 4 says",
      'links.tsv 12 bad-row: right "befriends" is not in the mapping, which names equals, above, below, takes part, controls',
      'links.tsv 13 bad-row: share "a third" is not a percentage',
      "links.tsv 14 bad-row: it has 6 cells where the first line names 5: 13\tAda Berg\tbelow\t10,00%\tNorth Holding\tx",
    ]);
    const stated = await store.statements(["link:2", "link:3", "link:7", "link:8", "link:10", "link:14"]);
    expect(stated.map((s) => [s.properties.right, s.properties.share, s.locator, s.note])).toEqual([
      ["shareholding", "27.5", "links.tsv row 3", ""],
      ["statedControl", undefined, "links.tsv row 4", ""],
      ["shareholding", ">50", "links.tsv row 8", ""],
      ["shareholding", "0", "links.tsv row 9", "The source states 0 %."],
      ["shareholding", undefined, "links.tsv row 11", ""],
      ["shareholding", "<10", "links.tsv row 15", ""],
    ]);
    expect(
      await store.entities(["org:Harbour Press", "title:The Lantern", "title:The Unlisted", "per:ada"]),
    ).toMatchObject([
      { kind: "company", note: "formerly Tide & Co" },
      { kind: "outlet", sector: "daily", names: [{ lang: "de", text: "Die The Lantern" }] },
      { kind: "outlet", note: "Named in a link, in no list of the source.", placeholder: false },
      { kind: "person", identifiers: [{ scheme: "press", value: "ada" }] },
    ]);
    expect((await store.entities(["org:Twin Mills"]))[0]?.note).toBe("");
    expect((await store.sources(["ost"]))[0]).toMatchObject({ licence: "CC0-1.0", published: "2024-03" });
    await store.close();
  });

  test("again change nothing; a corrected cell supersedes its statement alone", async () => {
    const path = files({});
    cpSync(PRESS, path, { recursive: true });
    const store = await open();
    await bringIn(store, path, { at: AT });
    const digest = await store.digest();
    expect(await bringIn(store, path, { at: "2024-07-01T00:00:00Z" })).toMatchObject({ known: true });
    expect(await store.digest()).toBe(digest);
    const links = join(path, "links.tsv");
    writeFileSync(links, readFileSync(links, "utf8").replace("27,50%", "28,00%"));
    expect(await bringIn(store, path, { at: "2024-07-01T00:00:00Z" })).toMatchObject({
      ...{ entities: 0, sources: 0, statements: 1, superseded: 1, unchanged: 9 },
    });
    await store.close();
  });

  test("refused with --strict, as one", async () => {
    const store = await open();
    await expect(bringIn(store, PRESS, { at: AT, strict: true })).rejects.toMatchObject({
      code: "bad-row",
      message: expect.stringContaining("4 rows are wrong"),
    });
    expect(await store.imports()).toEqual([]);
    await store.close();
  });

  test("may lie elsewhere than the mapping, in a folder or each by name; one table may be called anything", async () => {
    const mapping = join(PRESS, "press.map.json");
    const tables = ["links.tsv", "titles.tsv", "groups.csv"].map((name) => join(PRESS, name));
    for (const paths of [[PRESS], tables]) {
      const store = await open();
      const through = mappedBy(mapping, paths);
      expect(await bringIn(store, paths[0] as string, { at: AT, through })).toMatchObject({ statements: 10 });
      await store.close();
    }
    expect(() => mappedBy(mapping, tables.slice(1))).toThrow(
      /there is no links\.tsv, which press\.map\.json reads/,
    );
    const sole = one("n,a,b\n1,x,y\n", interest({}));
    cpSync(join(sole, "t.csv"), join(sole, "renamed.txt"));
    const store = await open();
    const through = mappedBy(join(sole, "m.map.json"), [join(sole, "renamed.txt")]);
    expect(await bringIn(store, join(sole, "renamed.txt"), { at: AT, through })).toMatchObject({
      name: "renamed.txt",
      statements: 1,
    });
    await store.close();
  });

  test("are recognised by the mapping beside them, which must be one", () => {
    expect(formatOf(PRESS).id).toBe("mapped");
    const two = files({ "a.map.json": "{}", "b.map.json": "{}" });
    expect(() => formatOf(two).files(two)).toThrow(/holds 2 mappings: a\.map\.json, b\.map\.json/);
  });
});

describe("separators and quotes", () => {
  test.each([",", ";", "\t", "|"])(
    "a table separated by %j is told by the columns the mapping reads",
    async (s) => {
      const table = ["n,a,b", "1,x,y", '2,x,"q""z"'].join("\n").replaceAll(",", s);
      expect(await read(table, interest({ note: "{b}" }))).toMatchObject([{ note: "y" }, { note: 'q"z' }]);
    },
  );

  test("a quote is a character where the mapping says so", async () => {
    const rows = await read('n|a|b\n1|x|5" screen\n', { quotes: false, ...interest({ note: "{b}" }) });
    expect(rows).toMatchObject([{ note: '5" screen' }]);
  });

  test("names and cells with quotes, semicolons and comments are text and nothing else", async () => {
    const evil = `'); DROP TABLE statement; -- "`;
    const table = `n,a,"b""'; --",c\n1,x,y,"${evil.replaceAll('"', '""')}"\n`;
    const rules = {
      interests: [
        {
          id: "{n}'",
          subject: "{a}",
          party: `{b"'; --}`,
          right: "shareholding",
          note: { from: "{c}", map: { [evil]: `${evil} told` } },
        },
      ],
    };
    expect(await read(table, rules)).toMatchObject([{ id: "1'", note: `${evil} told` }]);
  });
});

describe("values", () => {
  const shares = (cells: readonly string[], value: object) =>
    read(
      `n,a,b,s\n${cells.map((cell, i) => `${i},x,y${i},"${cell}"`).join("\n")}\n`,
      interest({ share: { from: "{s}", ...value } }),
    ).then((rows) => rows.map((row) => row.share ?? row.said));

  test("a fraction becomes a percentage in the text itself, digit for digit", async () => {
    const cells = [
      "0.5",
      ".25",
      "1",
      "0",
      "0.14770874120277874",
      "1e-3",
      "2.5E-1",
      ">0.5",
      "0.0335",
      "00.07",
    ];
    expect(await shares(cells, { as: "fraction" })).toEqual([
      ...["50", "25", "100", "0", "14.770874120277874", "0.1", "25", ">50", "3.35", "7"],
    ]);
  });

  test("a percentage keeps its digits, with a point or a comma", async () => {
    expect(await shares(["50.00%", "33.3 %", "<7", "007"], { as: "percent" })).toEqual([
      "50",
      "33.3",
      "<7",
      "7",
    ]);
    expect(await shares(["12,50 %", "100"], { as: "percent", decimal: "," })).toEqual(["12.5", "100"]);
  });

  test("what is no number, or too much, is set aside with the value; an empty cell is unknown", async () => {
    expect(await shares(["half", "1.2", "", "50%"], { as: "fraction" })).toEqual([
      "",
      'share "half" is not a fraction of 1',
      'share "120": 120 is above 100',
      'share "50%" is not a fraction of 1',
    ]);
  });

  test("dates, as written and as the beginning of a time", async () => {
    const table = "n,a,b,d,t\n1,x,y,30/06/2020,2020-06-30 11:12:13.5\n2,x,z,31/06/2020,2020\n3,x,w,,\n";
    const dated = interest({ from: { from: "{d}", as: { date: "%d/%m/%Y" } } });
    expect(await read(table, dated)).toMatchObject([
      { id: "1", since: "2020-06-30" },
      { id: "3", since: "" },
      { row: 3, said: 'from "31/06/2020" is not a date written as %d/%m/%Y' },
    ]);
    expect(await read(table, interest({ from: { from: "{t}", as: "day" } }))).toMatchObject([
      { id: "1", since: "2020-06-30" },
      { id: "3", since: "" },
      { row: 3, said: 'from "2020" is not a time that begins with its day, as 2024-06-30' },
    ]);
  });

  test("match keeps a part of a cell, only and except choose rows, empty words mean not known", async () => {
    const table = "n,a,b,k\n1,x,y,F-15-a\n2,x,z,n/a\n3,x,w,skip\n4,x,v,\n";
    const rules = {
      empty: ["n/a"],
      interests: [
        {
          except: { k: ["skip"] },
          only: { a: ["x"] },
          id: "{n}",
          subject: "{a}",
          party: "{b}",
          right: "shareholding",
          note: { from: "{k}", match: "-([0-9]+)-", otherwise: "none" },
        },
      ],
    };
    expect(await read(table, rules)).toMatchObject([
      { id: "1", note: "15" },
      { id: "2", note: "none" },
      { id: "4", note: "none" },
    ]);
  });

  test("a party may be empty only where the mapping says what that means", async () => {
    const table = "n,a,b\n1,x,\n2,x,y\n";
    expect(await read(table, interest({}))).toMatchObject([
      { id: "2" },
      { row: 2, said: expect.stringContaining("party is empty") },
    ]);
    expect(await read(table, interest({ unnamedParty: true, note: "noBeneficialOwners" }))).toMatchObject([
      { id: "1", reason: "noBeneficialOwners" },
      { id: "2", reason: "" },
    ]);
  });

  test("other tables too: who publishes what, and offices; a required cell may not be empty", async () => {
    const store = await open();
    const rules = {
      publishes: [{ id: "p{n}", subject: "{a}", object: "{b}", need: "{c}" }],
      offices: [{ id: "o{n}", subject: "{c}", object: "{a}", role: "editor" }],
      claims: [{ id: "c{n}", text: "{c}", statement: "o{n}", kind: "fact" }],
    };
    const record = await bringIn(store, one("n,a,b,c\n1,x,y,ann\n2,x,z,\n", rules), { at: AT });
    expect((await store.rejects(record.n)).map((r) => `${r.row} ${r.message}`).sort()).toEqual([
      "3 subject is empty",
      "3 text is empty",
    ]);
    const rows = await store.rows("SELECT id, kind, props FROM statement_all ORDER BY id");
    expect(rows).toEqual([
      { id: "c1", kind: "claim", props: '{"text":"ann","statement":"o1","kind":"fact"}' },
      { id: "o1", kind: "office", props: '{"role":"editor"}' },
      { id: "p1", kind: "publishes", props: '{"need":"ann"}' },
      { id: "p2", kind: "publishes", props: "{}" },
    ]);
    await store.close();
  });

  test("an entity described twice in the same words is one; otherwise the second row is set aside", async () => {
    const store = await open();
    const rules = { entities: [{ id: "{i}", name: "{m}", kind: "company" }] };
    const record = await bringIn(store, one("i,m\na,A\na,A\na,B\nb,B\n", rules), { at: AT });
    expect(record).toMatchObject({ entities: 2, rejects: 1 });
    expect((await store.rejects(record.n))[0]).toMatchObject({
      row: 4,
      message: 'id "a" is described otherwise in t.csv row 2',
    });
    await store.close();
  });
});

describe("a mapping that is wrong", () => {
  test.each([
    [
      "a column the file has not",
      interest({ note: "{colour}" }),
      "missing-column",
      /t\.csv has no column "colour"/,
    ],
    [
      "a column made of a later one",
      { columns: { p: "{q}", q: "{a}" }, ...interest({ note: "{p}" }) },
      "bad-mapping",
      /made of "q"/,
    ],
    [
      "a column made that is there",
      { columns: { a: "{b}" }, ...interest({}) },
      "bad-mapping",
      /has a column "a" of its own/,
    ],
    [
      "no regular expression",
      interest({ note: { from: "{a}", match: "(" } }),
      "bad-mapping",
      /no regular expression/,
    ],
    [
      "a regular expression without a group",
      interest({ note: { from: "{a}", match: "x" } }),
      "bad-mapping",
      /has no group/,
    ],
  ])("%s: told when the file is there, and nothing comes in", async (_, rules, code, said) => {
    const store = await open();
    const path = one("n,a,b\n1,x,y\n", rules);
    await expect(bringIn(store, path, { at: AT })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(said),
    });
    expect(await store.imports()).toEqual([]);
    await store.close();
  });
});
