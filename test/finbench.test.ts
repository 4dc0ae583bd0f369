import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { endsOf } from "../src/model/share.ts";
import type { ControlFinding } from "../src/questions/control/finding.ts";
import { control } from "../src/questions/control/index.ts";
import type { ReachFinding } from "../src/questions/reach/finding.ts";
import { reach } from "../src/questions/reach/index.ts";
import { answer, inCase, type Tables } from "./answer-in.ts";
import { percent } from "./conformance-case.ts";
import { ROOT } from "./source-files.ts";

const FOLDER = join(ROOT, "../shared/data/finbench");
const here = existsSync(FOLDER);
if (!here) process.stderr.write(`left out, because it is not here: ${FOLDER}\n`);

const rowsOf = (file: string) =>
  readFileSync(join(FOLDER, file), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split("|"));

/** LDBC FinBench's sample: 967 companies of which 457 form one cycle, and the persons who invest in them. */
function finbench(): Tables {
  const quoted = (text = "") => `"${text.replaceAll('"', '""')}"`;
  const entity = (prefix: string, kind: string) => (r: string[]) =>
    `${prefix}${r[0]},${quoted(r[1])},${kind}`;
  const holding =
    (prefix: string) =>
    ([investor, company, ratio = "", created = ""]: string[]) =>
      `c${company},${prefix}${investor},shareholding,${percent(Number(ratio).toFixed(18))},${created.slice(0, 10)},f`;
  const held = [
    ...rowsOf("CompanyInvestCompany.csv").map(holding("c")),
    ...rowsOf("PersonInvestCompany.csv").map(holding("p")),
  ];
  return {
    "sources.csv": "id,title,published\nf,LDBC FinBench sample,2023-01-01\n",
    "entities.csv": `id,name,kind\n${[
      ...rowsOf("Company.csv").map(entity("c", "company")),
      ...rowsOf("Person.csv").map(entity("p", "person")),
    ].join("\n")}\n`,
    "interests.csv": `id,subject,party,right,share,from,source\n${held.map((row, i) => `i${i},${row}`).join("\n")}\n`,
  };
}

const DAY = "2023-01-01";

/** Shares by plain iteration from nothing, the party's own column left out: slow, obvious, in doubles. */
function slowShares(party: string): ReadonlyMap<string, number> {
  const edges = ["CompanyInvestCompany.csv", "PersonInvestCompany.csv"].flatMap((file, i) =>
    rowsOf(file).map(([a, b, ratio]) => ({
      holder: `${i === 0 ? "c" : "p"}${a}`,
      company: `c${b}`,
      ratio: Number(ratio),
    })),
  );
  let x = new Map([[party, 1]]);
  for (let round = 0; round < 500; round++) {
    const next = new Map([[party, 1]]);
    for (const { holder, company, ratio } of edges) {
      const above = x.get(holder);
      if (above !== undefined && company !== party)
        next.set(company, (next.get(company) ?? 0) + ratio * above);
    }
    x = next;
  }
  return x;
}

describe.runIf(here)("FinBench's cycle of 457 companies", () => {
  test("is read and answered: economic shares run round it, and none is a gap", () =>
    inCase(finbench(), async (store) => {
      const investor = `p${rowsOf("PersonInvestCompany.csv")[0]?.[0]}`;
      const found = await answer(store, reach, { entity: investor }, DAY);
      const findings = found.findings as readonly ReachFinding[];
      expect(findings.length).toBeGreaterThan(457);
      expect(found.gaps.filter((g) => g.code === "economic-cycle")).toEqual([]);
      const slow = slowShares(investor);
      for (const { entity, economic } of findings) {
        const { low, high } = endsOf(economic);
        const expected = 100 * (slow.get(entity) ?? Number.NaN);
        expect(Number(low)).toBeLessThanOrEqual(expected + 1e-8);
        expect(Number(high)).toBeGreaterThanOrEqual(expected - 1e-8);
        expect(Number(high) - Number(low)).toBeLessThan(1e-6);
      }
      const { findings: above } = await answer(store, control, { entity: findings[0]?.entity ?? "" }, DAY);
      expect((above[0] as ControlFinding).verdict).toMatch(/known|record|controlled/);
    }));
});
