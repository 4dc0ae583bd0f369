import { csr } from "../graph/csr.ts";

/** Most networks are small, and there are many of them: what an answer is tried on. */
const ROOM = 64;
const MOST_ROOM = 1 << 16;

/** A list of edges that grows: tail, head, a range, flags, and the row of the holdings table behind each. */
export class Edges {
  length = 0;
  tail: Int32Array<ArrayBuffer>;
  head: Int32Array<ArrayBuffer>;
  low: Float64Array<ArrayBuffer>;
  high: Float64Array<ArrayBuffer>;
  flags: Uint8Array<ArrayBuffer>;
  row: Int32Array<ArrayBuffer>;

  /** `expected`: about how many there will be; more find room too. */
  constructor(expected = ROOM) {
    const room = Math.max(1, Math.min(expected, MOST_ROOM));
    this.tail = new Int32Array(room);
    this.head = new Int32Array(room);
    this.low = new Float64Array(room);
    this.high = new Float64Array(room);
    this.flags = new Uint8Array(room);
    this.row = new Int32Array(room);
  }

  add(tail: number, head: number, row: number, low = 0, high = 0, flags = 0): void {
    const e = this.length++;
    if (e === this.tail.length) this.#grow(e * 2);
    this.tail[e] = tail;
    this.head[e] = head;
    this.row[e] = row;
    this.low[e] = low;
    this.high[e] = high;
    this.flags[e] = flags;
  }

  #grow(size: number): void {
    const int = (old: Int32Array) => {
      const wide = new Int32Array(size);
      wide.set(old);
      return wide;
    };
    const real = (old: Float64Array) => {
      const wide = new Float64Array(size);
      wide.set(old);
      return wide;
    };
    this.tail = int(this.tail);
    this.head = int(this.head);
    this.row = int(this.row);
    this.low = real(this.low);
    this.high = real(this.high);
    const flags = new Uint8Array(size);
    flags.set(this.flags);
    this.flags = flags;
  }

  /** The same edges sorted by tail. */
  sorted(nodes: number): SortedEdges {
    const { start, order } = csr(nodes, this.tail.subarray(0, this.length));
    const size = order.length;
    const [tail, head, row] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
    const [low, high, flags] = [new Float64Array(size), new Float64Array(size), new Uint8Array(size)];
    for (let i = 0; i < size; i++) {
      const e = order[i] as number;
      tail[i] = this.tail[e] as number;
      head[i] = this.head[e] as number;
      row[i] = this.row[e] as number;
      low[i] = this.low[e] as number;
      high[i] = this.high[e] as number;
      flags[i] = this.flags[e] as number;
    }
    return { start, tail, head, row, low, high, flags };
  }
}

export interface SortedEdges {
  readonly start: Int32Array;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly row: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly flags: Uint8Array;
}
