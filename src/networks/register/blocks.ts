import { csr } from "../../graph/csr.ts";

/** Words of a block, of eight bytes: both ends; then its ballot and flags, of four bytes each. */
const [WORDS, LOW, HIGH, BALLOT, FLAGS] = [3, 0, 1, 4, 5];

const ROOM = 1 << 12;

/** Blocks of votes that are left to count, as a list that grows: all of one stands together. */
export class Blocks {
  length = 0;
  #party: Int32Array<ArrayBuffer>;
  #figures: Float64Array<ArrayBuffer>;
  #words: Int32Array<ArrayBuffer>;

  constructor(expected: number) {
    const room = Math.max(ROOM, expected);
    this.#party = new Int32Array(room);
    this.#figures = new Float64Array(WORDS * room);
    this.#words = new Int32Array(this.#figures.buffer);
  }

  add(party: number, ballot: number, low: number, high: number, flags: number): void {
    const at = this.length++;
    if (at === this.#party.length) this.#grow(at + Math.max(ROOM, at >> 1));
    this.#party[at] = party;
    this.#figures[WORDS * at + LOW] = low;
    this.#figures[WORDS * at + HIGH] = high;
    this.#words[2 * WORDS * at + BALLOT] = ballot;
    this.#words[2 * WORDS * at + FLAGS] = flags;
  }

  #grow(size: number): void {
    const [party, figures] = [new Int32Array(size), new Float64Array(WORDS * size)];
    party.set(this.#party);
    figures.set(this.#figures);
    this.#party = party;
    this.#figures = figures;
    this.#words = new Int32Array(figures.buffer);
  }

  /** The same by party, as the holdings of a control network. */
  sorted(nodes: number) {
    const { start: holdStart, order } = csr(nodes, this.#party.subarray(0, this.length));
    const { length } = order;
    const [holdBallot, holdFlags] = [new Int32Array(length), new Uint8Array(length)];
    const [holdLow, holdHigh] = [new Float64Array(length), new Float64Array(length)];
    for (let at = 0; at < length; at++) {
      const i = WORDS * (order[at] as number);
      holdBallot[at] = this.#words[2 * i + BALLOT] as number;
      holdFlags[at] = this.#words[2 * i + FLAGS] as number;
      holdLow[at] = this.#figures[i + LOW] as number;
      holdHigh[at] = this.#figures[i + HIGH] as number;
    }
    return { holdStart, holdBallot, holdLow, holdHigh, holdFlags };
  }
}
