import type { Gap } from "../../../ask/answer.ts";
import type { Law } from "../../../laws/law.ts";
import { type Day, formatDay } from "../../../model/date.ts";
import type { Percent } from "../../../model/share.ts";
import type { Step } from "../../../networks/proof.ts";
import type { ControlFinding } from "../finding.ts";
import { type Judged, type Judgement, jointOf } from "./judge.ts";
import type { Ground, Missing } from "./outcome.ts";
import type { Proven } from "./smallest.ts";

type Controller = ControlFinding["controllers"][number];

/** How local numbers and statement ordinals become what stands in an answer. */
export interface LawWriter {
  readonly id: (local: number) => string;
  readonly said: (statements: readonly number[]) => string[];
  readonly step: (step: Step) => Controller["proof"][number];
  readonly votes: (party: number) => Percent | null;
  /** The least by which a rule is met. */
  readonly proven: (ground: Ground, party: number) => Proven;
  readonly economic: (parties: readonly number[]) => ReadonlyMap<number, Percent | null>;
}

/** Whether a day lies outside the days a law applies. */
export function isHypothetical(law: Pick<Law, "from" | "to">, day: Day): boolean {
  const on = formatDay(day);
  return (law.from !== "" && on < law.from) || (law.to !== "" && on > law.to);
}

/** The rule control itself is worked out by is answered with everything known about control. */
export const isPlain = (law: Law): boolean => law.control;

/** The same facts under another law: who comes under it, by which of its rules, and who stands behind. */
export function findingUnder(
  law: Law,
  judgement: Judgement,
  facts: ControlFinding,
  write: LawWriter,
): ControlFinding {
  const economic = write.economic(judgement.parties.map((p) => p.party));
  const controllers = judgement.parties.map((judged) => controllerOf(law, judged, economic, write));
  const sure = judgement.parties.filter((p) => p.certainty === "certain");
  const shown = (sure.length > 0 ? sure : judgement.parties).flatMap((p) => basesOf(law, p));
  const grounds = judgement.parties.flatMap((p) => p.grounds.flatMap((g) => g.steps));
  return {
    ...facts,
    law: law.id,
    basis: shown.length > 0 ? [...new Set(shown)].join("; ") : law.basis,
    verdict: judgement.verdict,
    controllers,
    behind: judgement.behind.map((b) => ({
      party: write.id(b.party),
      through: b.through.map(write.id).sort(),
      certainty: b.certainty,
    })),
    chain: [],
    rights: [],
    working: null,
    turns: null,
    because: [...new Set([...facts.because, ...write.said(grounds.flatMap((s) => s.statements))])].sort(),
  };
}

function controllerOf(
  law: Law,
  judged: Judged,
  economic: ReadonlyMap<number, Percent | null>,
  write: LawWriter,
): Controller {
  const { party, certainty, grounds } = judged;
  const proven = grounds.filter((g) => g.certainty === certainty).map((g) => write.proven(g, party));
  const steps = proven.flatMap((p) => p.steps);
  const once = new Map(steps.map((s) => [`${s.holder} ${s.held} ${s.row}`, s]));
  return {
    party: write.id(party),
    certainty,
    joint: jointOf(judged).map(write.id).sort(),
    votes: party === 0 ? null : write.votes(party),
    economic: economic.get(party) ?? null,
    basis: basesOf(law, judged).join("; "),
    grounds: grounds.map((g) => ({
      rule: g.rule.id,
      certainty: g.certainty,
      share: g.share,
      band: g.band,
      joint: g.joint.map(write.id).sort(),
      because: write.said(g.steps.flatMap((s) => s.statements)),
    })),
    proof: [...once.values()].map(write.step),
    rivals: [],
    smallest: proven.length > 0 && proven.every((p) => p.smallest),
  };
}

/** What a party is by its surest rules, with the article. */
const basesOf = (law: Law, { certainty, grounds, party, stop }: Judged): string[] => {
  const called = (stop && law.stops ? law.stops.party : law.party).en;
  return grounds
    .filter((g) => g.certainty === certainty)
    .map((g) => `${called}, ${party === 0 ? "itself on the list" : g.rule.basis.en}`);
};

const MISSING: Readonly<Record<Missing["code"], (law: Law) => Pick<Gap, "what" | "why">>> = {
  "no-list": (law) => ({
    what: "who is on the list",
    why: `${law.id} asks for the list of persons it is about, with its date`,
  }),
  "law-ring": () => ({
    what: "a share multiplied along chains",
    why: "companies own all of each other in a ring",
  }),
  "law-kind": (law) => ({ what: "what a holder is", why: `${law.id} is about ${law.kinds.join(", ")} only` }),
};

/** What cannot be worked out under a law. */
export function gapsUnder(law: Law, judgement: Judgement, write: Pick<LawWriter, "id">): Gap[] {
  const gaps: Gap[] = judgement.missing.map(({ code, about }) => ({
    code,
    ...MISSING[code](law),
    about: about.map(write.id),
    because: [],
  }));
  const elsewhere = judgement.missing.some(({ code }) => code !== "law-kind");
  if (judgement.open && !elsewhere && judgement.verdict === "not known") {
    gaps.push({
      code: "law-unnamed",
      what: `whether somebody not on record comes under ${law.id}`,
      why: "what no holder is named for, there or above, may be enough",
      about: [write.id(0)],
      because: [],
    });
  }
  return gaps;
}
