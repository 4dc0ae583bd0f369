import type { BallotColumns } from "./ballots.ts";
import { Edges, type SortedEdges } from "./edges.ts";
import type { HeldTable } from "./held.ts";
import type { NetworkEnd, Ownership } from "./ownership.ts";
import { addBlocks, plainFigures } from "./plain-company.ts";

/**
 * The network of the same holdings with other figures in the rows about one company: the very one `ownership` builds of
 * them, made by putting other edges into that company's ballot. Null where the company is not plain before and after,
 * or the holdings are not the same ones. Cost: copies of the columns, and the rows about the company.
 */
export function ownershipWith(base: Ownership, held: HeldTable, company: number): Ownership | null {
  if (held.length !== base.held.length || held.party !== base.held.party) return null;
  const rows = base.rowOrder.subarray(base.rowStart[company], base.rowStart[company + 1]);
  if (base.ballotStart[company] === base.ballotStart[company + 1]) return null;
  if (rows.length === 0 || plainFigures(base.held, company, rows) === null) return null;
  const figures = plainFigures(held, company, rows);
  if (figures === null) return null;
  const ballot = base.ballotOrder[base.ballotStart[company] as number] as number;
  const [lower, upper] = [new Edges(rows.length), new Edges(rows.length + 1)];
  addBlocks({ held, phantom: base.phantom, lower, upper }, ballot, rows, figures);
  const { namedLow, namedOpen } = base.lower.network;
  const named = { namedLow: namedLow.slice(), namedOpen: namedOpen.slice() };
  named.namedLow[ballot] = figures.named;
  named.namedOpen[ballot] = figures.open;
  return {
    ...base,
    held,
    lower: endWith(base.lower, ballot, lower, named),
    upper: endWith(base.upper, ballot, upper, named),
  };
}

type Named = Pick<BallotColumns, "namedLow" | "namedOpen">;

function endWith(end: NetworkEnd, ballot: number, edges: Edges, named: Named): NetworkEnd {
  const holds = replaced(end.holds, ballot, edges);
  return {
    ...end,
    network: {
      ...end.network,
      ...named,
      holdStart: holds.start,
      holdBallot: holds.head,
      holdLow: holds.low,
      holdHigh: holds.high,
      holdFlags: holds.flags,
    },
    holds,
  };
}

/** Sorted edges with other ones into a ballot. Of one tail, edges into the ballots of companies before it come first. */
function replaced(old: SortedEdges, ballot: number, edges: Edges): SortedEdges {
  const nodes = old.start.length - 1;
  const added = edges.sorted(nodes);
  const gone: number[] = [];
  for (let e = old.head.indexOf(ballot); e >= 0; e = old.head.indexOf(ballot, e + 1)) gone.push(e);
  const size = old.head.length - gone.length + added.head.length;
  const start = old.start.slice();
  for (let v = 0, lost = 0; v < nodes; v++) {
    while (lost < gone.length && old.tail[gone[lost] as number] === v) lost++;
    start[v + 1] = (old.start[v + 1] as number) - lost + (added.start[v + 1] as number);
  }
  const places = Array.from(added.tail, (tail) => placeOf(old, tail, ballot));
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

/** Before which edge those of a tail into a ballot stand. */
function placeOf({ start, head }: SortedEdges, tail: number, ballot: number): number {
  const end = start[tail + 1] as number;
  let place = start[tail] as number;
  while (place < end && (head[place] as number) <= ballot) place++;
  return place;
}
