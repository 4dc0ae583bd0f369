/**
 * Majority control from very many sources over one end of a network: the rules of `src/graph/control.ts` and
 * `src/graph/reduce.ts`, compiled ahead; and the lines of what is found. `npm run kernels` writes the result to
 * `src/graph/control-kernel.ts`.
 */

import { tally } from "./everyone";
import { LeastBallot, LeastHolding, LeastJudged } from "./least";
import { place } from "./memory";
import { MostBallot, MostHolding, MostJudged } from "./most";
import { reduce } from "./reduce";
import { also, search, stamp } from "./search";

export { placeChunks } from "./chunks";
export {
  HOW,
  ID_START,
  IDS,
  lines,
  MADE,
  MADE_START,
  PAIR,
  PAIR_START,
  placeLines,
  SORTED,
  TEXT,
  TEXT_START,
} from "./lines";
export * from "./memory";
export { BELOW, MARKS, placeRows, ROW_BITS, ROW_HIGH, ROW_LOW, ROW_START, ROWS } from "./rows";
export { joinLower, listed, ultimate, ultimateOf } from "./ultimate";

export function placeLeast(from: f64, nodes: i32, rights: i32, holdings: i32, ballots: i32, whole: f64): f64 {
  return place(
    from,
    nodes,
    rights,
    holdings,
    ballots,
    offsetof<LeastHolding>(),
    offsetof<LeastJudged>(),
    whole,
  );
}

export function placeMost(from: f64, nodes: i32, rights: i32, holdings: i32, ballots: i32, whole: f64): f64 {
  return place(
    from,
    nodes,
    rights,
    holdings,
    ballots,
    offsetof<MostHolding>(),
    offsetof<MostJudged>(),
    whole,
  );
}

export function reduceLeast(piece: i32, pass: i32, count: i32): void {
  reduce<LeastHolding, LeastBallot, LeastJudged>(pass, piece, count);
}

export function reduceMost(piece: i32, pass: i32, count: i32): void {
  reduce<MostHolding, MostBallot, MostJudged>(pass, piece, count);
}

export function tallyLeast(piece: i32, sources: i32, below: i32, into: f64): void {
  tally<LeastHolding>(piece, sources, below, <usize>into);
}

export function tallyMost(piece: i32, sources: i32, below: i32, into: f64): void {
  tally<MostHolding>(piece, sources, below, <usize>into);
}

export function searchLeast(source: i32): i32 {
  const count = search<LeastHolding>(source);
  stamp();
  return count;
}

export function searchMost(source: i32): i32 {
  const count = search<MostHolding>(source);
  stamp();
  return count;
}

export function alsoLeast(node: i32): i32 {
  const count = also<LeastHolding>(node);
  stamp();
  return count;
}

export function alsoMost(node: i32): i32 {
  const count = also<MostHolding>(node);
  stamp();
  return count;
}
