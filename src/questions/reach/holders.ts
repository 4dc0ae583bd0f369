import { EFFECT, isDeclaration } from "../../networks/company.ts";
import type { HeldTable } from "../../networks/held.ts";
import { HELD_POSSIBLE } from "../../networks/interests.ts";

/** What counts as a holding: a right with an effect, of any size, that is not merely declared or in name only. */
export function isHolding(held: HeldTable, row: number): boolean {
  const effect = EFFECT[held.right[row] as number];
  return (
    effect !== "none" && effect !== "nominal" && !isDeclaration(held, row) && (held.high[row] as number) > 0
  );
}

/** Whose a holding is, by its row: the party's, or that of whom it is held for; of both where that is not certain. */
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
    const rows = nominal.size === 0 ? [] : (nominal.get(`${held.subject[row]} ${party}`) ?? []);
    if (rows.length === 0) return [party];
    const certain = rows.find(sure);
    const leader = held.leader[certain ?? (rows[0] as number)] as number;
    return certain === undefined ? [party, leader] : [leader];
  };
}

/** The rows by which a party holds something of a company for another. */
export const nominalRows = (held: HeldTable, rows: readonly number[], party: number): number[] =>
  rows.filter((row) => isNominal(held, row) && held.party[row] === party);

const isNominal = (held: HeldTable, row: number) =>
  EFFECT[held.right[row] as number] === "nominal" &&
  !isDeclaration(held, row) &&
  (held.party[row] as number) >= 0 &&
  (held.leader[row] as number) >= 0;
