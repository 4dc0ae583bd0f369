import { ALONE, HIGH_OPEN, LOW_OPEN } from "../graph/control.ts";
import { type Holdings, REPEATS, SHARED } from "../graph/holdings.ts";
import { WHOLE } from "../model/share.ts";
import { EFFECT, isDeclaration, ownBeside, type Redirect, rightsIn, type Votes } from "./company.ts";
import { Edges } from "./edges.ts";
import { extraOf, type HeldTable, isSure } from "./held.ts";
import { HELD_HIGH_OPEN, HELD_LOW_OPEN, HELD_UNKNOWN_DIRECTNESS } from "./interests.ts";
import type { Ownership } from "./ownership.ts";
import { addPlainHoldings } from "./plain-holdings.ts";

/** What is counted: shares; votes, one a share where none are stated; rights to profit, or shares where none are. */
export type Measure = "shares" | "votes" | "profit";

type Facts = Pick<Ownership, "held" | "entities" | "kinds" | "rowStart" | "rowOrder">;
interface Block extends Pick<Votes, "row" | "holder" | "class" | "low" | "lowOpen" | "high" | "highOpen"> {
  readonly alone: boolean;
  readonly joint: string;
  /** Taken from shares where others have rights to profit. */
  readonly yields?: boolean;
}

/** Where the number of a class stands in the flags of an edge. */
const CLASS = 5;
const MOST_CLASSES = 7;

/**
 * Who holds what of one measure directly, by entity ordinal; node `entities` is one unnamed party that has every
 * unnamed rest. A nominee's holding is its nominator's. `each`: each joint holder has the whole block, who leads a
 * concert its members' votes; where nobody leads it, each member also has the votes of all, which are not added to others.
 */
export function holdingsOf(own: Facts, measure: Measure, each = false): Holdings {
  const edges = new Edges();
  for (let n = 0; n < own.entities; n++) {
    const rows = own.rowOrder.subarray(own.rowStart[n], own.rowStart[n + 1]);
    if (rows.length === 0 && !own.kinds.ownable(n)) continue;
    const plain = addPlainHoldings(edges, own.held, n, rows, {
      unnamed: own.entities,
      shares: measure !== "votes",
    });
    if (!plain) addCompany(edges, own, n, rows, measure, each);
  }
  const sorted = edges.sorted(own.entities + 1);
  return {
    nodes: own.entities + 1,
    whole: WHOLE,
    start: sorted.start,
    holder: sorted.head,
    low: sorted.low,
    high: sorted.high,
    flags: sorted.flags.map((flags) => flags & ((1 << CLASS) - 1)),
    ofClass: sorted.flags.map((flags) => flags >> CLASS),
    block: sorted.row,
    each,
    ownVoid: measure === "votes",
  };
}

function addCompany(
  edges: Edges,
  own: Facts,
  n: number,
  rows: Int32Array,
  measure: Measure,
  each: boolean,
): void {
  const { held, entities: unnamed, kinds } = own;
  const company = { n, arrangement: kinds.arrangement(n), ownedByState: () => false };
  const { votes, treasury, redirects } = rightsIn(held, rows, company, WHOLE);
  // A concert binds votes: who leads it holds those of its members (Sch. 1A para. 20), and none of their shares.
  const led = (r: Redirect) => r.members.length > 0 && r.to >= 0;
  const bound = measure === "votes" ? redirects : redirects.filter((r) => !led(r));
  const of = { n, unnamed, redirects: bound, each };
  const cast = (voting: readonly Votes[], own: readonly Votes[]) => [
    ...voting,
    ...ownBeside(held, voting, own, WHOLE),
  ];
  const claims = measure === "votes" ? [] : claimsOf(held, rows, measure);
  const classes = classesIn(measure === "votes" ? [...votes, ...treasury] : claims);
  if (classes.length < 2) {
    const stated = measure === "votes" ? cast(votes, treasury) : claims;
    addPart(edges, { ...of, ofClass: 0 }, withoutWeights(stated));
  } else
    classes.forEach((each, k) => {
      const mine = <T extends Pick<Block, "class">>(some: readonly T[]) =>
        some.filter((b) => b.class === each);
      const stated = measure === "votes" ? cast(mine(votes), mine(treasury)) : mine(claims);
      addPart(edges, { ...of, ofClass: k + 1 }, stated);
    });
}

interface PartOf {
  readonly n: number;
  readonly unnamed: number;
  readonly redirects: readonly Redirect[];
  readonly each: boolean;
  readonly ofClass: number;
}

/** All that is held of a company, or of one class of its shares. */
function addPart(edges: Edges, of: PartOf, stated: readonly Block[]): void {
  const { n, unnamed, redirects, each } = of;
  const blocks = withoutConflict(stated);
  const named = blocks.reduce((sum, b) => sum + (b.alone ? 0 : b.low), 0);
  const add = ({ holder, block: b, flags, sure }: Entry) =>
    edges.add(
      n,
      holder >= 0 ? holder : unnamed,
      b.row,
      sure ? b.low : 0,
      b.high,
      flags | (of.ofClass << CLASS) | (sure && b.lowOpen ? LOW_OPEN : 0) | (b.highOpen ? HIGH_OPEN : 0),
    );
  const entries: Entry[] = [];
  for (const block of asBlocks(blocks)) {
    const flags = block.alone ? ALONE : 0;
    const nominees = redirects.filter(
      (r) => r.holder === block.holder && (r.members.length === 0 || (each && r.to >= 0)),
    );
    const sure = nominees.find((r) => r.certain);
    if (!sure) entries.push({ holder: block.holder, block, flags, sure: nominees.length === 0 });
    for (const r of nominees) entries.push({ holder: r.to, block, flags, sure: r === sure });
  }
  const times = new Map<number, number>();
  for (const { block } of entries) times.set(block.row, (times.get(block.row) ?? 0) + 1);
  for (const e of entries) add((times.get(e.block.row) ?? 0) > 1 ? { ...e, flags: e.flags | SHARED } : e);
  if (each) {
    for (const [members, r] of concertsIn(redirects)) {
      const bound = blocks.filter((b) => members.includes(b.holder));
      const all = { ...sumOf(bound), row: r.row, holder: -1, class: "", alone: true, yields: false };
      if (bound.length > 0)
        for (const m of members) add({ holder: m, block: all, flags: REPEATS, sure: r.certain });
    }
  }
  if (named < WHOLE) edges.add(n, unnamed, -1, 0, WHOLE - named, of.ofClass << CLASS);
}

/** The classes of what is held, where each is of one and there are several. */
function classesIn(blocks: readonly Block[]): string[] {
  const classes = [...new Set(blocks.map((b) => b.class))].sort();
  return classes.includes("") || classes.length > MOST_CLASSES ? [] : classes;
}

/** Lower ends, nought where those that add up pass the whole; where claims taken from shares do beside profit, these. */
function withoutConflict(blocks: readonly Block[]): readonly Block[] {
  const several = blocks.filter((b) => !b.alone);
  const past = (some: readonly Block[]) => {
    const sum = some.reduce((total, b) => total + b.low, 0);
    return sum > WHOLE || (sum === WHOLE && some.some((b) => b.lowOpen));
  };
  if (!past(several)) return blocks;
  const all = past(several.filter((b) => !b.yields));
  return blocks.map((b) => (all || b.yields === true ? { ...b, low: 0, lowOpen: false } : b));
}

/** One holder of a block: for certain, or one of those whose it may be. */
interface Entry {
  readonly holder: number;
  readonly block: Omit<Block, "joint">;
  readonly flags: number;
  readonly sure: boolean;
}

/** What joint holders have goes by the first row that states it. */
function asBlocks(blocks: readonly Block[]): Block[] {
  const first = new Map<string, number>();
  return blocks.map((b) => {
    if (b.joint === "") return b;
    const row = first.get(b.joint) ?? b.row;
    first.set(b.joint, row);
    return { ...b, row };
  });
}

/** Each concert without a leader once: those whose votes it binds. */
function concertsIn(redirects: readonly Redirect[]): [number[], Redirect][] {
  const byRow = new Map(redirects.filter((r) => r.members.length > 0 && r.to < 0).map((r) => [r.row, r]));
  return [...byRow.values()].map((r) => [[...r.members], r]);
}

function sumOf(blocks: readonly Block[]) {
  const sum = (of: (b: Block) => number) =>
    Math.min(
      WHOLE,
      blocks.reduce((total, b) => total + of(b), 0),
    );
  return {
    low: sum((b) => b.low),
    high: sum((b) => b.high),
    lowOpen: blocks.some((b) => b.lowOpen),
    highOpen: blocks.some((b) => b.highOpen),
  };
}

/** Shares, or rights to profit where a holder has any on record. */
function claimsOf(held: HeldTable, rows: Int32Array, measure: Exclude<Measure, "votes">): Block[] {
  const counted = [...rows].filter((r) => !isDeclaration(held, r));
  const effect = (r: number) => EFFECT[held.right[r] as number];
  const profit = measure === "profit" ? counted.filter((r) => effect(r) === "economic") : [];
  const holders = new Set(profit.map((r) => held.party[r]));
  const shares = counted.filter((r) => effect(r) === "shares" && !holders.has(held.party[r]));
  return [...profit, ...shares].map((row) => {
    const yields = profit.length > 0 && !profit.includes(row);
    const flags = held.flags[row] as number;
    const sure = isSure(held, row);
    const { joint, class: named } = extraOf(held, row);
    return {
      row,
      holder: held.party[row] as number,
      class: named,
      low: sure ? (held.low[row] as number) : 0,
      lowOpen: sure && (flags & HELD_LOW_OPEN) !== 0,
      high: held.high[row] as number,
      highOpen: (flags & HELD_HIGH_OPEN) !== 0,
      joint,
      yields,
      alone: joint !== "" || (flags & HELD_UNKNOWN_DIRECTNESS) !== 0,
    };
  });
}

/** Several classes, whose weights are not known: only what is stated of the whole counts at the lower end. */
function withoutWeights(blocks: readonly Block[]): readonly Block[] {
  const classes = new Set(blocks.map((b) => b.class));
  if (classes.size < 2) return blocks;
  return blocks.map((b) => (b.class === "" ? b : { ...b, low: 0, lowOpen: false }));
}
