import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { endsOf } from "../src/model/share.ts";
import type { ControlFinding } from "../src/questions/control/finding.ts";
import { control } from "../src/questions/control/index.ts";
import type { ReachFinding } from "../src/questions/reach/finding.ts";
import { reach } from "../src/questions/reach/index.ts";
import { answer } from "./answer-in.ts";
import { inMappedCase, sharedData, shippedMapping } from "./mapped-case.ts";

const { folder: FOLDER, here } = sharedData("finbench");

const rowsOf = (file: string) =>
  readFileSync(join(FOLDER, file), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split("|"));

const DAY = "2023-01-01";

/** Shares by plain iteration from nothing, the party's own column left out: slow, obvious, in doubles. */
function slowShares(party: string): ReadonlyMap<string, number> {
  const all = stakes();
  let x = new Map([[party, 1]]);
  for (let round = 0; round < 500; round++) {
    const next = new Map([[party, 1]]);
    for (const { holder, company, ratio } of all) {
      const above = x.get(holder);
      if (above !== undefined && company !== party)
        next.set(company, (next.get(company) ?? 0) + ratio * above);
    }
    x = next;
  }
  return x;
}

const companies = () => rowsOf("Company.csv").map(([id]) => `c${id}`);

interface Stake {
  readonly holder: string;
  readonly company: string;
  readonly ratio: number;
}

const stakes = (): readonly Stake[] =>
  ["CompanyInvestCompany.csv", "PersonInvestCompany.csv"].flatMap((file, i) =>
    rowsOf(file).map(([a, b, ratio]) => ({
      holder: `${i === 0 ? "c" : "p"}${a}`,
      company: `c${b}`,
      ratio: Number(ratio),
    })),
  );

/** Companies that reach each other over stakes: the largest such set, by walking down and up from every one. */
function largestCycle(all: readonly Stake[]): readonly string[] {
  const walk = (from: string, next: (s: Stake) => readonly [string, string]) => {
    const seen = new Set([from]);
    const onward = new Map<string, string[]>();
    for (const s of all) {
      const [a, b] = next(s);
      onward.set(a, [...(onward.get(a) ?? []), b]);
    }
    for (const n of seen) for (const m of onward.get(n) ?? []) seen.add(m);
    return seen;
  };
  let best: string[] = [];
  const done = new Set<string>();
  for (const company of companies()) {
    if (done.has(company)) continue;
    const up = walk(company, (s) => [s.company, s.holder]);
    const both = [...walk(company, (s) => [s.holder, s.company])].filter((n) => up.has(n));
    for (const n of both) done.add(n);
    if (both.length > best.length) best = both;
  }
  return best;
}

/** Everyone with more than half of a company, through what they so control: one party after the other. */
function slowlyControlled(all: readonly Stake[], party: string): readonly string[] {
  const group = new Set([party]);
  for (let grown = true; grown; ) {
    grown = false;
    const sums = new Map<string, number>();
    for (const s of all) if (group.has(s.holder)) sums.set(s.company, (sums.get(s.company) ?? 0) + s.ratio);
    for (const [company, sum] of sums)
      if (sum > 0.5 && !group.has(company)) {
        group.add(company);
        grown = true;
      }
  }
  return [...group].filter((n) => n !== party).sort();
}

describe.runIf(here)("FinBench's cycle of 457 companies, through the mapping", () => {
  const open = <T>(work: Parameters<typeof inMappedCase<T>>[2]) =>
    inMappedCase(shippedMapping("finbench"), FOLDER, work);

  test("comes in whole, and its largest cycle has 457 companies", () =>
    open(async (_store, record) => {
      expect(record).toMatchObject({ entities: 967 + 1957, statements: 1640 + 3394, rejects: 0 });
      expect(largestCycle(stakes())).toHaveLength(457);
    }));

  test(
    "reach: economic shares run round the cycle from a person above and from members of it; none is a gap",
    () =>
      open(async (store) => {
        const cycle = largestCycle(stakes());
        const investor = `p${rowsOf("PersonInvestCompany.csv")[0]?.[0]}`;
        for (const party of [investor, cycle[0] as string, cycle[228] as string]) {
          const found = await answer(store, reach, { entity: party }, DAY);
          const findings = found.findings as readonly ReachFinding[];
          expect(findings.length).toBeGreaterThan(456);
          expect(found.gaps.filter((g) => g.code === "economic-cycle")).toEqual([]);
          const slow = slowShares(party);
          for (const { entity, economic } of findings) {
            const { low, high } = endsOf(economic);
            const expected = 100 * (slow.get(entity) ?? Number.NaN);
            expect(Number(low)).toBeLessThanOrEqual(expected + 1e-8);
            expect(Number(high)).toBeGreaterThanOrEqual(expected - 1e-8);
            expect(Number(high) - Number(low)).toBeLessThan(1e-6);
          }
          const certain = findings.filter((f) => f.certainty === "certain").map((f) => f.entity);
          expect(certain.sort()).toEqual(slowlyControlled(stakes(), party));
        }
      }),
    120_000,
  );

  test(
    "control: members of the cycle are controlled by whom the tables make more than half, and nobody else",
    () =>
      open(async (store) => {
        const all = stakes();
        const holders = [...new Set(all.map((s) => s.holder))];
        const over = new Map(holders.map((h) => [h, slowlyControlled(all, h)]));
        const cycle = largestCycle(all);
        const chosen = [
          ...cycle.filter((c) => holders.some((h) => over.get(h)?.includes(c))).slice(0, 4),
          ...cycle.filter((c) => !holders.some((h) => over.get(h)?.includes(c))).slice(0, 3),
        ];
        expect(chosen.length).toBeGreaterThan(3);
        for (const entity of chosen) {
          const finding = (await answer(store, control, { entity }, DAY)).findings[0] as ControlFinding;
          const chain = finding.chain.filter((c) => c.certainty === "certain").map((c) => c.party);
          expect(chain.sort()).toEqual(holders.filter((h) => over.get(h)?.includes(entity)).sort());
        }
      }),
    120_000,
  );
});
