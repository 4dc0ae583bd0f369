import type { Day } from "../../model/date.ts";
import type { CaseTies } from "./case-ties.ts";
import { FAMILY } from "./mentions.ts";
import { NAMED, UNNAMED } from "./origins.ts";
import { MAY_HOLD, PAST, presenceOn } from "./presence.ts";

/** How surely somebody says that two are tied, the weakest first; `several`: independent named origins. */
export const EVIDENCE = ["none", "unnamed", "interested", "one", "several", "official"] as const;
export type Evidence = (typeof EVIDENCE)[number];
const SEVERAL = EVIDENCE.indexOf("several");

/** Which ties count: those a day long known or past (`ever`), or only those that may hold on it (`day`). */
export interface Counting {
  readonly day: Day;
  readonly carry: number;
  readonly when: "ever" | "day";
  readonly family: boolean;
}

/** The strength of a link: twice the number of its evidence, one less where only denied statements give it that much. */
export const evidenceOf = (strength: number): Evidence => EVIDENCE[(strength + 1) >> 1] ?? "none";
export const isContested = (strength: number): boolean => strength % 2 === 1;

/** Rows of a link that count. Family does where a named origin without a side, or an official record, says so. */
export function rowsOf(ties: CaseTies, link: number, counting: Counting): number[] {
  const { first, mentions, origins } = ties;
  const rows: number[] = [];
  const family: number[] = [];
  let onRecord = false;
  for (let row = first[link] as number; row < (first[link + 1] as number); row++) {
    if (!counts(ties, row, counting)) continue;
    const related = mentions.kind[row] === FAMILY;
    (related ? family : rows).push(row);
    if (related && (origins.worth[mentions.source[row] as number] ?? 0) >= NAMED) onRecord = true;
  }
  return counting.family && onRecord ? [...rows, ...family] : rows;
}

const counts = ({ mentions }: CaseTies, row: number, { day, carry, when }: Counting): boolean =>
  presenceOn(mentions, row, day, carry) >= leastOf(when);
const leastOf = (when: Counting["when"]) => (when === "day" ? MAY_HOLD : PAST);

/**
 * The strength of a link from rows of its statements, 0 where there are none. `severalOrigins` says of rows of named
 * sources with more than one root whether their origins are independent; unless told, they are.
 */
export function strengthOf(
  ties: CaseTies,
  rows: readonly number[],
  severalOrigins: (rows: readonly number[]) => boolean = () => true,
): number {
  const all = worthOf(ties, rows, severalOrigins);
  if (!rows.some((row) => ties.denied[row] === 1)) return 2 * all;
  const undenied = rows.filter((row) => !rows.some((other) => deniedWith(ties, row, other)));
  return Math.max(2 * all - 1, 2 * worthOf(ties, undenied, severalOrigins));
}

/** Whether a row is denied because another is: the same, or one of the same kind from the same origin. */
function deniedWith({ mentions, origins, denied }: CaseTies, row: number, other: number): boolean {
  if (denied[other] === 0) return false;
  if (row === other) return true;
  const root = (of: number) => origins.root[mentions.source[of] as number];
  return mentions.kind[row] === mentions.kind[other] && root(row) === root(other);
}

function worthOf(
  { mentions, origins }: CaseTies,
  rows: readonly number[],
  severalOrigins: (rows: readonly number[]) => boolean,
): number {
  let best = 0;
  let root = -1;
  let several = false;
  for (const row of rows) {
    const source = mentions.source[row] as number;
    const worth = source < 0 ? UNNAMED : (origins.worth[source] as number);
    if (worth > best) best = worth;
    if (worth !== NAMED) continue;
    const own = origins.root[source] as number;
    if (root >= 0 && own !== root) several = true;
    root = own;
  }
  if (best !== NAMED || !several) return best;
  const named = rows.filter((row) => origins.worth[mentions.source[row] as number] === NAMED);
  return severalOrigins(named) ? SEVERAL : best;
}

const kept = new WeakMap<CaseTies, Map<string, Uint8Array>>();
const KEPT = 4;

/**
 * The most each link can be worth: its named sources taken to be independent where none is known to repeat another.
 * Worked out once for the same ties and day, and kept for the last few. A family tie counts only where it is asked for, a named origin without a
 * side or an official record says so, and both have some other tie on record.
 */
export function strengthsOn(ties: CaseTies, counting: Counting): Uint8Array {
  const key = `${counting.day} ${counting.carry} ${counting.when} ${counting.family}`;
  const before = kept.get(ties) ?? new Map<string, Uint8Array>();
  const known = before.get(key);
  if (known) return known;
  const strength = plainStrengths(ties, { ...counting, family: false });
  if (counting.family) addFamily(ties, counting, strength);
  const [oldest] = before.keys();
  if (before.size === KEPT && oldest !== undefined) before.delete(oldest);
  kept.set(ties, before.set(key, strength));
  return strength;
}

function plainStrengths(ties: CaseTies, counting: Counting): Uint8Array {
  const { mentions, origins, first, denied } = ties;
  const { day, carry } = counting;
  const least = leastOf(counting.when);
  const strength = new Uint8Array(first.length - 1);
  for (let link = 0; link < strength.length; link++) {
    const row = first[link] as number;
    if ((first[link + 1] as number) > row + 1) {
      strength[link] = strengthOf(ties, rowsOf(ties, link, counting));
      continue;
    }
    if (mentions.kind[row] === FAMILY || presenceOn(mentions, row, day, carry) < least) continue;
    const source = mentions.source[row] as number;
    strength[link] = 2 * (source < 0 ? UNNAMED : (origins.worth[source] as number)) - (denied[row] as number);
  }
  return strength;
}

function addFamily(ties: CaseTies, counting: Counting, strength: Uint8Array): void {
  const { mentions, first, kind } = ties;
  const known = new Uint8Array(kind.length);
  const mark = (link: number) => {
    const row = first[link] as number;
    known[mentions.a[row] as number] = 1;
    known[mentions.b[row] as number] = 1;
  };
  for (let link = 0; link < strength.length; link++) if (strength[link] !== 0) mark(link);
  for (let link = 0; link < strength.length; link++) {
    const rows = rowsOf(ties, link, counting);
    const row = rows.find((each) => mentions.kind[each] === FAMILY);
    if (row !== undefined && known[mentions.a[row] as number] && known[mentions.b[row] as number])
      strength[link] = strengthOf(ties, rows);
  }
}
