import { ALONE } from "../graph/control.ts";
import { WHOLE } from "../model/share.ts";
import type { ControlView } from "./controllers.ts";

/** Who votes as one in a company, and with how many votes, in share units. */
export interface Voter {
  /** Entities that vote as one: a single one, or several who act only together; none where nobody names them. */
  readonly parties: readonly number[];
  readonly low: number;
  readonly high: number;
  readonly rows: readonly number[];
}

export interface Voters {
  readonly voters: readonly Voter[];
  /** All votes cast, own shares left out. */
  readonly total: number;
}

/**
 * The direct voters of a company. Holders of whom one certainly controls the other, or whom somebody certainly controls
 * both, vote as one. A holding that may be the same votes as another counts from nothing up. Null where the record does
 * not make one vote count of it: no votes, several classes, a conflict, own shares known as a range, or a block several
 * may cast.
 */
export function votersOf(view: ControlView, company: number): Voters | null {
  const { own } = view;
  const ballots = view.ballotsOf(company);
  const [ballot] = ballots;
  if (ballot === undefined || ballots.length > 1 || own.conflicts.has(company)) return null;
  const { network } = own.upper;
  const treasury = network.treasuryLow[ballot] as number;
  if (treasury !== network.treasuryHigh[ballot]) return null;
  const total = WHOLE - treasury;
  const sure = lowerEnds(view, ballot);
  const found = new Map<number, { low: number; high: number; rows: number[] }>();
  const { head, tail, high, row, flags } = own.upper.holds;
  const several = head.reduce((n, b, e) => n + (b === ballot && tail[e] !== own.phantom ? 1 : 0), 0) > 1;
  for (let e = 0; e < head.length; e++) {
    const holder = tail[e] as number;
    if (head[e] !== ballot || holder === own.phantom || high[e] === 0) continue;
    if (own.virtual.get(holder)?.kind === "block") return null;
    const alone = several && ((flags[e] as number) & ALONE) !== 0;
    const before = found.get(holder) ?? { low: 0, high: 0, rows: [] };
    before.low += alone ? 0 : (sure.get(`${holder} ${row[e]}`) ?? 0);
    before.high = Math.min(total, before.high + (high[e] as number));
    before.rows.push(row[e] as number);
    found.set(holder, before);
  }
  const groups = asOne(view, company, [...found.keys()]);
  const voters = groups.map(({ by, holders }): Voter => {
    const all = holders.map((h) => found.get(h) ?? { low: 0, high: 0, rows: [] });
    return {
      parties: partiesOf(view, by),
      low: all.reduce((sum, h) => sum + h.low, 0),
      high: Math.min(
        total,
        all.reduce((sum, h) => sum + h.high, 0),
      ),
      rows: all.flatMap((h) => h.rows),
    };
  });
  return voters.length === 0 || voters.reduce((sum, v) => sum + v.low, 0) > total ? null : { voters, total };
}

function lowerEnds(view: ControlView, ballot: number): Map<string, number> {
  const { head, tail, low, row } = view.own.lower.holds;
  const sure = new Map<string, number>();
  for (let e = 0; e < head.length; e++)
    if (head[e] === ballot) sure.set(`${tail[e]} ${row[e]}`, low[e] as number);
  return sure;
}

const partiesOf = ({ own }: ControlView, node: number): readonly number[] => {
  if (node < own.entities) return [node];
  return (own.virtual.get(node)?.members ?? []).filter((m) => m < own.entities);
};

/** Holders grouped by whoever certainly controls the most of them; of two, by one of themselves: the nearest come first. */
function asOne(view: ControlView, company: number, holders: readonly number[]) {
  const left = new Set(holders);
  const over = [...view.ancestorsOf(company)]
    .filter((x) => x < view.own.entities)
    .map((x) => {
      const controlled = new Set(view.lower.certain(x));
      return { by: x, holders: holders.filter((h) => h === x || controlled.has(h)) };
    })
    .sort((a, b) => b.holders.length - a.holders.length);
  const groups: { by: number; holders: readonly number[] }[] = [];
  for (const group of over) {
    const mine = group.holders.filter((h) => left.has(h));
    if (mine.length < 2) continue;
    for (const h of mine) left.delete(h);
    groups.push({ by: group.by, holders: mine });
  }
  return [...groups, ...[...left].map((h) => ({ by: h, holders: [h] }))];
}
