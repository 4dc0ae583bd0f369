import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDay } from "../src/model/date.ts";
import type { ControlFinding } from "../src/questions/control/finding.ts";
import { control } from "../src/questions/control/index.ts";
import type { ReachFinding } from "../src/questions/reach/finding.ts";
import { reach } from "../src/questions/reach/index.ts";
import type { OpenCase } from "../src/store/duckdb.ts";
import { answer, inCase } from "./answer-in.ts";
import { type ConformanceCase, namesIn, percent, tablesOf } from "./conformance-case.ts";
import { ROOT } from "./source-files.ts";
import { linesIn } from "./text-of.ts";

const AS_OF = "2024-01-01";
const OWN = join(ROOT, "fixtures/conformance/control.json");
const SHARED = join(ROOT, "../shared/conformance/control.json");

const read = (path: string) =>
  (JSON.parse(readFileSync(path, "utf8")) as { cases: ConformanceCase[] }).cases.filter(
    (each) => each.needed_by !== "second" && each.edges.length > 0,
  );

const controlOf = async (store: OpenCase, entity: string) =>
  (await answer(store, control, { entity }, AS_OF)).findings[0] as ControlFinding;

const reachOf = async (store: OpenCase, entity: string) =>
  (await answer(store, reach, { entity }, AS_OF)).findings as readonly ReachFinding[];

/** Everyone whom an answer about each entity calls its certain controller, ultimate or not. */
async function controlsBelow(store: OpenCase, names: readonly string[]) {
  const found: string[] = [];
  for (const name of names)
    for (const { party, certainty } of (await controlOf(store, name)).chain)
      if (certainty === "certain") found.push(`${party}>${name}`);
  return found.sort();
}

async function controlsAbove(store: OpenCase, names: readonly string[]) {
  const found: string[] = [];
  for (const name of names)
    for (const { entity, certainty } of await reachOf(store, name))
      if (certainty === "certain") found.push(`${name}>${entity}`);
  return found.sort();
}

async function allPairs(store: OpenCase) {
  const context = { store, asOf: parseDay(AS_OF), known: null, carry: 400, progress: () => undefined };
  const lines = await linesIn(control.everything?.(context, { pairs: true, law: "majority" }).csv);
  const rows = lines.map((line) => line.split(","));
  return rows.flatMap(([x, y, certainty]) => (certainty === "certain" ? [`${x}>${y}`] : [])).sort();
}

/** "A>D" with a fraction or a range of them, as the economic share an answer must give. */
function economicShares(expected: ConformanceCase["expected"]): [string, string, ReachFinding["economic"]][] {
  const single = Object.entries(expected.integrated ?? {});
  const ranges = Object.entries(expected).filter(
    ([pair, value]) => pair.includes(">") && Array.isArray(value),
  );
  return [...single, ...(ranges as [string, [string, string]][])].map(([pair, value]) => {
    const [above = "", below = ""] = pair.split(">");
    const share =
      typeof value === "string" ? percent(value) : { low: percent(value[0]), high: percent(value[1]) };
    return [above, below, share];
  });
}

describe.each([
  ["own", OWN],
  ["shared", SHARED],
])("%s conformance cases", (_, path) => {
  const here = existsSync(path);
  if (!here) process.stderr.write(`left out, because it is not here: ${path}\n`);
  const cases = here ? read(path) : [];

  test.runIf(here)("were found", () => {
    expect(cases.length).toBeGreaterThan(3);
  });

  test.each(cases.map((each) => [each.id, each.title, each] as const))("%s %s", (_id, _title, each) =>
    inCase(tablesOf(each.edges), async (store) => {
      const names = namesIn(each.edges);
      const pairs = each.expected.controls ?? each.expected.controls_strict;
      const shares = economicShares(each.expected);
      expect(pairs !== undefined || shares.length > 0, "nothing is expected").toBe(true);
      if (pairs) {
        const expected = pairs.map(([x, y]) => `${x}>${y}`).sort();
        expect(await controlsBelow(store, names)).toEqual(expected);
        expect(await controlsAbove(store, names)).toEqual(expected);
        expect(await allPairs(store)).toEqual(expected);
      }
      for (const [above, below, share] of shares) {
        const found = (await reachOf(store, above)).find((finding) => finding.entity === below);
        expect([above, below, found?.economic]).toEqual([above, below, share]);
      }
    }),
  );
});
