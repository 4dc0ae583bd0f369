import type { Law, Threshold } from "../../../laws/law.ts";

/** Where a law begins to call a holder of shares or votes an owner. */
export interface Beginning {
  readonly law: Law;
  readonly threshold: Threshold;
}

/** The law of a register kept where the company is, or null. */
export function registerLaw(laws: readonly Law[], jurisdiction: string): Law | null {
  return (
    laws.find((law) =>
      law.stops?.jurisdictions.some((j) => jurisdiction === j || jurisdiction.startsWith(`${j}-`)),
    ) ?? null
  );
}

/** From which share on a holder is an owner: by the law of the register, else by the least any law about persons asks. */
export function beginningOf(laws: readonly Law[], jurisdiction: string): Beginning | null {
  const own = registerLaw(laws, jurisdiction);
  const considered = own ? [own] : laws.filter((law) => !law.list && law.kinds.includes("person"));
  const all = considered.flatMap((law) =>
    law.rules.flatMap((rule) =>
      "threshold" in rule && rule.threshold ? [{ law, threshold: rule.threshold }] : [],
    ),
  );
  const figure = ({ threshold }: Beginning) =>
    Number("moreThan" in threshold ? threshold.moreThan : threshold.atLeast);
  return all.sort((a, b) => figure(a) - figure(b) || ("atLeast" in a.threshold ? -1 : 1))[0] ?? null;
}
