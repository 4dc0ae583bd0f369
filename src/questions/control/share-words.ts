import type { Lang } from "../../ask/answer.ts";
import { RIGHTS, type RightCode } from "../../model/rights.ts";
import { type Percent, parseShare, WHOLE } from "../../model/share.ts";
import type { ControlFinding } from "./finding.ts";

/** What is said of a holding whose lower end does not carry a proof by itself. */
interface ShareWords {
  /** A floor is on record, and nothing above it. */
  readonly holdsFloor: (holder: string, share: string, right: string, held: string) => string;
  /** What is on record is too old to count. */
  readonly holdsAged: (holder: string, days: number, right: string, held: string) => string;
}

const WORDS: Readonly<Record<Lang, ShareWords>> = {
  en: {
    holdsFloor: (h, s, r, c) =>
      `${h} holds more than half of the ${r} of ${c}; on record is ${s}, and no upper figure`,
    holdsAged: (h, d, r, c) =>
      `${h} holds more than half of the ${r} of ${c}; what is on record is ${d} days old and no longer counts`,
  },
  zh: {
    holdsFloor: (h, s, r, c) => `${h}持有${c}半数以上的${r}；记录只说${s}，没有上限`,
    holdsAged: (h, d, r, c) => `${h}持有${c}半数以上的${r}；最近一次有关记录已过去 ${d} 天，不再作数`,
  },
};

export const shareWords = (lang: Lang): ShareWords => WORDS[lang];

/** A range that says how much at least, short of half, and not how much at most. */
export function isFloor(range: Percent): boolean {
  if (typeof range === "string" || range.high !== "100" || range.highOpen) return false;
  const { low } = parseShare(range.low);
  return (
    (low > 0 || range.lowOpen === true) && (2 * low < WHOLE || (2 * low === WHOLE && range.lowOpen !== true))
  );
}

type Holding = ControlFinding["holdings"][number];

/** The holding behind a step of a proof. */
export const holdingOf = (
  finding: ControlFinding,
  step: { readonly held: string; readonly right: string; readonly because: readonly string[] },
): Holding | undefined =>
  finding.holdings.find(
    (h) =>
      h.held === step.held && h.right === step.right && h.because.some((id) => step.because.includes(id)),
  );

/** The right a holding is shown with, where it is more than plain votes. */
export const rightOf = (finding: ControlFinding, h: Holding) =>
  finding.rights.find(
    (r) =>
      r.company === h.held &&
      r.right === h.right &&
      r.party === h.party &&
      r.because.join() === h.because.join(),
  );

/** Whether any figure of an economic stake of a party is on record; without one, its economic share is only a bound. */
export const hasStake = (finding: ControlFinding, party: string): boolean =>
  finding.holdings.some((h) => {
    const effect = RIGHTS[h.right as RightCode]?.effect;
    return h.party === party && (effect === "shares" || effect === "economic") && !isAnything(h);
  });

const isAnything = ({ range }: Holding) =>
  typeof range !== "string" && range.low === "0" && range.high === "100" && !range.lowOpen && !range.highOpen;
