import { EFFECT } from "../../../networks/company.ts";
import type { Step } from "../../../networks/proof.ts";
import { type Analysis, becauseOf, extraOf, isDeclaration, rowsOf } from "../analyse.ts";

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

function forWhom(analysis: Analysis, inGroup: (n: number) => boolean, company: number, row: number) {
  const { held } = analysis;
  const registered = held.party[row] as number;
  if (registered < 0) return null;
  const own = becauseOf(held, row);
  if (inGroup(registered)) return { holder: registered, statements: [...own] };
  for (const other of rowsOf(analysis, company)) {
    const effect = EFFECT[held.right[other] as number];
    const leader = held.leader[other] as number;
    const bound = [
      held.party[other] as number,
      ...(effect === "concert" ? extraOf(held, other).members : []),
    ];
    if ((effect !== "nominal" && effect !== "concert") || !bound.includes(registered)) continue;
    const to = [leader, ...bound].find((n) => n >= 0 && inGroup(n));
    if (to !== undefined) return { holder: to, statements: [...own, ...becauseOf(held, other)] };
  }
  return null;
}
