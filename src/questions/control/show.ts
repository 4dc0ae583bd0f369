import type { Block, Sentence } from "../../ask/block.ts";
import { listOf } from "../../ask/say/name.ts";
import { sumOf } from "../../model/share.ts";
import { changeBlocks } from "./change-show.ts";
import { chartOf, ribbonOf } from "./chart.ts";
import { citedFor } from "./cited-for.ts";
import { declaredBlocks } from "./declared/show.ts";
import type { ControlFinding } from "./finding.ts";
import { isControl, lawHeadline, lawNotes, lawParties, lawsTable, lawWhy } from "./laws/show.ts";
import { holdingOf, isFloor, shareWords } from "./share-words.ts";
import { type ControlView, called, holderOf, isUnknown, type Speech, speechFor } from "./speech.ts";
import { controllersTable, holdersTable, rightsTable } from "./tables.ts";
import { hangsOn, hangsOnTables } from "./turns/show.ts";
import { workingBlocks } from "./working.ts";

/** An answer of `control` as a page reads: the sentence, the chart, why, what is not known, the tables, the method. */
export function showControl(view: ControlView): readonly Block[] {
  const speech = speechFor(view);
  return view.findings.flatMap((finding, n) => {
    const plain = isControl(finding);
    const main = plain ? headline(speech, finding) : lawHeadline(speech, finding);
    const why = plain ? whyBlocks(speech, finding) : lawWhy(speech, finding);
    const parties = plain ? controllersTable(speech, finding) : lawParties(speech, finding);
    if (n > 0) return [main, ...why, ...parties, notes(speech, finding)];
    return [
      ...changeBlocks(speech, finding),
      main,
      ...lawsTable(speech),
      ...chartOf(speech, finding),
      ...why,
      ...hangsOn(speech, finding),
      ...unknownBlock(speech),
      ...parties,
      ...hangsOnTables(speech, finding),
      ...holdersTable(speech, finding),
      ...workingBlocks(speech, finding),
      ...rightsTable(speech, finding),
      ...declaredBlocks(speech, finding),
      ...ribbonOf(speech, finding),
      notes(speech, finding),
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
  const maybe = possible.length > 0 ? words.possible(list(possible)) : "";
  const nobody = finding.declared.some((d) => d.claim === "nobody" && d.company === finding.subject)
    ? words.declaresNobody(subject)
    : "";
  return {
    kind: "headline",
    text: [main, ...above, maybe, nobody].filter((s) => s !== ""),
    because: citedFor(finding),
  };
}

/** The proof, read aloud: one paragraph a controller, and one for several who control together. */
function whyBlocks(speech: Speech, finding: ControlFinding): Block[] {
  const { words, name } = speech;
  const proven = finding.controllers.filter((c) => c.proof.length > 0);
  const told = (c: (typeof proven)[number]) => [c.certainty, c.party, ...c.joint].sort().join(" ");
  return proven
    .filter((c, i) => c.joint.length === 0 || proven.findIndex((other) => told(other) === told(c)) === i)
    .map((c) => ({
      kind: "prose" as const,
      role: "why" as const,
      title: c.certainty === "certain" ? words.why : words.whyPossible(name(c.party)),
      list: true,
      sentences: [
        ...proofSentences(speech, finding, c.proof),
        ...(c.certainty === "certain"
          ? [
              [
                {
                  text: words.soControls(
                    holderOf(speech, {
                      holder: c.party,
                      together: c.joint.length === 0 ? [] : [c.party, ...c.joint].sort(),
                    }),
                    name(finding.subject),
                  ),
                  because: c.proof.flatMap((s) => s.because),
                },
              ],
            ]
          : []),
      ],
    }));
}

type Steps = ControlFinding["controllers"][number]["proof"];

function proofSentences(speech: Speech, finding: ControlFinding, proof: Steps): Sentence[] {
  const { words, name, right, percent, view } = speech;
  const sentences: Sentence[] = [];
  for (const held of new Set(proof.map((s) => s.held))) {
    const steps = proof.filter((s) => s.held === held);
    const because = [...new Set(steps.flatMap((s) => s.because))];
    const votes = steps.filter((s) => s.right === "shareholding" || s.right === "votingRights");
    const rights = steps.filter((s) => !votes.includes(s));
    for (const s of rights)
      sentences.push([
        {
          text: words.hasRight(s.right, holderOf(speech, s), called(speech, s), name(held)),
          because: s.because,
        },
      ]);
    const parts = votes.map((s) =>
      s.castFor === null && votes.length === 1 && (isUnknown(s.range) || isFloor(s.range))
        ? openEnded(speech, finding, s)
        : s.castFor === null
          ? words.holds(holderOf(speech, s), percent(s.range), right(s.right), name(held))
          : words.casts(holderOf(speech, s), percent(s.range), right(s.right), name(held), name(s.castFor)),
    );
    const sum = percent(sumOf(votes.map((s) => s.range)));
    if (parts.length === 1)
      sentences.push([{ text: `${parts[0]}${view.lang === "zh" ? "。" : "."}`, because }]);
    if (parts.length > 1)
      sentences.push([
        {
          text: words.together(listOf(parts, view.lang), sum, name(held)) + (view.lang === "zh" ? "。" : "."),
          because,
        },
      ]);
  }
  return sentences;
}

/** One holder's block that is enough only if it is larger than what is on record. */
function openEnded(speech: Speech, finding: ControlFinding, s: Steps[number]) {
  const { words, name, right, percent, view } = speech;
  const more = shareWords(view.lang);
  const [holder, kind, held] = [holderOf(speech, s), right(s.right), name(s.held)];
  if (isFloor(s.range)) return more.holdsFloor(holder, percent(s.range), kind, held);
  const days = holdingOf(finding, s)?.carriedDays ?? null;
  return days === null ? words.holdsUnknown(holder, kind, held) : more.holdsAged(holder, days, kind, held);
}

function unknownBlock({ view, words, name, percent }: Speech): Block[] {
  if (view.gaps.length === 0) return [];
  const rest = view.findings[0]?.unnamedVotes;
  const sentences = view.gaps.map((gap): Sentence => {
    const names = gap.about.map((id) => name(id));
    const more = gap.code === "unnamed-holders" && rest ? percent(rest) : "";
    const text =
      words.gap[gap.code]?.(listOf(names, view.lang), more, names[0] ?? "", names[1] ?? words.unnamed) ??
      `${gap.what}: ${gap.why}`;
    return [gap.because.length > 0 ? { text, because: gap.because } : text];
  });
  return [{ kind: "prose", role: "unknown", title: words.unknown, list: false, sentences }];
}

function notes(speech: Speech, finding: ControlFinding): Block {
  const { words, name } = speech;
  const assumed = finding.holdings.some((h) => h.right === "shareholding");
  const conflicts = finding.conflicts.map(
    (c): Sentence => [{ text: words.gap.conflict?.(name(c.company), "", "", "") ?? "", because: c.because }],
  );
  return {
    kind: "prose",
    role: "note",
    title: words.notes,
    list: false,
    sentences: [
      ...(isControl(finding) ? [[words.advice]] : lawNotes(speech, finding)),
      ...(assumed ? [[words.assumption]] : []),
      ...(finding.carriedDays === null ? [] : [[words.carried(finding.carriedDays)]]),
      ...(finding.origins > 0 ? [[words.origins(finding.origins)]] : []),
      ...conflicts,
    ],
  };
}
