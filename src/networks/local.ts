import { csr } from "../graph/csr.ts";
import { becauseOf, extraOf, type HeldExtra, type HeldTable } from "./held.ts";

/** A part of the holdings table with entities renumbered 0 … `ordinals.length − 1`, the asked one first. */
export interface Local {
  readonly held: HeldTable;
  /** Local number → entity ordinal. */
  readonly ordinals: Int32Array;
}

/** Everything that bears on who is above an entity: all rows of it and of every party above it. */
export function above(held: HeldTable, entities: number, ordinal: number): Local {
  const bySubject = csr(entities, held.subject.subarray(0, held.length));
  return cut(
    held,
    bySubject,
    walk(ordinal, (n) => partiesIn(held, bySubject, n)),
  );
}

/** Everything that bears on what is below an entity: all rows of whatever it may reach, other holders included. */
export function below(held: HeldTable, entities: number, ordinal: number): Local {
  const bySubject = csr(entities, held.subject.subarray(0, held.length));
  const heldBy = new Map<number, number[]>();
  for (let r = 0; r < held.length; r++) {
    for (const party of involved(held, r)) {
      const list = heldBy.get(party);
      if (list) list.push(held.subject[r] as number);
      else heldBy.set(party, [held.subject[r] as number]);
    }
  }
  return cut(
    held,
    bySubject,
    walk(ordinal, (n) => heldBy.get(n) ?? []),
  );
}

/** The party, who decides for it, and the other members of a concert. */
function involved(held: HeldTable, row: number): number[] {
  const all = [held.party[row] as number, held.leader[row] as number, ...extraOf(held, row).members];
  return all.filter((n) => n >= 0);
}

type Index = ReturnType<typeof csr>;
const rowsOf = (index: Index, n: number) => index.order.subarray(index.start[n], index.start[n + 1]);
const partiesIn = (held: HeldTable, index: Index, n: number) =>
  [...rowsOf(index, n)].flatMap((row) => involved(held, row));

function walk(from: number, next: (n: number) => readonly number[]): number[] {
  const seen = new Set([from]);
  for (const n of seen) for (const other of next(n)) seen.add(other);
  return [...seen];
}

function cut(held: HeldTable, bySubject: Index, core: readonly number[]): Local {
  const rows = core.flatMap((n) => [...rowsOf(bySubject, n)]);
  const numbers = new Map(core.map((n, i) => [n, i]));
  const local = (n: number) => {
    if (n < 0) return n;
    const known = numbers.get(n);
    if (known !== undefined) return known;
    numbers.set(n, numbers.size);
    return numbers.size - 1;
  };
  const part = (column: Int32Array) => Int32Array.from(rows, (r) => local(column[r] as number));
  const because = new Map<number, readonly number[]>();
  const carried = new Map<number, number>();
  const extra = new Map<number, HeldExtra>();
  rows.forEach((r, i) => {
    if (held.because.has(r)) because.set(i, becauseOf(held, r));
    const age = held.carried.get(r);
    if (age !== undefined) carried.set(i, age);
    const more = held.extra.get(r);
    if (more) extra.set(i, { ...more, members: more.members.map(local) });
  });
  const table: HeldTable = {
    length: rows.length,
    party: part(held.party),
    subject: part(held.subject),
    leader: part(held.leader),
    right: Uint8Array.from(rows, (r) => held.right[r] as number),
    low: Float64Array.from(rows, (r) => held.low[r] as number),
    high: Float64Array.from(rows, (r) => held.high[r] as number),
    flags: Uint8Array.from(rows, (r) => held.flags[r] as number),
    conditional: Uint8Array.from(rows, (r) => held.conditional[r] as number),
    statement: Int32Array.from(rows, (r) => held.statement[r] as number),
    because,
    carried,
    extra,
  };
  return { held: table, ordinals: Int32Array.from(numbers.keys()) };
}
