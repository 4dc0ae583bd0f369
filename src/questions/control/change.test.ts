import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answer, answerIn, inCase } from "../../../test/answer-in.ts";
import { ask } from "../../ask/ask.ts";
import { readClocks } from "../../ask/clocks.ts";
import { bringIn } from "../../formats/bring-in.ts";
import { openCase } from "../../store/duckdb.ts";
import type { ControlFinding } from "./finding.ts";
import { control } from "./index.ts";

const tables = {
  "sources.csv": "id,title,published\ns,A register,2019-01-01\nt,A newspaper,2020-05-01\n",
  "entities.csv": "id,name,kind\na,A,company\nb,B,company\nc,C,company\nd,D,person\ne,E,person\n",
  "interests.csv": [
    "id,subject,party,right,share,from,to,source",
    "c-a,c,a,,60,2015-01-01,2018-01-01,s",
    "c-b,c,b,,60,2018-01-01,,s",
    "c-e,c,e,,10,2016-01-01,2017-01-01,s",
    "b-d,b,d,,100,2017-06-01,,t",
    "a-e,a,e,,100,2010-01-01,,s",
    "",
  ].join("\n"),
};
const side = (finding: ControlFinding) => ({
  verdict: finding.verdict,
  controllers: finding.controllers.map(({ party, certainty, joint, votes }) => ({
    party,
    certainty,
    joint,
    votes,
  })),
});

test("a change is the difference of two full answers, because of what began and ended, and of nothing else", async () => {
  await inCase(tables, async (store) => {
    const ask = (input: object, day: string) => answer(store, control, { entity: "c", ...input }, day);
    const later = await ask({ since: "2016-06-30" }, "2020-12-31");
    const earlier = (await ask({}, "2016-06-30")).findings[0] as ControlFinding;
    const now = later.findings[0] as ControlFinding;
    const { change } = now;
    expect(change?.from).toMatchObject({ asOf: "2016-06-30", knownAsOf: null, ...side(earlier) });
    expect(change?.to).toMatchObject({ asOf: "2020-12-31", ...side(now) });
    expect([change?.gained, change?.lost, change?.surer, change?.lessSure]).toEqual([["d"], ["e"], [], []]);
    expect(change?.search).toBe("smallest");
    expect(change?.causes.map((c) => [c.party, c.held, c.before, c.after, c.needed])).toEqual([
      ["b", "c", null, "60", true],
      ["d", "b", null, "100", true],
      ["a", "c", "60", null, true],
    ]);
    expect(change?.causes.map((c) => c.happened.map((h) => [h.how, h.on]))).toEqual([
      [["began", "2018-01-01"]],
      [["began", "2017-06-01"]],
      [["ended", "2018-01-01"]],
    ]);
    expect(change?.because).toEqual(["b-d", "c-a", "c-b"]);
    const headline = later.blocks.find((block) => block.kind === "headline");
    expect(headline?.text.slice(1)).toEqual([" D gained control.", " E lost control."]);
  });
});

test("what was learned since: a statement first made later, and one withdrawn", async () => {
  await inCase(tables, async (store) => {
    const learned = async (knownSince: string) => {
      const { findings } = await answer(store, control, { entity: "c", knownSince }, "2020-12-31");
      return (findings[0] as ControlFinding).change;
    };
    const first = await learned("2019-06-30");
    expect([first?.from.knownAsOf, first?.to.knownAsOf]).toEqual(["2019-06-30", null]);
    // B controls it by either record: what became known is who is above B.
    expect([first?.gained, first?.lost, first?.onTop, first?.below]).toEqual([["d"], [], [], ["b"]]);
    expect(first?.from.standing).toEqual([
      { party: "b", certainty: "certain", votes: "60", counted: [] },
      { party: "d", certainty: "none", votes: "0", counted: [] },
    ]);
    expect(first?.to.standing.map((one) => [one.party, one.certainty])).toEqual([
      ["b", "certain"],
      ["d", "certain"],
    ]);
    expect(first?.causes.map((c) => c.happened.map((h) => [h.how, h.on]))).toEqual([
      [["stated", "2020-05-01"]],
    ]);
    await store.withdraw(["c-b"], "forged", "2023-02-03T00:00:00Z");
    const second = await learned("2022-01-01");
    expect(second?.from.verdict).toBe("controlled");
    expect([second?.lost, second?.lessSure]).toEqual([["d"], []]);
    expect(second?.to.verdict).toBe("not known");
    expect(second?.causes.map((c) => c.happened)).toEqual([
      [{ how: "withdrawn", on: "2023-02-03", because: ["c-b"] }],
    ]);
  });
});

test("what was superseded and then withdrawn is told with the day of each, by what the later day knows", async () => {
  const folder = mkdtempSync(join(tmpdir(), "armslength-case-"));
  const write = (part: string, share: number, stated: string) => {
    mkdirSync(join(folder, part));
    writeFileSync(join(folder, part, "sources.csv"), "id,title,published\ns,A register,2018-01-01\n");
    writeFileSync(
      join(folder, part, "interests.csv"),
      `id,subject,party,right,share,from,stated_on,source\ni,c,d,,${share},2015-01-01,${stated},s\n`,
    );
    return join(folder, part);
  };
  const [first, second] = [write("a", 60, "2018-01-01"), write("b", 70, "2019-06-01")];
  const store = await openCase(":memory:", { allow: [folder] });
  try {
    await bringIn(store, first, { at: "2018-02-01T00:00:00Z" });
    await bringIn(store, second, { at: "2019-07-01T00:00:00Z" });
    await store.withdraw(["i"], "forged", "2019-11-01T00:00:00Z");
    const happened = async (known: string | undefined) => {
      const { findings } = await ask(control, store, {
        input: { entity: "c", knownSince: "2019-01-01" },
        clocks: readClocks({ "as-of": "2020-12-31", known }, "2024-01-01T00:00:00Z"),
        lang: "en",
        at: "2024-01-01T00:00:00Z",
        version: "test",
      });
      const causes = (findings[0] as ControlFinding).change?.causes;
      return causes?.flatMap((cause) => cause.happened.map(({ how, on }) => [how, on]));
    };
    expect(await happened(undefined)).toEqual([
      ["superseded", "2019-06-01"],
      ["withdrawn", "2019-11-01"],
    ]);
    expect(await happened("2019-08-01")).toEqual([
      ["stated", "2019-06-01"],
      ["superseded", "2019-06-01"],
    ]);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
});

test("where nothing changed that is said, and the votes that moved are still explained", async () => {
  const moved = {
    ...tables,
    "interests.csv":
      "id,subject,party,right,share,from,to,source\n1,c,a,,60,2015-01-01,2018-01-01,s\n2,c,a,,70,2018-01-01,,s\n",
  };
  const { findings, blocks } = await answerIn(
    moved,
    control,
    { entity: "c", since: "2016-01-01" },
    "2019-01-01",
  );
  const { change } = findings[0] as ControlFinding;
  expect(change?.causes.map((c) => [c.before, c.after])).toEqual([["60", "70"]]);
  expect(JSON.stringify(blocks[0])).toContain("is the same on");
});

test("the later day before the earlier one is refused by name", async () => {
  await inCase(tables, async (store) => {
    const ask = (input: object) => answer(store, control, { entity: "c", ...input }, "2019-01-01");
    await expect(ask({ since: "2020-01-01" })).rejects.toMatchObject({ code: "bad-input" });
    await expect(ask({ since: "soon" })).rejects.toMatchObject({ code: "bad-input" });
  });
});

test("what a holding was worth cites what it rests on in that state, and what grew too old beside what ended is told", async () => {
  const files = {
    ...tables,
    "interests.csv": [
      "id,subject,party,right,share,from,to,basis,source",
      "period,c,d,,60,2018-01-01,2021-06-01,,s",
      "seen,c,d,,10,2020-01-01,,observation,t",
      "",
    ].join("\n"),
  };
  const found = await answerIn(files, control, { entity: "c", since: "2020-01-01" }, "2023-06-01");
  const [finding] = found.findings as [ControlFinding];
  const cause = finding.change?.causes.find((c) => c.party === "d");
  expect([cause?.before, cause?.beforeBecause, cause?.after, cause?.afterBecause]).toEqual([
    { low: "10", high: "60" },
    ["period", "seen"],
    { low: "0", high: "10" },
    ["seen"],
  ]);
  expect(cause?.happened.map((h) => [h.how, h.because])).toEqual([
    ["ended", ["period"]],
    ["aged", ["seen"]],
  ]);
});

const written = (...interests: readonly string[]) => ({
  ...tables,
  "interests.csv": ["id,subject,party,right,share,from,to,source", ...interests, ""].join("\n"),
});

test("whether it turns on one holding is held against all that changed, not only against what is looked into", async () => {
  const held = written(
    "1,e,c,,51,2001-01-01,2010-01-01,s",
    "2,e,c,,20,2010-01-01,,s",
    "3,d,e,,40,2010-01-01,,s",
    "4,d,c,,40,2001-01-01,2010-01-01,s",
    "5,d,c,,60,2010-01-01,,s",
  );
  const companies = { ...held, "entities.csv": "id,name,kind\nc,C,company\nd,D,company\ne,E,company\n" };
  const found = await answerIn(companies, control, { entity: "d", since: "2005-01-01" }, "2012-01-01");
  const [finding] = found.findings as [ControlFinding];
  const grown = finding.change?.causes.find((each) => each.party === "c" && each.held === "d");
  expect([grown?.before, grown?.after, grown?.needed]).toEqual(["40", "60", true]);
});

test("what was first stated, or superseded, in a source that names no day for it was so by the last that it may have been", async () => {
  const folder = mkdtempSync(join(tmpdir(), "armslength-case-"));
  const write = (part: string, share: number, published: string, stated: string) => {
    mkdirSync(join(folder, part));
    const sources = `id,title,published\n${part},A register,${published}\n`;
    const rows = [
      `i,c,d,,${share},2015-01-01,${stated},${part}`,
      `${part},c,e,,${share - 50},2015-01-01,,${part}`,
    ];
    writeFileSync(join(folder, part, "sources.csv"), sources);
    writeFileSync(
      join(folder, part, "interests.csv"),
      `id,subject,party,right,share,from,stated_on,source\n${rows.join("\n")}\n`,
    );
    return join(folder, part);
  };
  const store = await openCase(":memory:", { allow: [folder] });
  try {
    await bringIn(store, write("a", 60, "2017-01-01", ""), { at: "2024-01-01T00:00:00Z" });
    await bringIn(store, write("b", 70, "2019", ""), { at: "2024-01-01T00:00:00Z" });
    const happened = async (lang: "en" | "zh") => {
      const asked = { entity: "c", knownSince: "2018-01-01" };
      const { findings, blocks } = await answer(store, control, asked, "2020-12-31", lang);
      const causes = (findings[0] as ControlFinding).change?.causes;
      const told = causes?.flatMap((cause) => cause.happened.map(({ how, on, by }) => [how, on, by]));
      return { told, text: JSON.stringify(blocks) };
    };
    const { told, text } = await happened("en");
    expect(told).toContainEqual(["stated", "2019-12-31", true]);
    expect(told).toContainEqual(["superseded", "2019-12-31", true]);
    expect(text).toContain("first stated by 31 December 2019");
    expect(text).toContain("superseded by 31 December 2019");
    expect((await happened("zh")).text).toContain("至迟2019年12月31日首次陈述");
    await bringIn(store, write("c", 80, "2019", "2019-06-30"), { at: "2024-01-01T00:00:00Z" });
    const dated = await happened("en");
    expect(dated.told).toContainEqual(["stated", "2019-06-30", undefined]);
    expect(dated.text).toContain("first stated on 30 June 2019");
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
});

test("a statement that counts again because another was withdrawn did not begin", async () => {
  await inCase(written("old,c,a,,20,2009-01-01,,s", "new,c,a,,70,2011-06-01,,s"), async (store) => {
    await store.withdraw(["new"], "forged", "2023-02-03T00:00:00Z");
    const found = await answer(store, control, { entity: "c", knownSince: "2022-01-01" }, "2013-01-01");
    const [finding] = found.findings as [ControlFinding];
    expect(finding.change?.causes.map((each) => each.happened.map(({ how, on }) => [how, on]))).toEqual([
      [
        ["again", ""],
        ["withdrawn", "2023-02-03"],
      ],
    ]);
  });
});
