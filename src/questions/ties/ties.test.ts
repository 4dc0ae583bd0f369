import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answer, answerIn, inCase } from "../../../test/answer-in.ts";
import { lacking } from "../../../test/question-folder.ts";
import { answerCsv } from "../../ask/csv.ts";
import { EVIDENCE } from "../../networks/ties/strength.ts";
import type { TiesFinding } from "./finding.ts";
import { ties } from "./index.ts";
import { tiesWords } from "./words.ts";

const FOLDER = import.meta.dirname;
const cases = readdirSync(join(FOLDER, "cases"));

test("ties has its method page, cases and tests", () => {
  expect(lacking(FOLDER, "ties")).toEqual([]);
});

test("the method page says what every sort of evidence is", () => {
  const page = readFileSync(join(FOLDER, "method.md"), "utf8");
  for (const evidence of EVIDENCE.slice(1)) expect(page, evidence).toContain(`\`${evidence}\``);
});

test.each(cases)("case %s", async (file) => {
  const written = JSON.parse(readFileSync(join(FOLDER, "cases", file), "utf8"));
  const { findings, gaps } = await answerIn(written.case, ties, written.input, written.asOf);
  const all = findings as TiesFinding[];
  const { expect: expected } = written;
  expect(all.map((finding) => finding.path)).toEqual(expected.paths);
  expect(all.map(({ evidence, contested }) => evidence + (contested ? ", denied" : ""))).toEqual(
    expected.evidence,
  );
  expect(gaps.map((gap) => gap.code)).toEqual(expected.gaps);
  const links = new Map(all.flatMap(({ links }) => links.map((link) => [`${link.from} ${link.to}`, link])));
  for (const [name, told] of Object.entries<Record<string, unknown>>(expected.links)) {
    const link = links.get(name);
    const { presence = undefined, ...rest } = told;
    expect({
      origins: link?.origins,
      reportedBy: link?.reportedBy.map(({ source }) => source),
      deniedBy: link?.deniedBy.map(({ by }) => by),
    }).toEqual(rest);
    const said = link?.ties.flatMap((tie) => tie.said.map((each) => each.presence));
    if (presence !== undefined) expect(said).toEqual(presence);
  }
});

test("every answer names for each link who reports it, and cites each denial beside what it denies", async () => {
  await inCase("cases/alibaba", async (store) => {
    const { findings, statements } = await answer(
      store,
      ties,
      { entity: "Alibaba Group", longest: 4, paths: 50 },
      "2021-04-10",
    );
    expect(findings.length).toBeGreaterThan(5);
    for (const { links, because } of findings as TiesFinding[])
      for (const link of links) {
        expect(link.reportedBy.length).toBeGreaterThan(0);
        expect(because).toEqual(expect.arrayContaining(link.because));
        for (const { statement, of } of link.deniedBy) {
          expect(statements[statement]?.properties.of).toBe(of);
          expect(link.because).toEqual(expect.arrayContaining([statement, of]));
        }
      }
  });
});

test("no answer speaks of influence or of being linked to somebody, in words of its own", async () => {
  const words = (["en", "zh"] as const).map((lang) => {
    const parts = tiesWords(lang);
    const lines = (value: unknown): string[] =>
      typeof value === "string"
        ? [value]
        : typeof value === "function"
          ? [String(value)]
          : Object.values(value as object).flatMap(lines);
    return lines(parts);
  });
  expect(words.map((lines) => lines.length > 40)).toEqual([true, true]);
  expect(
    words.flat().filter((line) => /influence|linked to|connected to|影响|勾结|关联到/i.test(line)),
  ).toEqual([]);
});

test("as CSV: one row a link of a path, with who reports and who denies it", async () => {
  const input = { entity: "Alibaba Group", to: "21st Century Media", longest: 1 };
  const csv = answerCsv(ties, await answerIn("cases/alibaba", ties, input, "2021-01-01"));
  expect(csv).toBe(
    "path,link,from,to,kind,strength,reported_by,denied_by,contested\n1,1,org:alibaba_group,org:21cmg,interest,one,shine-21,org:yema,yes\n",
  );
});

test("nothing found says how far was looked; somebody tied to nobody is named; both ends must differ", async () => {
  await inCase("cases/alibaba", async (store) => {
    const codes = async (input: Record<string, unknown>) =>
      (await answer(store, ties, input, "2021-01-01")).gaps.map(({ code, about }) => [code, ...about]);
    expect(await codes({ entity: "org:washington_post", to: "Ant Group" })).toEqual([
      ["no-path", "org:washington_post", "org:ant_group"],
    ]);
    expect(await codes({ entity: "Tmall", to: "Ant Group" })).toEqual([["no-tie", "org:tmall"]]);
    await expect(codes({ entity: "Ant Group", to: "蚂蚁集团" })).rejects.toThrow("at both ends");
  });
});

test("moments are the days on which a tie on the way began, ended, was seen, or grew old", async () => {
  const tables = {
    "sources.csv": "id,title,publisher\ns,S,S\n",
    "entities.csv": "id,name,kind\na,A,person\nb,B,company\nc,C,company\n",
    "offices.csv":
      "id,subject,object,role,from,to,basis,source\n1,a,b,chair,2018-01-01,2019-01-01,,s\n2,b,c,x,2020-01-01,,observation,s\n3,a,d,x,2021-01-01,,,s\n",
  };
  await inCase(tables, async (store) => {
    const context = { store, asOf: 19_723, known: null, carry: 400, progress: () => undefined };
    const days = await ties.moments?.(context, {
      entity: "a",
      to: "c",
      paths: 5,
      when: "ever",
      family: false,
    });
    expect(days?.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))).toEqual([
      "2018-01-01",
      "2019-01-01",
      "2020-01-01",
      "2021-02-05",
    ]);
  });
});

test("a line that stands for several ties says what its number means, and Chinese writes shares without a space", async () => {
  await inCase("cases/alibaba", async (store) => {
    const drawn = async (lang: "en" | "zh", to: string, longest = 6) => {
      const input = { entity: "Jack Ma", to, longest, paths: 1 };
      const { blocks } = await answer(store, ties, input, "2017-07-18", lang);
      const chart = blocks.find((block) => block.kind === "network");
      return { caption: chart?.caption ?? "", labels: chart?.edges.map(({ label }) => label) ?? [] };
    };
    const several = await drawn("en", "South China Morning Post");
    expect(several.labels.some((label) => / \+\d$/.test(label))).toBe(true);
    expect(several.caption).toContain("“+1” at a line: one more tie between the same two.");
    const zh = await drawn("zh", "South China Morning Post");
    expect(zh.labels).toContain("股份 100% +1");
    expect(zh.caption).toContain("线旁“+1”");
    const one = await drawn("en", "Alibaba Partnership", 1);
    expect(one.labels.every((label) => !label.includes("+"))).toBe(true);
    expect(one.caption).not.toContain("+1");
  });
});
