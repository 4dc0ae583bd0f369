import type { ControlNetwork } from "../graph/control.ts";

/** What both ends of a network share. */
export type BallotColumns = Pick<
  ControlNetwork,
  "company" | "ballots" | "treasuryLow" | "treasuryHigh" | "treasuryOpen" | "namedLow" | "namedOpen"
>;

/** Least and most treasury shares, whether the least is open, the sum of named lower ends, how many of them are open. */
export type BallotFigures = readonly [
  treasuryLow: number,
  treasuryHigh: number,
  treasuryOpen: number,
  named: number,
  open: number,
];

/** Most networks are small, and there are many of them: what an answer is tried on. */
const ROOM = 64;

/** The ballots of a network under construction, one typed column a figure. */
export class Ballots {
  length = 0;
  #company = new Int32Array(ROOM);
  #figures = new Float64Array(5 * ROOM);

  add(company: number, figures: BallotFigures): void {
    if (this.length === this.#company.length) this.#grow();
    this.#company[this.length] = company;
    const at = 5 * this.length++;
    for (let k = 0; k < 5; k++) this.#figures[at + k] = figures[k] as number;
  }

  company(): Int32Array {
    return this.#company.slice(0, this.length);
  }

  /** The columns of a control network; `company` is what `company()` gave. */
  columns(nodes: number, company: Int32Array): BallotColumns {
    const ballots = new Int32Array(nodes);
    for (const node of company) ballots[node] = (ballots[node] as number) + 1;
    const [treasuryLow, treasuryHigh] = [new Float64Array(this.length), new Float64Array(this.length)];
    const [treasuryOpen, namedLow] = [new Uint8Array(this.length), new Float64Array(this.length)];
    const namedOpen = new Int32Array(this.length);
    for (let b = 0; b < this.length; b++) {
      treasuryLow[b] = this.#figures[5 * b] as number;
      treasuryHigh[b] = this.#figures[5 * b + 1] as number;
      treasuryOpen[b] = this.#figures[5 * b + 2] as number;
      namedLow[b] = this.#figures[5 * b + 3] as number;
      namedOpen[b] = this.#figures[5 * b + 4] as number;
    }
    return { company, ballots, treasuryLow, treasuryHigh, treasuryOpen, namedLow, namedOpen };
  }

  #grow(): void {
    const company = new Int32Array(2 * this.length);
    company.set(this.#company);
    this.#company = company;
    const figures = new Float64Array(10 * this.length);
    figures.set(this.#figures);
    this.#figures = figures;
  }
}
