import type { Reader } from "../store/port.ts";

/** The tickers of entities given by ordinal, by their place in the list: `NYSE:BABA`. */
export async function tickersOf(
  store: Reader,
  ordinals: Int32Array,
): Promise<(at: number) => readonly string[]> {
  const rows = await store.rows<{ n: number; value: string }>(
    `SELECT CAST(n AS INTEGER) AS n, value FROM identifier_now
     WHERE scheme = 'ticker' AND n IN (${[...new Set(ordinals), -1].join(", ")}) ORDER BY k`,
  );
  return (at) => rows.filter((row) => Number(row.n) === ordinals[at]).map((row) => row.value);
}
