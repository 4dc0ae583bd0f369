import { downwardIn } from "../../../graph/downward.ts";
import type { EconomicNetwork } from "../../../graph/economic.ts";
import { economicOf, hasOpenEnds } from "../../../graph/economic-of.ts";
import type { Holdings } from "../../../graph/holdings.ts";
import type { FractionRange } from "../../../graph/implied.ts";
import { acyclicShares, integratedShares } from "../../../graph/integrated.ts";
import { type NearRange, NearShares } from "../../../graph/near-shares.ts";
import { compare } from "../../../graph/rational.ts";
import { upwardFrom } from "../../../graph/upward.ts";

type Shares<T> = ReadonlyMap<number, T | null>;

/**
 * Holdings of one measure multiplied along chains and added over them. Null in and below a closed ring.
 */
export class Chains {
  /** Tells them apart from others of the same network. */
  readonly id: string;
  readonly #entities: number;
  readonly #net: EconomicNetwork;
  /** With every open end within its range; null where there is none. */
  readonly #within: EconomicNetwork | null;
  #nearly: NearShares | null = null;

  constructor(id: string, holdings: Holdings) {
    this.id = id;
    this.#entities = holdings.nodes;
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
   * A party's shares in some entities. An end that no completion comes to is open, as far as no cycle lies above: there it
   * counts as if one did.
   */
  of(party: number, targets: ReadonlySet<number>): Shares<FractionRange> {
    const above = upwardFrom(this.#net, targets);
    const within = this.#within && acyclicShares(this.#within, party, targets, above);
    const found = new Map<number, FractionRange | null>();
    for (const [node, range] of integratedShares(this.#net, party, targets, above)) {
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
  }

  /** A party's shares in everything below it, in doubles, cheap to have. */
  near(party: number): Shares<NearRange> {
    this.#nearly ??= new NearShares(this.#net);
    return this.#nearly.of(party);
  }

  /** Everything a party holds any of, however indirectly, itself among them. */
  below(party: number): ReadonlySet<number> {
    return downwardIn(this.#net).from(party);
  }
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
