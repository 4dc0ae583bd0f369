/**
 * Majority control from very many sources over one end of a network: the rules of `src/graph/control.ts` and
 * `src/graph/reduce.ts`, compiled ahead. `npm run kernels` writes the result to `src/graph/control-kernel.ts`.
 */
import { LeastBallot, LeastHolding } from "./least";
import { place } from "./memory";
import { MostBallot, MostHolding } from "./most";
import { reduce } from "./reduce";
import { also, search } from "./search";

export * from "./memory";

export function placeLeast(from: f64, nodes: i32, rights: i32, holdings: i32, ballots: i32, whole: f64): f64 {
  return place(from, nodes, rights, holdings, ballots, offsetof<LeastHolding>(), whole);
}

export function placeMost(from: f64, nodes: i32, rights: i32, holdings: i32, ballots: i32, whole: f64): f64 {
  return place(from, nodes, rights, holdings, ballots, offsetof<MostHolding>(), whole);
}

export function reduceLeast(pass: i32, from: i32, to: i32): void {
  reduce<LeastHolding, LeastBallot>(pass, from, to);
}

export function reduceMost(pass: i32, from: i32, to: i32): void {
  reduce<MostHolding, MostBallot>(pass, from, to);
}

export function searchLeast(source: i32, run: i32): i32 {
  return search<LeastHolding>(source, run);
}

export function searchMost(source: i32, run: i32): i32 {
  return search<MostHolding>(source, run);
}

export function alsoLeast(node: i32): i32 {
  return also<LeastHolding>(node);
}

export function alsoMost(node: i32): i32 {
  return also<MostHolding>(node);
}
