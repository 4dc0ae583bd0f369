import { EFFECT } from "../../../networks/company.ts";
import type { Step } from "../../../networks/proof.ts";
import { type Analysis, becauseOf, extraOf, isDeclaration, once, rowsOf } from "../analyse.ts";

const LEFT_OUT = new Set(["none", "nominal", "concert"]);

/**
 * Every holding from members of a group into others of it on the way from a party down to the target, from the top, and,
 * where its own count, what a company on the way holds of itself. A holding registered for somebody else counts for the one in the group for
 * whom it is held.
 */
export function stepsWithin(
  analysis: Analysis,
  inGroup: (n: number) => boolean,
  party: number,
  target: number,
  own: (company: number) => boolean,
): Step[] {
  const { held } = analysis;
  const steps: Step[] = [];
  const seen = new Set([party]);
  const pending = [target];
  for (const node of pending) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const row of rowsOf(analysis, node)) {
      if (isDeclaration(held, row) || LEFT_OUT.has(EFFECT[held.right[row] as number] as string)) continue;
      if (held.party[row] === node) {
        if (own(node)) steps.push({ holder: node, held: node, row, statements: [...becauseOf(held, row)] });
        continue;
      }
      const way = forWhom(analysis, inGroup, node, row);
      if (way === null || way.holder === node) continue;
      steps.push({ holder: way.holder, held: node, row, statements: way.statements });
      pending.push(way.holder);
    }
  }
  return steps.reverse();
}

/** The nominations and concerts in a company: few, where its holders may be thousands. */
const redirectsIn = once((analysis: Analysis) => {
  const { held } = analysis;
  const known = new Map<number, readonly number[]>();
  return (company: number): readonly number[] => {
    const rows =
      known.get(company) ??
      rowsOf(analysis, company).filter((row) => {
        const effect = EFFECT[held.right[row] as number];
        return effect === "nominal" || effect === "concert";
      });
    known.set(company, rows);
    return rows;
  };
});

function forWhom(analysis: Analysis, inGroup: (n: number) => boolean, company: number, row: number) {
  const { held } = analysis;
  const registered = held.party[row] as number;
  if (registered < 0) return null;
  const own = becauseOf(held, row);
  if (inGroup(registered)) return { holder: registered, statements: [...own] };
  for (const other of redirectsIn(analysis)(company)) {
    const leader = held.leader[other] as number;
    const concert = EFFECT[held.right[other] as number] === "concert";
    const bound = [held.party[other] as number, ...(concert ? extraOf(held, other).members : [])];
    if (!bound.includes(registered)) continue;
    const to = [leader, ...bound].find((n) => n >= 0 && inGroup(n));
    if (to !== undefined) return { holder: to, statements: [...own, ...becauseOf(held, other)] };
  }
  return null;
}
