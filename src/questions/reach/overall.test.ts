import { expect, test } from "vitest";
import { answer, inCase } from "../../../test/answer-in.ts";
import { answerCsv } from "../../ask/csv.ts";
import type { ReachFinding } from "./finding.ts";
import { reach } from "./index.ts";
import type { ReachOverall } from "./overall.ts";
import { standingOf } from "./overlap.ts";

const tables = {
  "sources.csv": "id,title,published\ns,Own numbers,2019-01-01\n",
  "entities.csv":
    "id,name,kind\na,A,company\nx,X,company\nb,B,company\nc,C,outlet\nd,D,outlet\ne,E,outlet\nf,F,company\n",
  "interests.csv": [
    "id,subject,party,right,share,from,to,source",
    "b-a,b,a,,60,2015-01-01,,s",
    "c-b,c,b,,60,2016-01-01,2019-01-01,s",
    "c-x,c,x,,60,2019-01-01,,s",
    "d-b,d,b,,20,2016-06-01,,s",
    "f-a,f,a,,30,2014-01-01,,s",
    "e-f,e,f,,10,2017-01-01,,s",
    "e-x,e,x,,90,2017-01-01,,s",
    "d-x,d,x,,50.1,2010-01-01,,s",
    "",
  ].join("\n"),
};
const DAY = "2018-06-30";
const overall = (answer: { overall?: unknown }) => answer.overall as ReachOverall;
const standings = (findings: readonly unknown[]) =>
  Object.fromEntries((findings as ReachFinding[]).map((f) => [f.entity, standingOf(f)]));

test("stakes through what is controlled are its own; what companies it does not control hold is told apart", async () => {
  await inCase(tables, async (store) => {
    const { findings, blocks } = await answer(store, reach, { entity: "a" }, DAY);
    expect(standings(findings)).toEqual({
      b: "certain",
      c: "certain",
      d: "stake",
      f: "stake",
      e: "exposure",
    });
    expect((findings as ReachFinding[]).find((f) => f.entity === "e")).toMatchObject({
      certainty: "none",
      economic: "3",
    });
    expect(JSON.stringify(blocks)).toContain("Held by companies it does not control");
    const nothing = await answer(store, reach, { entity: "c" }, DAY);
    expect(JSON.stringify(nothing.blocks[0])).toContain("C holds nothing on record");
  });
});

test("the counts over time are those of asking on every day, and each step names its statements", async () => {
  await inCase(tables, async (store) => {
    const found = overall(await answer(store, reach, { entity: "a" }, DAY)).overTime;
    expect(found?.steps.map((step) => step.from)).toEqual([
      ...["2014-01-01", "2015-01-01", "2016-01-01", "2016-06-01", "2019-01-01"],
    ]);
    expect(found?.steps.at(-1)).toMatchObject({ changed: ["c"], because: ["c-b", "c-x"] });
    for (let year = 2013; year < 2021; year++) {
      for (const day of [`${year}-01-01`, `${year}-12-31`]) {
        const said = Object.values(standings((await answer(store, reach, { entity: "a" }, day)).findings));
        const step = found?.steps.filter((each) => each.from <= day).at(-1);
        const count = (standing: string) => said.filter((each) => each === standing).length;
        expect(step?.all ?? { certain: 0, possible: 0, jointly: 0, stake: 0 }).toEqual({
          certain: count("certain"),
          possible: count("possible"),
          jointly: 0,
          stake: count("stake"),
        });
      }
    }
  });
});

test("a change of reach is the difference of two answers, each entity with its own smallest causes", async () => {
  await inCase(tables, async (store) => {
    const later = await answer(store, reach, { entity: "a", since: "2014-06-30" }, DAY);
    const before = standings((await answer(store, reach, { entity: "a" }, "2014-06-30")).findings);
    const after = standings(later.findings);
    const { change } = overall(later);
    const differing = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (e) => before[e] !== after[e],
    );
    expect(change?.changed.map((each) => each.entity).sort()).toEqual(differing.sort());
    for (const each of change?.changed ?? [])
      expect([each.before, each.after]).toEqual([
        before[each.entity] ?? "nothing",
        after[each.entity] ?? "nothing",
      ]);
    const one = (entity: string) => change?.changed.find((each) => each.entity === entity);
    expect(one("c")?.because).toEqual(["b-a", "c-b"]);
    expect(one("b")?.because).toEqual(["b-a"]);
    expect(one("e")?.because).toEqual(["e-f"]);
    expect(JSON.stringify(later.blocks[0])).toContain("It gained control of C and B.");
  });
});

test("two parties compared: what both reach, how surely on each side, on the page and as CSV", async () => {
  await inCase(tables, async (store) => {
    const both = await answer(store, reach, { entity: "a", with: "X" }, DAY);
    const mine = standings(both.findings);
    const theirs = standings((await answer(store, reach, { entity: "x" }, DAY)).findings);
    const shared = overall(both).overlap?.shared ?? [];
    expect(shared.map((each) => each.entity)).toEqual(Object.keys(mine).filter((entity) => entity in theirs));
    expect(shared.map((each) => [each.entity, each.standing, each.withStanding])).toEqual([
      ["d", "stake", "certain"],
      ["e", "exposure", "certain"],
    ]);
    expect(answerCsv(reach, both)).toBe(
      "party,entity,certainty,votes_low,votes_high,votes_open,economic_low,economic_high,depth,jointly,jointly_with,jointly_behind,standing,with,with_certainty,with_votes_low,with_votes_high,with_votes_open,with_jointly,with_jointly_with,with_standing\n" +
        "a,d,none,20,20,,12,12,2,,,,stake,x,certain,50.1,50.1,,,,certain\na,e,none,0,0,,3,3,2,,,,exposure,x,certain,90,90,,,,certain\n",
    );
    const plain = answerCsv(reach, await answer(store, reach, { entity: "a" }, DAY));
    expect(plain.split("\n")[0]).toBe(
      "party,entity,certainty,votes_low,votes_high,votes_open,economic_low,economic_high,depth,jointly,jointly_with,jointly_behind,standing",
    );
  });
});
