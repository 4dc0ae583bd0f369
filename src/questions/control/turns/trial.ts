import { type Controllers, ControlView } from "../../../networks/controllers.ts";
import type { HeldTable } from "../../../networks/held.ts";
import { ownership } from "../../../networks/ownership.ts";
import { ownershipWith } from "../../../networks/ownership-with.ts";
import type { Above, Counts } from "../analyse.ts";

/** Rows and entities the trials of one kind may go through in one answer; above it, what is left undone is said. */
export const MOST_WORK = 60_000;

/** Searches that cost about as much as building a network. */
const ANCESTORS_A_UNIT = 5;

/** A party's standing before and after a change. */
export interface Moved {
  readonly party: number;
  readonly now: Counts;
  readonly after: Counts;
}

/** A network to work the verdict out in again: rows and entities in it, and the network itself, made once it is needed. */
export interface Trial {
  readonly size: number;
  readonly view: () => ControlView;
}

/** Who meets a rule, how surely: what a verdict is compared by. */
export interface Standings {
  readonly verdict: Controllers["verdict"];
  readonly ultimate: readonly {
    readonly party: number;
    readonly certainty: "certain" | "possible";
    /** The others without whom it does not, where it is told. */
    readonly joint?: readonly number[];
  }[];
  readonly chain: ReadonlyMap<number, "certain" | "possible">;
}

/** Works the verdict out again on changed holdings, as long as there is work left; deterministic, no clock. */
export class Trials {
  readonly above: Above;
  readonly now: Standings;
  /** The verdict is that of a law. */
  readonly underLaw: boolean;
  readonly #judged: (view: ControlView) => Standings;
  readonly #searches: number;
  #left: number;
  cutOff = false;

  /**
   * `ancestors`: how many nodes may control the subject at all; each is searched from for a whole verdict. `judged` gives the
   * verdict of a law; without it, it is that of majority rule.
   */
  constructor(
    above: Above,
    now: Standings,
    ancestors: number,
    most = MOST_WORK,
    judged: ((view: ControlView) => Standings) | null = null,
  ) {
    this.above = above;
    this.now = now;
    this.underLaw = judged !== null;
    this.#judged = judged ?? ((view) => view.controllers(0));
    this.#searches = Math.ceil(ancestors / ANCESTORS_A_UNIT);
    this.#left = most;
  }

  /** A network of so many rows and entities, to be made once it is needed; null where no work is left. */
  trial(size: number, view: () => ControlView): Trial | null {
    return this.spend(size) ? { size, view } : null;
  }

  /** The network of changed holdings. */
  network(held: HeldTable, entities = this.above.entities): ControlView {
    // Who is made up to be named is somebody nobody owns.
    const { kinds, entities: known } = this.above;
    const ownable = (n: number) => n < known && kinds.ownable(n);
    return new ControlView(ownership(held, entities, entities > known ? { ...kinds, ownable } : kinds, 0));
  }

  /** The same at once; null where no work is left. */
  view(held: HeldTable): ControlView | null {
    return this.spend(held.length + this.above.entities) ? this.network(held) : null;
  }

  /** The network of the same holdings with other figures in rows about one company only; null where no work is left. */
  changed({ own }: ControlView, held: () => HeldTable, company: number): Trial | null {
    return this.trial(own.held.length + own.entities, () => {
      const table = held();
      return new ControlView(
        ownershipWith(own, table, company) ?? ownership(table, own.entities, this.above.kinds, 0),
      );
    });
  }

  /** Whether the work left is too little for a single verdict in a network of so many rows and entities. */
  beyond(size: number): boolean {
    return this.#left < this.#searches * size;
  }

  spend(work: number): boolean {
    if (this.#left < work) {
      this.cutOff = true;
      return false;
    }
    this.#left -= work;
    return true;
  }

  /** Who controls the subject on changed holdings; null where no work is left. */
  controllers(held: HeldTable): Standings | null {
    const trial = this.trial(held.length + this.above.entities, () => this.network(held));
    return trial === null ? null : this.verdict(trial);
  }

  /** Who controls the subject in a network of its own, which is made only where there is work left to ask it. */
  verdict({ size, view }: Trial): Standings | null {
    return this.spend(this.#searches * size) ? this.#judged(view()) : null;
  }

  /** Every party whose standing would be another, of those that ultimately control the subject before or after. */
  moved(then: Standings): Moved[] {
    const parties = new Set([...this.now.ultimate, ...then.ultimate].map((c) => c.party));
    return [...parties]
      .sort((a, b) => a - b)
      .map((party) => ({ party, now: standingIn(this.now, party), after: standingIn(then, party) }))
      .filter((m) => m.now !== m.after);
  }
}

const SURE: Readonly<Record<Counts, number>> = { none: 0, possible: 1, certain: 2 };

/** How surely a party controls the subject, alone or with others, ultimately or not. */
export function standingIn(controllers: Standings, party: number): Counts {
  const alone: Counts = controllers.chain.get(party) ?? "none";
  const listed = controllers.ultimate.filter((c) => c.party === party).map((c): Counts => c.certainty);
  return listed.reduce((a, b) => (SURE[b] > SURE[a] ? b : a), alone);
}

/** How surely a party alone controls the subject in a network, without working out everybody else. */
export function aloneIn(view: ControlView, party: number): Counts {
  if (party === 0) return "none";
  view.lower.certain(party);
  if (view.lower.reached(0)) return "certain";
  view.upper.possible(party);
  return view.upper.reached(0) ? "possible" : "none";
}

/** Whether who certainly controls, or the verdict, differs. */
export const turns = (trials: Trials, then: Standings): boolean =>
  trials.now.verdict !== then.verdict || trials.moved(then).length > 0;
