import { describe, expect, it } from "vitest";
import { answerIn } from "../../../test/answer-in.ts";
import type { Bars } from "../../ask/block.ts";
import type { ControlFinding } from "./finding.ts";
import { control } from "./index.ts";

const tables = (...rows: string[]) => ({
  "sources.csv": "id,title,published\ns,Own numbers,2020-01-01\n",
  "entities.csv": "id,name,kind\ny,Y,company\na,A,person\nb,B,person\nc,C,person\nd,D,company\ne,E,company\n",
  "interests.csv": `id,subject,party,right,share,from,source\n${rows.map((r, i) => `i${i + 1},${r},2018,s`).join("\n")}\n`,
});
const asked = async (entity: string, ...rows: string[]) => {
  const { findings, blocks } = await answerIn(tables(...rows), control, { entity }, "2024-01-01");
  return {
    working: (findings[0] as ControlFinding).working,
    bars: blocks.filter((b): b is Bars => b.kind === "bars"),
  };
};
const parts = (working: ControlFinding["working"]) =>
  Object.fromEntries((working?.holders ?? []).map((h) => [h.party, [h.low, h.high]]));

describe("working control", () => {
  it("shows equal power of three where shares differ, with the statements behind it", async () => {
    const { working, bars } = await asked("y", "y,a,,48", "y,b,,26", "y,c,,26");
    const third = ["33.333333", "33.333334"];
    expect(parts(working)).toEqual({ a: third, b: third, c: third });
    expect(working?.holders.map((h) => h.because)).toEqual([["i1"], ["i2"], ["i3"]]);
    expect(bars[0]?.title).toContain("an indication, not control");
  });

  it("takes unnamed votes as an ocean: 20 % of it is a quarter of the power, a band is a band", async () => {
    expect(parts((await asked("y", "y,a,,20")).working)).toEqual({ a: ["25", "25"] });
    expect(parts((await asked("y", "y,a,,20-40")).working)).toEqual({ a: ["25", "66.666667"] });
  });

  it("lets holders under one controller vote as one", async () => {
    const { working } = await asked("y", "d,a,,100", "y,a,,10", "y,d,,10");
    expect(parts(working)).toEqual({ a: ["25", "25"] });
  });

  it("is silent where somebody certainly controls, or where nothing bounds anybody", async () => {
    expect((await asked("y", "y,a,,60", "y,b,,40")).working).toBeNull();
    expect((await asked("y", "y,a,,", "y,b,,")).working).toBeNull();
  });

  it("samples who decides through the companies above, with seed and error", async () => {
    const { working } = await asked("e", "d,a,,50", "d,b,,50", "e,a,,10", "e,c,,45", "e,d,,45");
    const expected: Readonly<Record<string, number>> = { a: 200 / 3, b: 100 / 6, c: 100 / 6 };
    expect(working?.network?.seed).toBe(1);
    expect(working?.network?.holders.map((h) => h.party).sort()).toEqual(["a", "b", "c"]);
    for (const { party, chance, error } of working?.network?.holders ?? [])
      expect(Math.abs(Number(chance) - (expected[party] ?? 0))).toBeLessThan(3 * Number(error));
  });
});
