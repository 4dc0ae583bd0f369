import { DECLARED_GAPS } from "./declared/words.ts";
import { LAW_GAPS } from "./laws/words.ts";
import type { ControlWords } from "./words.ts";

const UNSAID = ", how much no source says";

export const EN: ControlWords = {
  controls: (c, s, d, n) =>
    `As of ${d}, ${c} ${n === 1 ? "controls" : "each control"} ${s}: it follows from the record.`,
  controlJointly: (c, s, d) =>
    `As of ${d}, ${c} control ${s} together, none of them alone: it follows from the record.`,
  notKnown: (s, d) => `Who controls ${s} as of ${d} is not known from the record.`,
  nobody: (s, d) => `As of ${d}, no one on record controls ${s}, and no unnamed holder alone could.`,
  unlessUnnamed: (p) =>
    ` ${p || "Any of several on record"} would, if also among the holders that are not named: see what we do not know.`,
  notHeld: {
    person: (s) => `${s} is a person, and nobody has votes in a person: there is no controller to look for.`,
    state: (s) => `${s} is a state, and nobody has votes in a state: there is no controller to look for.`,
  },
  askReach: (s) => ["Ask instead: “", `What does ${s} control and hold?`, "” (the question reach)."],
  aboveNotKnown: (c) => ` Who controls ${c} in turn is not known from the record.`,
  possible: (p) => ` Possible, as the record does not rule it out: ${p}.`,
  declaresNobody: (s) => ` ${s} itself is on record as declaring that no one controls it.`,
  chart: (s) => `Who holds what above ${s}`,
  chartCaption: (d) => `As of ${d}. Percentages are direct holdings as stated.`,
  inBrackets: (text, more) => `${text} (${more})`,
  others: (n) => `${n} others`,
  inAgreement: (right, others) => `${right} with ${others}`,
  rightOf: (h, r) => `${h}: ${r}`,
  jointHolding: "jointly",
  votesFor: (s, o) => `votes the ${s} of ${o}`,
  ownShares: (c, s, r) => `${c} also holds ${s} of its own ${r}, which nobody votes.`,
  notFollowed: (names, n, s) =>
    `Who holds ${names ?? `${n} of the holders`} is on record and not drawn: on these figures nobody there may control ${s}.`,
  partlyDrawn: (names, n) =>
    `Of those who hold ${names ?? `${n} of the holders`}, only whoever the answer rests on is drawn.`,
  controllers: "Who controls it",
  controller: "Controller",
  howSure: "How sure",
  certain: "follows from the record",
  possibly: "possible: the record does not rule it out",
  jointly: (o) => `together with ${o}`,
  votes: "Votes",
  votesHow: "direct votes in the company of the controller and of everything it controls",
  economic: "Economic share",
  economicHow:
    "sum over all chains of the products of direct stakes along them, cross-holdings and own shares included",
  holders: (s) => `Holders of ${s} on record`,
  holder: "Holder",
  right: "Right",
  share: "Share",
  shareHow: "as stated by the source",
  unnamed: "not named by the source",
  somebody: "somebody the source does not name",
  restOfVotes: "Votes no named holder is known to have",
  restHow: "100 % less the holdings of named holders",
  why: "Why",
  whyPossible: (p) => `What would have to be true for ${p}`,
  holds: (h, s, r, c) =>
    `${h} holds ${s === null ? r : `${s} of the ${r}`} of ${c}${s === null ? UNSAID : ""}`,
  casts: (h, s, r, c, o) =>
    `${h} votes the ${s === null ? r : `${s} of the ${r}`} of ${c} that ${o} holds${s === null ? UNSAID : ""}`,
  together: (p, s, n, c) => `${p}: together ${s}, more than ${n} of the votes in ${c}`,
  hasRight: (code, h, r, c) => {
    if (code === "generalPartner") return `${h} is the general partner of ${c}.`;
    if (code === "rightsGrantedByContract") return `${h} controls ${c} by contract.`;
    if (code === "statedControl") return `${h} controls ${c}; the source does not say by what means.`;
    if (code === "nominator") return `${h} instructs those who act for ${c}.`;
    return `${h} has a right over ${c}: ${r}.`;
  },
  asOne: (first, others) => `${first} together with ${others}`,
  soControls: (p, s) => `So ${p} controls ${s}.`,
  rights: "Rights other than plain votes, one by one",
  rightsCaption: "The last column says what the answer would be without the right, or if it counted in full.",
  over: "Over",
  counts: "How it counts",
  turns: "Does the verdict turn on it?",
  countsAs: { certain: "in full", possible: "at the upper end only", none: "not as control" },
  conditional: "conditional",
  ifWithout: (p, b) => `Without it, control by ${p} would be ${b}.`,
  ifInFull: (p, b) => `In full, control by ${p} would be ${b}.`,
  notTurning: "No: the answer is the same with or without it.",
  becomes: { certain: "certain", possible: "possible", none: "ruled out" },
  withMembers: (m) => `with ${m}`,
  countsFor: (p) => ` (for ${p})`,
  binds: (v) => `binds ${v} of the votes`,
  ledBy: (l) => `${l} decides`,
  turnsOn: (p, r, c) => `Whether ${p} controls it turns on these rights over ${c}: ${r}.`,
  reasons: {
    "": "declared",
    noBeneficialOwners: "declares that no one controls it",
    subjectUnableToConfirmOrIdentifyBeneficialOwner: "cannot confirm or identify who controls it",
    interestedPartyHasNotProvidedInformation: "the party has not given the information",
    subjectExemptFromDisclosure: "the company need not disclose",
    interestedPartyExemptFromDisclosure: "the party need not disclose",
    unknown: "not known to the source",
    informationUnknownToPublisher: "not known to the publisher",
  },
  history: (s) => `Who ultimately controlled ${s}, and when`,
  historyCaption:
    "Solid: follows from the record. Dashed: possible. Nothing: ruled out, or nothing is known.",
  changes: "the answer changes",
  unknown: "What we do not know",
  gap: {
    ...LAW_GAPS.en,
    ...DECLARED_GAPS.en,
    "no-record": (n) => `No holder of ${n} is on record on this day.`,
    "unnamed-holders": (n, m) =>
      `Who has the rest of the votes in ${n}${m === "" ? "" : ` (${m})`}: no source names these holders.`,
    "unnamed-if-any": (_n, m, c, h) =>
      `Who has the rest of the votes in ${c} (${m}), if there is any: no source says whether the block of ${h} is apart from the other holdings stated.`,
    "unnamed-or-same": (_n, m, c, h) =>
      `Who has the rest of the votes in ${c} (${m}): no source names these holders, nor says whether the block of ${h} is apart from the other holdings stated.`,
    "unnamed-above": (n) =>
      `Who holds ${n} (all, or the rest): no source says, and a single party that held all of this would control what is asked about.`,
    "named-behind": (_n, m, c) =>
      `Whether ${c} is also among those not named who hold ${m} (all, or the rest): no source says, and with all of this ${c} would control what is asked about.`,
    "unknown-share": (_n, _m, c, h) =>
      `How much ${h} holds of ${c}: the source names the holding but no figure.`,
    "old-observation": (_n, _m, c, h) =>
      `Whether ${h} still holds its stake in ${c}: the last observation is too old to count as certain.`,
    "dates-open": (_n, _m, c, h) =>
      `Whether ${h} held its stake in ${c} on this day: its dates leave it open.`,
    "right-dates-open": (_n, m, c, h) =>
      m === ""
        ? `Whether the right or agreement of ${h} over ${c} held on this day: its dates leave it open.`
        : `Whether this right or agreement of ${h} over ${c} held on this day: ${m}. Its dates leave it open.`,
    "condition-open": (_n, m, c, h) =>
      m === ""
        ? `Whether the condition is met on which the right of ${h} over ${c} depends: no source says.`
        : `Whether the condition is met on which this right of ${h} over ${c} depends: ${m}. No source says.`,
    "share-classes": (n, m) =>
      `How the votes in ${n} divide between its classes of shares (${m}): no source says, so who certainly controls it has to have a majority of each.`,
    "above-unknown": (n) => `Who controls ${n}: no one certainly does on this record.`,
    "unnamed-controller": (n) => `The name of a controller of ${n}: the source does not give it.`,
    conflict: (n) =>
      `Who holds what in ${n}: the holdings on record add up to more than 100 %. Nothing was averaged.`,
    "economic-cycle": (n) =>
      `The economic share between ${n}: companies own all of each other in a ring, so that nobody outside has any of it.`,
    "history-left-out": () => "Who controlled it over time: too many changes to draw.",
  },
  disputed: (h, r, c) => [
    `What ${h} has of the ${r} of ${c}: sources say `,
    ". Nothing was averaged; the range covers all of it.",
  ],
  disputedRight: (h, r, c) => [
    `What the right of ${h} over ${c} amounts to (${r}): sources say `,
    ". Nothing was averaged; the range covers all of it.",
  ],
  or: ["; ", " or "],
  notes: "Method",
  assumption: "Where no votes are stated, one share is taken as one vote.",
  carried: (d) => `The oldest observation behind this answer was carried for ${d} days.`,
  origins: (n) => `The sources come from at most ${n} independent ${n === 1 ? "origin" : "origins"}.`,
  advice:
    "By majority rule: whoever has more than half of the votes, counted with those of everything it controls, or a right that is control. Not legal advice.",
  jointlyNote: "Control by several together: none of them has it alone.",
};
