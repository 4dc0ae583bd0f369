import type { Reader } from "../store/port.ts";

/** Which source each statement comes from, from which origin each source, and what sources are called. */
export interface Provenance {
  readonly sourceOf: (statement: number) => string;
  readonly originOf: (source: string) => string;
  readonly titleOf: (source: string) => string;
}

const CHUNK = 5_000;

/** Reads where some statements come from: their sources, and the root of each after following `derivedFrom`. */
export async function provenanceOf(store: Reader, statements: Iterable<number>): Promise<Provenance> {
  const wanted = [...new Set(statements)].filter((n) => n >= 0);
  const source = new Map<number, string>();
  for (let i = 0; i < wanted.length; i += CHUNK) {
    const part = wanted.slice(i, i + CHUNK).join(", ");
    const rows = await store.rows<{ n: number; source: string }>(
      `SELECT CAST(n AS INTEGER) AS n, source FROM statement_all WHERE n IN (${part})`,
    );
    for (const row of rows) source.set(Number(row.n), row.source);
  }
  const relays = await store.rows<{ id: string; derived_from: string }>(
    "SELECT id, derived_from FROM source_now WHERE derived_from <> ''",
  );
  const parent = new Map(relays.map((r) => [r.id, r.derived_from]));
  const originOf = (id: string) => {
    const seen = new Set<string>();
    let at = id;
    for (let up = parent.get(at); up !== undefined && !seen.has(at); up = parent.get(at)) {
      seen.add(at);
      at = up;
    }
    return at;
  };
  const sourceOf = (n: number) => source.get(n) ?? "";
  const titles = await titlesOf(store, [...new Set([...source.values()].flatMap((s) => [s, originOf(s)]))]);
  return { sourceOf, originOf, titleOf: (id) => titles.get(id) || id };
}

async function titlesOf(store: Reader, sources: readonly string[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const row of await store.rows<{ id: string; title: string }>(
    "SELECT id, title FROM source_now WHERE list_contains(string_split($ids, chr(0)), id)",
    { ids: sources.join("\u0000") },
  ))
    titles.set(row.id, row.title);
  return titles;
}
