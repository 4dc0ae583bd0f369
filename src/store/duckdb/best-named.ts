import type { Params } from "../port.ts";
import { type Rows, readEntityIds, readOwners } from "./read.ts";

/** An entity found by one of its names: `rank` tells how well that matches, from the best on. */
export interface Named {
  readonly n: number;
  readonly id: string;
  readonly rank: number;
}

/** Names looked at first; the engine finds the owners of so many without reading all there are (`MOST_SOUGHT`). */
const FIRST = 400;
const MORE = 8;

interface Hit {
  readonly v: number;
  readonly rank: number;
  /** The shortest name that matches; of those that match as well, the shorter counts as the better. */
  readonly size: number;
}

/**
 * The `wanted` entities whose names match best, those alike by id; `names` selects (v, rank, size) from the table of
 * names. The names alone are looked through, and only then whose the best are: joined at once, the engine reads every
 * entity there is.
 */
export async function bestNamed(
  rows: Rows,
  names: string,
  params: Params,
  wanted: number,
): Promise<readonly Named[]> {
  for (let most = FIRST; ; most *= MORE) {
    const hits = await rows<Hit>(
      `SELECT v, min(rank) AS rank, min(size) AS size FROM (${names}) GROUP BY v ORDER BY rank, size LIMIT ${most}`,
      params,
    );
    const last = hits.at(-1);
    const all = hits.length < most || last === undefined;
    const sure = all ? hits : hits.filter((hit) => order(hit, last) < 0);
    const best = await byOwner(rows, sure);
    if (all || best.size >= wanted) return first(rows, best, wanted);
  }
}

const order = (a: Omit<Hit, "v">, b: Omit<Hit, "v">) => a.rank - b.rank || a.size - b.size;

/** Who has these names, each with the best of theirs; names of versions that no longer count are nobody's. */
async function byOwner(rows: Rows, hits: readonly Hit[]): Promise<Map<number, Hit>> {
  const owners = await readOwners(
    rows,
    hits.map(({ v }) => v),
  );
  const best = new Map<number, Hit>();
  for (const hit of hits) {
    const n = owners.get(hit.v);
    if (n !== undefined && !best.has(n)) best.set(n, hit);
  }
  return best;
}

async function first(rows: Rows, best: ReadonlyMap<number, Hit>, wanted: number): Promise<Named[]> {
  const hits = [...best.values()];
  const last = hits[wanted - 1] ?? hits.at(-1);
  if (last === undefined) return [];
  const near = [...best].filter(([, hit]) => order(hit, last) <= 0);
  const ids = await readEntityIds(
    rows,
    near.map(([n]) => n),
  );
  return near
    .map(([n, hit]) => ({ n, hit, id: ids.get(n) ?? "" }))
    .sort((a, b) => order(a.hit, b.hit) || (a.id < b.id ? -1 : 1))
    .slice(0, wanted)
    .map(({ n, hit, id }) => ({ n, id, rank: hit.rank }));
}
