import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inProcess } from "../../test/in-process.ts";

const TABLES = {
  "sources.csv":
    "id,title,publisher,published,url,archived_url,derived_from\n" +
    "s1,A register,The office,2020-01-02,https://a.example/1,https://archive.example/1,s0\n" +
    "s0,The gazette,,,,,\nboth,A page,,,,,\n",
  "entities.csv":
    "id,name,kind\na,Anna,person\nb,Bee Ltd,company\nlone,Lone Ltd,company\nboth,Both,company\n",
  "interests.csv":
    "id,subject,party,right,share,from,source,locator,quote,note\n" +
    "i1,b,a,,60,2019-05,s1,page 3,Anna holds 60.,A note.\ni2,b,a,,70,2019,both,,,\nboth,both,a,,1,2019,s1,,,\n",
  "denials.csv": "id,of,by,text,source,stated_on\nd1,i1,a,I do not.,s1,2020-02-03\n",
};

const folder = mkdtempSync(join(tmpdir(), "armslength-show-"));
const here = inProcess(folder);
beforeAll(async () => {
  mkdirSync(join(folder, "tables"));
  for (const [name, text] of Object.entries(TABLES)) writeFileSync(join(folder, "tables", name), text);
  await here("new", "case.duckdb");
  await here("import", "tables");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fields = async (...argv: string[]) => {
  const { out } = await here("--csv", "show", ...argv);
  return Object.fromEntries(
    out
      .trim()
      .split("\n")
      .map((line) => line.split(/,(.*)/s).slice(0, 2)),
  );
};

describe("one statement", () => {
  test("has all its fields, its source with both addresses, and who denies it", async () => {
    expect(await fields("i1")).toMatchObject({
      field: "value",
      id: "i1",
      "kind of statement": "interest",
      status: "active",
      subject: "Bee Ltd (b)",
      party: "Anna (a)",
      share: "60",
      from: "2019-05",
      quote: "Anna holds 60.",
      note: "A note.",
      denied: '"Denied by Anna, 3 February 2020: I do not."',
      source: '"A register, The office, 2020-01-02 (s1)"',
      "place in it": "page 3",
      address: "https://a.example/1",
      "archived at": "https://archive.example/1",
      repeats: "The gazette (s0)",
    });
    expect((await fields("d1")).denies).toContain("Anna holds in Bee Ltd");
    expect((await here("show", "i1")).out).toMatch(/^field +value\n[\s\S]*\narchived at +https:/);
    expect((await here("--md", "show", "i1")).out).toContain("| share | 60 |");
    const { statement, sources } = JSON.parse((await here("--json", "show", "i1")).out);
    expect([statement.id, sources.s1.archivedUrl]).toEqual(["i1", "https://archive.example/1"]);
    expect((await here("--lang", "zh", "show", "i1")).out).toMatch(/^项目 +内容\n[\s\S]*\n存档 +https:/);
  });

  test("that is withdrawn or redacted says so", async () => {
    await here("withdraw", "i2", "--why", "a slip");
    expect(await fields("i2")).toMatchObject({ status: "withdrawn", withdrawn: "2026-01-02: a slip" });
    await here("redact", "i2", "--why", "a court order");
    const gone = await fields("i2");
    expect([gone.status, gone.share]).toEqual(["redacted", undefined]);
  });
});

test("a source by its id is what `sources` shows, and has its addresses", async () => {
  const { out } = await here("show", "s1");
  expect(out).toBe((await here("sources", "s1")).out);
  expect(out).toMatch(/^A register \(s1\)\n[\s\S]*https:\/\/a\.example\/1\narchived at https:/);
  expect((await here("--md", "show", "s1")).out).toMatch(/^A register \(s1\)\\\nThe office/);
  const none = await here("show", "s0");
  expect([none.out, none.err]).toEqual(["The gazette (s0)\n", "no statement rests on The gazette (s0)\n"]);
});

test("an id of several is told apart with --as; of none, the refusal says what was looked for", async () => {
  const several = await here("show", "both");
  expect([several.code, several.out]).toEqual([2, ""]);
  expect(several.err).toMatch(
    /^ambiguous-entity: "both" is the id of an entity and of a statement and of a source\n.*--as/,
  );
  expect((await here("show", "both", "--as", "entity")).out).toMatch(/^Both \(both\): company/);
  expect((await here("show", "both", "--as", "source")).out).toMatch(/^A page \(both\)/);
  expect(await fields("both", "--as", "statement")).toMatchObject({ share: "1" });
  expect((await here("show", "Bee", "--as", "statement")).err).toMatch(/^unknown-statement: /);
  expect((await here("show", "F9")).err).toMatch(/^unknown-entity: .*no entity, statement or source "F9"/);
});

test.each([
  [["show", "Anna"], "编号  内容"],
  [["sources"], "编号  标题"],
  [["imports"], "编号  名称"],
  [["find", "Bee"], "编号  名称"],
] as const)("%j has Chinese heads, and the same CSV in both languages", async (argv, heads) => {
  const lines = (await here("--lang", "zh", ...argv)).out
    .split("\n")
    .map((line) => line.replace(/ +/g, "  "));
  expect(lines.find((line) => line.startsWith(heads))).toBeDefined();
  const [chinese, english] = [await here("--lang", "zh", "--csv", ...argv), await here("--csv", ...argv)];
  expect(chinese.out.split("\n")[0]).toBe(english.out.split("\n")[0]);
});

test("a redaction that was cut off is told by whatever only reads, until something is written", async () => {
  writeFileSync(join(folder, "case.duckdb.rewriting"), "");
  const cut = /^A redaction of this case was cut off/;
  for (const argv of [
    ["find", "Bee"],
    ["verify", "case.duckdb"],
  ]) {
    const { code, err } = await here(...argv);
    expect([code, err]).toEqual([0, expect.stringMatching(cut)]);
  }
  expect((await here("note", "Bee", "seen")).code).toBe(0);
  expect((await here("find", "Bee")).err).toBe("");
});
