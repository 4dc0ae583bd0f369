import { Problem } from "../../errors.ts";
import type { Reader } from "../../store/port.ts";

/** The entities of a case: their ids by ordinal, and their ordinals in the order of their ids. */
export interface Listed {
  readonly ids: Ids;
  readonly sorted: Int32Array;
}

/**
 * Ids as UTF-8, one after the other, each ended by the unit separator: that of n is bytes `start[n]` to
 * `start[n + 1] − 1`, without that one. Ten million strings would be more work than who controls them.
 */
export interface Ids {
  readonly bytes: Uint8Array;
  readonly start: Uint32Array;
}

const PART = 1 << 16;
const SEPARATOR = 0x1f;

/** Lists who there is. */
export async function listEntities(store: Reader): Promise<Listed> {
  const { column } = await store.columns("SELECT n FROM entity_id_now ORDER BY id", { n: "int32" });
  const sorted = column.n as Int32Array;
  const parts: Uint8Array[] = [];
  const encoder = new TextEncoder();
  await store.each(
    `SELECT n // ${PART} AS part, string_agg(id || chr(${SEPARATOR}), '' ORDER BY n) AS ids
    FROM entity_id_now GROUP BY part`,
    { part: "int32", ids: "text" },
    (length, { part, ids }) => {
      for (let i = 0; i < length; i++) parts[part[i] as number] = encoder.encode(ids[i] as string);
    },
  );
  return { ids: idsIn(parts, sorted.length), sorted };
}

/** An id as text, by ordinal. */
export function textsOf({ bytes, start }: Ids): (n: number) => string {
  const decoder = new TextDecoder();
  return (n) => decoder.decode(bytes.subarray(start[n] as number, (start[n + 1] as number) - 1));
}

function idsIn(parts: readonly Uint8Array[], count: number): Ids {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  const start = new Uint32Array(count + 1);
  let [at, n] = [0, 0];
  for (const part of parts) {
    bytes.set(part, at);
    for (let end = part.indexOf(SEPARATOR); end >= 0; end = part.indexOf(SEPARATOR, end + 1))
      start[++n] = at + end + 1;
    at += part.length;
  }
  if (n === count) return { bytes, start };
  throw new Problem(
    "internal",
    `an id contains the unit separator: ${count} ids, ${n} texts`,
    "Report this.",
  );
}
