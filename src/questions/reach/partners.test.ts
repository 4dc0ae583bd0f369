import { expect, test } from "vitest";
import { answer, inCase } from "../../../test/answer-in.ts";
import { answerCsv } from "../../ask/csv.ts";
import { control } from "../control/index.ts";
import type { ReachFinding } from "./finding.ts";
import { reach } from "./index.ts";

const DAY = "2024-01-01";
const caseOf = (...interests: string[]) => ({
  "sources.csv": "id,title,published\ns,Own numbers,2016-06-30\n",
  "entities.csv": [
    "id,name,kind",
    ...["b,Bo,person", "u,Una,person", "v,Vi,person", "w,Wu,person"],
    ...["f,Fay Ltd,company", "t,Tee Ltd,company", "e,Eck Ltd,company", "h,Hay Ltd,company"],
    "",
  ].join("\n"),
  "interests.csv": ["id,subject,party,right,share,joint,source", ...interests, ""].join("\n"),
});
const SHARED = ["e-b,e,b,,60,J,s", "e-f,e,f,,60,J,s", "h-e,h,e,,80,,s"];
const jointly = (findings: readonly unknown[], entity: string) =>
  (findings as ReachFinding[]).find((f) => f.entity === entity)?.jointly;

test("whoever controls a partner in joint control is named beside the partner, with what that rests on", async () => {
  await inCase(caseOf(...SHARED, "f-t,f,t,,70,,s", "t-u,t,u,,51,,s"), async (store) => {
    const asked = await answer(store, reach, { entity: "b" }, DAY);
    const behind = [{ party: "u", through: "f", joint: [], because: ["f-t", "t-u"] }];
    for (const entity of ["e", "h"])
      expect(jointly(asked.findings, entity)).toEqual({ with: ["f"], certainty: "certain", behind });
    const [headline] = asked.blocks;
    expect(JSON.stringify(headline)).toContain(
      "it controls Eck Ltd (with Fay Ltd) and Hay Ltd (with Fay Ltd).",
    );
    expect(JSON.stringify(headline).match(/Una controls Fay Ltd in turn/g)).toHaveLength(1);
    expect((headline as { because: readonly string[] }).because).toContain("t-u");
    for (const row of answerCsv(reach, asked).trim().split("\n").slice(1))
      expect(row).toMatch(/,certain,f,u,jointly$/);
    // The same whom `control` names in the partner's place.
    const { findings } = await answer(store, control, { entity: "e" }, DAY);
    const [finding] = findings as { controllers: { party: string }[] }[];
    expect(finding?.controllers.map((c) => c.party)).toEqual(["b", "u"]);
  });
});

test("those who control a partner only together are told so; who only may is not named, and all that bears on it is cited", async () => {
  const both = caseOf(...SHARED, "f-v,f,v,,90,F,s", "f-w,f,w,,90,F,s");
  await inCase(both, async (store) => {
    const { findings, blocks } = await answer(store, reach, { entity: "b" }, DAY);
    expect(jointly(findings, "e")?.behind.map((c) => [c.party, c.through, c.joint])).toEqual([
      ["v", "f", ["w"]],
      ["w", "f", ["v"]],
    ]);
    expect(JSON.stringify(blocks[0])).toContain("Vi and Wu together control Fay Ltd in turn.");
  });
  await inCase(caseOf(...SHARED, "f-v,f,v,,40-60,,s"), async (store) => {
    const { findings, blocks, statements } = await answer(store, reach, { entity: "b" }, DAY);
    expect(jointly(findings, "e")).toEqual({ with: ["f"], certainty: "certain", behind: [] });
    expect(JSON.stringify(blocks)).not.toContain("in turn");
    expect(Object.keys(statements)).toContain("f-v");
  });
});

test("of more partners than are followed that is said", async () => {
  const many = Array.from({ length: 101 }, (_, n) => `p${n}`);
  const tables = {
    ...caseOf(...["b", ...many].map((p) => `e-${p},e,${p},,60,J,s`), "p1-u,p1,u,,60,,s"),
    "entities.csv": `id,name,kind\nb,Bo,person\nu,Una,person\ne,Eck Ltd,company\n${many.map((p) => `${p},${p},company\n`).join("")}`,
  };
  await inCase(tables, async (store) => {
    const { findings, gaps, blocks } = await answer(store, reach, { entity: "b" }, DAY);
    expect(jointly(findings, "e")).toMatchObject({ behind: [] });
    expect(gaps.map((gap) => gap.code)).toContain("cut-partners");
    expect(JSON.stringify(blocks)).toContain("too many stand there, or above them");
  });
});
