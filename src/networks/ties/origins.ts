import type { Reader } from "../../store/port.ts";
import { NUMBERED } from "./mentions.ts";

/** Kinds of source that are official records: registers, filings under a legal duty, decisions, laws. */
export const OFFICIAL = [
  ...["register", "official register", "company register", "registry", "officialregister"],
  ...["filing", "company filing", "regulatory filing", "prospectus"],
  ...["regulator document", "government document", "official document", "official gazette", "gazette"],
  ...["court document", "court order", "court decision", "judgment", "decision", "law", "statute"],
] as const;

/** What each source is worth as evidence of a tie, by its number in NUMBERED; the next number is a source nobody knows. */
export interface Origins {
  /** The source it repeats in the end, after following `derived_from`; itself where it repeats none. */
  readonly root: Int32Array;
  /** OFFICIAL_RECORD, or what its root is: NAMED, INTERESTED (it or its root has a side) or UNNAMED. */
  readonly worth: Uint8Array;
}
export const UNNAMED = 1;
export const INTERESTED = 2;
export const NAMED = 3;
export const OFFICIAL_RECORD = 5;

/** Reads what sources are worth, without their texts. */
export async function readOrigins(store: Reader): Promise<Origins> {
  const is = (condition: string) => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
  const kinds = "', ' || replace(lower(kind), '_', ' ') || ', '";
  const official = OFFICIAL.map((kind) => `${kinds} LIKE '%, ${kind}, %'`).join(" OR ");
  const { length, column } = await store.columns(
    `SELECT r.k, ${is(official)} AS official, ${is("trim(publisher) <> ''")} AS named,
       ${is("trim(interested) <> ''")} AS interested, coalesce(d.k, -1) AS parent
     FROM source_now AS s JOIN ${NUMBERED} AS r ON r.id = s.id
     LEFT JOIN ${NUMBERED} AS d ON d.id = trim(split_part(s.derived_from, '|', 1))`,
    { k: "int32", official: "int32", named: "int32", interested: "int32", parent: "int32" },
  );
  const by = (name: keyof typeof column) => {
    const values = new Int32Array(length).fill(-1);
    for (let i = 0; i < length; i++)
      values[(column.k as Int32Array)[i] as number] = (column[name] as Int32Array)[i] as number;
    return values;
  };
  const [onRecord, named, interested, parent] = [by("official"), by("named"), by("interested"), by("parent")];
  const root = rootsOf(parent);
  const worth = new Uint8Array(length + 1).fill(UNNAMED);
  for (let k = 0; k < length; k++) {
    const r = root[k] as number;
    if (onRecord[k] === 1) worth[k] = OFFICIAL_RECORD;
    else if (interested[k] === 1 || interested[r] === 1) worth[k] = INTERESTED;
    else if (named[r] === 1) worth[k] = NAMED;
  }
  return { root, worth };
}

/** The end of each chain of parents; of a ring, where following it from there first comes round. */
function rootsOf(parent: Int32Array): Int32Array {
  return parent.map((_, k) => {
    const seen = new Set<number>();
    let at = k;
    for (let up = parent[at] as number; up >= 0 && !seen.has(at); up = parent[at] as number) {
      seen.add(at);
      at = up;
    }
    return at;
  });
}
