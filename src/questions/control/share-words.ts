import type { Lang } from "../../ask/answer.ts";
import { RIGHTS, type RightCode } from "../../model/rights.ts";
import { type Percent, parseShare, WHOLE } from "../../model/share.ts";
import type { ControlFinding } from "./finding.ts";

/** What is said of a holding whose lower end does not carry a proof by itself, and of what a majority is. */
interface ShareWords {
  readonly half: string;
  /** Half of the votes that are cast: own shares are not. */
  readonly halfCast: string;
  readonly holdsUnknown: (holder: string, needs: string, right: string, held: string) => string;
  /** A floor is on record, and nothing above it. */
  readonly holdsFloor: (holder: string, needs: string, right: string, held: string, says: string) => string;
  /** A range is on record that reaches beyond what is needed. */
  readonly holdsSome: (holder: string, needs: string, right: string, held: string, says: string) => string;
  /** What is on record is too old to count; `says` empty where no figure is. */
  readonly holdsAged: (
    holder: string,
    needs: string,
    right: string,
    held: string,
    days: number,
    says: string,
  ) => string;
  readonly togetherMore: (parts: string, needs: string, held: string) => string;
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
  /** An agreement about who casts the votes may not hold on this day. */
  readonly byAgreement: string;
  readonly amountsDisputed: string;
  readonly own: (held: string, share: string, right: string, majority: string) => string;
  readonly ownUnknown: (held: string, right: string, majority: string) => string;
  readonly majorityIs: (figure: string) => string;
  /** Where own shares are a range: by their lower end, which may be open. */
  readonly majorityAnyway: (figure: string, open: boolean) => string;
  readonly majorityLess: string;
}

const WORDS: Readonly<Record<Lang, ShareWords>> = {
  en: {
    half: "half",
    halfCast: "half of what is cast",
    holdsUnknown: (h, n, r, c) =>
      `${h} holds more than ${n} of the ${r} of ${c}; how much it holds is not on record`,
    holdsFloor: (h, n, r, c, s) =>
      `${h} holds more than ${n} of the ${r} of ${c}; on record is ${s}, and no upper figure`,
    holdsSome: (h, n, r, c, s) => `${h} holds more than ${n} of the ${r} of ${c}; the record says ${s}`,
    holdsAged: (h, n, r, c, d, s) =>
      `${h} holds more than ${n} of the ${r} of ${c}; what is on record${s === "" ? "" : ` (${s})`} is ${d} days old and no longer counts`,
    togetherMore: (p, n, c) => `${p}: together more than ${n} of the votes in ${c}`,
    castsSome: (s, n) => `${s}, and that is more than ${n}`,
    onThisDay: ", and did so on this day, which its dates leave open",
    classCarries: ", and this class has more than half of all votes, which no source says",
    contradicts: ", though the holdings on record add up to more than 100 %",
    notOutranked: (r) => `, and is not outranked (${r})`,
    conditionMet: " Its condition would have to be met, which no source says.",
    heldThatDay: " It would have to hold on this day, which its dates leave open.",
    amounts: " It would have to amount to control, which no source says.",
    byAgreement:
      ", and the agreement on who casts them is as the conclusion needs on this day, which its dates leave open",
    amountsDisputed: " It would have to amount to control, on which sources disagree.",
    own: (c, s, r, m) => `${c} holds ${s} of its own ${r}, which nobody votes: ${m}.`,
    ownUnknown: (c, r, m) =>
      `${c} holds some of its own ${r}, which nobody votes; how many is not on record: ${m}.`,
    majorityIs: (n) => `a majority is more than ${n}`,
    majorityAnyway: (n, open) => `${open ? `${n} or more` : `more than ${n}`} is a majority in any case`,
    majorityLess: "the more it holds, the less is a majority",
  },
  zh: {
    half: "半数",
    halfCast: "实际行使表决权的半数",
    holdsUnknown: (h, n, r, c) => `${h}持有${c}的${r}超过${n}；其实际持有多少没有记录`,
    holdsFloor: (h, n, r, c, s) => `${h}持有${c}的${r}超过${n}；记录只说${s}，没有上限`,
    holdsSome: (h, n, r, c, s) => `${h}持有${c}的${r}超过${n}；记录为${s}`,
    holdsAged: (h, n, r, c, d, s) =>
      `${h}持有${c}的${r}超过${n}；最近一次有关记录${s === "" ? "" : `（${s}）`}已过去 ${d} 天，不再作数`,
    togetherMore: (p, n, c) => `${p}：合计须超过${c}表决权的${n}`,
    castsSome: (s, n) => `${s}，且超过${n}`,
    onThisDay: "，且在当日确实持有（其日期未能说明）",
    classCarries: "，且该类别占全部表决权的一半以上（没有来源说明）",
    contradicts: "，但记录在案的持有合计超过 100%",
    notOutranked: (r) => `，且未被优先的权利排除（${r}）`,
    conditionMet: "其条件须已成就（没有来源说明）。",
    heldThatDay: "且须在当日有效（其日期未能说明）。",
    amounts: "且须构成控制（没有来源说明）。",
    byAgreement: "，且关于由谁行使的协议在当日如结论所需（其日期未能说明）",
    amountsDisputed: "且须构成控制（对此各来源说法不一）。",
    own: (c, s, r, m) => `${c}持有自己${s}的${r}，这部分无人行使表决权：${m}。`,
    ownUnknown: (c, r, m) => `${c}持有自己的部分${r}，这部分无人行使表决权；数量没有记录：${m}。`,
    majorityIs: (n) => `超过${n}即为多数`,
    majorityAnyway: (n, open) => `无论如何，${open ? `达到${n}` : `超过${n}`}即为多数`,
    majorityLess: "其持有越多，构成多数所需越少",
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
  step: {
    readonly holder: string;
    readonly together: readonly string[];
    readonly castFor: string | null;
    readonly held: string;
    readonly right: string;
    readonly because: readonly string[];
  },
): Holding | undefined => {
  const holders = [step.castFor ?? step.holder, ...step.together];
  return finding.holdings.find(
    (h) =>
      h.held === step.held &&
      h.right === step.right &&
      holders.includes(h.party ?? "") &&
      h.because.some((id) => step.because.includes(id)),
  );
};

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
