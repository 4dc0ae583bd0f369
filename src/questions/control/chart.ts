import type { Block, LineStyle, NetworkEdge, NetworkNode } from "../../ask/block.ts";
import { listOf } from "../../ask/say/name.ts";
import { RIGHTS, type RightCode } from "../../model/rights.ts";
import type { ControlFinding } from "./finding.ts";
import { rightOf } from "./share-words.ts";
import { called, isUnknown, isVoting, kindOf, type Speech, withMembers } from "./speech.ts";
import { figureOf } from "./tables.ts";

type Holding = ControlFinding["holdings"][number];

const SHAPES: Readonly<Record<string, NetworkNode["shape"]>> = {
  person: "person",
  outlet: "outlet",
  state: "state",
  "state-body": "state",
  arrangement: "arrangement",
};

/** Everything stated of the subject and of those who may control it, holders above, the proof's lines emphasised. */
export function chartOf(speech: Speech, finding: ControlFinding): Block[] {
  const { view, words, name, day } = speech;
  const drawn = finding.holdings.filter(
    (h) => h.party !== null && h.party !== h.held && effectOf(h) !== "none",
  );
  const held = drawn.map((h) => edgeOf(speech, finding, h));
  const edges = [...held, ...provenEdges(speech, finding, held), ...declaredEdges(speech, finding)];
  if (edges.length === 0) return [];
  const ids = [...new Set([finding.subject, ...edges.flatMap((e) => [e.from, e.to])])];
  const controllers = new Set(
    finding.controllers.filter((c) => c.certainty === "certain").map((c) => c.party),
  );
  const nodes = ids.map((id): NetworkNode => {
    const role =
      id === finding.subject
        ? { role: "subject" as const }
        : controllers.has(id)
          ? { role: "controller" as const }
          : {};
    return {
      id,
      label: name(id),
      shape: SHAPES[view.entities[id]?.kind ?? ""] ?? "company",
      entity: id,
      ...role,
    };
  });
  const sentences = edges.map((e) => `${name(e.from)} → ${name(e.to)}: ${e.label}`);
  return [
    {
      kind: "network",
      title: words.chart(name(finding.subject)),
      caption: captionOf(speech, finding, day, edges),
      alt: sentences.join("; "),
      nodes,
      edges,
    },
  ];
}

const effectOf = (h: { right: string }) => RIGHTS[h.right as RightCode]?.effect ?? "influence";

function styleOf(h: Holding): LineStyle {
  const effect = effectOf(h);
  if (
    effect === "contract" ||
    effect === "partnership" ||
    effect === "conditional-contract" ||
    effect === "concert"
  )
    return "contract";
  if (effect === "nominal") return "nominal";
  if (effect === "influence" || effect === "board") return h.counts === "certain" ? "certain" : "possible";
  return h.presence;
}

function edgeOf(speech: Speech, finding: ControlFinding, h: Holding): NetworkEdge {
  const { words } = speech;
  const plain = isVoting(h);
  const unknown = typeof h.range !== "string" && h.range.low === "0" && h.range.high === "100";
  const label = plain
    ? sizeText(speech, h)
    : withMembers(speech, { members: [], ...h, class: "", ...rightOf(finding, h) });
  const proven = finding.controllers.some(
    (c) =>
      c.certainty === "certain" &&
      c.proof.some((s) => s.held === h.held && s.because.some((id) => h.because.includes(id))),
  );
  return {
    from: h.party ?? "",
    to: h.held,
    style: styleOf(h),
    label,
    ...(unknown && h.carriedDays === null ? {} : { figure: figureOf(words, h) }),
    because: h.because,
    emphasis: proven,
  };
}

/** How much of the votes or shares it is, of which class, and that it is held jointly. */
function sizeText(speech: Speech, h: Holding): string {
  const { words, percent } = speech;
  const size = [
    percent(h.range),
    ...(h.class !== "" ? [kindOf(speech, h)] : h.right === "votingRights" ? [words.votes] : []),
  ].join(" ");
  return h.joint.length === 0 ? size : words.inBrackets(size, words.jointHolding);
}

/**
 * Steps of proofs that no holding drawn stands for: votes cast for a registered holder, and those of a law about companies
 * whose holders are not shown, because under majority rule nobody there matters.
 */
function provenEdges(speech: Speech, finding: ControlFinding, drawn: readonly NetworkEdge[]): NetworkEdge[] {
  const { words, name, percent } = speech;
  const between = (from: string, to: string) => (edge: NetworkEdge) => edge.from === from && edge.to === to;
  const found: NetworkEdge[] = [];
  for (const { certainty, proof } of finding.controllers) {
    for (const s of proof) {
      const others = s.castFor === null ? [...drawn, ...found] : found;
      if (s.holder === "" || s.holder === s.held || others.some(between(s.holder, s.held))) continue;
      const certain = certainty === "certain";
      const edge = { from: s.holder, to: s.held, because: s.because, emphasis: certain };
      const figure = { value: s.range, unit: "%", because: s.because, how: words.shareHow };
      if (s.castFor !== null) {
        if (s.together.length > 0) continue;
        found.push({ ...edge, style: "contract", label: words.votesFor(percent(s.range), name(s.castFor)) });
        continue;
      }
      found.push({
        ...edge,
        style: certain ? "certain" : "possible",
        label: isVoting(s) ? percent(s.range) : called(speech, s),
        ...(isVoting(s) ? { figure } : {}),
      });
    }
  }
  return found;
}

/** What of the record is not in the picture: a company's own shares, and holders of holders that bear on nothing here. */
function captionOf(
  speech: Speech,
  finding: ControlFinding,
  day: string,
  edges: readonly NetworkEdge[],
): string {
  const { view, words, name, percent } = speech;
  const held = finding.holdings.filter((h) => h.party === h.held && isVoting(h));
  const voted = (h: Holding) =>
    held.some((v) => v.right === "votingRights" && v.held === h.held && v.class === h.class);
  const own = held
    .filter((h) => h.right === "votingRights" || !voted(h))
    .map((h) => words.ownShares(name(h.held), percent(h.range), kindOf(speech, h)));
  const list = (ids: readonly string[]) =>
    ids.length > MOST_NAMED ? null : listOf(ids.map(name), view.lang);
  const partly = finding.notFollowed.filter((id) => edges.some((e) => e.to === id));
  const not = finding.notFollowed.filter((id) => !partly.includes(id));
  const left = [
    ...(not.length === 0 ? [] : [words.notFollowed(list(not), not.length, name(finding.subject))]),
    ...(partly.length === 0 ? [] : [words.partlyDrawn(list(partly), partly.length)]),
  ];
  return [words.chartCaption(day), ...own, ...left].join(view.lang === "zh" ? "" : " ");
}

const MOST_NAMED = 4;

/** What is declared and no holding besides: bands that count as holdings are drawn already. */
function declaredEdges({ right, percent }: Speech, finding: ControlFinding): NetworkEdge[] {
  return finding.declared
    .filter((d) => d.claim === "interest" && d.party !== null && d.party !== d.company)
    .filter((d) => !d.explanations.some((e) => e.code === "directly-or-indirectly"))
    .map((d) => ({
      from: d.party ?? "",
      to: d.company,
      style: "declared" as const,
      label: isUnknown(d.range) ? right(d.right) : `${right(d.right)} ${percent(d.range)}`,
      because: d.because,
      emphasis: false,
    }));
}
