import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SIZES } from "../bench/sizes.ts";
import { world } from "../bench/world.ts";
import { writeCase } from "../bench/write-case.ts";
import type { Question } from "../src/ask/question.ts";
import { endsOf, type Percent } from "../src/model/share.ts";
import { QUESTIONS } from "../src/questions/index.ts";
import type { OpenCase } from "../src/store/duckdb.ts";
import { answer, inCase } from "./answer-in.ts";
import { linesIn } from "./text-of.ts";

const DAY = "2023-01-01";
const CLOCKS = { asOf: 19_358, known: null, carry: 400 };
/** Of twenty thousand entities, each so many-th is asked alone; of those with several controllers, who are few, each third. */
const [EACH_CONTROLLED, EACH_PARTY] = [211, 101];

const question = (id: string) => QUESTIONS.find((one) => one.id === id) as Question;

async function rowsOf(store: OpenCase, id: string, pairs: boolean): Promise<string[]> {
  const context = { ...CLOCKS, store, progress: () => undefined };
  return linesIn(question(id).everything?.(context, { pairs, law: "majority" }).csv);
}

function byFirst(rows: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const id = row.slice(0, row.indexOf(","));
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return groups;
}

function votesCells(votes: Percent | null): string {
  if (votes === null) return ",,";
  const { low, high, lowOpen, highOpen } = endsOf(votes);
  return `${low},${high},${lowOpen && highOpen ? "both" : lowOpen ? "low" : highOpen ? "high" : ""}`;
}

interface Control {
  readonly verdict: string;
  readonly controllers: readonly { party: string; certainty: string; votes: Percent | null }[];
}
interface Reach {
  readonly entity: string;
  readonly certainty: string;
  readonly votes: Percent | null;
}

test("what is written of everyone is what each answers alone: verdicts, votes, pairs and counts", async () => {
  const folder = mkdtempSync(join(tmpdir(), "armslength-everyone-"));
  try {
    writeCase(world(SIZES.S, 1), folder);
    await inCase(folder, async (store) => {
      const all = byFirst(await rowsOf(store, "control", false));
      const pairs = byFirst(await rowsOf(store, "control", true));
      const arms = await rowsOf(store, "reach", false);
      expect(all.size).toBe(SIZES.S.entities);
      const ids = [...all.keys()];
      expect(ids).toEqual(ids.toSorted());

      const seen = new Set<string>();
      const several = (id: string) => (all.get(id)?.length ?? 0) > 1;
      for (const id of ids.filter((one, n) => n % EACH_CONTROLLED === 0 || (several(one) && n % 3 === 0))) {
        const { findings } = await answer(store, question("control"), { entity: id }, DAY);
        const [{ verdict, controllers }] = findings as [Control];
        seen.add(`${verdict} ${Math.min(2, controllers.length)}`);
        const rows = controllers.map(
          (c) => `${id},majority,${verdict},${c.party},${c.certainty},${votesCells(c.votes)}`,
        );
        expect(all.get(id)?.toSorted()).toEqual(
          rows.length === 0 ? [`${id},majority,${verdict},,,,,`] : rows.sort(),
        );
      }
      expect([...seen].sort()).toEqual([
        ...["controlled 1", "controlled 2", "no controller on record 0"],
        ...["not known 0", "not known 1", "not known 2"],
      ]);

      let reached = 0;
      for (let n = 0; n < ids.length; n += EACH_PARTY) {
        const id = ids[n] as string;
        const { findings } = await answer(store, question("reach"), { entity: id }, DAY);
        const rows = (findings as readonly Reach[])
          .filter((f) => f.certainty !== "none")
          .map((f) => `${id},${f.entity},${f.certainty},${votesCells(f.votes)}`);
        expect(pairs.get(id) ?? []).toEqual(rows.sort());
        reached += rows.length;
      }
      expect(reached).toBeGreaterThan(20);

      const counts = new Map(arms.map((row) => row.split(",")).map(([id, ...cells]) => [id, cells]));
      for (const id of ids) {
        const of = (certainty: string) =>
          `${pairs.get(id)?.filter((row) => row.split(",")[2] === certainty).length ?? 0}`;
        expect([id, ...(counts.get(id) ?? ["0", "0"]).slice(0, 2)]).toEqual([
          id,
          of("certain"),
          of("possible"),
        ]);
      }
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
