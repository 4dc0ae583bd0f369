import { expect, it } from "vitest";
import { answer, inCase } from "../../../../test/answer-in.ts";
import { asked, row } from "../../../../test/asked-of-holdings.ts";
import { answerCsv } from "../../../ask/csv.ts";
import { LAWS } from "../../../laws/index.ts";
import { parseDay } from "../../../model/date.ts";
import type { ControlFinding } from "../finding.ts";
import { control } from "../index.ts";

const TABLES = {
  "sources.csv": "id,title,published\ns,Own numbers,2020-06-30\n",
  "entities.csv":
    "id,name,kind,jurisdiction\nt,Target,company,\nh,Holder,company,GB\np,Owner,person,\nq,Other,person,\n",
  "interests.csv":
    "id,subject,party,right,share,from,source\ni1,h,p,,60,2020,s\ni2,t,h,,28,2020,s\ni3,t,q,,20,2020,s\n",
};
const ask = (input: object) =>
  inCase(TABLES, (store) => answer(store, control, { entity: "Target", ...input }, "2024-01-01"));

it("draws the laws side by side, one column each, with sources in every cell that says something", async () => {
  const found = await ask({ law: "all", list: "Owner,q", listDate: "2023-12-31" });
  const matrix = found.blocks.find((block) => block.kind === "matrix");
  expect(matrix?.columns.length).toBe(LAWS.length);
  expect(matrix?.columns.map((c) => c.label)).toContain(
    "EU: anti-money-laundering regulation (hypothetical)",
  );
  const rows = matrix?.rows.map(({ label }, r) => [
    label.map((span) => (typeof span === "string" ? span : span.text)).join(""),
    ...(matrix.cells[r] ?? []).map((cell) => `${cell.text} ${cell.looks ?? ""}`.trim()),
  ]);
  expect(rows).toEqual([
    ["Answer", "not known possible", "somebody certain", "somebody certain", "not known possible"],
    ["Holder", "–", "certain certain", "–", "–"],
    ["Owner", "–", "behind", "certain certain", "–"],
  ]);
  const cells = matrix?.cells.flat() ?? [];
  const reasons = cells.map(({ reason }) => reason.replaceAll("\u00a0", " "));
  expect(reasons).toContain("art. 54(a) (has 28 %)");
  expect(reasons).toContain("behind Holder");
  for (const cell of cells.filter(({ text }) => text !== "–"))
    expect(cell.because.length, cell.text).toBeGreaterThan(0);
  expect(found.input).toMatchObject({ list: ["p", "q"], listDate: "2023-12-31" });
});

it("says in every cell what the finding of that law says, those in between and behind among them", async () => {
  const chains = [
    [row("x", "b", "65"), row("b", "p", "100"), row("x", "q", "30")],
    [row("x", "b", "40-60"), row("b", "c", "51"), row("c", "p", "20-60"), row("x", "p", "10")],
    [row("x", "b", "100"), row("b", "p", "50"), row("b", "q", "50")],
  ];
  const seen = new Set<string>();
  for (const rows of chains) {
    const { answer: found } = await asked(rows, { law: "all" }, "GB");
    const findings = found.findings as ControlFinding[];
    const matrix = found.blocks.find((block) => block.kind === "matrix");
    matrix?.rows.slice(1).forEach(({ label: [span] }, r) => {
      const party = typeof span === "object" ? span.entity : "";
      findings.forEach((finding, c) => {
        const listed = finding.controllers.find((one) => one.party === party)?.certainty;
        const between = finding.chain.some((one) => one.party === party) ? "between" : undefined;
        const behind = finding.behind.some((one) => one.party === party) ? "behind" : undefined;
        const cell = matrix.cells[r + 1]?.[c];
        expect([party, finding.law, cell?.text]).toEqual([
          party,
          finding.law,
          listed ?? between ?? behind ?? "–",
        ]);
        expect(cell?.looks).toBe(listed);
        seen.add(cell?.text ?? "");
      });
    });
  }
  expect([...seen].sort()).toEqual(["behind", "between", "certain", "possible", "–"]);
});

it("calls a relevant legal entity that, and says in the CSV who is behind it", async () => {
  const found = await ask({ law: "uk-psc" });
  const [headline] = found.blocks;
  expect(headline?.kind === "headline" && headline.text[0]).toContain(
    "relevant legal entity of Target: Holder",
  );
  const [columns, ...rows] = answerCsv(control, found).trimEnd().split("\n");
  expect(columns?.split(",").at(-1)).toBe("behind");
  expect(rows.map((line) => [line.split(",")[3], line.split(",").at(-1)])).toEqual([
    ["h", "p"],
    ["h", "p"],
  ]);
});

it("speaks Chinese", async () => {
  const found = await ask({ law: "uk-psc" });
  const { gaps, entities } = found;
  const [headline] = control.show({
    input: { entity: "t", law: "uk-psc" },
    findings: found.findings as ControlFinding[],
    gaps,
    entities,
    lang: "zh",
    asOf: parseDay("2024-01-01"),
    known: null,
  });
  expect(headline?.kind === "headline" && headline.text[0]).toBe(
    "按“英国：重大控制人”，2024年1月1日，Target的相关法律实体为：Holder。据现有记录可以确定。",
  );
});

it("refuses a name on the list that nobody has", async () => {
  await expect(ask({ law: "us-ofac-50", list: "Nobody" })).rejects.toMatchObject({ code: "unknown-entity" });
});

it("does not say that somebody holds “not known” of something: how much no source says", async () => {
  const tables = {
    ...TABLES,
    "interests.csv": "id,subject,party,right,share,from,source\ni1,h,p,,60,2020,s\ni2,t,h,,,2020,s\n",
  };
  const texts = (lang: "en" | "zh") =>
    inCase(tables, async (store) => {
      const input = { entity: "Target", law: "eu-amlr" };
      const { blocks } = await answer(store, control, input, "2024-01-01", lang);
      return JSON.stringify(blocks);
    });
  expect(await texts("en")).toContain("Holder holds shares of Target, how much no source says.");
  expect(await texts("en")).not.toMatch(/holds not known/);
  expect(await texts("zh")).toContain("Holder持有Target的股份（没有来源说明比例）");
});
