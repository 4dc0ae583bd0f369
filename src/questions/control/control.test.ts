import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { answer, inCase } from "../../../test/answer-in.ts";
import { lacking } from "../../../test/question-folder.ts";
import { RIGHT_CODES } from "../../model/rights.ts";
import type { ControlFinding } from "./finding.ts";
import { control } from "./index.ts";
import { expectTurns } from "./turns/expected.oracle.ts";

const FOLDER = import.meta.dirname;
const cases = readdirSync(join(FOLDER, "cases"));
const low = (range: ControlFinding["controllers"][number]["votes"]) =>
  range !== null && typeof range !== "string" ? range.low : range;

test("control has its method page, cases and tests", () => {
  expect(lacking(FOLDER, "control")).toEqual([]);
});

test("the method page says what every right does", () => {
  const page = readFileSync(join(FOLDER, "method.md"), "utf8");
  for (const code of RIGHT_CODES) expect(page, code).toContain(`\`${code}\``);
});

test.each(cases)("case %s", async (file) => {
  const {
    case: folder,
    asOf,
    inputs,
    expect: expected,
  } = JSON.parse(readFileSync(join(FOLDER, "cases", file), "utf8"));
  await inCase(folder, async (store) => {
    for (const input of inputs) {
      const { findings, gaps } = await answer(store, control, input, asOf);
      const finding = findings[0] as ControlFinding;
      const parties = (certainty: string) =>
        finding.controllers.filter((c) => c.certainty === certainty).map((c) => c.party);
      expect([finding.subject, finding.verdict, parties("certain")]).toEqual([
        expected.subject,
        expected.verdict,
        expected.certain,
      ]);
      expect(parties("possible")).toEqual(expect.arrayContaining(expected.possibleIncludes ?? []));
      expect(gaps.map((g) => g.code)).toEqual(expect.arrayContaining(expected.gaps));
      expect(finding.declared.map((d) => d.reason)).toEqual(expect.arrayContaining(expected.declared ?? []));
      for (const [party, votes] of Object.entries(expected.votesLow ?? {})) {
        expect(low(finding.controllers.find((c) => c.party === party)?.votes ?? null)).toBe(votes);
      }
      const one = (party: string) => finding.controllers.find((c) => c.party === party);
      for (const [party, basis] of Object.entries(expected.basis ?? {})) {
        expect(one(party)?.basis).toContain(basis);
        expect(finding.basis).toContain(basis);
      }
      for (const [party, counted] of Object.entries(expected.counted ?? {}))
        expect(one(party)?.grounds[0]?.share).toBe(counted);
      for (const [party, band] of Object.entries(expected.bands ?? {}))
        expect(one(party)?.grounds[0]?.band).toBe(band);
      if (expected.behind)
        expect(finding.behind.map((b) => [b.party, ...b.through])).toEqual(expected.behind);
      if (expected.hypothetical !== undefined) expect(finding.hypothetical).toBe(expected.hypothetical);
      if (expected.proofRights) {
        const rights = finding.controllers
          .filter((c) => c.certainty === "certain")
          .flatMap((c) => c.proof.map((s) => s.right));
        expect([...new Set(rights)].sort()).toEqual(expected.proofRights);
      }
      expectTurns(finding, expected);
      if (expected.turnsOn) {
        const turning = finding.rights.filter(
          (r) => r.beneficiary === "org:alibaba_partnership" && r.inFull !== r.now,
        );
        expect(turning.map((r) => [r.right, r.class].filter((s) => s !== "").join(" ")).sort()).toEqual(
          expected.turnsOn,
        );
      }
    }
  });
});

const SOURCES = "id,title,published\ns,Own numbers,2020-01-01\n";
const entities = (...rows: string[]) => `id,name,kind\n${rows.join("\n")}\n`;
const interests = (...rows: string[]) =>
  `id,subject,party,right,share,class,direct,conditional,with,leader,joint,from,source\n${rows.map((r, i) => `i${i + 1},${r},s`).join("\n")}\n`;
const asked = (tables: Record<string, string>, entity: string) =>
  inCase({ "sources.csv": SOURCES, ...tables }, async (store) => {
    const { findings } = await answer(store, control, { entity }, "2024-01-01");
    return findings[0] as ControlFinding;
  });

describe("control", () => {
  it("looks through an arrangement: its holders control together, none alone", async () => {
    const finding = await asked(
      {
        "entities.csv": entities("y,Y,company", "j,Joint holding,arrangement", "a,A,person", "b,B,person"),
        "interests.csv": interests("y,j,,100,,,,,,,2018", "j,a,,50,,,,,,,2018", "j,b,,50,,,,,,,2018"),
      },
      "y",
    );
    expect(finding.controllers.map((c) => [c.party, c.certainty, c.joint, c.economic])).toEqual([
      ["a", "certain", ["b"], "50"],
      ["b", "certain", ["a"], "50"],
    ]);
  });

  it("counts a block two holders each report whole once, as held by both", async () => {
    const finding = await asked(
      {
        "entities.csv": entities("y,Y,company", "a,A,person", "b,B,person"),
        "interests.csv": interests("y,a,votingRights,60,,,,,,t1,2018", "y,b,votingRights,60,,,,,,t1,2018"),
      },
      "y",
    );
    expect(finding.conflicts).toEqual([]);
    expect(finding.controllers.map((c) => [c.party, c.joint])).toEqual([
      ["a", ["b"]],
      ["b", ["a"]],
    ]);
  });

  it("puts the holder of a contract before the registered holder", async () => {
    const finding = await asked(
      {
        "entities.csv": entities("vie,VIE,company", "wfoe,WFOE,company", "founder,Founder,person"),
        "interests.csv": interests(
          "vie,founder,,100,,,,,,,2018",
          "vie,wfoe,rightsGrantedByContract,,,,,,,,2018",
        ),
      },
      "vie",
    );
    expect(finding.controllers.map((c) => [c.party, c.certainty])).toEqual([["wfoe", "certain"]]);
  });

  it("says no one controls where the named holders leave nobody half", async () => {
    const finding = await asked(
      {
        "entities.csv": entities("y,Y,company", "a,A,person", "b,B,person"),
        "interests.csv": interests("y,a,,50,,,,,,,2018", "y,b,,50,,,,,,,2018"),
      },
      "y",
    );
    expect([finding.verdict, finding.unnamedVotes]).toEqual(["no controller on record", "0"]);
  });

  it("reports holdings above 100 % as a conflict and makes nobody certain", async () => {
    const finding = await asked(
      {
        "entities.csv": entities("y,Y,company", "a,A,person", "b,B,person"),
        "interests.csv": interests("y,a,,100,,,,,,,2018", "y,b,,100,,,,,,,2018"),
      },
      "y",
    );
    expect(finding.verdict).toBe("not known");
    expect(finding.conflicts).toEqual([{ company: "y", because: ["i1", "i2"] }]);
  });
});
