import { expect } from "vitest";
import type { Writer } from "../port.ts";

/** What is found by ordinal and by id from an index is what the views say, row by row. */
export async function checkLookUps(store: Writer): Promise<void> {
  const entities = await store.rows<{ n: number; id: string; name: string; placeholder: boolean }>(
    "SELECT n, id, name, placeholder FROM entity_now ORDER BY n",
  );
  const ids = entities.map((one) => one.id);
  expect(await store.entityIds([-1, 1e6, ...entities.map((one) => one.n)])).toEqual(
    new Map(entities.map(({ n, id }) => [n, id])),
  );
  const backwards = entities.map((one) => one.n).reverse();
  expect([...(await store.entityIds(backwards)).keys()]).toEqual(backwards);
  for (const { n, id } of entities) expect(await store.ordinal(id)).toBe(n);
  expect(await store.ordinal("nobody of that name")).toBe(-1);
  expect((await store.entities(ids)).map(({ id, name, placeholder }) => ({ id, name, placeholder }))).toEqual(
    entities.map(({ id, name, placeholder }) => ({ id, name, placeholder })),
  );
  const said = await store.rows<Record<string, unknown> & { n: number; status: string }>(
    `SELECT s.n, s.id, s.source, s.locator, s.share_text AS share, a.id AS subject, b.id AS object,
       CASE WHEN g.withdrawn > 0 THEN 'withdrawn' WHEN g.n IS NULL THEN 'active' ELSE 'superseded' END AS status
     FROM statement_all AS s LEFT JOIN entity_now AS a ON a.n = s.subject LEFT JOIN entity_now AS b ON b.n = s.object
     LEFT JOIN (SELECT n, count(*) FILTER (WHERE how = 'withdrawn') AS withdrawn FROM gone GROUP BY n) AS g ON g.n = s.n
     ORDER BY s.n`,
  );
  const found = await store.statementsAt([-1, 1e6, ...said.map((one) => one.n)]);
  expect([...found.keys()].sort((a, b) => a - b)).toEqual(said.map((one) => one.n));
  for (const { n, share, ...row } of said) {
    expect(found.get(n)).toMatchObject(row);
    expect(found.get(n)?.properties.share ?? "").toBe(share);
  }
}
