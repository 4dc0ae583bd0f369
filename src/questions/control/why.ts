import type { Block, Sentence } from "../../ask/block.ts";
import { listOf } from "../../ask/say/name.ts";
import { sumOf } from "../../model/share.ts";
import { type Bar, barOf, barText, isMajority, ownSentence, ownShares } from "./bar.ts";
import type { ControlFinding } from "./finding.ts";
import { rightProvided, votesProvided } from "./provided.ts";
import { holdingOf, isFloor, shareWords } from "./share-words.ts";
import { called, holderOf, isUnknown, isVoting, kindOf, type Speech, severalAs, shareIn } from "./speech.ts";

type Steps = ControlFinding["controllers"][number]["proof"];
type Step = Steps[number];

/** The proof, read aloud: one paragraph a controller, and one for several who control together. */
export function whyBlocks(speech: Speech, finding: ControlFinding): Block[] {
  const { words, name } = speech;
  const proven = finding.controllers.filter((c) => c.proof.length > 0);
  const told = (c: (typeof proven)[number]) => [c.certainty, c.party, ...c.joint].sort().join(" ");
  return proven
    .filter((c, i) => c.joint.length === 0 || proven.findIndex((other) => told(other) === told(c)) === i)
    .map((c) => {
      const so = words.soControls(severalAs(speech, c.party, c.joint), name(finding.subject));
      const concluded: Sentence = [{ text: so, because: c.proof.flatMap((s) => s.because) }];
      return {
        kind: "prose" as const,
        role: "why" as const,
        title: c.certainty === "certain" ? words.why : words.whyPossible(name(c.party)),
        list: true,
        sentences: [...proofSentences(speech, finding, c), ...(c.certainty === "certain" ? [concluded] : [])],
      };
    });
}

function proofSentences(
  speech: Speech,
  finding: ControlFinding,
  { certainty, proof, rivals }: ControlFinding["controllers"][number],
): Sentence[] {
  const sentences: Sentence[] = [];
  for (const held of new Set(proof.map((s) => s.held))) {
    const steps = proof.filter((s) => s.held === held);
    const votes = steps.filter(isVoting);
    for (const s of steps.filter((one) => !votes.includes(one))) {
      const text = speech.words.hasRight(s.right, holderOf(speech, s), called(speech, s), speech.name(held));
      const provided = certainty === "certain" ? "" : rightProvided(speech, finding, s);
      sentences.push([{ text: text + provided, because: s.because }]);
    }
    if (votes.length > 0) sentences.push(...byVotes(speech, finding, votes, certainty, rivals));
  }
  return sentences;
}

/** How a company falls by votes: whose block, or which blocks together, of each class; and what of it nobody votes. */
function byVotes(
  speech: Speech,
  finding: ControlFinding,
  votes: Steps,
  certainty: "certain" | "possible",
  rivals: readonly number[],
): Sentence[] {
  const { name, view, words, percent } = speech;
  const more = shareWords(view.lang);
  const classes = [...new Set(votes.map((s) => s.class))].map((each) =>
    votes.filter((s) => s.class === each),
  );
  return classes.flatMap((blocks): Sentence[] => {
    const [first, ...others] = blocks as [Step, ...Step[]];
    const own = ownShares(finding, blocks);
    const bar = barOf(own, first.class);
    const because = [...new Set(blocks.flatMap((s) => s.because))];
    const sum = sumOf(blocks.map((s) => s.range));
    const enough = isMajority(sum, bar);
    const clauses = blocks.map((s) => stated(speech, s));
    const parts = view.lang === "zh" ? clauses.join("，") : listOf(clauses, view.lang);
    const text =
      others.length === 0
        ? blockText(speech, finding, first, bar)
        : enough
          ? words.together(parts, percent(sum), barText(speech, bar), name(first.held))
          : more.togetherMore(parts, barText(speech, bar), name(first.held));
    const provided = certainty === "certain" ? "" : votesProvided(speech, finding, blocks, rivals);
    return [
      [{ text: text + provided + (view.lang === "zh" ? "。" : "."), because }],
      ...own.map((h) => ownSentence(speech, h, bar, certainty === "certain")),
    ];
  });
}

/** A block as it is stated: "P holds 60 % of the shares of X", or votes what another holds. */
function stated(speech: Speech, s: Step): string {
  const { words, name } = speech;
  const [holder, share, kind, held] = [
    holderOf(speech, s),
    shareIn(speech, s.range),
    kindOf(speech, s),
    name(s.held),
  ];
  return s.castFor === null
    ? words.holds(holder, share, kind, held)
    : words.casts(holder, share, kind, held, name(s.castFor));
}

/** One block that wins by itself; what would have to be true of it where the record does not say as much. */
function blockText(speech: Speech, finding: ControlFinding, s: Step, bar: Bar): string {
  const { name, percent, view } = speech;
  const more = shareWords(view.lang);
  const [holder, kind, held] = [holderOf(speech, s), kindOf(speech, s), name(s.held)];
  const holding = holdingOf(finding, s);
  const [says, needs] = [percent(s.range), barText(speech, bar)];
  if (isMajority(s.range, bar)) return stated(speech, s);
  if (s.castFor !== null || typeof s.range === "string") return more.castsSome(stated(speech, s), needs);
  const unknown = isUnknown(s.range);
  if (holding?.aged && holding.carriedDays !== null)
    return more.holdsAged(holder, needs, kind, held, holding.carriedDays, unknown ? "" : says);
  if (isFloor(s.range)) return more.holdsFloor(holder, needs, kind, held, says);
  return unknown
    ? more.holdsUnknown(holder, needs, kind, held)
    : more.holdsSome(holder, needs, kind, held, says);
}
