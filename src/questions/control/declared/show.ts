import type { Bars, Block, Cell, Figure, Sentence, Span } from "../../../ask/block.ts";
import { formatDate } from "../../../ask/say/date.ts";
import { listOf } from "../../../ask/say/name.ts";
import { LAWS } from "../../../laws/index.ts";
import type { Percent } from "../../../model/share.ts";
import type { ControlFinding } from "../finding.ts";
import { isUnknown, type Speech } from "../speech.ts";
import type { Declared } from "./entry.ts";
import { type DeclaredWords, declaredWords, type Told } from "./words.ts";

/** Declared against computed: the table, the two drawn beside each other, what the declarations imply, and why both may be true. */
export function declaredBlocks(speech: Speech, finding: ControlFinding): Block[] {
  if (finding.declared.length === 0) return [];
  const w = declaredWords(speech.view.lang);
  return [
    tableOf(speech, w, finding),
    ...barsOf(speech, w, finding, "economic"),
    ...barsOf(speech, w, finding, "votes"),
    ...impliedBars(speech, w, finding),
    {
      kind: "prose",
      role: "why",
      title: w.whyTitle,
      list: true,
      sentences: finding.declared.map((d) => sentenceOf(speech, w, d)),
    },
  ];
}

const because = (text: string, ids: readonly string[]): Span =>
  ids.length > 0 ? { text, because: ids } : text;

/** A right as it is called, with its figure where it has one. */
function sizeOf({ percent, right }: Speech, d: Declared): string {
  return isUnknown(d.range) ? right(d.right) : `${right(d.right)}: ${percent(d.range)}`;
}

function reasonOf({ words }: Speech, d: Declared): string {
  const [code = ""] = d.reason.split(":");
  return words.reasons[code] ?? d.reason;
}

function tableOf(speech: Speech, w: DeclaredWords, finding: ControlFinding): Block {
  const { entity, words, name } = speech;
  const rows = finding.declared.map((d): Cell[] => {
    const says =
      d.claim === "owner" ? w.short.owner : d.claim === "interest" ? sizeOf(speech, d) : reasonOf(speech, d);
    return [
      [d.party === null ? "–" : entity(d.party)],
      [entity(d.company)],
      [because(says, d.because)],
      computedCell(speech, w, d),
      [w.outcomes[d.outcome]],
    ];
  });
  return {
    kind: "table",
    title: w.title(name(finding.subject)),
    caption: w.caption,
    columns: [
      { label: words.holder },
      { label: words.over },
      { label: w.declared },
      { label: w.computed },
      { label: w.stands },
    ],
    rows,
  };
}

function computedCell(speech: Speech, w: DeclaredWords, d: Declared): Cell {
  if (d.computed === null) return ["–"];
  const { range } = d.computed;
  if (range !== null && d.measure !== "control") return { figure: computedFigure(w, d, range) };
  return [because(computedShort(speech, w, d), d.computed.because)];
}

function computedShort({ name, view }: Speech, w: DeclaredWords, d: Declared): string {
  const { standing = "none", controllers = [], because = [] } = d.computed ?? {};
  const named = listOf(controllers.map(name), view.lang);
  if (d.claim === "nobody")
    return controllers.length > 0
      ? w.shortControlled(named)
      : d.outcome === "agrees"
        ? w.short.none
        : w.short.open;
  if (because.length === 0) return w.short.noChain;
  if (standing === "possible") return w.short.maybe;
  if (standing === "none") return w.short.not;
  return controllers.length === 0 || controllers.includes(d.party ?? "")
    ? w.short.controls
    : w.shortUltimately(named);
}

const computedFigure = (w: DeclaredWords, d: Declared, value: Percent): Figure => ({
  value,
  unit: "%",
  because: d.computed?.because ?? [],
  how: d.measure === "votes" ? w.seriesHow.votes : w.seriesHow.economic,
});

/** Declared and computed on one scale, one pair a declaration. */
function barsOf(
  speech: Speech,
  w: DeclaredWords,
  finding: ControlFinding,
  measure: "economic" | "votes",
): Block[] {
  const { name, right, percent } = speech;
  const drawn = finding.declared.filter(
    (d) => d.measure === measure && d.computed?.range && !isUnknown(d.range) && d.party !== null,
  );
  if (drawn.length === 0) return [];
  const rowLabel = (d: Declared) =>
    w.row(name(d.party), right(d.right), d.company === finding.subject ? "" : name(d.company));
  const rows = drawn.map((d): Bars["rows"][number] => {
    const figure = (value: Percent, ids: readonly string[], how: string): Figure => ({
      value,
      unit: "%",
      because: ids,
      how,
    });
    const both = [...new Set([...d.because, ...(d.computed?.because ?? [])])];
    const own = d.explanations.some((e) => e.code === "part-or-whole");
    return {
      label: [rowLabel(d)],
      series: [
        {
          label: w.series.declared,
          style: "declared",
          figure: figure(d.range, d.because, w.seriesHow.declared),
        },
        {
          label: w.series.computed,
          style: "certain",
          figure: computedFigure(w, d, d.computed?.range as Percent),
        },
        ...(own && d.total !== null
          ? [
              {
                label: w.series.total,
                style: "possible" as const,
                figure: figure(d.total, both, w.seriesHow.total),
              },
            ]
          : []),
      ],
    };
  });
  const said = drawn.map(
    (d) =>
      `${rowLabel(d)}: ${w.series.declared} ${percent(d.range)}, ${w.series.computed} ${percent(d.computed?.range as Percent)}`,
  );
  return [
    {
      kind: "bars",
      title: measure === "votes" ? w.votesTitle : w.shares,
      caption: w.barsCaption,
      alt: said.join("; "),
      unit: "%",
      max: "100",
      ...(measure === "votes" ? { line: { at: "50", label: w.half } } : {}),
      rows,
    },
  ];
}

/** Holdings of unknown size, as the declarations bound them. */
function impliedBars({ name, percent, view }: Speech, w: DeclaredWords, finding: ControlFinding): Block[] {
  const all = finding.declared.flatMap((d) => d.implied);
  if (all.length === 0) return [];
  const pairs = new Map<string, typeof all>();
  for (const l of all) pairs.set(`${l.holder} ${l.held}`, [...(pairs.get(`${l.holder} ${l.held}`) ?? []), l]);
  const rows = [...pairs.values()].map((links): Bars["rows"][number] => ({
    label: [w.impliedRow(name(links[0]?.holder ?? null), name(links[0]?.held ?? null))],
    series: links.map((l) => ({
      label: links.length > 1 ? w.readings[l.reading] : "",
      style: "possible" as const,
      figure: { value: l.range, unit: "%", because: l.because, how: w.seriesHow.implied },
    })),
  }));
  const sums = finding.declared.flatMap((d) => sumSentence({ name, percent, view }, w, d));
  return [
    {
      kind: "bars",
      title: w.impliedTitle,
      caption: [...sums, w.impliedCaption].join(w.space),
      alt: all.map((l) => `${w.impliedRow(name(l.holder), name(l.held))}: ${percent(l.range)}`).join("; "),
      unit: "%",
      max: "100",
      rows,
    },
  ];
}

/** What is declared, what the direct statements imply, and how both can be, or cannot be, true. */
function sentenceOf(speech: Speech, w: DeclaredWords, d: Declared): Sentence {
  const reasons = reasonsOf(speech, w, d);
  const lead = w.leads[d.outcome];
  const follow = followsOf(speech, w, d);
  const parts: Span[] = [
    because(declaredSentence(speech, w, d), d.because),
    ...(d.computed === null ? [] : [because(computedSentence(speech, w, d), d.computed.because)]),
    because(
      reasons.length > 0 ? `${lead.because}${reasons.join(w.reasonsBy)}${w.stop}` : lead.alone,
      d.explanations.flatMap((e) => e.because),
    ),
    ...(follow === "" ? [] : [because(follow, d.implied[0]?.because ?? d.because)]),
  ];
  return parts.flatMap((part, n) => (n === 0 || w.space === "" ? [part] : [w.space, part]));
}

function declaredSentence(speech: Speech, w: DeclaredWords, d: Declared): string {
  const { name, right, percent } = speech;
  const [party, company] = [name(d.party), name(d.company)];
  switch (d.claim) {
    case "owner":
      return w.owner(party, company);
    case "nobody":
      return w.nobody(company);
    case "undisclosed":
      return w.undisclosed(company, reasonOf(speech, d));
    case "interest": {
      if (isUnknown(d.range)) return w.noFigure(party, right(d.right), company);
      const counted = d.explanations.some((e) => e.code === "directly-or-indirectly");
      return (counted ? w.band : w.interest)(party, percent(d.range), right(d.right), company);
    }
  }
}

function computedSentence(speech: Speech, w: DeclaredWords, d: Declared): string {
  const { name, percent, view } = speech;
  const { computed } = d;
  if (computed === null) return "";
  const [party, company] = [name(d.party), name(d.company)];
  const controllers = listOf(computed.controllers.map(name), view.lang);
  if (d.claim === "nobody") {
    if (computed.controllers.length > 0) return w.controlled(controllers, company);
    return d.outcome === "agrees" ? w.none(company) : w.open(company);
  }
  if (computed.because.length === 0) return w.noChain(party, company);
  if (d.measure === "control") {
    if (computed.standing === "possible") return w.maybe(party, company);
    if (computed.standing === "none") return w.notControl(party, company);
    const others = computed.controllers.filter((c) => c !== d.party);
    const ultimate = computed.controllers.includes(d.party ?? "") || others.length === 0;
    return ultimate ? w.controls(party, company) : w.ultimately(party, company, controllers);
  }
  if (computed.range === null) return "";
  const range = isUnknown(computed.range) ? w.anything : percent(computed.range);
  return d.measure === "votes" ? w.votes(range) : w.economic(range);
}

/** Every explanation once, in words; unknown links as one. */
function reasonsOf(speech: Speech, w: DeclaredWords, d: Declared): string[] {
  const codes = [...new Set(d.explanations.map((e) => e.code))];
  return codes.map((code) => {
    const of = d.explanations.filter((e) => e.code === code);
    return w.why[code](toldOf(speech, w, d, of));
  });
}

function toldOf(speech: Speech, w: DeclaredWords, d: Declared, of: Declared["explanations"]): Told {
  const { name, percent, view } = speech;
  const about = [...new Set(of.flatMap((e) => e.about))].map((id) => name(id));
  const [first] = of;
  const law = LAWS.find((l) => l.id === first?.law);
  const range = first?.range ?? null;
  const days = (all: readonly string[]) => all.map((day) => formatDate(day, view.lang)).join("–");
  return {
    all: listOf(about, view.lang),
    first: about[0] ?? "",
    others: listOf(about.slice(1), view.lang),
    pairs: of.every((e) => e.about.length === 2)
      ? of.map((e) => [name(e.about[0] ?? ""), name(e.about[1] ?? "")] as const)
      : [],
    range: range === null ? "" : isUnknown(range) ? w.anything : percent(range),
    law: law?.name[view.lang] ?? "",
    declaredOn: days(d.stated),
    directOn: days(d.computed?.stated ?? []),
  };
}

/** What follows if the declaration is right. */
function followsOf(speech: Speech, w: DeclaredWords, d: Declared): string {
  const { name, percent } = speech;
  const both = new Set(d.implied.map((l) => l.reading)).size > 1;
  const links = (["whole", "part"] as const).flatMap((reading) => {
    const of = d.implied.filter((l) => l.reading === reading);
    const parts = of.map((l) => w.has(name(l.holder), percent(l.range), name(l.held)));
    return parts.length === 0 ? [] : [w.implied[both ? reading : "right"](listOf(parts, speech.view.lang))];
  });
  const own = d.explanations.some((e) => e.code === "part-or-whole");
  const total = own && d.total !== null ? [w.total(name(d.party), percent(d.total), name(d.company))] : [];
  return [...links, ...sumSentence(speech, w, d), ...total].join(w.space);
}

function sumSentence(
  { name, percent, view }: Pick<Speech, "name" | "percent" | "view">,
  w: DeclaredWords,
  d: Declared,
): string[] {
  if (d.sum === null) return [];
  const { together, terms } = d.sum;
  const companies = listOf(
    terms.map((t) => name(t.held)),
    view.lang,
  );
  if (together !== null) return [w.sum(name(terms[0]?.holder ?? null), companies, percent(together))];
  if (d.sum.constant !== "0") return [];
  return [
    w.weighed(
      terms.map((t) => w.weighedPart(percent(t.weight), name(t.holder), name(t.held))),
      percent(d.range),
    ),
  ];
}
