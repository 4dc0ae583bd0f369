import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ENTITY_KINDS } from "../../model/entity.ts";
import { RIGHT_CODES } from "../../model/rights.ts";
import { exampleNames, examplePath, schemaValidator, standardPresent } from "./standard.oracle.ts";
import { contents, fixture, inFolder, withCase } from "./trial.oracle.ts";
import { exportBods, type WrittenBods } from "./write.ts";

const valid = standardPresent ? schemaValidator() : null;
const ALIBABA = new URL("../../../cases/alibaba", import.meta.url).pathname;

type Contents = Awaited<ReturnType<typeof contents>>;
/** Entities that only other kinds of statement mention have nothing to stand for in BODS. */
const described = ({ entities, ...rest }: Contents) => ({
  ...rest,
  entities: entities.filter((row) => !(row as { placeholder: boolean }).placeholder),
});

/** Reads, writes, reads again: both cases, and what was written. */
const there = (path: string, name = "out.json", as?: string) =>
  inFolder(async (folder) => {
    const out = join(folder, name);
    const first = await withCase(
      path,
      async (one, rejects) => {
        const written = await exportBods(one, out, "2026-01-02");
        return { written, rejects, ...described(await contents(one)) };
      },
      as === undefined ? {} : { as },
    );
    const { written, rejects, ...before } = first;
    expect(rejects).toEqual([]);
    const text = readFileSync(out, "utf8");
    const statements = (
      name.endsWith(".json")
        ? JSON.parse(text)
        : text
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line))
    ) as Record<string, unknown>[];
    if (valid) expect(valid(statements)).toBe("");
    const after = await withCase(out, async (one, again) => {
      expect(again).toEqual([]);
      return described(await contents(one));
    });
    return { before, after, written, statements };
  });

test.each(["out.json", "out.jsonl"])(
  "what is written as %s and read again is the same case",
  async (name) => {
    const { before, after, written, statements } = await there(fixture("harbour.json"), name);
    expect(after).toEqual(before);
    expect(before.interests.length).toBeGreaterThan(10);
    expect(written).toEqual({ entities: 13, relationships: 10, leftOut: {} } satisfies WrittenBods);
    expect(statements).toHaveLength(23);
    expect(new Set(statements.map((one) => one.statementId)).size).toBe(23);
  },
);

test("components come before what they explain, and interests of one relationship stay together", async () => {
  const { statements } = await there(fixture("harbour.json"));
  const records = statements.map((one) => one.recordId);
  expect(records.indexOf("rel-3")).toBeGreaterThan(
    Math.max(records.indexOf("rel-1"), records.indexOf("rel-2"), records.indexOf("ent-quay")),
  );
  const ours = statements
    .filter((one) => one.recordId === "rel-1")
    .map((one) => (one.recordDetails as { interests: object[] }).interests);
  expect(ours.map((interests) => interests.length).sort()).toEqual([1, 2]);
  const [quay] = statements.filter((one) => one.recordId === "ent-quay");
  expect(quay?.recordDetails).toEqual({
    isComponent: true,
    entityType: { type: "registeredEntity" },
    name: "Quay Holding a.s.",
    jurisdiction: { name: "Czechia", code: "CZ" },
  });
});

test("rights and dates BODS has no place for are readable in it and come back", async () => {
  await inFolder(async (folder) => {
    const source = join(folder, "case");
    writeFolder(source, {
      entities: [
        "id,name,kind",
        "fund,Fund LP,partnership",
        "gp,General Partner Ltd,company",
        "ann,Ann,person",
      ],
      interests: [
        "id,source,subject,party,right,share,from,to,note,with",
        "i1,filing,fund,gp,generalPartner,,2018,,since the founding,",
        "i2,filing,fund,ann,actingInConcert,about 30,[2023-01-07..2023-12-30],,,gp",
      ],
    });
    const { before, after, statements } = await there(source);
    expect(after).toEqual(before);
    const interests = statements
      .filter((one) => one.recordType === "relationship")
      .map((one) => (one.recordDetails as { interests: object[] }).interests[0]);
    expect(interests).toEqual([
      {
        type: "controlByLegalFramework",
        directOrIndirect: "direct",
        details: "armslength:generalPartner: since the founding",
        startDate: "2018-01-01",
      },
      {
        type: "otherInfluenceOrControl",
        directOrIndirect: "direct",
        details: "armslength:actingInConcert",
        share: { minimum: 27, maximum: 33 },
      },
    ]);
  });
});

test("a file that exists is left alone", async () => {
  await withCase(fixture("harbour.json"), async (one) => {
    await expect(exportBods(one, fixture("harbour.json"), "2026-01-02")).rejects.toMatchObject({
      code: "file-exists",
    });
  });
});

test("the built-in case goes through BODS and back, and says what it leaves out", async () => {
  expect(existsSync(ALIBABA)).toBe(true);
  const { before, after, written } = await there(ALIBABA);
  expect(after).toEqual(before);
  expect(before.interests.length).toBeGreaterThan(20);
  expect(written.leftOut).toMatchObject({ action: expect.any(Number), claim: expect.any(Number) });
});

if (standardPresent) {
  test.each(exampleNames())("the standard's example %s comes back the same", async (name) => {
    const { before, after } = await there(examplePath(name));
    expect(after).toEqual(before);
  });
}

test("any case comes back the same", async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async (files) => {
      await inFolder(async (folder) => {
        const source = join(folder, "case");
        writeFolder(source, files);
        const { before, after } = await there(source);
        expect(after).toEqual(before);
      });
    }),
    { numRuns: 8, seed: 11 },
  );
}, 300_000);

function writeFolder(folder: string, files: { entities: string[]; interests: string[] }): void {
  mkdirSync(folder, { recursive: true });
  const sources = [
    "id,title,publisher,url,published,retrieved,lang,kind,licence,interested,note",
    "filing,The filing,Exchange,not a url,2020-03-31,2021,en,filing,,the holder,page 7",
  ];
  for (const [name, lines] of Object.entries({ ...files, sources })) {
    writeFileSync(join(folder, `${name}.csv`), `${lines.join("\n")}\n`);
  }
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const line = (cells: readonly string[]) => cells.map(cell).join(",");
const words = fc.constantFrom(
  "",
  "Ant",
  "蚂蚁 科技",
  'He said "no"',
  "a; b",
  "founded: 1999-01-02",
  "x | y",
  "armslength:no",
  "born: 1961-02; kind",
  "Ünïcode",
  "form: legalEntity, trust",
);
const one = (...texts: string[]) => fc.constantFrom(...texts);
const entityId = fc.integer({ min: 0, max: 7 }).map((k) => `e${k}`);
const anyEntity = fc.tuple(
  words,
  fc.constantFrom(...ENTITY_KINDS),
  one("", "CN", "KY", "US-DE", "Atlantis", "cn"),
  one("", "media"),
  one("", "zh:阿里巴巴|en:Alibaba", "Aka", "fr:Le, Journal", "und-x-former:Old \\| Name"),
  one("", "lei:549300|uscc:91330", "uri:https://a.example/x", "loose", "uri:no uri"),
  words,
);
const anyInterest = fc.record({
  id: fc.string({
    unit: fc.constantFrom("a", "b", "c", "1", "2", "-", "#", "é"),
    minLength: 1,
    maxLength: 70,
  }),
  subject: entityId,
  party: fc.oneof(entityId, fc.constant("")),
  right: fc.constantFrom("", ...RIGHT_CODES),
  share: one(
    "",
    "34.4",
    "25-50",
    ">25-50",
    "50-<75",
    ">4.3",
    "<0.5",
    "about 30",
    "0-100",
    "0-<1",
    "33.3333333333",
    "33.30",
    "100",
    "0",
    ">0-<100",
  ),
  class: one("", "A", "H shares"),
  direct: one("", "direct", "indirect", "unknown"),
  conditional: one("", "yes", "holder"),
  from: one("", "2018", "2018-06", "2018-06-30", "[2019-01-07..2019-12-30]", "..2015-12"),
  to: one("", "2022", "2022-06-30", "[2023-01-07..2023-12-30]"),
  basis: one("", "period", "observation"),
  stated_on: one("", "2020-01-02", "2021", "2021-05"),
  dispute: one("", "d1"),
  joint: one("", "j1"),
  note: words,
  quote: words,
  locator: one("", "p. 7", "/3/x"),
});
const anyCase = fc
  .tuple(
    fc.array(anyEntity, { minLength: 1, maxLength: 7 }),
    fc.uniqueArray(anyInterest, { minLength: 1, maxLength: 25, selector: (i) => i.id }),
    entityId,
    entityId,
  )
  .map(([entities, interests, leader, member]) => ({
    entities: [
      "id,name,kind,jurisdiction,sector,names,identifiers,note",
      ...entities.map(([name, ...rest], k) =>
        line([`e${k}`, name.trim() === "" ? "Nameless" : name, ...rest]),
      ),
    ],
    interests: [
      `source,leader,with,${Object.keys(interests[0] ?? {}).join(",")}`,
      ...interests
        .filter((interest) => interest.subject !== interest.party)
        .map((interest, k) =>
          line([
            "filing",
            k % 5 === 0 ? leader : "",
            k % 4 === 0 ? `${member}|e1` : "",
            ...Object.values(interest),
          ]),
        ),
    ],
  }));
