import { RIGHTS } from "../model/rights.ts";
import type { Row } from "./worlds.oracle.ts";

/**
 * Control read off the definition (QUESTIONS §1), slowly: sets of entities grown until nothing is added, every group
 * tested against every company from the statements themselves. Shares here are whole percent; ×2 keeps halves exact.
 */
export function controlledBy(
  rows: readonly Row[],
  nodes: number,
  source: number,
  certain: boolean,
): Set<number> {
  const jointly = jointNodes(rows);
  const group = new Set<number | string>([source]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [key, members] of jointly) {
      if (!group.has(key) && members.every((m) => group.has(m))) {
        group.add(key);
        grown = true;
      }
    }
    for (let company = 0; company < nodes; company++) {
      if (!group.has(company) && commands(rows, company, group, certain)) {
        group.add(company);
        grown = true;
      }
    }
  }
  group.delete(source);
  return new Set([...group].filter((n) => typeof n === "number"));
}

const effect = (r: Row) => RIGHTS[r.right].effect;
const firm = (r: Row) => !r.possible && r.conditional !== 1;
const concertKey = (company: number, members: readonly number[]) => `joint ${company} ${members.join(" ")}`;
const membersOf = (r: Row) => [...new Set([r.party, ...(r.members ?? [])])].sort((a, b) => a - b);

function jointNodes(rows: readonly Row[]): Map<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (const r of rows) {
    if (effect(r) === "concert" && (r.leader ?? -1) < 0 && membersOf(r).length > 1) {
      found.set(concertKey(r.subject, membersOf(r)), membersOf(r));
    }
    if (r.joint) {
      const members = holdersOfToken(rows, r);
      if (members.length > 1) found.set(concertKey(r.subject, members), members);
    }
  }
  return found;
}

const isVotes = (r: Row) => effect(r) === "votes" || effect(r) === "shares";
const counted = (rows: readonly Row[], company: number) =>
  rows.filter((r) => r.subject === company && isVotes(r) && r.party !== company && !assumedTwice(rows, r));
const assumedTwice = (rows: readonly Row[], r: Row) =>
  effect(r) === "shares" &&
  rows.some((o) => o.subject === r.subject && o.party === r.party && effect(o) === "votes");
const holdersOfToken = (rows: readonly Row[], r: Row) =>
  [
    ...new Set(
      counted(rows, r.subject)
        .filter((o) => o.joint === r.joint)
        .map((o) => o.party),
    ),
  ].sort((a, b) => a - b);

type Voter = number | string;

function commands(
  rows: readonly Row[],
  company: number,
  group: ReadonlySet<Voter>,
  certain: boolean,
): boolean {
  const here = rows.filter((r) => r.subject === company);
  if (here.some((r) => group.has(r.party) && hasRight(r, certain))) return true;
  const blocks = blocksOf(rows, company);
  const all = here.filter((r) => isVotes(r) && r.party === company && !r.unknownDirectness && !r.joint);
  const several = blocks.filter((b) => !b.alone);
  const named = total(several, (b) => b.low);
  // Votes stated as votes that would pass 100 with own shares leave them out already.
  const stated = counted(rows, company).some((r) => effect(r) === "votes");
  const past = named <= 100 && named + total(all, (r) => (firm(r) ? r.low : 0)) > 100;
  const treasury = stated && past ? all.filter((r) => effect(r) === "votes") : all;
  const tLow = total(treasury, (r) => (firm(r) ? r.low : 0));
  const tHigh = Math.min(
    100,
    total(treasury, (r) => r.high),
  );
  const tOpen = treasury.some((r) => firm(r) && r.lowOpen);
  const anyOpen = tOpen || several.some((b) => b.lowOpen);
  const conflict = named + tLow > 100 || (named + tLow === 100 && anyOpen);
  if (conflict) return !certain && blocks.some((b) => b.high > 0 && b.possible.some((v) => group.has(v)));
  return certain ? least(blocks, group, tLow, tOpen) : most(blocks, group, tLow, tHigh);
}

function hasRight(r: Row, certain: boolean): boolean {
  switch (effect(r)) {
    case "contract":
    case "partnership":
    case "dominant":
      return certain ? firm(r) : true;
    case "conditional-contract":
      return certain ? firm(r) && r.conditional === 2 : true;
    case "board":
      return certain ? firm(r) && (r.low > 50 || (r.low === 50 && r.lowOpen === true)) : r.high > 0;
    case "influence":
      return !certain;
    default:
      return false;
  }
}

interface Block {
  readonly low: number;
  readonly lowOpen: boolean;
  readonly high: number;
  readonly alone: boolean;
  /** Who certainly casts it, if anyone. */
  readonly sure: Voter | null;
  /** Who may cast it. */
  readonly possible: readonly Voter[];
}

function blocksOf(rows: readonly Row[], company: number): Block[] {
  const votes = counted(rows, company);
  const single = votes.filter((r) => !r.joint).map((r) => ({ holder: r.party as Voter, parts: [r] }));
  const tokens = [...new Set(votes.filter((r) => r.joint).map((r) => r.joint))].map((token) => {
    const parts = votes.filter((r) => r.joint === token);
    const holders = holdersOfToken(rows, parts[0] as Row);
    return { holder: holders.length === 1 ? (holders[0] as Voter) : concertKey(company, holders), parts };
  });
  return [...single, ...tokens].map(({ holder, parts }) => {
    const lows = parts.map((p) =>
      firm(p) ? { low: p.low, open: p.lowOpen === true } : { low: 0, open: false },
    );
    const least = Math.min(...lows.map((l) => l.low));
    return {
      low: least,
      lowOpen: lows.filter((l) => l.low === least).every((l) => l.open),
      high: Math.max(...parts.map((p) => p.high)),
      alone: parts.some((p) => p.unknownDirectness === true || (p.joint ?? "") !== ""),
      ...votersOf(rows, company, holder),
    };
  });
}

function votersOf(
  rows: readonly Row[],
  company: number,
  holder: Voter,
): { sure: Voter | null; possible: Voter[] } {
  const here = rows.filter((r) => r.subject === company);
  const shifts = here.flatMap((r) => {
    if (effect(r) === "nominal" && r.party === holder) {
      return [{ to: (r.leader ?? -1) >= 0 ? (r.leader as Voter) : "somebody unnamed", sure: firm(r) }];
    }
    if (effect(r) !== "concert" || !membersOf(r).includes(holder as number) || r.leader === holder) return [];
    if ((r.leader ?? -1) >= 0) return [{ to: r.leader as Voter, sure: firm(r) }];
    const members = membersOf(r);
    return [
      { to: members.length === 1 ? (members[0] as Voter) : concertKey(company, members), sure: firm(r) },
    ];
  });
  const outranking = here.filter((r) =>
    ["contract", "conditional-contract", "partnership"].includes(effect(r)),
  );
  const targets = [...new Set(shifts.map((s) => s.to))];
  let sure: Voter | null = shifts.length === 0 ? holder : null;
  if (shifts.some((s) => s.sure) && targets.length === 1) sure = targets[0] as Voter;
  if (sure !== null && outranking.some((r) => r.party !== sure)) sure = null;
  let possible = [...(shifts.some((s) => s.sure) ? [] : [holder]), ...targets];
  const rulers = outranking.filter((r) => hasRight(r, true)).map((r) => r.party as Voter);
  if (rulers.length > 0) possible = possible.filter((v) => rulers.includes(v));
  return { sure, possible: [...new Set(possible)] };
}

function least(blocks: readonly Block[], group: ReadonlySet<Voter>, tLow: number, tOpen: boolean): boolean {
  const mine = blocks.filter((b) => b.sure !== null && group.has(b.sure));
  const enough = (some: readonly Block[]) => {
    const twice = 2 * total(some, (b) => b.low) + tLow;
    return twice > 100 || (twice === 100 && (tOpen || some.some((b) => b.lowOpen)));
  };
  const summed = mine.filter((b) => !b.alone);
  return mine.length > 0 && ((summed.length > 0 && enough(summed)) || mine.some((b) => enough([b])));
}

/** The most a group can have: every vertex of "each block in its range, together at most 100", tried one by one. */
function most(blocks: readonly Block[], group: ReadonlySet<Voter>, tLow: number, tHigh: number): boolean {
  const mine = blocks.filter((b) => b.possible.some((v) => group.has(v)));
  if (mine.length === 0) return false;
  if (mine.some((b) => b.alone && 2 * b.high + tHigh > 100)) return true;
  const inside = total(
    mine.filter((b) => !b.alone),
    (b) => b.low,
  );
  const outside =
    total(
      blocks.filter((b) => !b.alone),
      (b) => b.low,
    ) - inside;
  const room = 100 - outside;
  const ceiling = Math.min(
    100,
    total(mine, (b) => b.high),
  );
  const corners = [
    [Math.min(ceiling, room - tLow), tLow],
    [Math.min(ceiling, room - tLow), Math.min(tHigh, room - Math.min(ceiling, room - tLow))],
    [Math.min(ceiling, room - tHigh), tHigh],
  ] as const;
  return corners.some(
    ([votes, treasury]) => votes + treasury <= room && treasury >= tLow && 2 * votes + treasury > 100,
  );
}

const total = <T>(items: readonly T[], of: (item: T) => number) =>
  items.reduce((sum, item) => sum + of(item), 0);
