import type { Reader } from "../store/port.ts";

const CHUNK = 5_000;

async function idsOf(store: Reader, table: string, ordinals: Iterable<number>): Promise<Map<number, string>> {
  const wanted = [...new Set(ordinals)].filter((n) => n >= 0);
  const ids = new Map<number, string>();
  for (let i = 0; i < wanted.length; i += CHUNK) {
    const part = wanted.slice(i, i + CHUNK);
    const rows = await store.rows<{ n: number; id: string }>(
      `SELECT CAST(n AS INTEGER) AS n, id FROM ${table} WHERE n IN (${part.join(", ")})`,
    );
    for (const row of rows) ids.set(Number(row.n), row.id);
  }
  return ids;
}

/** Ids of statements by ordinal. */
export const statementIds = (store: Reader, ordinals: Iterable<number>) =>
  idsOf(store, "statement_all", ordinals);

/** Ids of entities by ordinal. */
export const entityIds = (store: Reader, ordinals: Iterable<number>) => idsOf(store, "entity_now", ordinals);

/** The ordinal of an entity id, which the contract has resolved already. */
export async function ordinalOf(store: Reader, id: string): Promise<number> {
  const [row] = await store.rows<{ n: number }>(
    "SELECT CAST(n AS INTEGER) AS n FROM entity_now WHERE id = $id",
    { id },
  );
  return row === undefined ? -1 : Number(row.n);
}

/**
 * Independent origins of statements: distinct sources after following `derivedFrom` to its root. Where a source does
 * not say what it derives from it counts as its own origin, so this is at most the number. `count` tells how many of
 * the roots are independent.
 */
export async function originsOf(
  store: Reader,
  statements: Iterable<number>,
  count: (roots: readonly string[]) => Promise<number>,
): Promise<number> {
  const wanted = [...new Set(statements)].filter((n) => n >= 0);
  if (wanted.length === 0) return 0;
  const used = await store.rows<{ source: string }>(
    `SELECT DISTINCT source FROM statement_all WHERE n IN (${wanted.slice(0, CHUNK).join(", ")})`,
  );
  const relays = await store.rows<{ id: string; derived_from: string }>(
    "SELECT id, derived_from FROM source_now WHERE derived_from <> ''",
  );
  const parent = new Map(relays.map((r) => [r.id, r.derived_from]));
  const root = (id: string) => {
    const seen = new Set<string>();
    let at = id;
    for (let up = parent.get(at); up !== undefined && !seen.has(at); up = parent.get(at)) {
      seen.add(at);
      at = up;
    }
    return at;
  };
  return count([...new Set(used.map((u) => root(u.source)))]);
}
