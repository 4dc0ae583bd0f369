import type { LinearSystem } from "./arithmetic.ts";

/**
 * Solves a linear system of shares in doubles without a single subtraction (Grassmann, Taksar & Heyman 1985): what is
 * left of each company outside the system is an exact integer and is carried along in place of one minus the rest, so
 * that every share comes out to a few units in its own last places, however nearly the companies own all of each other
 * (O'Cinneide 1993). Cost: O(size³) time, size² doubles.
 */
export function solveStably(system: LinearSystem<number>): number[] {
  const { size, whole } = system;
  const weight = new Float64Array(size * size);
  const out = new Float64Array(size);
  const given = Float64Array.from(system.given);
  for (let j = 0; j < size; j++) {
    let inside = 0;
    for (let i = 0; i < size; i++) {
      inside += system.weight[j * size + i];
      weight[j * size + i] = system.weight[j * size + i] / whole;
    }
    out[j] = (whole - inside) / whole;
  }
  const left = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const row = k * size;
    let sum = out[k];
    for (let i = k + 1; i < size; i++) sum += weight[row + i];
    left[k] = sum;
    for (let j = k + 1; j < size; j++) {
      const through = weight[j * size + k];
      if (through === 0) continue;
      const factor = through / sum;
      for (let i = k + 1; i < size; i++) weight[j * size + i] += factor * weight[row + i];
      out[j] += factor * out[k];
      given[j] += factor * given[k];
    }
  }
  const x = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; k--) {
    let sum = given[k];
    for (let i = k + 1; i < size; i++) sum += weight[k * size + i] * x[i];
    x[k] = sum / left[k];
  }
  return x;
}
