/**
 * I − A of companies that hold each other, factored in doubles without a single subtraction (Grassmann, Taksar & Heyman
 * 1985): what each company leaves to holders outside is an exact integer and is carried along in place of one minus the
 * rest, so that every entry of the inverse comes out to a few units in its own last places however nearly the companies
 * own all of each other (O'Cinneide 1993). `units[j · size + i]` is what i holds of company j, in whole units; each
 * company's sum at most `whole`, and less on some way out of every company. Cost: size³ / 3 steps, then size² a solution.
 */
export class StableFactors {
  readonly #size: number;
  /** Above the diagonal what is handed up, below it the factors of the elimination. */
  readonly #weight: Float64Array;
  readonly #left: Float64Array;

  constructor(size: number, whole: number, units: Float64Array) {
    this.#size = size;
    this.#left = new Float64Array(size);
    const weight = new Float64Array(size * size);
    const out = new Float64Array(size);
    for (let j = 0; j < size; j++) {
      let inside = 0;
      for (let i = 0; i < size; i++) {
        inside += units[j * size + i];
        weight[j * size + i] = units[j * size + i] / whole;
      }
      out[j] = (whole - inside) / whole;
    }
    for (let k = 0; k < size; k++) {
      let sum = out[k];
      for (let i = k + 1; i < size; i++) sum += weight[k * size + i];
      this.#left[k] = sum;
      const row = k * size;
      for (let j = k + 1; j < size; j++) {
        const at = j * size;
        if (weight[at + k] === 0) continue;
        const factor = weight[at + k] / sum;
        weight[at + k] = factor;
        for (let i = k + 1; i < size; i++) weight[at + i] += factor * weight[row + i];
        out[j] += factor * out[k];
      }
    }
    this.#weight = weight;
  }

  /** x = given + A x, by company: what each has of itself through all whom it is held by. */
  up(given: ArrayLike<number>): number[] {
    const size = this.#size;
    const weight = this.#weight;
    const below = Float64Array.from(given);
    for (let k = 0; k < size; k++) {
      if (below[k] !== 0) for (let j = k + 1; j < size; j++) below[j] += weight[j * size + k] * below[k];
    }
    const x = new Array<number>(size).fill(0);
    for (let k = size - 1; k >= 0; k--) {
      let sum = below[k];
      for (let i = k + 1; i < size; i++) sum += weight[k * size + i] * x[i];
      x[k] = sum / this.#left[k];
    }
    return x;
  }

  /** x = given + A x, by holder. */
  solve(given: Float64Array): Float64Array {
    const size = this.#size;
    const weight = this.#weight;
    const x = given.slice();
    for (let k = 0; k < size; k++) {
      x[k] /= this.#left[k];
      if (x[k] !== 0) for (let i = k + 1; i < size; i++) x[i] += weight[k * size + i] * x[k];
    }
    for (let j = size - 1; j > 0; j--)
      if (x[j] !== 0) for (let k = 0; k < j; k++) x[k] += weight[j * size + k] * x[j];
    return x;
  }
}
