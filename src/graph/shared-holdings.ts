import type { End } from "./control.ts";

/** What is entered for several holders, though it is one holding: a joint block, or what is this or that party's. */
interface SharedHolding {
  readonly single: boolean;
  least: End;
  most: End;
  /** Of holders outside the group, and in it. */
  outside: boolean;
  inside: boolean;
}

/** Holdings of one company with several entries each, of which each counts once. Cost: linear in the entries. */
export class SharedHoldings {
  readonly #known = new Map<number, SharedHolding>();

  add(block: number, inside: boolean, single: boolean, least: End, most: End): void {
    const known = this.#known.get(block);
    if (known === undefined) {
      this.#known.set(block, { single, least, most, inside, outside: !inside });
      return;
    }
    if (least.value < known.least.value || (least.value === known.least.value && !least.open))
      known.least = least;
    if (!inside) known.outside = true;
    else if (!known.inside || isMore(most, known.most)) known.most = most;
    known.inside ||= inside;
  }

  /** The upper end of each holding somebody in the group may have. */
  *most(): Generator<End> {
    for (const { inside, most } of this.#known.values()) if (inside) yield most;
  }

  /** The lower end of each that stands alone and is nobody's outside the group. */
  *least(): Generator<End> {
    for (const { single, outside, least } of this.#known.values()) if (single && !outside) yield least;
  }
}

/** Whether an upper end allows more than another. */
const isMore = (a: End, b: End) => a.value > b.value || (a.value === b.value && !a.open);
