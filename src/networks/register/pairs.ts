import { sortedBy } from "../../graph/csr.ts";

const ROOM = 1 << 12;

/** A list of number pairs that grows. */
export class Pairs {
  length = 0;
  from: Int32Array<ArrayBuffer>;
  to: Int32Array<ArrayBuffer>;

  constructor(expected: number) {
    this.from = new Int32Array(Math.max(ROOM, expected));
    this.to = new Int32Array(Math.max(ROOM, expected));
  }

  add(from: number, to: number): void {
    if (this.length === this.from.length) this.#grow();
    this.from[this.length] = from;
    this.to[this.length++] = to;
  }

  #grow(): void {
    const size = this.length + Math.max(ROOM, this.length >> 1);
    const wide = [new Int32Array(size), new Int32Array(size)] as const;
    wide[0].set(this.from);
    wide[1].set(this.to);
    [this.from, this.to] = wide;
  }

  /** By the first number: of n, `to[start[n]] … to[start[n + 1] − 1]`. */
  sorted(nodes: number): { readonly start: Int32Array; readonly to: Int32Array } {
    const { start, order } = sortedBy(nodes, this.from, this.length, this.to);
    return { start, to: order };
  }
}
