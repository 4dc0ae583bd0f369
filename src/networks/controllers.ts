import { ControlSearch, type End } from "../graph/control.ts";
import { ancestors, csr } from "../graph/csr.ts";
import { EFFECT, isDeclaration } from "./company.ts";
import { type NetworkEnd, type Ownership, ownership } from "./ownership.ts";

/** What a party and all it controls have of the votes in a company; null where no votes are on record. */
export interface VoteRange {
  readonly low: End;
  readonly high: End;
}

/** A controller of a company: alone, or with others who control it only together. */
export interface Controller {
  readonly party: number;
  readonly certainty: "certain" | "possible";
  /** The others without whom it does not control. */
  readonly joint: readonly number[];
  /** The node through which it controls: itself, or what was looked through. */
  readonly through: number;
  readonly votes: VoteRange | null;
}

export interface Controllers {
  readonly verdict: "controlled" | "no controller on record" | "not known";
  /** The ultimate ones, certain first; everyone else above them is in `chain`. */
  readonly ultimate: readonly Controller[];
  /** All named nodes that control it, certainly or possibly, ultimate or not. */
  readonly chain: ReadonlyMap<number, "certain" | "possible">;
  /** A party nobody names controls it for certain. */
  readonly unnamed: boolean;
  /** One unnamed party owning every unnamed rest might control it. */
  readonly phantom: boolean;
}

/** Asks both ends of a network who controls whom; scratch memory is kept between calls, and made with the first. */
export class ControlView {
  readonly own: Ownership;
  #lower: ControlSearch | null = null;
  #upper: ControlSearch | null = null;
  /** Node → 1 where an unnamed party might control it; made with the first question. */
  #unnamed: Uint8Array | null = null;
  readonly #certain = new Map<number, ReadonlySet<number>>();
  readonly #possible = new Map<number, ReadonlySet<number>>();
  #reverse: { start: Int32Array; tail: Int32Array } | null = null;

  constructor(own: Ownership) {
    this.own = own;
  }

  get lower(): ControlSearch {
    this.#lower ??= new ControlSearch(this.own.lower.network);
    return this.#lower;
  }

  get upper(): ControlSearch {
    this.#upper ??= new ControlSearch(this.own.upper.network);
    return this.#upper;
  }

  /** The view of all companies, where this one was built for some. */
  whole(): ControlView {
    const { built, held, entities, kinds } = this.own;
    return built < 0 ? this : new ControlView(ownership(held, entities, kinds));
  }

  /** Every node from which control over `company` could come at all. */
  ancestorsOf(company: number): Int32Array {
    this.#reverse ??= reverse(this.own.upper, this.own.nodes);
    return ancestors(this.#reverse.start, this.#reverse.tail, company);
  }

  ballotsOf(company: number): Int32Array {
    return this.own.ballotOrder.subarray(this.own.ballotStart[company], this.own.ballotStart[company + 1]);
  }

  /** Votes of X in Y: the least in any ballot at the lower end, the most in any at the upper. */
  votes(holder: number, company: number): VoteRange | null {
    this.lower.certain(holder);
    this.upper.possible(holder);
    return this.votesNow(company);
  }

  /** The same for the sources `lower` and `upper` were last asked about, without searching again. */
  votesNow(company: number): VoteRange | null {
    const ballots = this.ballotsOf(company);
    if (ballots.length === 0) return null;
    let low = this.lower.leastOf(ballots[0] as number);
    let high = this.upper.mostOf(ballots[0] as number);
    for (const ballot of ballots.subarray(1)) {
      const [least, most] = [this.lower.leastOf(ballot), this.upper.mostOf(ballot)];
      if (least.value < low.value || (least.value === low.value && !least.open)) low = least;
      if (most.value > high.value || (most.value === high.value && !most.open)) high = most;
    }
    return { low, high };
  }

  /** An entity nothing at all is stated about and nobody is stated to own: an unnamed party may. */
  unownedAlone(node: number): boolean {
    return this.own.rowStart[node] === this.own.rowStart[node + 1] && this.own.kinds.ownable(node);
  }

  /** Who ultimately controls a company, at both ends, arrangements looked through. */
  controllers(company: number): Controllers {
    const { own } = this;
    const candidates = this.#above(company);
    const inside = new Set([...candidates, company]);
    const over = (x: number, y: number) => this.#certainlyBelow(x).has(y);
    const certain = candidates.filter((x) => over(x, company));
    const possible = candidates.filter((x) => !over(x, company) && this.#possiblyBelow(x).has(company));
    const isRoot = (x: number) => [...inside].every((z) => z === x || !over(z, x) || over(x, z));
    const ultimateOf = (x: number) => {
      const above = candidates.filter((z) => over(z, x) && isRoot(z) && !this.lookedThrough(z));
      return above.length > 0 ? above : [x];
    };
    const listed = [
      ...certain
        .filter(isRoot)
        .flatMap((x) => this.named(x, "certain", this.votes(x, company), ultimateOf, company)),
      ...possible
        .filter(isRoot)
        .flatMap((x) => this.named(x, "possible", this.votes(x, company), ultimateOf, company)),
    ];
    const ultimate = this.once(listed);
    const phantom = this.#unnamedMay(company) || this.unownedAlone(company);
    const unnamed = certain.some((x) => own.virtual.get(x)?.kind === "unnamed");
    const controlled = ultimate.some((c) => c.certainty === "certain");
    return {
      verdict: controlled
        ? "controlled"
        : ultimate.length > 0 || phantom || unnamed
          ? "not known"
          : "no controller on record",
      ultimate,
      chain: new Map([
        ...possible.filter((x) => x < own.entities).map((x) => [x, "possible"] as const),
        ...certain.filter((x) => x < own.entities).map((x) => [x, "certain"] as const),
      ]),
      unnamed,
      phantom,
    };
  }

  /** Whether one unnamed party that owns every unnamed rest might control a company. */
  #unnamedMay(company: number): boolean {
    if (this.#unnamed === null) {
      this.#unnamed = new Uint8Array(this.own.nodes);
      for (const node of this.upper.possible(this.own.phantom)) this.#unnamed[node] = 1;
    }
    return this.#unnamed[company] === 1;
  }

  /** What a node certainly controls: asked about one company after the other. */
  #certainlyBelow(x: number): ReadonlySet<number> {
    const known = this.#certain.get(x) ?? new Set(this.lower.certain(x));
    this.#certain.set(x, known);
    return known;
  }

  #possiblyBelow(x: number): ReadonlySet<number> {
    const known = this.#possible.get(x) ?? new Set(this.upper.possible(x));
    this.#possible.set(x, known);
    return known;
  }

  /** Without a will of its own: holders joined by a token or a concert, and arrangements. */
  lookedThrough(node: number): boolean {
    const virtual = this.own.virtual.get(node);
    return virtual
      ? virtual.kind === "joint"
      : this.own.kinds.arrangement(node) && this.#holdersOf(node).length > 0;
  }

  /** Who is behind what is looked through, however many of these lie in each other; of anybody else, that one. */
  behind(node: number): number[] {
    return this.#leaves(node, new Set());
  }

  #holdersOf(node: number): readonly number[] {
    const { own } = this;
    const virtual = own.virtual.get(node);
    if (virtual) return virtual.members;
    const { held } = own;
    const rows = own.rowOrder.subarray(own.rowStart[node], own.rowStart[node + 1]);
    const holders = [...rows].filter((r) => {
      const effect = EFFECT[held.right[r] as number];
      return (
        !isDeclaration(held, r) &&
        effect !== "none" &&
        effect !== "economic" &&
        effect !== "nominal" &&
        held.party[r] !== node
      );
    });
    return [...new Set(holders.map((r) => held.party[r] as number).filter((p) => p >= 0))];
  }

  /** A controller by name: nobody for a block or an unnamed party, its holders together for what is looked through. */
  named(
    x: number,
    certainty: Controller["certainty"],
    votes: VoteRange | null,
    ultimateOf: (x: number) => readonly number[],
    company: number,
  ): Controller[] {
    const kind = this.own.virtual.get(x)?.kind;
    if (kind === "block" || kind === "unnamed") return [];
    if (!this.lookedThrough(x)) return [{ party: x, certainty, joint: [], through: x, votes }];
    const parties = [...new Set(this.#leaves(x, new Set()).flatMap(ultimateOf))].filter(
      (p) => p < this.own.entities && p !== company,
    );
    return parties.map((party) => ({
      party,
      certainty,
      joint: parties.filter((p) => p !== party),
      through: x,
      votes,
    }));
  }

  /** Each party as surely as it can be said: certain before possible, alone before jointly, each joint group once. */
  once(controllers: readonly Controller[]): Controller[] {
    const rank = (c: Controller) => (c.certainty === "certain" ? 0 : 2) + (c.joint.length > 0 ? 1 : 0);
    const best = new Map<number, number>();
    for (const c of controllers) best.set(c.party, Math.min(rank(c), best.get(c.party) ?? rank(c)));
    const kept = new Map<string, Controller>();
    for (const c of [...controllers].sort(plainestFirst)) {
      const key = `${c.party} with ${[...c.joint].sort((a, b) => a - b).join(" ")}`;
      if (rank(c) === best.get(c.party) && !kept.has(key)) kept.set(key, c);
    }
    return [...kept.values()].sort((a, b) => rank(a) - rank(b) || a.party - b.party);
  }

  /** Everyone from whom control could come, and those above the holders of what is looked through, edge or no edge. */
  #above(company: number): number[] {
    const found = new Set(this.ancestorsOf(company));
    for (const x of found) {
      if (!this.lookedThrough(x)) continue;
      for (const leaf of this.#leaves(x, new Set())) {
        if (found.has(leaf)) continue;
        found.add(leaf);
        for (const z of this.ancestorsOf(leaf)) found.add(z);
      }
    }
    found.delete(this.own.phantom);
    found.delete(company);
    return [...found];
  }

  #leaves(x: number, seen: Set<number>): number[] {
    if (seen.has(x)) return [];
    seen.add(x);
    return this.lookedThrough(x) ? this.#holdersOf(x).flatMap((h) => this.#leaves(h, seen)) : [x];
  }
}

/** Of several ways in which a party controls: by itself before through what is looked through, more votes before fewer. */
const plainestFirst = (a: Controller, b: Controller) =>
  Number(a.through !== a.party) - Number(b.through !== b.party) ||
  (b.votes?.low.value ?? -1) - (a.votes?.low.value ?? -1) ||
  (b.votes?.high.value ?? -1) - (a.votes?.high.value ?? -1) ||
  a.through - b.through;

function reverse(end: NetworkEnd, nodes: number) {
  const holds = end.holds.head.length;
  const head = new Int32Array(holds + end.rights.head.length);
  const tail = new Int32Array(head.length);
  for (let e = 0; e < holds; e++) {
    head[e] = end.network.company[end.holds.head[e] as number] as number;
    tail[e] = end.holds.tail[e] as number;
  }
  head.set(end.rights.head, holds);
  tail.set(end.rights.tail, holds);
  const { start, order } = csr(nodes, head);
  const sorted = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) sorted[i] = tail[order[i] as number] as number;
  return { start, tail: sorted };
}
