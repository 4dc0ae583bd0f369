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

/** The ballots of a network under construction, one typed column a figure. */
export class Ballots {
  length = 0;
  #company = new Int32Array(1024);
  #figures = new Float64Array(5 * 1024);

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
    const figure = <T extends Float64Array | Int32Array | Uint8Array>(k: number, column: T): T => {
      for (let b = 0; b < this.length; b++) column[b] = this.#figures[5 * b + k] as number;
      return column;
    };
    const ballots = new Int32Array(nodes);
    for (const node of company) ballots[node] = (ballots[node] as number) + 1;
    return {
      company,
      ballots,
      treasuryLow: figure(0, new Float64Array(this.length)),
      treasuryHigh: figure(1, new Float64Array(this.length)),
      treasuryOpen: figure(2, new Uint8Array(this.length)),
      namedLow: figure(3, new Float64Array(this.length)),
      namedOpen: figure(4, new Int32Array(this.length)),
    };
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
