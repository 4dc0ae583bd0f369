import { expect, test } from "vitest";
import { answer, inCase } from "../../../test/answer-in.ts";
import { randomWorld, WORLD_IDS } from "../../../test/random-world.ts";
import type { Answer } from "../../ask/answer.ts";
import type { Series } from "../../ask/block.ts";
import { random } from "../../networks/worlds.oracle.ts";
import type { ReachFinding } from "./finding.ts";
import { reach } from "./index.ts";
import type { ReachOverall } from "./overall.ts";
import { shownAs } from "./overlap.ts";

const NOW = "2024-01-01";
const tables = {
  "sources.csv": "id,title,published\ns,Own numbers,2009-01-01\n",
  "entities.csv":
    "id,name,kind\nb,Bo,person\ng,Gus,person\nd,Dee Ltd,company\ne,Eck Ltd,company\nh,Hay,outlet\n",
  "interests.csv": [
    "id,subject,party,right,share,joint,from,to,source",
    "d-b,d,b,,60,,2010-01-01,,s",
    "d-g,d,g,,5,,2010-01-01,,s",
    // Through D, with Gus, from 2014 to 2018; alone from 2020 on. H is below E.
    "e-d,e,d,,60,J,2014-01-01,2018-01-01,s",
    "e-g,e,g,,60,J,2014-01-01,2018-01-01,s",
    "e-b,e,b,,70,,2020-01-01,,s",
    "h-e,h,e,,80,,2010-01-01,,s",
    "",
  ].join("\n"),
};

const stepsOf = ({ overall }: Answer) => (overall as ReachOverall).overTime?.steps ?? [];
const seriesIn = ({ blocks }: Answer) => blocks.filter((block): block is Series => block.kind === "series");

/** How many of each sort one answer finds, all of them and the outlets among them. */
function countsOf({ findings }: Answer) {
  const of = (some: readonly ReachFinding[]) => {
    const count = (shown: string) => some.filter((each) => shownAs(each) === shown).length;
    return {
      ...{ certain: count("certain"), possible: count("possible") },
      ...{ jointly: count("jointly"), stake: count("stake") },
    };
  };
  const all = findings as ReachFinding[];
  return { all: of(all), outlets: of(all.filter((each) => each.kind === "outlet")) };
}
const NOTHING = { certain: 0, possible: 0, jointly: 0, stake: 0 };

test("what it controlled only with others has a line of its own over time, and is in no other", async () => {
  await inCase(tables, async (store) => {
    const asked = await answer(store, reach, { entity: "b" }, NOW);
    expect(stepsOf(asked).map(({ from, all, outlets, changed }) => [from, all, outlets, changed])).toEqual([
      ["2010-01-01", { ...NOTHING, certain: 1 }, NOTHING, ["d"]],
      ["2014-01-01", { ...NOTHING, certain: 1, jointly: 2 }, { ...NOTHING, jointly: 1 }, ["e", "h"]],
      ["2018-01-01", { ...NOTHING, certain: 1 }, NOTHING, ["e", "h"]],
      ["2020-01-01", { ...NOTHING, certain: 3 }, { ...NOTHING, certain: 1 }, ["e", "h"]],
    ]);
    const [outlets, all] = seriesIn(asked);
    expect(outlets?.title).toBe("How many outlets Bo controlled by itself, and when: 1 on 1 January 2024");
    expect(all?.title).toBe("How many entities Bo controlled by itself, and when: 3 on 1 January 2024");
    expect(all?.caption).toContain("only together with others; in no other line");
    const line = all?.lines.find(({ label }) => label === "with others only");
    expect(line?.steps.map(({ from, figure }) => [from, figure.value])).toEqual([
      ["2010-01-01", "0"],
      ["2014-01-01", "2"],
      ["2018-01-01", "0"],
    ]);
    expect(line?.steps[1]?.figure.because).toEqual(["e-d", "e-g"]);
    expect(all?.lines.map((each) => each.label)).toHaveLength(4);
  });
});

test("where nothing was ever controlled with others there is no line and no word of it", async () => {
  await inCase(tables, async (store) => {
    const [series] = seriesIn(await answer(store, reach, { entity: "e" }, NOW));
    expect(series).toBeUndefined();
    const alone = { ...tables, "interests.csv": tables["interests.csv"].replaceAll(",J,", ",,") };
    await inCase(alone, async (other) => {
      const [all] = seriesIn(await answer(other, reach, { entity: "b" }, NOW)).slice(-1);
      expect(all?.title).toBe("How many entities Bo controlled, and when: 3 on 1 January 2024");
      expect(all?.lines.map(({ label }) => label)).toEqual([
        "controlled",
        "possibly controlled",
        "stake only",
      ]);
      expect(all?.caption).not.toContain("with others");
    });
  });
});

test("on every day the series says what one answer for that day says, in worlds of every kind of holding", async () => {
  const told = { days: 0, jointly: 0 };
  for (let seed = 1; seed <= 12; seed++) {
    await inCase(randomWorld(random(seed * 7919)), async (store) => {
      for (const entity of WORLD_IDS) {
        const steps = stepsOf(await answer(store, reach, { entity }, NOW));
        const days = [...steps.map((step) => step.from), "2016-06-01", "2019-03-03", "2021-02-01", NOW];
        for (const day of days.filter((each) => each >= (steps[0]?.from ?? NOW))) {
          const { all, outlets } = countsOf(await answer(store, reach, { entity }, day));
          const step = steps.filter((each) => each.from <= day).at(-1);
          expect(step?.all ?? NOTHING).toEqual(all);
          expect(step?.outlets ?? NOTHING).toEqual(outlets);
          told.days++;
          told.jointly += all.jointly;
        }
      }
    });
  }
  expect(told.days).toBeGreaterThan(200);
  expect(told.jointly).toBeGreaterThan(50);
}, 60_000);
