import { ALONE, type ControlNetwork, HIGH_OPEN, LOW_OPEN } from "../graph/control.ts";
import { type Csr, csr } from "../graph/csr.ts";
import { WHOLE } from "../model/share.ts";
import { type BallotColumns, Ballots } from "./ballots.ts";
import {
  type CompanyRights,
  type DirectRight,
  JOINTLY,
  ownBeside,
  type Redirect,
  rightsIn,
  treasuryIn,
  type Votes,
} from "./company.ts";
import { type Ballot, ballotsOf } from "./company-ballots.ts";
import { Edges, type SortedEdges } from "./edges.ts";
import type { HeldTable } from "./held.ts";
import { leadingTo } from "./leading-to.ts";
import { addPlain, type PlainParts } from "./plain-company.ts";

/** A node that is no entity: a block with several possible voters, holders who act only together, a party nobody names. */
export interface Virtual {
  readonly kind: "block" | "joint" | "unnamed";
  readonly company: number;
  readonly members: readonly number[];
  readonly row: number;
}

/** One end of the network with the rows of the holdings table behind its edges. */
export interface NetworkEnd {
  readonly network: ControlNetwork;
  readonly holds: SortedEdges;
  readonly rights: SortedEdges;
}

/** Entity kinds as networks need them, by entity ordinal. */
export interface Kinds {
  readonly arrangement: (n: number) => boolean;
  readonly state: (n: number) => boolean;
  readonly stateBody: (n: number) => boolean;
  /** Persons and states: nobody owns them. */
  readonly ownable: (n: number) => boolean;
}

/**
 * Who holds what on a day, as the two networks of control. Nodes 0 … entities − 1 are the entities by ordinal, then
 * the virtual ones; `phantom` is one unnamed party that owns every unnamed rest, in the upper network only.
 */
export interface Ownership {
  readonly held: HeldTable;
  readonly entities: number;
  readonly nodes: number;
  readonly phantom: number;
  readonly kinds: Kinds;
  readonly virtual: ReadonlyMap<number, Virtual>;
  readonly lower: NetworkEnd;
  readonly upper: NetworkEnd;
  /** Company → its ballots, as CSR over ballot numbers. */
  readonly ballotStart: Int32Array;
  readonly ballotOrder: Int32Array;
  /** Company → its rows in the holdings table, as CSR. */
  readonly rowStart: Int32Array;
  readonly rowOrder: Int32Array;
  /** Companies whose direct lower ends pass 100, with the rows that do. */
  readonly conflicts: ReadonlyMap<number, readonly number[]>;
  /** Ballot → the company's own shares as they count in it, where there are any. */
  readonly treasury: ReadonlyMap<number, readonly Votes[]>;
  /** The one company it was built for, and those that lead to it; −1 where all were. */
  readonly built: number;
}

/**
 * Builds both ends of the control network under majority rule (QUESTIONS §1). With `above`, only for the companies that
 * lead to that one: whatever is asked about these is answered as in the whole.
 */
export function ownership(held: HeldTable, entities: number, kinds: Kinds, above = -1): Ownership {
  return new Builder(held, entities, kinds, above).build();
}

class Builder {
  readonly #held: HeldTable;
  readonly #entities: number;
  readonly #kinds: Kinds;
  readonly #virtual = new Map<number, Virtual>();
  readonly #conflicts = new Map<number, readonly number[]>();
  readonly #ballots = new Ballots();
  readonly #lowerHolds: Edges;
  readonly #upperHolds: Edges;
  readonly #lowerRights = new Edges();
  readonly #upperRights = new Edges();
  readonly #phantom: number;
  readonly #plainParts: PlainParts;
  readonly #rows: Csr;
  /** Which companies it is built for; null for all. */
  readonly #within: Uint8Array | null;
  readonly #above: number;
  #nodes: number;
  readonly #treasury = new Map<number, readonly Votes[]>();

  constructor(held: HeldTable, entities: number, kinds: Kinds, above: number) {
    this.#held = held;
    this.#entities = entities;
    this.#kinds = kinds;
    this.#phantom = entities;
    this.#nodes = entities + 1;
    this.#rows = csr(entities, held.subject.subarray(0, held.length));
    const leading = above < 0 ? null : leadingTo(held, this.#rows, above);
    const all = leading === null || leading.rows === held.length;
    this.#within = all ? null : leading.within;
    this.#above = all ? -1 : above;
    const expected = leading?.rows ?? held.length;
    this.#lowerHolds = new Edges(expected);
    this.#upperHolds = new Edges(expected + (all ? entities : 0));
    this.#plainParts = {
      held,
      phantom: entities,
      ballots: this.#ballots,
      lower: this.#lowerHolds,
      upper: this.#upperHolds,
    };
  }

  build(): Ownership {
    const held = this.#held;
    const rows = this.#rows;
    const within = this.#within;
    const holdsSomething = new Uint8Array(this.#entities);
    for (let r = 0; r < held.length; r++)
      if ((held.party[r] as number) >= 0) holdsSomething[held.party[r] as number] = 1;
    for (let n = 0; n < this.#entities; n++) {
      if (within !== null && within[n] === 0) continue;
      const [from, to] = [rows.start[n] as number, rows.start[n + 1] as number];
      if (to > from) this.#company(n, rows.order.subarray(from, to));
      else if (holdsSomething[n] === 1 && this.#kinds.ownable(n)) this.#upperRights.add(this.#phantom, n, -1);
    }
    const company = this.#ballots.company();
    const ballots = csr(this.#nodes, company);
    const shared = this.#ballots.columns(this.#nodes, company);
    return {
      held,
      entities: this.#entities,
      nodes: this.#nodes,
      phantom: this.#phantom,
      kinds: this.#kinds,
      virtual: this.#virtual,
      lower: this.#end(this.#lowerHolds, this.#lowerRights, shared),
      upper: this.#end(this.#upperHolds, this.#upperRights, shared),
      ballotStart: ballots.start,
      ballotOrder: ballots.order,
      rowStart: rows.start,
      rowOrder: rows.order,
      conflicts: this.#conflicts,
      treasury: this.#treasury,
      built: this.#above,
    };
  }

  #company(n: number, rows: Int32Array): void {
    if (addPlain(this.#plainParts, n, rows)) return;
    const kinds = this.#kinds;
    const found = rightsIn(
      this.#held,
      rows,
      {
        n,
        arrangement: kinds.arrangement(n),
        ownedByState: (party) => party >= 0 && kinds.state(party) && kinds.stateBody(n),
      },
      WHOLE,
    );
    this.#directRights(n, found.rights);
    const overrides = found.rights.filter((r) => r.overrides);
    const ruled = overrides.some((r) => r.certain);
    const before = this.#ballots.length;
    for (const ballot of ballotsOf(found)) this.#ballot(n, ballot, found, overrides);
    const unowned = this.#ballots.length === before && !ruled && kinds.ownable(n);
    if (unowned) this.#upperRights.add(this.#phantom, n, -1);
  }

  #directRights(n: number, rights: readonly DirectRight[]): void {
    for (const right of rights) {
      if (right.joint !== "") continue;
      const from = right.party >= 0 ? right.party : this.#unnamed(n, right.row);
      if (right.certain) this.#lowerRights.add(from, n, right.row);
      this.#upperRights.add(from, n, right.row);
    }
    for (const group of byToken(rights.filter((r) => r.joint !== ""))) {
      const from = this.#joint(
        n,
        group.map((r) => r.party),
        group[0]?.row ?? -1,
      );
      const row = group[0]?.row ?? -1;
      if (group.every((r) => r.certain)) this.#lowerRights.add(from, n, row);
      this.#upperRights.add(from, n, row);
    }
  }

  /** One ballot: its treasury, its conflict if its parts pass the whole, and an edge a block at either end. */
  #ballot(n: number, ballot: Ballot, found: CompanyRights, overrides: readonly DirectRight[]): void {
    const { votes } = ballot;
    const b = this.#ballots.length;
    const several = votes.filter((v) => !v.alone);
    const named = sum(several, (v) => v.low);
    const open = several.filter((v) => v.lowOpen).length;
    const own = treasuryIn(found.treasury, ballot.class).filter((t) => !t.alone);
    const treasury = ownBeside(this.#held, votes, own, WHOLE);
    const tLow = sum(treasury, (t) => t.low);
    const tHigh = Math.min(
      WHOLE,
      sum(treasury, (t) => t.high),
    );
    const tOpen = treasury.some((t) => t.lowOpen);
    const conflict = named + tLow > WHOLE || (named + tLow === WHOLE && (open > 0 || tOpen));
    if (conflict)
      this.#conflicts.set(n, [
        ...(this.#conflicts.get(n) ?? []),
        ...[...several, ...treasury].filter((v) => v.low > 0).map((v) => v.row),
      ]);
    else if (treasury.length > 0) this.#treasury.set(b, treasury);
    this.#ballots.add(n, conflict ? [0, 0, 0, 0, 0] : [tLow, tHigh, tOpen ? 1 : 0, named, open]);
    const blocks = [...votes.filter((v) => v.joint === ""), ...this.#jointBlocks(n, votes)];
    for (const block of blocks) this.#block(n, b, block, found.redirects, overrides, conflict);
    const ruled = overrides.some((r) => r.certain);
    const rest = WHOLE - named - tLow;
    if (conflict) this.#upperRights.add(this.#phantom, n, -1);
    else if (!ruled && rest > 0) this.#upperHolds.add(this.#phantom, b, -1, 0, rest, 0);
  }

  /** Joint holders who each report the whole hold it once, together. */
  #jointBlocks(n: number, votes: readonly Votes[]): Votes[] {
    return byToken(votes.filter((v) => v.joint !== "")).map((group) => {
      const least = group.reduce((a, b) => (b.low < a.low || (b.low === a.low && !b.lowOpen) ? b : a));
      const most = group.reduce((a, b) => (b.high > a.high || (b.high === a.high && !b.highOpen) ? b : a));
      const holder = this.#joint(
        n,
        group.map((v) => v.holder),
        least.row,
      );
      return { ...least, holder, high: most.high, highOpen: most.highOpen, joint: "" };
    });
  }

  #block(
    n: number,
    b: number,
    v: Votes,
    redirects: readonly Redirect[],
    overrides: readonly DirectRight[],
    conflict: boolean,
  ): void {
    const holder = v.holder >= 0 ? v.holder : this.#unnamed(n, v.row);
    const mine = redirects.length === 0 ? redirects : redirects.filter((r) => r.holder === v.holder);
    const voters = this.#voters(n, holder, mine, overrides);
    if (v.low > 0 && !conflict && voters.certain >= 0) {
      this.#lowerHolds.add(
        voters.certain,
        b,
        v.row,
        v.low,
        v.high,
        (v.lowOpen ? LOW_OPEN : 0) | (v.alone ? ALONE : 0),
      );
    } else if (v.low === 0 && v.lowOpen && !conflict && voters.certain >= 0) {
      this.#lowerHolds.add(voters.certain, b, v.row, 0, v.high, LOW_OPEN | (v.alone ? ALONE : 0));
    }
    if (voters.possible.length === 0) return;
    const [only] = voters.possible;
    const at = voters.possible.length === 1 ? (only as number) : this.#shared(n, voters.possible, v.row);
    const flags =
      (v.lowOpen && !conflict ? LOW_OPEN : 0) | (v.highOpen ? HIGH_OPEN : 0) | (v.alone ? ALONE : 0);
    this.#upperHolds.add(at, b, v.row, conflict ? 0 : v.low, v.high, flags);
    if (conflict && v.high > 0) this.#upperRights.add(at, n, v.row);
  }

  /**
   * Who casts a block. For certain: its holder if nobody possibly votes for it, or the one who certainly does, unless
   * somebody possibly outranks them. Possibly: its holder unless somebody certainly votes for it, and all who may,
   * less those whom somebody certainly outranks. So neither end is optimistic.
   */
  #voters(n: number, holder: number, redirects: readonly Redirect[], overrides: readonly DirectRight[]) {
    if (redirects.length === 0 && overrides.length === 0) return { certain: holder, possible: [holder] };
    const targets = redirects.map((r) => ({ to: this.#target(n, r), certain: r.certain }));
    const sure = targets.filter((t) => t.certain);
    const distinct = new Set(targets.map((t) => t.to));
    let certain =
      targets.length === 0 ? holder : sure.length > 0 && distinct.size === 1 ? (sure[0]?.to ?? -1) : -1;
    if (overrides.some((r) => r.party !== certain)) certain = -1;
    let possible = [...new Set([...(sure.length === 0 ? [holder] : []), ...distinct])];
    const rulers = overrides.filter((r) => r.certain).map((r) => r.party);
    if (rulers.length > 0) possible = possible.filter((v) => rulers.includes(v));
    return { certain, possible };
  }

  #target(n: number, redirect: Redirect): number {
    if (redirect.to >= 0) return redirect.to;
    return redirect.to === JOINTLY
      ? this.#joint(n, redirect.members, redirect.row)
      : this.#unnamed(n, redirect.row);
  }

  readonly #made = new Map<string, number>();

  #node(key: string, virtual: Virtual): number {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const node = this.#nodes++;
    this.#made.set(key, node);
    this.#virtual.set(node, virtual);
    return node;
  }

  /** A party the source does not name; the phantom may be it. */
  #unnamed(company: number, row: number): number {
    const before = this.#nodes;
    const node = this.#node(`unnamed ${row}`, { kind: "unnamed", company, members: [], row });
    if (node === before) this.#upperRights.add(this.#phantom, node, -1);
    return node;
  }

  /** A block several parties may cast: whoever commands one of them may command it. */
  #shared(company: number, voters: readonly number[], row: number): number {
    const node = this.#nodes++;
    this.#virtual.set(node, { kind: "block", company, members: voters, row });
    for (const voter of voters) this.#upperRights.add(voter, node, row);
    return node;
  }

  /** Holders who act only together: a node that takes all of them, as m votes of one unit against m − ½. */
  #joint(company: number, parties: readonly number[], row: number): number {
    const members = [...new Set(parties.map((p) => (p >= 0 ? p : this.#unnamed(company, row))))].sort(
      (a, b) => a - b,
    );
    const [only] = members;
    if (members.length === 1) return only as number;
    const before = this.#nodes;
    const node = this.#node(`joint ${company} ${members.join(" ")}`, {
      kind: "joint",
      company,
      members,
      row,
    });
    if (node !== before) return node;
    const b = this.#ballots.length;
    const rest = WHOLE - 2 * members.length + 1;
    this.#ballots.add(node, [rest, rest, 0, 0, 0]);
    for (const member of members) {
      this.#lowerHolds.add(member, b, row, 1, 1, 0);
      this.#upperHolds.add(member, b, row, 0, 1, 0);
    }
    return node;
  }

  #end(holds: Edges, rights: Edges, shared: BallotColumns): NetworkEnd {
    const sortedHolds = holds.sorted(this.#nodes);
    const sortedRights = rights.sorted(this.#nodes);
    const network: ControlNetwork = {
      nodes: this.#nodes,
      whole: WHOLE,
      ...shared,
      holdStart: sortedHolds.start,
      holdBallot: sortedHolds.head,
      holdLow: sortedHolds.low,
      holdHigh: sortedHolds.high,
      holdFlags: sortedHolds.flags,
      rightStart: sortedRights.start,
      rightTo: sortedRights.head,
    };
    return { network, holds: sortedHolds, rights: sortedRights };
  }
}

const sum = <T>(items: readonly T[], of: (item: T) => number) =>
  items.reduce((total, item) => total + of(item), 0);

function byToken<T extends { readonly joint: string }>(items: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(item.joint, [...(groups.get(item.joint) ?? []), item]);
  return [...groups.values()];
}
