import type { ReachWords } from "./words.ts";

const entities = (n: number) => `${n} ${n === 1 ? "entity" : "entities"}`;

function outletsOf(all: readonly (readonly [number, string])[]): string {
  const some = all.flatMap(([n, how]) => (n === 0 ? [] : [`${n} ${how}`]));
  return some.length === 0 ? " None of these is an outlet." : ` Of these, outlets: ${some.join(", ")}.`;
}

export const EN: ReachWords = {
  headline: (p, d, { certain: c, possible: m, jointly: j, stake: n, exposure: x }) =>
    [
      `As of ${d}, ${p} controls ${c === 0 ? (j === 0 ? "nothing for certain" : "nothing alone for certain") : `${entities(c)}: it follows from the record`}.`,
      m > 0 &&
        `Control of ${c === 0 ? entities(m) : `${m} more`} is possible: the record does not rule it out.`,
      n > 0 && `There is a stake that is not control in ${entities(n)}.`,
      x > 0 && `Companies ${p} does not control hold stakes in ${x} more.`,
    ]
      .filter(Boolean)
      .join(" "),
  jointly: (c, list) =>
    c === "certain"
      ? ` Together with others, none of them alone, it controls ${list}.`
      : ` Together with others, none of them alone, it may control ${list}.`,
  withOthers: (e, others) => `${e} (with ${others})`,
  controlsOther: (who, o, n) => ` ${who} ${n === 1 ? "controls" : "each control"} ${o} in turn.`,
  togetherControlOther: (who, o) => ` ${who} together control ${o} in turn.`,
  withOthersTitle: "Controls, or may control, only together with others",
  outlets: ({ certain: c, possible: m, jointly: j, stake: n, exposure: x }) =>
    outletsOf([
      [c, "controlled"],
      [m, "possibly"],
      [j, "with others"],
      [n, "only held"],
      [x, "held by companies not controlled"],
    ]),
  nothing: (p, d) => `As of ${d}, ${p} holds nothing on record.`,
  controlled: "Controls: it follows from the record",
  possibly: "May control: the record does not rule it out",
  held: "Holds a stake in, without control",
  exposed: "Held by companies it does not control",
  exposedCaption:
    "Not stakes of its own: the holders on the way are companies it owns part of but does not certainly control. What it has is the economic share.",
  unnamed: "An unnamed party",
  notes: {
    certain: "controlled",
    possible: "possibly controlled",
    jointly: "with others only",
    stake: "stake only",
    exposure: "only through others",
  },
  entity: "Entity",
  kind: "Kind",
  votes: "Votes",
  noneAlone: "none alone",
  votesHow: "direct votes of the party and of everything it controls",
  stake: "Stake as stated",
  stakeHow: "as stated by the source",
  heldWith: (others) => `held with ${others}`,
  more: (all) => `: ${all.join(", ")}`,
  also: (rights) => `; also: ${rights.join(", ")}`,
  withoutVotes: (way, rights) =>
    (way === "" ? "" : `, through ${way}`) + (rights === "" ? "" : `: ${rights}`),
  economic: "Economic share",
  economicHow:
    "sum over all chains of the products of direct stakes along them, cross-holdings and own shares included",
  through: "Through",
  directly: "directly",
  counts: "How many, under each reading",
  of: "entities",
  ofOne: "entity",
  countHow: "entities counted once each",
  chart: (p) => `How far the arms of ${p} reach: votes`,
  caption: (d) =>
    `As of ${d}. A bar goes to the least the record says, its thin part on to the most it allows; filled where the entity is controlled for certain, outlined where it is not. The line marks half.`,
  half: "half of the votes",
  unknown: "What we do not know",
  gap: {
    "no-record": (n) => `What ${n} holds: no statement names it as a holder for itself on this day.`,
    "cut-below": (n) =>
      `What is further below ${n}: more than 20,000 entities are or were, too many for one answer. Shown is what it holds directly; \`ask control --all --pairs\` lists everything anyone controls.`,
    "cut-held": (n) =>
      `What else ${n} holds, and what is further below: more than 20,000 entities are or were, too many for one answer. \`ask control --all --pairs\` lists everything anyone controls.`,
    "cut-change": (n) =>
      `What changed in the reach of ${n}: more than 20,000 entities are or were below, too many to compare one by one.`,
    "cut-partners": (n) =>
      `Who controls those it controls something with: too many stand there, or above them (${n}).`,
    "unknown-share": (n) => `How much is held: a source names the holding but no figure (${n}).`,
    disputed: (n) => `How much is held: sources disagree, and the range covers all of them (${n}).`,
    "series-left-out": (n) =>
      `How far ${n} reached over time: there are too many statements to work through every day.`,
    "days-left-out": (n) =>
      `Every day on which the reach of ${n} changed: there are too many to look at each.`,
    "economic-cycle": (n) =>
      `The economic share in ${n}: companies own all of each other in a ring, so that nobody outside has any of it.`,
    "old-observation": (n) =>
      `Whether it is still held: the last observation is too old to count as certain (${n}).`,
  },
  method: "Method",
  methodText:
    "Control by majority rule; a stake is any holding of shares or rights on record that is not control. Not legal advice.",
};
