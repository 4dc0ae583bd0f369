import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { ControlFinding } from "../src/questions/control/finding.ts";
import { control } from "../src/questions/control/index.ts";
import type { ReachFinding } from "../src/questions/reach/finding.ts";
import { reach } from "../src/questions/reach/index.ts";
import { answer, inCase } from "./answer-in.ts";
import { inMappedCase, sharedData, shippedMapping } from "./mapped-case.ts";

const { folder, here } = sharedData("sec-13d");
const scratch = mkdtempSync(join(tmpdir(), "armslength-13d-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The shipped mapping with every owner a natural person, so that laws about persons have something to say. */
function withPersons(): string {
  const path = join(scratch, "persons.map.json");
  writeFileSync(
    path,
    readFileSync(shippedMapping("sec-13d"), "utf8").replace('"kind": "unknown"', '"kind": "person"'),
  );
  return path;
}

interface Half {
  readonly company: string;
  readonly owner: string;
  readonly asOf: string;
}

/** Company, owner and the last day of the year of every filing that states exactly 50 %. */
const halves = (): readonly Half[] =>
  readFileSync(join(folder, "control_figures.csv"), "utf8")
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(","))
    .filter((row) => Number(row[3]) === 50)
    .map(([filing = "", company, owner]) => {
      const year = filing.slice(11, 13);
      return {
        company: `cik:${company}`,
        owner: `cik:${owner}`,
        asOf: `${Number(year) > 50 ? 19 : 20}${year}-12-31`,
      };
    });

/** Exactly half under every law: no majority, but half, more than a quarter, and a quarter or more. */
async function judged(ask: (law: string, more?: object) => Promise<ControlFinding>, owner: string) {
  const partyUnder = async (law: string, more: object = {}) =>
    (await ask(law, more)).controllers.find((c) => c.party === owner);
  expect(await partyUnder("majority")).toBe(undefined);
  const psc = await partyUnder("uk-psc");
  expect([psc?.certainty, psc?.grounds[0]?.share, psc?.grounds[0]?.band]).toEqual([
    "certain",
    "50",
    ">25-50",
  ]);
  const amlr = await partyUnder("eu-amlr");
  expect([amlr?.certainty, amlr?.grounds.map((g) => g.share)]).toEqual(["certain", ["50"]]);
  expect(amlr?.basis).toContain("art. 52(1)");
  const ofac = await partyUnder("us-ofac-50", { list: [owner], listDate: "2024-01-01" });
  expect([ofac?.certainty, ofac?.grounds[0]?.share]).toEqual(["certain", "50"]);
}

describe.runIf(here)("Schedule 13D through the mapping", () => {
  test("comes in whole, a source for each filing; a company said to hold itself is set aside", () =>
    inMappedCase(shippedMapping("sec-13d"), folder, async (_store, record, rejects) => {
      expect(record).toMatchObject({ sources: 10593, statements: 10591, rejects: 2 });
      expect(rejects.every((r) => /as a holder of itself/.test(r.message))).toBe(true);
    }));

  test(
    "each of the 21 stakes of exactly 50 % is half and no majority, under every law",
    () =>
      inMappedCase(withPersons(), folder, async (store) => {
        const all = halves();
        expect(all).toHaveLength(21);
        let plain = 0;
        for (const { company, owner, asOf } of all) {
          const ask = async (law: string, more: object = {}) =>
            (await answer(store, control, { entity: company, law, ...more }, asOf))
              .findings[0] as ControlFinding;
          const majority = await ask("majority");
          const said = majority.controllers.find((c) => c.party === owner);
          expect(said?.certainty).not.toBe("certain");
          // Filings that add up to more than 100 %, or say that the company holds some of itself, leave more possible.
          const conflict = majority.conflicts.some((c) => c.company === company);
          const own = majority.holdings.some((h) => h.party === company && h.held === company);
          if (!conflict && !own) {
            await judged(ask, owner);
            plain++;
          } else expect([company, said?.certainty]).toEqual([company, "possible"]);
          const { findings } = await answer(store, reach, { entity: owner }, asOf);
          const found = (findings as readonly ReachFinding[]).find((f) => f.entity === company);
          expect([company, found?.certainty]).toEqual([company, conflict || own ? "possible" : "none"]);
        }
        expect(plain).toBe(15);
      }),
    120_000,
  );
});

test("its invented twin: exactly half, and a hair beside it", async () => {
  for (const [share, majority, half] of [
    ["50", false, true],
    ["50.0000000001", true, true],
    ["49.9999999999", false, false],
  ] as const) {
    const tables = {
      "sources.csv": "id,title,published\ns,S,2024-01-01\n",
      "entities.csv": "id,name,kind\nx,X,company\np,P,person\n",
      "interests.csv": `id,subject,party,right,share,source\ni,x,p,shareholding,${share},s\n`,
    };
    await inCase(tables, async (store) => {
      const ask = async (law: string, more: object = {}) =>
        (await answer(store, control, { entity: "x", law, ...more }, "2024-06-01"))
          .findings[0] as ControlFinding;
      const has = async (law: string, more = {}) =>
        (await ask(law, more)).controllers.some((c) => c.party === "p");
      expect(await has("majority")).toBe(majority);
      expect(await has("us-ofac-50", { list: ["p"], listDate: "2024-01-01" })).toBe(half);
      expect([await has("uk-psc"), await has("eu-amlr")]).toEqual([true, true]);
      if (share === "50") await judged(ask, "p");
    });
  }
});
