import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { openCase } from "../store/duckdb.ts";
import { bringIn } from "./bring-in.ts";
import { exportCase } from "./case-folder/write.ts";
import { formatOf } from "./index.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CASES = join(ROOT, "fixtures/case");
const AT = "2021-01-01T00:00:00Z";
const small = { threads: 1, memory: 2 ** 29 };

const folder = mkdtempSync(join(tmpdir(), "armslength-case-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = () => openCase(":memory:", { ...small, allow: [ROOT, folder] });

/** The bytes of every file of a folder. */
const bytes = (path: string) =>
  Object.fromEntries(
    readdirSync(path)
      .sort()
      .map((name) => [name, readFileSync(join(path, name), "utf8")]),
  );

describe("reading a case folder", () => {
  test("spaces of any kind around an id mean nothing, those within it stay", async () => {
    const path = join(folder, "spaces");
    mkdirSync(path);
    const spaces = [" ", "  ", "\u00a0", "\u2003", "\u3000", " \u3000 "];
    const ids = spaces.flatMap((space, k) => [`${space}a${k}`, `b${k}${space}`, `${space}é${k} c${space}`]);
    writeFileSync(
      join(path, "entities.csv"),
      `id,name,kind\n${ids.map((id) => `${id},Daily,outlet\n`).join("")}`,
    );
    const store = await open();
    await bringIn(store, path, { at: AT });
    const found = await store.rows<{ id: string }>("SELECT id FROM entity_id_now ORDER BY n");
    expect(found.map(({ id }) => id)).toEqual(spaces.flatMap((_, k) => [`a${k}`, `b${k}`, `é${k} c`]));
    await store.close();
  });

  test("every table comes in, extra columns as notes, rows counted with the first line as row 1", async () => {
    const store = await open();
    const record = await bringIn(store, join(CASES, "good"), { at: AT });
    expect(await store.rejects(1)).toEqual([]);
    expect(record).toMatchObject({
      name: "good",
      format: "case",
      entities: 4,
      sources: 2,
      statements: 20,
      rejects: 0,
    });
    const kinds = await store.rows(
      "SELECT kind, count(*) AS n FROM statement_all GROUP BY kind ORDER BY kind",
    );
    expect(kinds).toEqual(
      [
        "action",
        "association",
        "claim",
        "denial",
        "evidence",
        "family",
        "hypothesis",
        "interest",
        "membership",
        "office",
      ]
        .concat(["publishes", "rating", "share", "supplies"])
        .map((kind) => ({ kind, n: { interest: 6, share: 2 }[kind] ?? 1 })),
    );
    expect((await store.entities(["daily"]))[0]).toMatchObject({
      note: "colour: red",
      names: [
        { lang: "zh", text: "日报" },
        { lang: "en", text: "Daily" },
      ],
    });
    const found = Object.fromEntries(
      (await store.statements(["i1", "i2", "i4", "i5", "i6", "e1", "d1"])).map((one) => [one.id, one]),
    );
    expect(found.i1).toMatchObject({
      locator: "p. 2",
      note: "price: 1 crown",
      statedOn: "2019-05-04",
      properties: { class: "A", share: "60" },
    });
    expect(found.i2).toMatchObject({
      locator: "interests.csv row 3",
      quote: '"a quarter"',
      statedOn: "2020-02-29",
      properties: { direct: "direct" },
    });
    expect(found.i4).toMatchObject({ object: null, properties: { reason: "noBeneficialOwners" } });
    expect(found.i5).toMatchObject({ object: null, properties: { reason: "unknown" } });
    expect(found.i6?.properties).toMatchObject({ with: "fund|bob", leader: "ann" });
    expect(found.e1).toMatchObject({
      object: "office",
      properties: { authority: "office|court", amount: "1200.50" },
    });
    expect(found.d1).toMatchObject({
      object: "ann",
      subject: null,
      properties: { of: "i2", text: "She denied it,\nin writing." },
    });
    await store.close();
  });

  test("a folder with one table is a case; what names no source rests on the folder itself", async () => {
    const path = join(folder, "one");
    mkdirSync(path);
    writeFileSync(
      join(path, "interests.csv"),
      "\uFEFFID,Subject,PARTY,right,share,source\r\n i1 , a ,b,,12,\r\n",
    );
    const store = await open();
    await bringIn(store, path, { at: AT, source: { title: "My list", publisher: "Me" } });
    expect(await store.statements(["i1"])).toEqual([
      expect.objectContaining({ source: "one", subject: "a", statedOn: "2021-01-01" }),
    ]);
    expect((await store.sources(["one"]))[0]).toMatchObject({
      title: "My list",
      publisher: "Me",
      kind: "file",
    });
    await store.close();
  });

  test.each([
    ["missing-column", "missing-column", 'interests.csv has no column "party"'],
    ["semicolons", "missing-column", 'interests.csv has no column "id"'],
    ["latin-1", "wrong-encoding", "interests.csv line 3 is not UTF-8"],
    ["gbk", "wrong-encoding", "entities.csv line 2 is not UTF-8"],
    ["utf-16", "wrong-encoding", "entities.csv is UTF-16; tables are UTF-8"],
    ["broken-off", "bad-file", "interests.csv breaks off within the quotes opened in line 3"],
    ["empty-file", "bad-file", "interests.csv is empty"],
    ["no-name", "bad-file", "interests.csv has a column without a name"],
    ["twice", "bad-file", 'interests.csv has the column "party" twice'],
    ["not-text", "bad-file", "entities.csv is not a text file"],
  ])("%s is refused as %s, and nothing comes in", async (name, code, message) => {
    const store = await open();
    const before = await store.digest();
    await expect(bringIn(store, join(CASES, name), { at: AT })).rejects.toMatchObject({ code, message });
    expect(await store.digest()).toBe(before);
    expect(await store.imports()).toEqual([]);
    await store.close();
  });

  test("a table with another separator is told so", async () => {
    const store = await open();
    await expect(bringIn(store, join(CASES, "semicolons"), { at: AT })).rejects.toMatchObject({
      hint: expect.stringContaining('";"'),
    });
    await store.close();
  });

  test("bad rows are set aside with their row and the value, the rest comes in; --strict takes none", async () => {
    const store = await open();
    const record = await bringIn(store, join(CASES, "bad-rows"), { at: AT });
    expect(
      (await store.rejects(record.n)).map((one) => `${one.file} ${one.row} ${one.code}: ${one.message}`),
    ).toEqual([
      'actions.csv 2 bad-money: amount "12.345" is not an amount of EUR',
      'actions.csv 3 bad-money: amount: currency "FRANCS" is not an ISO 4217 code',
      "actions.csv 4 bad-row: authority is empty",
      "claims.csv 2 bad-row: statement is empty",
      'claims.csv 3 bad-row: kind "hunch" is not one of fact, attribution, inference, motive, opinion, prediction',
      "denials.csv 2 bad-row: by is empty",
      'evidence.csv 2 bad-row: for "perhaps" is not one of yes, no',
      'interests.csv 2 bad-share: share "140": 140 is above 100',
      "interests.csv 3 bad-row: it has 5 cells where the first line names 6: i2,a,b,shareholding,50",
      "interests.csv 5 bad-row: it has 7 cells where the first line names 6: i4,a,b,shareholding,40,,extra",
      'interests.csv 6 bad-row: its quotes do not match: i5,a,"b" x,shareholding,40,',
      expect.stringMatching(/^interests.csv 7 bad-row: right "friendship" is not one of shareholding/),
      'ratings.csv 2 bad-row: rating "maybe" is not one of CC, C, N, I, II, NA',
      'shares.csv 2 bad-share: value: share "140": 140 is above 100',
      "shares.csv 4 bad-row: market is empty",
    ]);
    expect(
      (await store.rows<{ id: string }>("SELECT id FROM statement_all ORDER BY id")).map((row) => row.id),
    ).toEqual(["c3", "d2", "e4", "h2", "i3", "i7", "r2", "v2"]);
    expect((await store.statements(["i3", "i7"])).map((one) => one.locator)).toEqual([
      "interests.csv row 4",
      "interests.csv row 9",
    ]);
    const digest = await store.digest();
    cpSync(join(CASES, "bad-rows"), join(folder, "strict"), { recursive: true });
    writeFileSync(join(folder, "strict/hypotheses.csv"), "id,set,text,source\nH,s,t,\n");
    await expect(bringIn(store, join(folder, "strict"), { at: AT, strict: true })).rejects.toMatchObject({
      code: "bad-row",
      message: expect.stringContaining('15 rows are wrong; the first: actions.csv row 2: amount "12.345"'),
      choices: expect.arrayContaining([expect.stringContaining("interests.csv row 2")]),
    });
    expect(await store.digest()).toBe(digest);
    await store.close();
  });

  test("a folder or file that is no case, or not there, is told apart", () => {
    expect(() => formatOf(join(CASES, "nothing"))).toThrow(/is in no format/);
    expect(() => formatOf(join(CASES, "nowhere"))).toThrow(/there is no/);
    expect(() => formatOf(join(CASES, "good"), "xls")).toThrow(/no format "xls"/);
    expect(formatOf(join(CASES, "good")).id).toBe("case");
  });
});

describe("importing again", () => {
  test("the same folder changes nothing; with a corrected row only that row is superseded, though every row moved", async () => {
    const path = join(folder, "again");
    cpSync(join(CASES, "good"), path, { recursive: true });
    const store = await open();
    await bringIn(store, path, { at: AT });
    expect(await bringIn(store, path, { at: "2022-02-02T00:00:00Z" })).toMatchObject({ n: 1, known: true });
    const file = join(path, "interests.csv");
    const [head, ...rows] = readFileSync(file, "utf8").split("\n");
    const text = [head, "i0,daily,fund,,5,,,,,,,2020,,period,,reg,,,,,", ...rows]
      .join("\n")
      .replace(",60,A,", ",61,A,");
    writeFileSync(file, text);
    expect(await bringIn(store, path, { at: "2022-02-02T00:00:00Z" })).toMatchObject({
      ...{ statements: 2, superseded: 1, unchanged: 19, entities: 0, sources: 0 },
    });
    await store.close();
  });
});

describe("writing a case folder", () => {
  async function roundTrip(path: string, name: string): Promise<void> {
    const first = join(folder, `${name}-1`);
    const second = join(folder, `${name}-2`);
    const store = await open();
    await bringIn(store, path, { at: AT });
    await exportCase(store, first);
    const other = await open();
    expect(await bringIn(other, first, { at: "2025-05-05T00:00:00Z", strict: true })).toMatchObject({
      rejects: 0,
    });
    await exportCase(other, second);
    expect(bytes(second)).toEqual(bytes(first));
    const ids = (await store.rows<{ id: string }>("SELECT id FROM statement_all ORDER BY id")).map(
      (row) => row.id,
    );
    const bare = async (reader: typeof store) =>
      (await reader.statements(ids)).map((one) => ({
        ...one,
        locator: one.locator.replace(/ row \d+$/, ""),
      }));
    expect(await bare(other)).toEqual(await bare(store));
    await store.close();
    await other.close();
  }

  test("what was written reads back as the same case, and is written as the same bytes", () =>
    roundTrip(join(CASES, "good"), "good"));

  test("the built-in case too", () => roundTrip(join(ROOT, "cases/alibaba"), "alibaba"));

  test("the canonical form is written as people write it", async () => {
    const store = await open();
    await bringIn(store, join(CASES, "good"), { at: AT });
    const path = join(folder, "canonical");
    await exportCase(store, path);
    const written = bytes(path);
    expect(Object.keys(written)).toHaveLength(16);
    expect(written["interests.csv"]?.split("\n").slice(0, 5)).toEqual([
      "id,subject,party,right,share,class,direct,conditional,with,leader,joint,from,to,basis,stated_on,source,locator,dispute,quote,note",
      "i1,daily,holdco,shareholding,60,A,direct,,,,,2018-01-01,,period,,reg,p. 2,,,price: 1 crown",
      'i2,holdco,ann,votingRights,>25-50,,direct,,,,,2018,,period,,paper,,d1,"""a quarter""",said so',
      "i3,holdco,fund,shareholding,about 30,,unknown,,,,,2019,..2020-12,observation,2019-06,reg,,d1,,",
      "i4,holdco,,shareholding,,,direct,,,,,,,period,,reg,,,,noBeneficialOwners: nobody was named",
    ]);
    expect(written["entities.csv"]?.split("\n")).toContain("holdco,Holdco Ltd,company,FD,,,lei:1|uscc:2,");
    await store.close();
  });

  test("bars, backslashes and colons within names and identifiers come back", async () => {
    const path = join(folder, "awkward");
    mkdirSync(path);
    const cells = ["a\\|b\\ |en:c\\| | fr : x|und:de:y|en: ", ":u:1|lei : 2|:|plain"];
    writeFileSync(
      join(path, "entities.csv"),
      `id,name,kind,names,identifiers\nx,X,company,${cells.join(",")}\n`,
    );
    await roundTrip(path, "awkward");
    expect(bytes(join(folder, "awkward-1"))["entities.csv"]?.split("\n")[1]).toBe(
      "x,X,company,,,a\\|b\\ |en:c\\||fr : x|und:de:y,:u:1|lei:2|plain,",
    );
  });

  test("a folder that is there and not empty is left alone; an empty one is filled", async () => {
    const store = await open();
    await bringIn(store, join(CASES, "good"), { at: AT });
    const path = join(folder, "there");
    mkdirSync(path);
    await exportCase(store, path);
    const file = join(path, "sources.csv");
    copyFileSync(file, `${file}.keep`);
    await expect(exportCase(store, path)).rejects.toMatchObject({ code: "file-exists" });
    await expect(exportCase(store, file)).rejects.toMatchObject({ code: "file-exists" });
    expect(existsSync(`${path}.writing`)).toBe(false);
    await store.close();
  });

  test("what was superseded or withdrawn is not written", async () => {
    const store = await open();
    await bringIn(store, join(CASES, "good"), { at: AT });
    await store.withdraw(["i1"], "wrong company", AT);
    const path = join(folder, "withdrawn");
    await exportCase(store, path);
    expect(bytes(path)["interests.csv"]).not.toContain("\ni1,");
    await store.close();
  });
});
