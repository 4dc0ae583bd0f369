import { expect, test } from "vitest";
import { answer, inCase } from "../../../test/answer-in.ts";
import { randomWorld } from "../../../test/random-world.ts";
import type { Answer } from "../../ask/answer.ts";
import { answerCsv } from "../../ask/csv.ts";
import { endsOf, type Percent } from "../../model/share.ts";
import { random } from "../../networks/worlds.oracle.ts";
import type { Jointly, ReachFinding } from "./finding.ts";
import { reach } from "./index.ts";
import type { ReachOverall } from "./overall.ts";
import { shownAs } from "./overlap.ts";

const DAY = "2020-07-07";
const overlapOf = ({ overall }: Answer) => (overall as ReachOverall).overlap;

const tables = {
  "sources.csv": "id,title,published\ns,Own numbers,2009-01-01\nt,A report,2009-01-01\n",
  "entities.csv": [
    "id,name,kind\nx,Xi,person\ny,Yo,person\nf,Fay,person",
    ...["m", "d", "e"].map((id) => `${id},${id.toUpperCase()},company`),
    "",
  ].join("\n"),
  "interests.csv": [
    "id,subject,party,right,share,joint,from,source",
    ...["1,d,x,,20,,2010,s", "2,m,y,,60,,2010,t", "3,d,m,,60,,2010,s"],
    ...["4,e,x,,30,,2010,s", "5,e,y,,60,J,2010,s", "6,e,f,,60,J,2010,s"],
    "7,m,f,,10,,2010,t",
    "",
  ].join("\n"),
};

test("how the other party stands to what both reach is cited, through whatever only it reaches", async () => {
  await inCase(tables, async (store) => {
    const asked = await answer(store, reach, { entity: "x", with: "y" }, DAY);
    expect(Object.keys(asked.statements)).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
    expect(Object.keys(asked.sources)).toEqual(["s", "t"]);
    const one = (entity: string) => overlapOf(asked)?.shared.find((each) => each.entity === entity);
    expect(one("d")).toMatchObject({ withStanding: "certain", withBecause: ["2", "3"] });
    // What changes what the other may reach, though no way leads over it.
    expect(overlapOf(asked)?.because).toContain("7");
  });
});

test("with whom the other controls something only together is told beside it, and in the rows", async () => {
  await inCase(tables, async (store) => {
    const asked = await answer(store, reach, { entity: "x", with: "y" }, DAY);
    const e = overlapOf(asked)?.shared.find((each) => each.entity === "e");
    expect(e).toMatchObject({ standing: "stake", jointly: null, withStanding: "jointly" });
    expect(e?.withJointly).toEqual({ with: ["f"], certainty: "certain" });
    expect(JSON.stringify(asked.blocks)).toContain("controls with others only: Fay");
    const [head, ...rows] = answerCsv(reach, asked).trim().split("\n");
    expect(head).toMatch(/,jointly,jointly_with,jointly_behind,standing,with,with_certainty,/);
    expect(head).toMatch(/,with_votes_open,with_jointly,with_jointly_with,with_standing$/);
    expect(rows.map((row) => row.split(",").slice(9))).toEqual([
      ["", "", "", "stake", "y", "certain", "60", "60", "", "", "", "certain"],
      ["", "", "", "stake", "y", "none", "60", "60", "", "certain", "f", "jointly"],
    ]);
    const other = answerCsv(reach, await answer(store, reach, { entity: "y", with: "x" }, DAY));
    expect(other.split("\n").find((row) => row.startsWith("y,e,"))).toBe(
      "y,e,none,60,60,,0,60,1,certain,f,,jointly,x,none,30,30,,,,stake",
    );
  });
});

const ends = (value: Percent | null) => {
  const { low, high, lowOpen, highOpen } = endsOf(value);
  return { low, high, open: lowOpen ? (highOpen ? "both" : "low") : highOpen ? "high" : "" };
};
const side = (jointly: Jointly | null, at: string) => ({
  ...{ [at]: jointly?.certainty ?? "", [`${at}_with`]: jointly?.with.join("|") ?? "" },
});

/** What the rows of an answer must say, from its findings alone. */
function rowsExpected({ findings, overall }: Answer, input: { entity: string; with?: string }) {
  const { overlap, change } = overall as ReachOverall;
  const own = (findings as ReachFinding[]).map((f) => {
    const [votes, economic] = [ends(f.votes), ends(f.economic)];
    return {
      ...{ party: input.entity, entity: f.entity, certainty: f.certainty as string },
      ...{ votes_low: votes.low, votes_high: votes.high, votes_open: votes.open },
      ...{ economic_low: economic.low, economic_high: economic.high, depth: String(f.depth) },
      ...side(f.jointly, "jointly"),
      jointly_behind: [...new Set(f.jointly?.behind.map((b) => b.party))].sort().join("|"),
      standing: shownAs(f) as string,
    };
  });
  const both = own.flatMap((row) => {
    const other = overlap?.shared.find(({ entity }) => entity === row.entity);
    const sure = other?.withStanding === "certain" || other?.withStanding === "possible";
    const votes = ends(other?.withVotes ?? null);
    return other === undefined
      ? []
      : [
          {
            ...{ ...row, with: input.with, with_certainty: sure ? other.withStanding : "none" },
            ...{ with_votes_low: votes.low, with_votes_high: votes.high, with_votes_open: votes.open },
            ...{ ...side(other.withJointly, "with_jointly"), with_standing: other.withStanding },
          },
        ];
  });
  const rows: object[] = overlap ? both : own;
  if (!change) return rows;
  const told = (each: (typeof change.changed)[number] | undefined) => ({
    ...{ before: each?.before ?? "", ...side(each?.jointlyBefore ?? null, "before_jointly") },
    after: each?.after ?? "",
  });
  const of = (row: object) =>
    change.changed.find(({ entity }) => entity === (row as { entity: string }).entity);
  const left = change.changed.filter((each) => !own.some(({ entity }) => entity === each.entity));
  return [
    ...rows.map((row) => ({ ...row, ...told(of(row)) })),
    ...(overlap ? [] : left).map((each) => ({
      ...{ party: input.entity, entity: each.entity, ...told(each) },
    })),
  ];
}

test("every cell of every row is what the answer says, in worlds of every kind of holding", async () => {
  let cells = 0;
  for (let seed = 1; seed <= 10; seed++) {
    await inCase(randomWorld(random(seed * 1299709)), async (store) => {
      for (const entity of ["e0", "e1", "e5"]) {
        for (const more of [
          {},
          { with: "e1" },
          { since: "2015-01-01" },
          { with: "e3", since: "2017-01-01" },
        ]) {
          const input = { entity, ...more };
          const asked = await answer(store, reach, input, DAY);
          const [head = "", ...lines] = answerCsv(reach, asked).trim().split("\n");
          const columns = head.split(",");
          const rows = lines.map((line) => {
            const row = line.split(",");
            expect(row).toHaveLength(columns.length);
            return Object.fromEntries(columns.map((column, n) => [column, row[n]]));
          });
          const none = Object.fromEntries(columns.map((column) => [column, ""]));
          expect(rows).toEqual(rowsExpected(asked, input).map((row) => ({ ...none, ...row })));
          cells += rows.length * columns.length;
        }
      }
    });
  }
  expect(cells).toBeGreaterThan(600);
}, 60_000);

test("withdrawing what a comparison does not cite changes nothing in it", async () => {
  let tried = 0;
  for (let seed = 1; seed <= 8; seed++) {
    await inCase(randomWorld(random(seed * 15_485_863)), async (store) => {
      const input = { entity: "e4", with: "e6" };
      const said = async () => {
        const { findings, overall, gaps, blocks } = await answer(store, reach, input, DAY);
        return { findings, overall, gaps, blocks };
      };
      const before = await answer(store, reach, input, DAY);
      const rows = await store.rows<{ id: string }>("SELECT id FROM statement_all ORDER BY n");
      for (const { id } of rows.filter((each) => !(each.id in before.statements))) {
        await store.withdraw([id], "a test", "2024-01-02T00:00:00Z");
        const { findings, overall, gaps, blocks } = before;
        expect(await said()).toEqual({ findings, overall, gaps, blocks });
        await store.restore([id], "a test", "2024-01-02T00:00:00Z");
        tried++;
      }
    });
  }
  expect(tried).toBeGreaterThan(3);
}, 60_000);
