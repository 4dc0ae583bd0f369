import { Downward } from "../../../graph/downward.ts";
import type { EconomicNetwork } from "../../../graph/economic.ts";
import { economicOf, hasOpenEnds } from "../../../graph/economic-of.ts";
import type { Holdings } from "../../../graph/holdings.ts";
import type { FractionRange } from "../../../graph/implied.ts";
import { acyclicShares, integratedShares, nearShares, type ShareRange } from "../../../graph/integrated.ts";
import { compare } from "../../../graph/rational.ts";

type Shares<T> = ReadonlyMap<number, T | null>;

/**
 * Holdings of one measure multiplied along chains and added over them, by party, in some entities (`targets`); each worked
 * out once. Null in and below a closed ring.
 */
export class Chains {
  readonly #entities: number;
  readonly #targets: ReadonlySet<number>;
  readonly #net: EconomicNetwork;
  /** With every open end within its range; null where there is none. */
  readonly #within: EconomicNetwork | null;
  readonly #exact = new Map<number, Shares<FractionRange>>();
  readonly #near = new Map<number, Shares<ShareRange>>();
  #downward: Downward | null = null;

  constructor(holdings: Holdings, targets: ReadonlySet<number>) {
    this.#entities = holdings.nodes;
    this.#targets = targets;
    this.#net = economicOf(holdings);
    this.#within = hasOpenEnds(holdings) ? economicOf(holdings, true) : null;
  }

  /** Whether another has the same holdings. */
  like(other: Chains): boolean {
    if (this.#within === null || other.#within === null)
      return this.#within === other.#within && same(this.#net, other.#net);
    return same(this.#net, other.#net) && same(this.#within, other.#within);
  }

  /**
   * A party's shares. An end that no completion comes to is open, as far as no cycle lies above: there it counts as if
   * one did.
   */
  of(party: number): Shares<FractionRange> {
    return kept(this.#exact, party, () => {
      const within = this.#within && acyclicShares(this.#within, party, this.#targets);
      const found = new Map<number, FractionRange | null>();
      for (const [node, range] of integratedShares(this.#net, party, this.#targets)) {
        if (node >= this.#entities) continue;
        const inner = within?.get(node) ?? range;
        found.set(
          node,
          range && {
            ...range,
            lowOpen: inner !== null && compare(inner.low, range.low) > 0,
            highOpen: inner !== null && compare(inner.high, range.high) < 0,
          },
        );
      }
      return found;
    });
  }

  /** Bounds of a party's shares, cheap to have. */
  near(party: number): Shares<ShareRange> {
    return kept(this.#near, party, () => nearShares(this.#net, party, this.#targets));
  }

  /** Everything a party holds any of, however indirectly, itself among them. */
  below(party: number): Int32Array {
    this.#downward ??= new Downward(this.#net);
    return this.#downward.from(party);
  }
}

function kept<T>(all: Map<number, T>, key: number, make: () => T): T {
  const found = all.get(key) ?? make();
  all.set(key, found);
  return found;
}

function same(a: EconomicNetwork, b: EconomicNetwork): boolean {
  const alike = (x: ArrayLike<number> | undefined, y: ArrayLike<number> | undefined) =>
    x === y || (x !== undefined && y !== undefined && equal(x, y));
  return (
    a.whole === b.whole &&
    alike(a.start, b.start) &&
    alike(a.holder, b.holder) &&
    alike(a.low, b.low) &&
    alike(a.high, b.high) &&
    alike(a.alone, b.alone) &&
    alike(a.full, b.full)
  );
}

function equal(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
