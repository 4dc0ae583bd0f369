import { WHOLE } from "../../../model/share.ts";
import { EFFECT, isDeclaration } from "../../../networks/company.ts";
import type { DeclarationMarks } from "../../../networks/declaration-marks.ts";
import { becauseOf, extraOf, type HeldTable } from "../../../networks/held.ts";
import { HELD_INDIRECT, HELD_UNKNOWN_DIRECTNESS } from "../../../networks/interests.ts";
import { type Analysis, rowsOf } from "../analyse.ts";
import type { Declared } from "./entry.ts";

export type Marks = ReadonlyMap<number, DeclarationMarks>;

/** One thing declared about a company, in local numbers, with the rows that say so, the telling one first. */
export interface Claim {
  readonly kind: Declared["claim"];
  readonly company: number;
  /** −1 where nobody is named. */
  readonly party: number;
  readonly rows: readonly number[];
  readonly components: readonly string[];
  /** Its rows also count as holdings, as nothing says whether they are direct: alone they are no test of themselves. */
  readonly counted: boolean;
}

const FIGURES = new Set(["shares", "votes"]);
const REGISTERED = new Set(["shares", "votes", "board"]);

/** Everything declared about some companies, in their order. */
export function claimsIn(analysis: Analysis, companies: readonly number[], marks: Marks): Claim[] {
  const { view } = analysis;
  return companies.flatMap((company) =>
    claimsAbout(
      analysis.held,
      rowsOf(analysis, company),
      company,
      marks,
      view.own.kinds.arrangement(company),
    ),
  );
}

function claimsAbout(
  held: HeldTable,
  rows: readonly number[],
  company: number,
  marks: Marks,
  arrangement: boolean,
): Claim[] {
  const marksOf = (row: number) => becauseOf(held, row).flatMap((n) => marks.get(n) ?? []);
  const primary = rows.filter((row) => !marksOf(row).some((m) => m.component));
  const claim = (kind: Claim["kind"], of: readonly number[], counted = false): Claim => ({
    kind,
    company,
    party: held.party[of[0] as number] as number,
    rows: of,
    components: [...new Set(of.flatMap((row) => marksOf(row).flatMap((m) => m.components)))],
    counted,
  });
  const declared = primary
    .filter((row) => isDeclaration(held, row))
    .map((row) => claim(kindOf(held, row), [row]));
  const spoken = new Set(declared.filter((c) => c.kind === "interest").map((c) => c.party));
  const stated = primary.filter((row) => {
    const party = held.party[row] as number;
    return !isDeclaration(held, row) && party >= 0 && party !== company;
  });
  const bands = stated
    .filter((row) => unknownDirectness(held, row) && FIGURES.has(effect(held, row)) && hasFigure(held, row))
    .map((row) => claim("interest", [row], true));
  const owning = arrangement
    ? []
    : stated.filter(
        (row) =>
          !spoken.has(held.party[row] as number) &&
          (marksOf(row).some((m) => m.owner) ||
            (unknownDirectness(held, row) && REGISTERED.has(effect(held, row)))),
      );
  const owners = [...new Set(owning.map((row) => held.party[row] as number))].map((party) => {
    const of = owning.filter((row) => held.party[row] === party);
    return claim("owner", of, !of.some((row) => marksOf(row).some((m) => m.owner)));
  });
  return [...declared, ...bands, ...owners];
}

function kindOf(held: HeldTable, row: number): Claim["kind"] {
  if ((held.party[row] as number) >= 0) return "interest";
  return extraOf(held, row).reason.startsWith("noBeneficialOwners") ? "nobody" : "undisclosed";
}

const effect = (held: HeldTable, row: number) => EFFECT[held.right[row] as number] as string;
export const unknownDirectness = (held: HeldTable, row: number) =>
  ((held.flags[row] as number) & (HELD_UNKNOWN_DIRECTNESS | HELD_INDIRECT)) === HELD_UNKNOWN_DIRECTNESS;
const hasFigure = (held: HeldTable, row: number) =>
  (held.low[row] as number) > 0 || (held.high[row] as number) < WHOLE;
