import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer } from "../src/ask/answer.ts";
import { printJson } from "../src/ask/print.ts";
import { QUESTIONS } from "../src/questions/index.ts";
import { statementsFrom } from "../src/store/about.ts";
import type { OpenCase } from "../src/store/duckdb.ts";
import { answer, inCase } from "./answer-in.ts";

const ASKED = QUESTIONS.filter((question) => ["control", "reach"].includes(question.id));
const AT = "2025-06-01T00:00:00Z";

interface Given {
  readonly key: string;
  readonly bytes: string;
  readonly rests: ReadonlySet<string>;
}

/** Every answer about one entity, on some days: its bytes but for the digest and the time, and the sources it cites. */
async function answers(
  store: OpenCase,
  entities: readonly string[],
  days: readonly string[],
): Promise<Given[]> {
  const given: Given[] = [];
  for (const question of ASKED)
    for (const day of days)
      for (const entity of entities) {
        const { run: _, ...said } = await answer(store, question, { ...question.widest, entity }, day);
        given.push({
          key: `${question.id} ${entity} ${day}`,
          bytes: printJson(said),
          rests: sourcesOf(said),
        });
      }
  return given;
}

/** An answer rests on the sources of the statements it cites. */
const sourcesOf = ({ statements }: Pick<Answer, "statements">) =>
  new Set(Object.values(statements).map((statement) => statement.source));

/** Withdraws a source, and says which answers changed that did not rest on it, and which did not though they did. */
async function wrongly(
  store: OpenCase,
  source: string,
  before: readonly Given[],
  again: () => Promise<Given[]>,
) {
  const digest = await store.digest();
  const ids = await statementsFrom(store, source, Number.MAX_SAFE_INTEGER);
  await store.withdraw(ids, "a test", AT);
  const after = await again();
  await store.restore(ids, "the test is over", AT);
  expect(await store.digest()).toBe(digest);
  const changed = before.filter((each, n) => each.bytes !== after[n]?.bytes);
  const rested = before.filter((each) => each.rests.has(source));
  return {
    changedThoughNotResting: changed.filter((each) => !rested.includes(each)).map((each) => each.key),
    unchangedThoughResting: rested.filter((each) => !changed.includes(each)).map((each) => each.key),
    changed: changed.length,
  };
}

const EXACT = { changedThoughNotResting: [], unchangedThoughResting: [] };

test("a withdrawn source of the built-in case changes exactly the answers that rested on it", async () => {
  await inCase("cases/alibaba", async (store) => {
    const days = ["2017-07-18"];
    const sources = await store.rows<{ source: string }>(
      "SELECT source FROM statement_all WHERE kind = 'interest' GROUP BY source ORDER BY md5(source) LIMIT 2",
    );
    const named = await store.rows<{ id: string }>(
      `SELECT DISTINCT e.id FROM entity_now AS e JOIN statement_all AS s ON s.subject = e.n OR s.object = e.n
       WHERE s.source IN (${sources.map(({ source }) => `'${source}'`).join(", ")})
       UNION SELECT id FROM (SELECT id FROM entity_now ORDER BY md5(id) LIMIT 15) ORDER BY 1`,
    );
    const entities = named.map((row) => row.id);
    const all = () => answers(store, entities, days);
    const before = await all();
    for (const { source } of sources) {
      const { changed, ...wrong } = await wrongly(store, source, before, all);
      expect(wrong, source).toEqual(EXACT);
      expect(changed, source).toBeGreaterThan(0);
    }
  });
}, 300_000);

const IDS = ["a", "b", "c", "d", "e"];
const year = fc.constantFrom("", "2015", "2016", "2017-06", "2018");
const row = fc.record({
  subject: fc.constantFrom("b", "c", "d", "e"),
  party: fc.constantFrom(...IDS),
  right: fc.constantFrom(
    "",
    "",
    "",
    "votingRights",
    "rightsGrantedByContract",
    "appointmentOfBoard",
    "otherInfluenceOrControl",
  ),
  share: fc.constantFrom("", "20", "30", "40", "50", "60", "100", "25-50", ">50-75"),
  from: year,
  to: fc.constantFrom("", "", "2018-03", "2019"),
  basis: fc.constantFrom("", "", "observation"),
  source: fc.constantFrom("s", "t", "u"),
});

test("so it is in small invented cases", async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 9 }), async (rows) => {
      const lines = rows.map((one, n) =>
        [
          n,
          one.subject,
          one.party === one.subject ? "a" : one.party,
          one.right,
          one.share,
          one.from,
          one.to,
          one.basis,
          one.source,
        ].join(","),
      );
      const tables = {
        "sources.csv": "id,title,published\ns,S,2018\nt,T,2019\nu,U,\n",
        "entities.csv": `id,name,kind\n${IDS.map((id) => `${id},${id.toUpperCase()},company\n`).join("")}`,
        "interests.csv": `id,subject,party,right,share,from,to,basis,source\n${lines.join("\n")}\n`,
      };
      await inCase(tables, async (store) => {
        const all = () => answers(store, IDS, ["2016-12-31", "2018-06-30"]);
        const before = await all();
        for (const source of [rows[0]?.source ?? ""]) {
          const { changed: some, ...wrong } = await wrongly(store, source, before, all);
          changed += some;
          expect(wrong).toEqual(EXACT);
        }
      });
    }),
    { numRuns: 8 },
  );
  expect(changed).toBeGreaterThan(20);
}, 600_000);
