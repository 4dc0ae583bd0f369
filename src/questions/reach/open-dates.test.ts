import { expect, test } from "vitest";
import { answer, answerIn, inCase } from "../../../test/answer-in.ts";
import { linesIn } from "../../../test/text-of.ts";
import { parseDay } from "../../model/date.ts";
import type { TiesFinding } from "../ties/finding.ts";
import { ties } from "../ties/index.ts";
import { everyReach } from "./everything.ts";
import type { ReachFinding } from "./finding.ts";
import { reach } from "./index.ts";
import type { ReachOverall } from "./overall.ts";

const tables = {
  "sources.csv": "id,title,published\ns,Own numbers,2017-01-01\n",
  "entities.csv": "id,name,kind\np,P,person\na,A,company\nb,B,company\n",
  "interests.csv": [
    "id,subject,party,right,share,from,to,source",
    // In 2018 or later: A began to be held, B ceased to be.
    "a,a,p,,60,[2018..],,s",
    "b,b,p,,60,2015-01-01,[2018..],s",
    "",
  ].join("\n"),
};

test("a date that leaves open how late it is makes nothing certain once it may have come, for one and for everyone", async () => {
  await inCase(tables, async (store) => {
    const on = async (day: string) => {
      const { findings } = await answer(store, reach, { entity: "p" }, day);
      const context = { store, asOf: parseDay(day), known: null, carry: 400, progress: () => undefined };
      const { csv } = everyReach(context, { pairs: false, law: "majority" });
      const one = (findings as ReachFinding[]).map(({ entity, certainty }) => `${entity} ${certainty}`);
      return [one.sort(), (await linesIn(csv)).find((line) => line.startsWith("p,"))];
    };
    expect(await on("2017-06-01")).toEqual([["b certain"], "p,1,0,1,0.6,0.6"]);
    expect(await on("2023-06-01")).toEqual([["a possible", "b possible"], "p,0,2,2,0,1.2"]);
    const { overall, blocks } = await answer(
      store,
      reach,
      { entity: "p", since: "2017-06-01" },
      "2023-06-01",
    );
    const { change, overTime } = overall as ReachOverall;
    const happened = change?.changed.map(({ entity, causes }) => [entity, causes.flatMap((c) => c.happened)]);
    expect(happened?.sort()).toEqual([
      ["a", [{ how: "beginning", on: "", because: ["a"] }]],
      ["b", [{ how: "ending", on: "", because: ["b"] }]],
    ]);
    for (const part of [
      "may have begun; its dates leave that open",
      "may have ended; its dates leave that open",
    ])
      expect(JSON.stringify(blocks)).toContain(part);
    expect(overTime?.steps.map((step) => [step.from, step.all.certain, step.all.possible])).toEqual([
      ["2015-01-01", 1, 0],
      ["2018-01-01", 0, 2],
    ]);
  });
});

test("what ties two may have ended where its end leaves open how late it is", async () => {
  const { findings } = await answerIn(tables, ties, { entity: "p", to: "b" }, "2023-06-01");
  const [finding] = findings as TiesFinding[];
  expect(
    finding?.links.flatMap((link) => link.ties.flatMap(({ said }) => said.map((one) => one.presence))),
  ).toEqual(["may hold"]);
});
