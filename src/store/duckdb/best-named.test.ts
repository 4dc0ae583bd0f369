import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { bring, entity } from "../contract/landing.ts";
import { type OpenCase, openCase } from "../duckdb.ts";
import { bestNamed } from "./best-named.ts";

const small = { threads: 1, memory: 2 ** 29 };
const folder = mkdtempSync(join(tmpdir(), "armslength-named-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** So many that whole batches of names match alike, and that of some batches most no longer count. */
const ENTITIES = 3_000;

const nameOf = (k: number) => `Alpha ${"abcdefghij"[k % 10]}${k % 7 === 0 ? " Holding" : ""}`;

async function crowd(): Promise<OpenCase> {
  const store = await openCase(join(folder, "crowd.duckdb"), { ...small, create: true });
  const first = Array.from({ length: ENTITIES }, (_, k) =>
    entity(`e${k}`, { name: nameOf(k), ...(k % 5 === 0 ? { names: `en:Beta ${k % 3}` } : {}) }),
  );
  await bring(store, { entities: first });
  const renamed = Array.from({ length: 900 }, (_, k) => entity(`e${3 * k}`, { name: `Gamma ${k % 4}` }));
  await bring(store, { at: "2021-06-01T12:00:00Z", entities: renamed });
  return store;
}

test("those whose names match best are those of all names joined to all who count, however many match alike", async () => {
  const store = await crowd();
  const rows = store.rows.bind(store);
  const pattern = fc.record({
    start: fc.constantFrom("alpha", "alpha a", "beta", "gamma", "gamma 1", "a", "nobody", ""),
    wanted: fc.integer({ min: 1, max: 1200 }),
  });
  await fc.assert(
    fc.asyncProperty(pattern, async ({ start, wanted }) => {
      const select = (key: string, from: string) =>
        `SELECT ${key}, CASE WHEN folded = $start THEN 1 ELSE 2 END AS rank, length(text) AS size
         FROM ${from} WHERE starts_with(folded, $start)`;
      const found = await bestNamed(rows, select("v", "name"), { start }, wanted);
      const all = await store.rows<{ n: number; id: string; rank: number }>(
        `SELECT b.n, i.id, b.rank FROM (SELECT n, min(rank) AS rank, min(size) AS size
           FROM (${select("n", "name_now")}) GROUP BY n) AS b JOIN entity_id_now AS i ON i.n = b.n
         ORDER BY b.rank, b.size, i.id LIMIT ${wanted}`,
        { start },
      );
      expect(found).toEqual(all);
    }),
    { numRuns: 60 },
  );
  await store.close();
}, 60_000);
