import { tmpdir } from "node:os";
import { describe, expect, it, vi } from "vitest";
import { ask } from "../src/ask/ask.ts";
import type { Block } from "../src/ask/block.ts";
import { readClocks } from "../src/ask/clocks.ts";
import { fieldsOf, inputSchema } from "../src/ask/fields.ts";
import { LAWS } from "../src/laws/index.ts";
import type { Law } from "../src/laws/law.ts";
import { beginningOf, registerLaw } from "../src/questions/control/declared/thresholds.ts";
import type { ControlFinding } from "../src/questions/control/finding.ts";
import { control } from "../src/questions/control/index.ts";
import { QUESTIONS } from "../src/questions/index.ts";
import { openApi } from "../src/server/openapi.ts";
import { inCase } from "./answer-in.ts";
import { inProcess } from "./in-process.ts";
import { linesIn } from "./text-of.ts";

/** The program as it is when it starts with the example of docs/laws.md in its folder of laws, and two more. */
vi.mock("../src/laws/index.ts", async () => {
  const { readLaws } = await import("../src/laws/read.ts");
  const { inLawFolder } = await import("./law-folder.ts");
  const { EXAMPLE } = await import("./laws-page.ts");
  const ended = { ...EXAMPLE, id: "ended", from: "", to: "2022-12-31" };
  const psc = inLawFolder({}, readLaws).find((law) => law.stops);
  const party = { en: "relevant legal entity or person", zh: "法人或个人" };
  const stopping = { ...psc, id: "stopping", order: undefined, declared: false, party };
  const files = { [`${EXAMPLE.id}.json`]: EXAMPLE, "ended.json": ended, "stopping.json": stopping };
  const laws = inLawFolder(files, readLaws);
  return { LAWS: laws, majority: laws.find((law) => law.control) };
});

const ID = "press-charter";
const fifth = LAWS.find((law) => law.id === ID) as Law;
const IDS = ["majority", "uk-psc", "eu-amlr", "us-ofac-50", "ended", ID, "stopping"];
const AT = "2026-01-02T00:00:00Z";

/** P has 12 % of the votes of X, 30 % through B; Q has 38 % of its profit; R has 9.9 %. */
const tables = (jurisdiction: string) => ({
  "sources.csv": "id,title,published\ns,A register,2020-01-02\n",
  "entities.csv": `id,name,kind,jurisdiction\nx,X,company,${jurisdiction}\nb,B,company,\np,P,person,\nq,Q,person,\nr,R,person,\n`,
  "interests.csv": [
    "id,subject,party,right,share,from,source",
    "i0,x,p,votingRights,12,2020-01-01,s",
    "i1,x,b,votingRights,30,2020-01-01,s",
    "i2,b,p,votingRights,60,2020-01-01,s",
    "i3,x,q,rightsToProfitOrIncome,38,2020-01-01,s",
    "i4,x,r,votingRights,9.9,2020-01-01,s",
    "",
  ].join("\n"),
});

async function asked(input: object, about: { asOf?: string; lang?: "en" | "zh"; in?: string } = {}) {
  const { asOf = "2023-06-01", lang = "en" } = about;
  const clocks = readClocks({ "as-of": asOf }, AT);
  const asking = { input: { entity: "x", ...input }, clocks, lang, at: AT, version: "test" };
  const answer = await inCase(tables(about.in ?? "AQ"), (store) => ask(control, store, asking));
  const findings = answer.findings as readonly ControlFinding[];
  return { findings, finding: findings[0] as ControlFinding, said: saidIn(answer.blocks) };
}

/** Everything a reader sees of headlines, tables, the matrix of laws and prose. */
const saidIn = (blocks: readonly Block[]): string =>
  JSON.stringify(
    blocks.filter(({ kind }) => ["headline", "table", "matrix", "prose"].includes(kind)),
  ).replaceAll("\u00a0", " ");

describe("a fifth file in the folder of laws is a law", () => {
  it("to the question, its schema, the form, the API and the command line", async () => {
    expect(LAWS.map((law) => law.id)).toEqual(IDS);
    const choices = ["all", ...IDS];
    expect(fieldsOf(control).find((field) => field.name === "law")?.choices).toEqual(choices);
    expect(inputSchema(control)).toMatchObject({
      properties: { law: { enum: choices, default: "majority" } },
    });
    expect(JSON.stringify(openApi(QUESTIONS, "0"))).toContain(JSON.stringify(choices));
    const help = await inProcess(tmpdir())("ask", "control", "--help");
    expect(help.out).toContain(ID);
  });

  it("answered by its mechanisms, with its bands and its bases in both languages", async () => {
    const { finding, said } = await asked({ law: ID });
    expect(finding).toMatchObject({ law: ID, verdict: "controlled", hypothetical: false });
    const met = finding.controllers.map((c) => [
      [c.party, c.certainty, c.basis],
      c.grounds.filter((g) => g.certainty === "certain").map((g) => [g.rule, g.share, g.band]),
    ]);
    expect(met).toEqual([
      [["p", "certain", "reportable backer, s. 2: a tenth of the votes or more"], [["votes", "42", "25-50"]]],
      [["q", "certain", "reportable backer, s. 3: more than 33.3 % of the profit"], [["profit", "38", null]]],
    ]);
    expect(said).toContain("Under Antarctica: Press Charter");
    expect(said).toContain("reportable backer of X: P and Q");
    expect(said).toContain("s. 2: a tenth of the votes or more (has 42 % in all, band: 25–50 %)");
    expect(said).toContain("Press Charter (invented), ss. 2–4. Version: as first made.");
    const zh = await asked({ law: ID }, { lang: "zh" });
    expect(zh.said).toContain("按“南极洲：新闻宪章”");
    expect(zh.said).toContain("第 2 条：持有十分之一或以上的表决权");
    expect(zh.said).toContain("第 3 条：享有超过 33.3% 的利润");
    expect(zh.said).toContain("应申报的出资人");
  });

  it("hypothetical before its first day, and told where it does not reach", async () => {
    const before = await asked({ law: ID }, { asOf: "2021-12-31" });
    expect(before.finding.hypothetical).toBe(true);
    expect(before.said).toContain(
      "The law applies from 1 January 2022; for this day the answer is hypothetical.",
    );
    expect((await asked({ law: ID }, { asOf: "2022-01-01" })).finding.hypothetical).toBe(false);
    const elsewhere = await asked({ law: ID }, { in: "HK" });
    expect(elsewhere.said).toContain(
      "is about outlets registered in Antarctica; X is on record in Hong Kong",
    );
  });

  it("a column beside the others, and rows of --all", async () => {
    const { findings, said } = await asked({ law: "all" });
    expect(findings.map((f) => f.law)).toEqual(IDS);
    expect(said).toContain('"label":"Antarctica: Press Charter"');
    expect(said).toContain('"reason":"s. 2 (has 42 % in all, band: 25–50 %)"');
    const rows = await inCase(tables("AQ"), (store) => {
      const clocks = readClocks({ "as-of": "2023-06-01" }, AT);
      const context = { ...clocks, store, progress: () => undefined };
      return linesIn(control.everything?.(context, { pairs: false, law: ID }).csv);
    });
    expect(rows.filter((row) => row.startsWith("x,"))).toEqual([
      `x,${ID},controlled,p,certain,42,42,`,
      expect.stringMatching(`^x,${ID},controlled,q,certain,`),
    ]);
  });
});

describe("declarations", () => {
  const shipped = LAWS.filter((law) => law.order !== undefined);
  const places = ["", "GB", "GB-SCT", "FR", "AQ"];
  const told = (laws: readonly Law[]) =>
    places.map((place) => [registerLaw(laws, place)?.id, beginningOf(laws, place)]);

  it("are held against it only if it says so", () => {
    expect(told(LAWS)).toEqual(told(shipped));
    const declared = { ...fifth, declared: true };
    const own = beginningOf([...shipped, declared], "FR");
    expect([own?.law.id, own?.threshold]).toEqual([ID, { atLeast: "10" }]);
    expect(beginningOf([...shipped, declared], "GB")?.law.id).toBe("uk-psc");
  });

  it("are held against the first of laws that ask as much", () => {
    const copies = shipped.map((law) => ({ ...law, id: `${law.id}-again` }));
    expect(told([...shipped, ...copies])).toEqual(told(shipped));
  });
});

it("is hypothetical after its last day, and told so in both languages", async () => {
  const { finding, said } = await asked({ law: "ended" });
  expect(finding.hypothetical).toBe(true);
  expect(said).toContain("The law applies until 31 December 2022; for this day the answer is hypothetical.");
  const zh = await asked({ law: "ended" }, { lang: "zh" });
  expect(zh.said).toContain("该规则适用至2022年12月31日为止；就这一天而言");
});

it("calls a party by what it is, whatever the words for it begin with", async () => {
  const { said } = await asked({ law: "stopping" }, { in: "GB" });
  expect(said).toContain("relevant legal entity or person of X: P.");
  expect(said).toContain("So P counts as relevant legal entity or person, ");
  expect(said).not.toMatch(/\ban? relevant legal entity/);
  const zh = await asked({ law: "stopping" }, { in: "GB", lang: "zh" });
  expect(zh.said).toContain("X的法人或个人为：P。");
});
