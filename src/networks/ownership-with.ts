import type { BallotColumns } from "./ballots.ts";
import { isDeclaration } from "./company.ts";
import { Edges, type SortedEdges } from "./edges.ts";
import type { HeldTable } from "./held.ts";
import type { NetworkEnd, Ownership } from "./ownership.ts";
import { addBlocks, type PlainFigures, plainFigures } from "./plain-company.ts";

/**
 * The network of the same holdings with other figures in the rows about one company: the very one `ownership` builds of
 * them, made by putting other edges in the place of that company's. Null where the company has anything but one ballot of
 * its own before, or is afterwards neither plain nor without anything that counts, or the holdings are not the same ones.
 * Cost: copies of the columns, and the rows about the company.
 */
export function ownershipWith(base: Ownership, held: HeldTable, company: number): Ownership | null {
  if (held.length !== base.held.length || held.party !== base.held.party) return null;
  const rows = base.rowOrder.subarray(base.rowStart[company], base.rowStart[company + 1]);
  const [first, end] = [base.ballotStart[company] as number, base.ballotStart[company + 1] as number];
  if (rows.length === 0 || end !== first + 1) return null;
  const ballot = base.ballotOrder[first] as number;
  if (base.conflicts.has(company) || base.treasury.has(ballot)) return null;
  for (const { company: of } of base.virtual.values()) if (of === company) return null;
  const nothing = rows.every((row) => isDeclaration(held, row));
  const figures = nothing ? null : plainFigures(held, company, rows);
  if (!nothing && figures === null) return null;
  const [lower, upper] = [new Edges(rows.length), new Edges(rows.length + 1)];
  if (figures) addBlocks({ held, phantom: base.phantom, lower, upper }, ballot, rows, figures);
  const unowned = new Edges(1);
  if (nothing && base.kinds.ownable(company)) unowned.add(base.phantom, company, -1);
  const part = { base, company, ballot, gone: nothing };
  const shared = figures ? withNamed(base, ballot, figures) : withoutBallot(base, ballot, company);
  return {
    ...base,
    held,
    ...(nothing ? ballotsWithout(base, ballot, company) : {}),
    lower: endWith(part, base.lower, lower, new Edges(0), shared),
    upper: endWith(part, base.upper, upper, unowned, shared),
  };
}

function withNamed(
  { lower }: Ownership,
  ballot: number,
  { named, open }: PlainFigures,
): Partial<BallotColumns> {
  const { namedLow, namedOpen } = lower.network;
  const [low, opened] = [namedLow.slice(), namedOpen.slice()];
  low[ballot] = named;
  opened[ballot] = open;
  return { namedLow: low, namedOpen: opened };
}

function withoutBallot({ lower }: Ownership, ballot: number, company: number): BallotColumns {
  const { network } = lower;
  const rest = <T extends Int32Array | Float64Array | Uint8Array>(column: T): T =>
    column.filter((_, b) => b !== ballot) as T;
  const ballots = network.ballots.slice();
  ballots[company] = 0;
  return {
    company: rest(network.company),
    ballots,
    treasuryLow: rest(network.treasuryLow),
    treasuryHigh: rest(network.treasuryHigh),
    treasuryOpen: rest(network.treasuryOpen),
    namedLow: rest(network.namedLow),
    namedOpen: rest(network.namedOpen),
  };
}

/** Which ballots are whose, where those after one move up. */
function ballotsWithout(base: Ownership, ballot: number, company: number) {
  const up = (b: number) => (b > ballot ? b - 1 : b);
  return {
    ballotStart: base.ballotStart.map((start, n) => (n > company ? start - 1 : start)),
    ballotOrder: base.ballotOrder.filter((b) => b !== ballot).map(up),
    treasury: new Map([...base.treasury].map(([b, votes]) => [up(b), votes])),
  };
}

/** What changes: the company, its ballot, and whether that is gone. */
interface Part {
  readonly base: Ownership;
  readonly company: number;
  readonly ballot: number;
  readonly gone: boolean;
}

function endWith(
  { base, company, ballot, gone }: Part,
  end: NetworkEnd,
  blocks: Edges,
  direct: Edges,
  shared: Partial<BallotColumns>,
): NetworkEnd {
  const others = replaced(end.holds, ballot, blocks, (head) => head);
  const holds = gone ? { ...others, head: others.head.map((b) => (b > ballot ? b - 1 : b)) } : others;
  // Rights were added company by company, those over what a company brought with it among its own.
  const rights = replaced(end.rights, company, direct, (head) => base.virtual.get(head)?.company ?? head);
  return {
    network: {
      ...end.network,
      ...shared,
      holdStart: holds.start,
      holdBallot: holds.head,
      holdLow: holds.low,
      holdHigh: holds.high,
      holdFlags: holds.flags,
      rightStart: rights.start,
      rightTo: rights.head,
    },
    holds,
    rights,
  };
}

/** Sorted edges with other ones into one head. Of one tail, edges into heads that come before it by `order` come first. */
function replaced(
  old: SortedEdges,
  into: number,
  edges: Edges,
  order: (head: number) => number,
): SortedEdges {
  const nodes = old.start.length - 1;
  const gone: number[] = [];
  for (let e = old.head.indexOf(into); e >= 0; e = old.head.indexOf(into, e + 1)) gone.push(e);
  if (gone.length === 0 && edges.length === 0) return old;
  const added = edges.sorted(nodes);
  const size = old.head.length - gone.length + added.head.length;
  const start = old.start.slice();
  for (let v = 0, lost = 0; v < nodes; v++) {
    while (lost < gone.length && old.tail[gone[lost] as number] === v) lost++;
    start[v + 1] = (old.start[v + 1] as number) - lost + (added.start[v + 1] as number);
  }
  const places = Array.from(added.tail, (tail) => placeOf(old, tail, order(into), order));
  const column = <T extends Int32Array | Float64Array | Uint8Array>(from: T, more: T, to: T): T => {
    let [read, write, lost] = [0, 0, 0];
    const copyTo = (end: number) => {
      for (; lost < gone.length && (gone[lost] as number) < end; lost++) {
        to.set(from.subarray(read, gone[lost]), write);
        write += (gone[lost] as number) - read;
        read = (gone[lost] as number) + 1;
      }
      to.set(from.subarray(read, end), write);
      write += end - read;
      read = end;
    };
    places.forEach((place, i) => {
      copyTo(place);
      to[write++] = more[i] as number;
    });
    copyTo(from.length);
    return to;
  };
  return {
    start,
    tail: column(old.tail, added.tail, new Int32Array(size)),
    head: column(old.head, added.head, new Int32Array(size)),
    row: column(old.row, added.row, new Int32Array(size)),
    low: column(old.low, added.low, new Float64Array(size)),
    high: column(old.high, added.high, new Float64Array(size)),
    flags: column(old.flags, added.flags, new Uint8Array(size)),
  };
}

/** Before which edge of a tail those into a head stand that has this place in the order. */
function placeOf(
  { start, head }: SortedEdges,
  tail: number,
  into: number,
  order: (head: number) => number,
): number {
  const end = start[tail + 1] as number;
  let place = start[tail] as number;
  while (place < end && order(head[place] as number) <= into) place++;
  return place;
}
