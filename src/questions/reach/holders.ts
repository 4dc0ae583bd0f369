import { EFFECT, isDeclaration } from "../../networks/company.ts";
import { extraOf, type HeldTable } from "../../networks/held.ts";
import { HELD_POSSIBLE } from "../../networks/interests.ts";

/** What counts as a holding: a right with an effect, of any size, that is not merely declared or in name only. */
export function isHolding(held: HeldTable, row: number): boolean {
  const effect = EFFECT[held.right[row] as number];
  return (
    effect !== "none" && effect !== "nominal" && !isDeclaration(held, row) && (held.high[row] as number) > 0
  );
}

/**
 * Whose a holding is, by its row: the party's, or that of whom it is held for; of both where that is not certain, and
 * where it is the lead of a concert.
 */
export type HoldersOf = (row: number) => readonly number[];

export function holdersIn(held: HeldTable): HoldersOf {
  const nominal = new Map<string, number[]>();
  for (let row = 0; row < held.length; row++) {
    if (!isNominal(held, row)) continue;
    const key = `${held.subject[row]} ${held.party[row]}`;
    nominal.set(key, [...(nominal.get(key) ?? []), row]);
  }
  const sure = (row: number) => ((held.flags[row] as number) & HELD_POSSIBLE) === 0;
  return (row) => {
    const party = held.party[row] as number;
    const lead = held.leader[row] as number;
    if (lead >= 0 && EFFECT[held.right[row] as number] === "concert") return [party, lead];
    const rows = nominal.size === 0 ? [] : (nominal.get(`${held.subject[row]} ${party}`) ?? []);
    if (rows.length === 0) return [party];
    const certain = rows.find(sure);
    const leader = held.leader[certain ?? (rows[0] as number)] as number;
    return certain === undefined ? [party, leader] : [leader];
  };
}

/** A holding with what else about its company makes it the holder's: who is a nominee, and what those in a concert have. */
export function restingOn(held: HeldTable, about: readonly number[], row: number, holder: number): number[] {
  const party = held.party[row] as number;
  if (party === holder) return [row];
  if (EFFECT[held.right[row] as number] !== "concert")
    return [row, ...about.filter((r) => isNominal(held, r) && held.party[r] === party)];
  const bound = new Set([party, ...extraOf(held, row).members]);
  return [row, ...about.filter((r) => isHolding(held, r) && bound.has(held.party[r] as number))];
}

const isNominal = (held: HeldTable, row: number) =>
  EFFECT[held.right[row] as number] === "nominal" &&
  !isDeclaration(held, row) &&
  (held.party[row] as number) >= 0 &&
  (held.leader[row] as number) >= 0;
