import type { Gap } from "../../ask/answer.ts";
import type { Block, Sentence } from "../../ask/block.ts";
import { listOf } from "../../ask/say/name.ts";
import { changeBlocks, changeUnderOne } from "./change-show.ts";
import { chartOf } from "./chart.ts";
import { citedFor } from "./cited-for.ts";
import { declaredBlocks } from "./declared/show.ts";
import type { ControlFinding } from "./finding.ts";
import { changeSummary } from "./laws/change-summary.ts";
import { isControl, lawHeadline, lawNotes, lawParties, lawWhy, methodTitle } from "./laws/show.ts";
import { lawsMatrix } from "./laws/side-by-side.ts";
import { notHeld, notHeldBlocks } from "./not-held.ts";
import { ribbonOf } from "./ribbon.ts";
import { type ControlView, type Speech, speechFor } from "./speech.ts";
import { controllersTable, holdersTable, rightsTable } from "./tables.ts";
import { hangsOn, hangsOnTables } from "./turns/show.ts";
import { unknownBlock } from "./unknown.ts";
import { whyBlocks } from "./why.ts";
import { workingBlocks } from "./working.ts";

/** An answer of `control` as a page reads: the sentence, the chart, why, what is not known, the tables, the method. */
export function showControl(view: ControlView): readonly Block[] {
  const speech = speechFor(view);
  const [first] = view.findings;
  const kind = first ? notHeld(view.entities[first.subject]?.kind, first) : null;
  if (first && kind !== null) return [...notHeldBlocks(speech, first.subject, kind), notes(speech, first, 0)];
  return view.findings.flatMap((finding, n) => {
    const plain = isControl(finding);
    const main = plain ? headline(speech, finding) : lawHeadline(speech, finding);
    const why = plain ? whyBlocks(speech, finding) : lawWhy(speech, finding);
    const parties = plain ? controllersTable(speech, finding) : lawParties(speech, finding);
    const several = view.findings.length > 1;
    const changed = several ? changeUnderOne(speech, finding) : [];
    if (n > 0) return [main, ...why, ...parties, ...changed, notes(speech, finding, n)];
    return [
      ...(several ? changeSummary(speech) : changeBlocks(speech, finding)),
      main,
      ...lawsMatrix(speech),
      ...chartOf(speech, finding),
      ...why,
      ...hangsOn(speech, finding),
      ...unknownBlock(speech, finding),
      ...changed,
      ...parties,
      ...hangsOnTables(speech, finding),
      ...holdersTable(speech, finding),
      ...workingBlocks(speech, finding),
      ...rightsTable(speech, finding),
      ...declaredBlocks(speech, finding),
      ...ribbonOf(speech, finding),
      notes(speech, finding, n),
    ];
  });
}

function headline({ view, words, day, name }: Speech, finding: ControlFinding): Block {
  const { lang } = view;
  const subject = name(finding.subject);
  const certain = finding.controllers.filter((c) => c.certainty === "certain");
  const possible = finding.controllers.filter((c) => c.certainty === "possible");
  const list = (parties: readonly { party: string }[]) =>
    listOf(
      parties.map((c) => name(c.party)),
      lang,
    );
  const alone = certain.filter((c) => c.joint.length === 0);
  const together = new Map(
    certain
      .filter((c) => c.joint.length > 0)
      .map((c) => {
        const parties = [c.party, ...c.joint].sort();
        return [parties.join(" "), parties.map((party) => ({ party }))];
      }),
  );
  const controlled = [
    ...(alone.length > 0 ? [words.controls(list(alone), subject, day, alone.length)] : []),
    ...[...together.values()].map((parties) => words.controlJointly(list(parties), subject, day)),
  ].join(lang === "zh" ? "" : " ");
  const main =
    certain.length > 0
      ? controlled
      : finding.verdict === "no controller on record"
        ? words.nobody(subject, day)
        : words.notKnown(subject, day);
  const above = view.gaps
    .filter((g) => g.code === "above-unknown")
    .map((g) => words.aboveNotKnown(name(g.about[0] ?? "")));
  const behind = finding.verdict === "no controller on record" ? namedBehind(view) : [];
  const parties = behind.length > MOST_NAMED ? [] : behind.map((g) => name(g.about[0] ?? ""));
  const unless = behind.length > 0 ? words.unlessUnnamed(listOf(parties, lang)) : "";
  const maybe = possible.length > 0 ? words.possible(list(possible)) : "";
  const nobody = finding.declared.some((d) => d.claim === "nobody" && d.company === finding.subject)
    ? words.declaresNobody(subject)
    : "";
  return {
    kind: "headline",
    text: [main, ...above, maybe, unless, nobody].filter((s) => s !== ""),
    because: [...new Set([...citedFor(finding), ...behind.flatMap((g) => g.because)])].sort(),
  };
}

const MOST_NAMED = 3;

/** Parties on record who would control it if they were among those that are not named, too. */
const namedBehind = ({ gaps }: Speech["view"]): readonly Gap[] =>
  gaps.filter((gap) => gap.code === "named-behind");

/** How it was worked out; what is so under every law is said with the first. */
function notes(speech: Speech, finding: ControlFinding, n: number): Block {
  const { words, name } = speech;
  const assumed = finding.holdings.some((h) => h.right === "shareholding");
  const conflicts = finding.conflicts.map(
    (c): Sentence => [{ text: words.gap.conflict?.(name(c.company), "", "", "") ?? "", because: c.because }],
  );
  const underAll: Sentence[] = [
    ...(assumed ? [[words.assumption]] : []),
    ...(finding.carriedDays === null ? [] : [[words.carried(finding.carriedDays)]]),
    ...(finding.origins > 0 ? [[words.origins(finding.origins)]] : []),
    ...conflicts,
  ];
  return {
    kind: "prose",
    role: "note",
    title: n === 0 ? words.notes : methodTitle(speech, finding, words.notes),
    list: false,
    sentences: [
      ...(isControl(finding) ? [[words.advice]] : lawNotes(speech, finding)),
      ...(n === 0 ? underAll : []),
    ],
  };
}
