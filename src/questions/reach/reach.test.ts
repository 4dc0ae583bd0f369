import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answer, inCase } from "../../../test/answer-in.ts";
import { lacking } from "../../../test/question-folder.ts";
import type { ReachFinding } from "./finding.ts";
import { reach } from "./index.ts";

const FOLDER = import.meta.dirname;

test("reach has its method page, cases and tests", () => {
  expect(lacking(FOLDER, "reach")).toEqual([]);
});

test("what is controlled and what is merely held are kept apart", async () => {
  const {
    case: folder,
    asOf,
    input,
    expect: expected,
  } = JSON.parse(readFileSync(join(FOLDER, "cases/alibaba-2021.json"), "utf8"));
  const { findings } = await inCase(folder, (store) => answer(store, reach, input, asOf));
  const of = (c: string) =>
    (findings as ReachFinding[]).filter((f) => f.certainty === c).map((f) => f.entity);
  expect(of("certain")).toEqual(expected.certain);
  expect(of("none")).toEqual(expect.arrayContaining(expected.noneIncludes));
  expect(new Set([...of("certain"), ...of("possible"), ...of("none")]).size).toBe(findings.length);
});

test("half through two chains is an economic half and no control", async () => {
  const tables = {
    "sources.csv": "id,title\ns,Own numbers\n",
    "entities.csv": "id,name,kind\na,A,company\nb,B,company\nc,C,company\nd,D,company\n",
    "interests.csv":
      "id,subject,party,right,share,from,source\n1,b,a,,50,2018,s\n2,c,a,,50,2018,s\n3,d,b,,60,2018,s\n4,d,c,,40,2018,s\n",
  };
  const { findings } = await inCase(tables, (store) => answer(store, reach, { entity: "a" }, "2024-01-01"));
  const d = (findings as ReachFinding[]).find((f) => f.entity === "d");
  expect([d?.certainty, d?.economic, d?.depth]).toEqual(["none", "50", 2]);
});
