import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { csr } from "../src/graph/csr.ts";
import { networkPower } from "../src/graph/power-index.ts";
import { shapleyShubik } from "../src/graph/shapley.ts";
import { type ConformanceCase, namesIn } from "./conformance-case.ts";
import { ROOT } from "./source-files.ts";

const WHOLE = 10_000;
const ROUNDS = 20_000;

const fraction = (text: string) => {
  const [over = "0", under = "1"] = text.split("/");
  return Number(over) / Number(under);
};

const casesOf = (path: string) => {
  const here = existsSync(path);
  if (!here) process.stderr.write(`left out, because it is not here: ${path}\n`);
  return here ? (JSON.parse(readFileSync(path, "utf8")) as { cases: ConformanceCase[] }).cases : [];
};

describe.each([
  ["own", join(ROOT, "fixtures/conformance/control.json")],
  ["shared", join(ROOT, "../shared/conformance/control.json")],
])("%s cases of power", (_, path) => {
  const cases = casesOf(path);
  const networks = cases.filter((each) => "NPI" in each.expected);
  const bodies = cases.flatMap((each) =>
    Object.entries(each.expected).filter(([weights]) => weights.startsWith("[")),
  );

  test.runIf(cases.length > 0)("were found", () => {
    expect([networks.length > 0, bodies.length > 0]).toEqual([true, true]);
  });

  test.each(networks.map((each) => [each.id, each] as const))(
    "%s within three standard errors",
    (_id, each) => {
      const names = namesIn(each.edges);
      const { start, order } = csr(
        names.length,
        each.edges.map((edge) => names.indexOf(edge.owned)),
      );
      const units = Float64Array.from(order, (e) => Math.round(Number(each.edges[e]?.share) * WHOLE));
      const holder = Int32Array.from(order, (e) => names.indexOf(each.edges[e]?.owner ?? ""));
      const index = networkPower(
        { nodes: names.length, whole: WHOLE, start, holder, units },
        { rounds: ROUNDS, seed: 1 },
      );
      for (const [name, value] of Object.entries(each.expected.NPI as Record<string, string>)) {
        const node = names.indexOf(name);
        const off = Math.abs((index.mean[node] ?? Number.NaN) - fraction(value));
        expect(off, name).toBeLessThanOrEqual(3 * (index.error[node] ?? 0) + 1e-12);
      }
    },
  );

  test.each(bodies)("Shapley–Shubik of %s", (body, expected) => {
    const weights = JSON.parse(body.slice(0, body.indexOf("]") + 1)) as number[];
    const index = shapleyShubik(
      weights,
      weights.reduce((a, b) => a + b, 0),
    );
    (expected as string[]).forEach((value, i) => {
      expect(index[i]).toBeCloseTo(fraction(value), 12);
    });
  });
});
