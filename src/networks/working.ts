import { powerOver } from "../graph/power-index.ts";
import { MOST_RANGED, shapleyRange } from "../graph/shapley-range.ts";
import { EFFECT, isDeclaration } from "./company.ts";
import type { ControlView } from "./controllers.ts";
import { pointVotes } from "./point-votes.ts";
import { type Voter, votersOf } from "./voters.ts";

/** The part of the power in a company each voter has, from the least to the most; 1 is all of it. */
export interface WorkingControl {
  readonly voters: readonly (Voter & { readonly least: number; readonly most: number })[];
  /** Named voters counted with the unnamed rest, because there are too many to work out. */
  readonly leftOut: number;
  /** The chance that a party's votes decide, through every company above, by sampling; null where not all is figures. */
  readonly sampled: {
    readonly seed: number;
    readonly rounds: number;
    readonly parties: readonly { readonly party: number; readonly chance: number; readonly error: number }[];
  } | null;
}

const MOST_COARSE = 50;
const COARSE = 100_000_000;
const MOST_FINE = 18;
const SEED = 1;
const ROUNDS = 20_000;
const MOST_SAMPLED = 1_000;

/**
 * Power below half in a company: the Shapley–Shubik index of its direct voters, the unnamed rest an ocean; and who
 * decides through the network. Null where the record makes no vote count of it, or says nothing about anybody's power.
 */
export function workingControl(view: ControlView, company: number): WorkingControl | null {
  const found = votersOf(view, company);
  if (found === null) return null;
  const sorted = [...found.voters].sort((a, b) => b.high - a.high || b.low - a.low);
  const ranged = sorted.some((v) => v.low !== v.high);
  const coarse = sorted.every((v) => v.low % COARSE === 0);
  const voters = sorted.slice(0, ranged ? MOST_RANGED : coarse ? MOST_COARSE : MOST_FINE);
  const { low, high } = shapleyRange({
    low: Float64Array.from(voters, (v) => v.low),
    high: Float64Array.from(voters, (v) => v.high),
    total: found.total,
  });
  if (low.every((least, i) => least <= 0 && (high[i] as number) >= 1)) return null;
  return {
    voters: voters.map((v, i) => ({ ...v, least: low[i] as number, most: high[i] as number })),
    leftOut: sorted.length - voters.length,
    sampled: sampled(view, company),
  };
}

function sampled(view: ControlView, company: number): WorkingControl["sampled"] {
  const network = moreVotesThan(MOST_SAMPLED, view.own) ? null : pointVotes(view.whole());
  if (network === null || network.holder.length > MOST_SAMPLED) return null;
  const { mean, error } = powerOver(network, company, { rounds: ROUNDS, seed: SEED });
  const parties = [...mean]
    .map((chance, party) => ({ party, chance, error: error[party] as number }))
    .filter((p) => p.chance > 0 && p.party !== company);
  return { seed: SEED, rounds: ROUNDS, parties: parties.sort((a, b) => b.chance - a.chance) };
}

/** Whether more holders than so many have votes in others, each pair counted once: so many edges at least it would be. */
function moreVotesThan(most: number, { held, entities }: ControlView["own"]): boolean {
  const pairs = new Set<number>();
  for (let row = 0; row < held.length && pairs.size <= most; row++) {
    const effect = EFFECT[held.right[row] as number];
    const [party, subject] = [held.party[row] as number, held.subject[row] as number];
    const votes = (effect === "votes" || effect === "shares") && !isDeclaration(held, row);
    if (votes && party >= 0 && party !== subject) pairs.add(party * entities + subject);
  }
  return pairs.size > most;
}
