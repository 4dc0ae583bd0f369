import { existsSync, readFileSync } from "node:fs";
import { SIMPLER, type Told } from "./peers.ts";

export interface Result {
  readonly peer: string;
  readonly out: string;
  readonly told: Told;
}

export interface PeerRow {
  readonly task: string;
  readonly peer: string;
  readonly told: Told;
  /** "reference", "same", or how it differs. */
  readonly agrees: string;
}

/** Holds a result against the first of the same task, our own: counts and digests equal, values to 1e-9. */
export function compared(first: Result, other: Result): string {
  const [a, b] = [first.told, other.told];
  if ("failed" in b) return "–";
  if (first === other) return "reference";
  if (other.peer === SIMPLER) return "not comparable";
  if ("failed" in a) return "nothing to compare with";
  if (existsSync(other.out)) {
    const off = difference(first.out, other.out);
    return off <= 1e-9 ? `within ${off.toExponential(1)}` : `DIFFERS by ${off.toExponential(1)}`;
  }
  return a.count === b.count && a.digest === b.digest ? "same" : `DIFFERS: ${b.count} against ${a.count}`;
}

/** The greatest difference of two vectors, relative to 1 or to the value where that is more. */
function difference(one: string, two: string): number {
  const read = (path: string) => {
    const bytes = readFileSync(path);
    return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  };
  const [x, y] = [read(one), read(two)];
  let most = x.length === y.length ? 0 : Number.POSITIVE_INFINITY;
  for (let i = 0; i < x.length; i++)
    most = Math.max(most, Math.abs((x[i] as number) - (y[i] as number)) / Math.max(1, x[i] as number));
  return most;
}
