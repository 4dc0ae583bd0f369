import type { Lang } from "../../ask/answer.ts";
import { RIGHTS, type RightCode } from "../../model/rights.ts";
import { type Percent, parseShare, WHOLE } from "../../model/share.ts";
import type { ControlFinding } from "./finding.ts";

/** What is said of a holding whose lower end does not carry a proof by itself, and of what a majority is. */
interface ShareWords {
  readonly half: string;
  /** A floor is on record, and nothing above it. */
  readonly holdsFloor: (holder: string, share: string, right: string, held: string) => string;
  /** A range is on record that reaches beyond what is needed. */
  readonly holdsSome: (holder: string, needs: string, right: string, held: string, says: string) => string;
  /** What is on record is too old to count; `says` empty where no figure is. */
  readonly holdsAged: (holder: string, days: number, right: string, held: string, says: string) => string;
  /** Somebody votes a block that would have to be more than the least of it. */
  readonly castsSome: (stated: string, needs: string) => string;
  /** The dates of the holding leave open whether it is one on this day. */
  readonly onThisDay: string;
  /** How much the class has of all votes is not known. */
  readonly classCarries: string;
  /** The holdings on record contradict each other. */
  readonly contradicts: string;
  readonly notOutranked: (rights: string) => string;
  readonly conditionMet: string;
  readonly heldThatDay: string;
  /** A right short of control. */
  readonly amounts: string;
  readonly inClass: (right: string, name: string) => string;
  readonly own: (held: string, share: string, right: string, needs: string) => string;
}

const WORDS: Readonly<Record<Lang, ShareWords>> = {
  en: {
    half: "half",
    holdsFloor: (h, s, r, c) =>
      `${h} holds more than half of the ${r} of ${c}; on record is ${s}, and no upper figure`,
    holdsSome: (h, n, r, c, s) => `${h} holds more than ${n} of the ${r} of ${c}; the record says ${s}`,
    holdsAged: (h, d, r, c, s) =>
      `${h} holds more than half of the ${r} of ${c}; what is on record${s === "" ? "" : ` (${s})`} is ${d} days old and no longer counts`,
    castsSome: (s, n) => `${s}, and that is more than ${n}`,
    onThisDay: ", and did so on this day, which its dates leave open",
    classCarries: ", and this class has more than half of all votes, which no source says",
    contradicts: ", though the holdings on record add up to more than 100 %",
    notOutranked: (r) => `, and is not outranked (${r})`,
    conditionMet: " Its condition would have to be met, which no source says.",
    heldThatDay: " It would have to hold on this day, which its dates leave open.",
    amounts: " It would have to amount to control, which no source says.",
    inClass: (r, n) => `${r} (${/^class\b/i.test(n) ? n : `class ${n}`})`,
    own: (c, s, r, n) => `${c} holds ${s} of its own ${r}, which nobody votes: a majority is more than ${n}.`,
  },
  zh: {
    half: "半数",
    holdsFloor: (h, s, r, c) => `${h}持有${c}半数以上的${r}；记录只说${s}，没有上限`,
    holdsSome: (h, n, r, c, s) => `${h}持有${c}的${r}超过${n}；记录为${s}`,
    holdsAged: (h, d, r, c, s) =>
      `${h}持有${c}半数以上的${r}；最近一次有关记录${s === "" ? "" : `（${s}）`}已过去 ${d} 天，不再作数`,
    castsSome: (s, n) => `${s}，且超过${n}`,
    onThisDay: "，且在当日确实持有（其日期未能说明）",
    classCarries: "，且该类别占全部表决权的一半以上（没有来源说明）",
    contradicts: "，但记录在案的持有合计超过 100%",
    notOutranked: (r) => `，且未被优先的权利排除（${r}）`,
    conditionMet: "其条件须已成就（没有来源说明）。",
    heldThatDay: "且须在当日有效（其日期未能说明）。",
    amounts: "且须构成控制（没有来源说明）。",
    inClass: (r, n) => `${r}（${n}类）`,
    own: (c, s, r, n) => `${c}持有自己${s}的${r}，这部分无人行使表决权：超过${n}即为多数。`,
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
