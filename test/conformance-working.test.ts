import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ControlFinding } from "../src/questions/control/finding.ts";
import { control } from "../src/questions/control/index.ts";
import type { OpenCase } from "../src/store/duckdb.ts";
import { answer, inCase } from "./answer-in.ts";
import { type ConformanceCase, type Edge, namesIn, SHARED_CONTROL, tablesOf } from "./conformance-case.ts";
import { ROOT } from "./source-files.ts";

const DAY = "2024-01-01";

const fraction = (text: string) => {
  const [over = "0", under = "1"] = text.split("/");
  return Number(over) / Number(under);
};

const controlOf = async (store: OpenCase, entity: string) =>
  (await answer(store, control, { entity }, DAY)).findings[0] as ControlFinding;

interface Power {
  readonly chance: number;
  readonly error: number;
}

/** Who decides a company as the answer has it: its certain controller, or else by the sampled index. */
async function powerIn(
  store: OpenCase,
  company: string,
  roots: readonly string[],
): Promise<Map<string, Power>> {
  const { controllers, working } = await controlOf(store, company);
  const sure = controllers.find((c) => c.certainty === "certain")?.party;
  if (sure !== undefined && roots.includes(sure)) return new Map([[sure, { chance: 1, error: 0 }]]);
  if (sure !== undefined) return powerIn(store, sure, roots);
  if (working?.network)
    return new Map(
      working.network.holders.map((h) => [
        h.party,
        { chance: Number(h.chance) / 100, error: Number(h.error) / 100 },
      ]),
    );
  return new Map(
    working?.holders.map((h) => [h.party ?? "", { chance: Number(h.low) / 100, error: 0 }] as const) ?? [],
  );
}

/** A body of holders by weight, as the direct holders of a company. */
const bodyOf = (weights: readonly number[]): readonly Edge[] =>
  weights.map((weight, i) => ({ owner: `h${i}`, owned: "body", share: (weight / 100).toFixed(2) }));

const casesOf = (path: string): readonly ConformanceCase[] => {
  const here = existsSync(path);
  if (!here) process.stderr.write(`left out, because it is not here: ${path}\n`);
  return here ? (JSON.parse(readFileSync(path, "utf8")) as { cases: ConformanceCase[] }).cases : [];
};

describe.each([
  ["own", join(ROOT, "fixtures/conformance/control.json")],
  ["shared", SHARED_CONTROL],
])("%s cases of power, asked of a case", (_, path) => {
  const cases = casesOf(path);
  const bodies = cases.flatMap((each) =>
    Object.entries(each.expected).filter(([weights]) => weights.startsWith("[")),
  );

  test.each(cases.filter((each) => "NPI" in each.expected).map((each) => [each.id, each] as const))(
    "%s: the power of each party over everything, company by company",
    (_id, each) =>
      inCase(tablesOf(each.edges), async (store) => {
        const names = namesIn(each.edges);
        const companies = names.filter((name) => each.edges.some((edge) => edge.owned === name));
        const roots = names.filter((name) => !companies.includes(name));
        const powers = await Promise.all(companies.map((company) => powerIn(store, company, roots)));
        for (const root of roots) {
          const parts = powers.flatMap((power) => power.get(root) ?? []);
          const sum = parts.reduce((total, part) => total + part.chance, 1);
          const error = parts.reduce((total, part) => total + part.error, 0);
          const expected = fraction((each.expected.NPI as Record<string, string>)[root] ?? "");
          expect(Math.abs(sum - expected), root).toBeLessThanOrEqual(3 * error + 1e-5);
        }
      }),
  );

  test.each(bodies)("Shapley–Shubik of %s", (body, expected) => {
    const weights = JSON.parse(body.slice(0, body.indexOf("]") + 1)) as number[];
    return inCase(tablesOf(bodyOf(weights)), async (store) => {
      const { controllers, working } = await controlOf(store, "body");
      const sure = controllers.find((c) => c.certainty === "certain")?.party;
      const index = weights.map((_, i) => {
        if (sure !== undefined) return sure === `h${i}` ? 1 : 0;
        const holder = working?.holders.find((h) => h.party === `h${i}`);
        expect(Number(holder?.high) - Number(holder?.low)).toBeLessThan(1e-5);
        return Number(holder?.low) / 100;
      });
      (expected as string[]).forEach((value, i) => {
        expect(index[i]).toBeCloseTo(fraction(value), 6);
      });
    });
  });
});
