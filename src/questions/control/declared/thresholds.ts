import { asksOfHolders, type Law, type Threshold } from "../../../laws/law.ts";
import { liesIn } from "../../../model/jurisdictions.ts";

/** Where a law begins to call a holder of shares or votes an owner. */
export interface Beginning {
  readonly law: Law;
  readonly threshold: Threshold;
}

/** The law of a register kept where the company is, or null. */
export function registerLaw(laws: readonly Law[], jurisdiction: string): Law | null {
  return (
    laws.find((law) => law.declared && law.stops && liesIn(jurisdiction, law.stops.jurisdictions)) ?? null
  );
}

/**
 * From which share on a holder is an owner: by the law of the register, else by the least asked of any law that says
 * declarations are held against it. Of two that ask as much the first of the laws.
 */
export function beginningOf(laws: readonly Law[], jurisdiction: string): Beginning | null {
  const own = registerLaw(laws, jurisdiction);
  const considered = own ? [own] : laws.filter((law) => law.declared);
  const all = considered.flatMap((law) =>
    law.rules.flatMap((rule) => {
      const threshold = asksOfHolders(rule);
      return threshold === null ? [] : [{ law, threshold }];
    }),
  );
  const figure = ({ threshold }: Beginning) => Number(asked(threshold));
  const strict = ({ threshold }: Beginning) => ("moreThan" in threshold ? 1 : 0);
  return all.sort((a, b) => figure(a) - figure(b) || strict(a) - strict(b))[0] ?? null;
}

/** The figure of a threshold, whether it is to be reached or passed. */
export const asked = (threshold: Threshold): string =>
  "moreThan" in threshold ? threshold.moreThan : threshold.atLeast;
