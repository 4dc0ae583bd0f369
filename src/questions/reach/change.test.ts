import { expect, test } from "vitest";
import { answer, inCase } from "../../../test/answer-in.ts";
import { answerCsv } from "../../ask/csv.ts";
import type { Jointly, ReachFinding } from "./finding.ts";
import { reach } from "./index.ts";
import type { ReachOverall } from "./overall.ts";
import { shownAs } from "./overlap.ts";

const tables = {
  "sources.csv": "id,title,published\ns,Own numbers,2009-01-01\n",
  "entities.csv": [
    "id,name,kind",
    ...["b,Bo,person", "f,Fay,person", "g,Gus,person"],
    ...["d", "e", "h", "k", "m", "n", "o"].map((id) => `${id},${id.toUpperCase()},company`),
    "",
  ].join("\n"),
  "interests.csv": [
    "id,subject,party,right,share,joint,from,to,source",
    "d,d,b,,60,,2010-01-01,,s",
    // With others from 2018 on, through D; what E has, too.
    "e-f,e,f,,60,J,2018-01-01,,s",
    "e-d,e,d,,60,J,2018-01-01,,s",
    "h,h,e,,80,,2010-01-01,,s",
    // With others until 2017.
    "k-b,k,b,,60,K,2010-01-01,2017-01-01,s",
    "k-g,k,g,,60,K,2010-01-01,2017-01-01,s",
    // With another from 2018 on.
    "m-b,m,b,,60,M,2010-01-01,,s",
    "m-f,m,f,,60,M,2010-01-01,2018-01-01,s",
    "m-g,m,g,,60,M,2018-01-01,,s",
    // Alone, then with another, and the other way round.
    "n-b1,n,b,,60,,2010-01-01,2018-01-01,s",
    "n-b2,n,b,,60,N,2018-01-01,,s",
    "n-g,n,g,,60,N,2018-01-01,,s",
    "o-b1,o,b,,60,O,2010-01-01,2018-01-01,s",
    "o-g,o,g,,60,O,2010-01-01,2018-01-01,s",
    "o-b2,o,b,,60,,2018-01-01,,s",
    "",
  ].join("\n"),
};
const [THEN, NOW] = ["2016-06-01", "2024-01-01"];

test("what came under control with others only, left it, or is with other parties now, is told as what changed", async () => {
  await inCase(tables, async (store) => {
    const asked = await answer(store, reach, { entity: "b", since: THEN }, NOW);
    const change = (asked.overall as ReachOverall).change?.changed ?? [];
    const side = (jointly: Jointly | null) => (jointly ? ` ${jointly.with} ${jointly.certainty}` : "");
    expect(
      change
        .map((c) => `${c.entity}: ${c.before}${side(c.jointlyBefore)} > ${c.after}${side(c.jointlyAfter)}`)
        .sort(),
    ).toEqual([
      "e: nothing > jointly f certain",
      "h: nothing > jointly f certain",
      "k: jointly g certain > nothing",
      "m: jointly f certain > jointly g certain",
      "n: certain > jointly g certain",
      "o: jointly g certain > certain",
    ]);
    expect(change.find(({ entity }) => entity === "h")?.because).toEqual(["e-d", "e-f"]);
    const [headline, table] = asked.blocks;
    const text = JSON.stringify(headline);
    for (const sentence of [
      "Together with others, it gained control of E (with Fay) and H (with Fay).",
      "Together with others, it controlled K (with Gus) and no longer does.",
      "What it controlled alone it now controls only together with others: N (with Gus).",
      "What it controlled only together with others it now controls alone: O (with Gus).",
      "With other parties than before, it controls M (with Gus; before with Fay).",
    ])
      expect(text).toContain(sentence);
    expect(text).not.toContain("lost control");
    expect(text).not.toContain("In 1 more");
    expect(JSON.stringify(table)).toContain("controls with others only: Gus");
  });
});

test("it is the difference of the two answers, with those it controls with, and stands in the rows", async () => {
  await inCase(tables, async (store) => {
    for (const entity of ["b", "f", "g", "d"]) {
      const asked = await answer(store, reach, { entity, since: THEN }, NOW);
      const earlier = await answer(store, reach, { entity }, THEN);
      const told = (findings: readonly unknown[]) =>
        new Map(
          (findings as ReachFinding[]).map((f) => {
            const jointly = f.jointly && { with: f.jointly.with, certainty: f.jointly.certainty };
            return [f.entity, { standing: shownAs(f), jointly }];
          }),
        );
      const [was, is] = [told(earlier.findings), told(asked.findings)];
      const nothing = { standing: "nothing", jointly: null };
      const differing = [...new Set([...was.keys(), ...is.keys()])]
        .filter((n) => JSON.stringify(was.get(n)) !== JSON.stringify(is.get(n)))
        .map((n) => [n, was.get(n) ?? nothing, is.get(n) ?? nothing]);
      const { change } = asked.overall as ReachOverall;
      const found = (change?.changed ?? []).map((c) => [
        c.entity,
        { standing: c.before, jointly: c.jointlyBefore },
        { standing: c.after, jointly: c.jointlyAfter },
      ]);
      expect(found.sort()).toEqual(differing.sort());
      expect(found.length).toBeGreaterThan(0);
      const [head, ...rows] = answerCsv(reach, asked).trim().split("\n");
      expect(head).toMatch(/,before,before_jointly,before_jointly_with,after$/);
      const cells = rows.map((row) => row.split(","));
      for (const { entity: n, before, jointlyBefore: old, after } of change?.changed ?? [])
        expect(cells.find((row) => row[1] === n)?.slice(-4)).toEqual([
          ...[before, old?.certainty ?? "", old?.with.join("|") ?? "", after],
        ]);
      const same = cells.filter((row) => !change?.changed.some((c) => c.entity === row[1]));
      for (const row of same) expect(row.slice(-4).join("")).toBe("");
    }
  });
});

test("what began on no stated day is said to have begun by the last it may have, and what has a day on that day", async () => {
  const starts = {
    ...tables,
    "sources.csv": "id,title,published\ns,Own numbers,2017-03-05\n",
    "interests.csv": [
      "id,subject,party,right,share,joint,from,to,source",
      ...["d,d,b,,60,,2016-05-01,,s", "e,e,b,,60,,2016,,s", "h,h,b,,60,,,,s"],
      "k,k,b,,60,,[2016-01-01..2016-08-09],,s",
      "",
    ].join("\n"),
  };
  await inCase(starts, async (store) => {
    const said = async (since: string) => {
      const { overall, blocks } = await answer(store, reach, { entity: "b", since }, NOW);
      const { change } = overall as ReachOverall;
      const happened = change?.changed.flatMap(({ entity, causes }) =>
        causes.flatMap((cause) => cause.happened.map(({ how, on, by }) => [entity, how, on, by])),
      );
      return { happened, text: JSON.stringify(blocks) };
    };
    const { happened, text } = await said("2015-06-01");
    expect(happened?.sort()).toEqual([
      ["d", "began", "2016-05-01", undefined],
      ["e", "began", "2016-12-31", true],
      ["h", "began", "2017-03-05", true],
      ["k", "began", "2016-08-09", true],
    ]);
    for (const part of ["began on 1 May 2016", "began by 31 December 2016", "began by 9 August 2016"])
      expect(text).toContain(part);
    expect(text).toContain("began by 5 March 2017");
    expect(text).not.toContain("began on 31 December 2016");
  });
});
