import { ALONE, type ControlNetwork, LOW_OPEN } from "./control.ts";

/** Vote counts in which more is summed at the lower end, or more of it has open ends, than is named of them. */
export function beyondNamed(net: ControlNetwork): number[] {
  return [...net.company.keys()].filter((ballot) => {
    let [low, open] = [0, 0];
    for (const [e, b] of net.holdBallot.entries()) {
      const flags = net.holdFlags[e] ?? 0;
      if (b !== ballot || (flags & ALONE) !== 0) continue;
      low += net.holdLow[e] ?? 0;
      open += flags & LOW_OPEN;
    }
    const named = net.namedLow[ballot] ?? 0;
    return low > named || (low === named && open > 0 && net.namedOpen[ballot] === 0);
  });
}

/** Of vote counts, those without treasury shares: of the others not everything need be named. */
export const withoutTreasury = (net: ControlNetwork, ballots: readonly number[]): number[] =>
  ballots.filter((b) => net.treasuryLow[b] === 0 && net.treasuryOpen[b] === 0);
