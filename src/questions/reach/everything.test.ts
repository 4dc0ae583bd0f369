import { expect, test } from "vitest";
import { answer, inCase } from "../../../test/answer-in.ts";
import { randomWorld, WORLD_IDS } from "../../../test/random-world.ts";
import { linesIn } from "../../../test/text-of.ts";
import { parseDay } from "../../model/date.ts";
import { random } from "../../networks/worlds.oracle.ts";
import type { OpenCase } from "../../store/duckdb.ts";
import { everyReach } from "./everything.ts";
import type { ReachFinding } from "./finding.ts";
import { reach } from "./index.ts";

const DAY = "2020-07-07";

async function everyone(store: OpenCase) {
  const context = { store, asOf: parseDay(DAY), known: null, carry: 400, progress: () => undefined };
  const { csv, notes } = everyReach(context, { pairs: false, law: "majority" });
  return { rows: await linesIn(csv), notes };
}

const caseOf = (...interests: string[]) => ({
  "sources.csv": "id,title,published\ns,Own numbers,2018-01-01\n",
  "entities.csv":
    "id,name,kind\np,P,person\nq,Q,person\nx,X,company\ny,Y,company\nz,Z,company\nw,W,company\n",
  "interests.csv": `${["id,subject,party,right,share,joint,with,from,source", ...interests].join("\n")}\n`,
});

test("what everyone's counts leave out, being nobody's alone, is said beside them", async () => {
  const shared = ["1,x,p,,60,J,,2018,s", "2,x,q,,60,J,,2018,s", "3,y,x,,80,,,2018,s"];
  const bound = ["4,z,p,,30,,,2018,s", "5,z,q,,25,,,2018,s", "6,z,q,actingInConcert,,,p,2018,s"];
  const maybe = ["7,w,p,,40-60,K,,2018,s", "8,w,q,,40-60,K,,2018,s"];
  const notes = async (...rows: string[]) => {
    const found = await inCase(caseOf(...rows), everyone);
    // The counts are what each controls by itself.
    for (const party of ["p", "q"])
      expect(found.rows.find((row) => row.startsWith(`${party},`))).toMatch(/^[pq],0,0,/);
    return found.notes;
  };
  const said = (certain: string, possible: string) => [
    `What a party controls only together with others (joint holders, a concert nobody leads) is in none of its counts: ${certain} so for certain, ${possible} possibly. \`ask reach\` tells it of one party.`,
  ];
  expect(await notes(...shared)).toEqual(said("1 group does", "0 groups do"));
  expect(await notes(...shared, ...bound, ...maybe)).toEqual(said("2 groups do", "1 group does"));
  // Too little for them to control anything even together.
  expect(await notes(...shared.slice(0, 2).map((row) => row.replace("60", "20")))).toEqual([]);
});

test("where nobody controls anything only with others nothing more is said", async () => {
  const rows = ["1,x,p,,60,,,2018,s", "2,y,x,,40-60,,,2018,s", "3,y,q,,30,,,2018,s"];
  expect(await inCase(caseOf(...rows), everyone)).toEqual({
    rows: ["p,1,1,1,0.84,0.96", "x,0,1,1,0.4,0.6", "q,0,0,1,0.3,0.3"],
    notes: [],
  });
});

test("everyone's counts are those of one answer each, in worlds of every kind of holding", async () => {
  let counted = 0;
  for (let seed = 1; seed <= 8; seed++) {
    await inCase(randomWorld(random(seed * 104_729)), async (store) => {
      const { rows } = await everyone(store);
      for (const entity of WORLD_IDS) {
        const { findings } = await answer(store, reach, { entity }, DAY);
        const all = findings as ReachFinding[];
        const count = (which: (f: ReachFinding) => boolean) => String(all.filter(which).length);
        const row = rows.find((each) => each.startsWith(`${entity},`))?.split(",") ?? ["", "0", "0", "0"];
        expect(row.slice(1, 4)).toEqual([
          ...[count((f) => f.certainty === "certain"), count((f) => f.certainty === "possible")],
          count((f) => f.depth === 1 && f.links.length > 0),
        ]);
        counted += all.length;
      }
    });
  }
  expect(counted).toBeGreaterThan(60);
}, 60_000);
