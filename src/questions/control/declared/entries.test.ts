import { expect, it } from "vitest";
import { answerIn } from "../../../../test/answer-in.ts";
import type { ControlFinding } from "../finding.ts";
import { control } from "../index.ts";

const SOURCES =
  "id,title,published\nreg,Register,2020-06-30\ndir,Annual return,2021-05-01\nnew,Later return,2023-05-01\n";
const PEOPLE = "id,name,kind\nt,Target,company\nh,Holder,company\nq,Quinn,person\nr,Rob,person\n";

async function asked(rows: readonly string[], more = "") {
  const tables = {
    "sources.csv": SOURCES,
    "entities.csv": `${PEOPLE}${more}`,
    "interests.csv": `id,subject,party,right,share,direct,joint,source\n${rows.join("\n")}\n`,
  };
  const { findings, gaps } = await answerIn(tables, control, { entity: "t" }, "2024-01-01");
  return { declared: (findings[0] as ControlFinding).declared, gaps };
}

it("sixty declarations are tested, and that there are more is a gap", async () => {
  const parties = Array.from({ length: 61 }, (_, n) => `d${n},t,p${n},shareholding,1,indirect,,reg`);
  const entities = parties.map((_, n) => `p${n},Person ${n},person\n`).join("");
  for (const [n, out] of [
    [60, []],
    [61, ["1 declarations about those above were not tested"]],
  ] as const) {
    const { declared, gaps } = await asked(parties.slice(0, n), entities);
    expect(declared).toHaveLength(60);
    expect(gaps.filter(({ code }) => code === "declarations-left-out").map(({ why }) => why)).toEqual(out);
  }
});

it("each side has the first and last day of its statements, and their difference explains only what does not agree", async () => {
  const rows = [
    "i1,t,h,shareholding,60,,,dir",
    "i2,h,q,shareholding,50,,,new",
    "i3,h,r,shareholding,50,,,new",
    "i4,t,r,shareholding,40,,,dir",
  ];
  const of = async (share: string) => {
    const { declared } = await asked([`d,t,q,shareholding,${share},indirect,,reg`, ...rows]);
    return declared[0];
  };
  const [fits, not] = [await of("30"), await of("90")];
  expect([fits?.stated, fits?.computed?.stated]).toEqual([["2020-06-30"], ["2021-05-01", "2023-05-01"]]);
  expect([fits?.outcome, fits?.explanations.map((e) => e.code)]).toEqual(["agrees", []]);
  expect(not?.explanations.at(-1)).toMatchObject({ code: "dates", because: ["d", "i1", "i2", "i3", "i4"] });
});

it("what unknown holdings must be rests on both sides, and is not said of a block held jointly", async () => {
  const of = async (joint: string) => {
    const unknown = `i2,h,q,shareholding,,,${joint},dir`;
    const { declared } = await asked([
      "d,t,q,shareholding,30,indirect,,reg",
      "i1,t,h,shareholding,60,,,dir",
      unknown,
    ]);
    return declared[0]?.implied.map((l) => [l.holder, l.range, l.because]);
  };
  expect(await of("")).toEqual([["q", "50", ["d", "i1", "i2"]]]);
  expect(await of("j")).toEqual([]);
});
