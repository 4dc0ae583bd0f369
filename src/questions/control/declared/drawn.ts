import type { Bars, Block, Figure } from "../../../ask/block.ts";
import { endsOf, type Percent } from "../../../model/share.ts";
import type { ControlFinding } from "../finding.ts";
import { isUnknown, type Speech } from "../speech.ts";
import type { Declared } from "./entry.ts";
import { sumSentence } from "./sentences.ts";
import type { DeclaredWords } from "./words.ts";

/** What the direct statements come to, marked where it does not fit. */
export const computedFigure = (w: DeclaredWords, d: Declared, value: Percent): Figure => ({
  value,
  unit: "%",
  because: d.computed?.because ?? [],
  how: d.measure === "votes" ? w.seriesHow.votes : w.seriesHow.economic,
  ...(d.outcome === "contradicts" ? { marks: [{ kind: "conflict" as const }] } : {}),
});

/** Declared and computed on one scale, one pair a declaration. */
export function barsOf(
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
        ...mostSeries(w, d),
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
      title: (measure === "votes" ? w.votesTitle : w.shares)(drawn.every((d) => d.outcome !== "contradicts")),
      caption: w.barsCaption,
      alt: said.join("; "),
      unit: "%",
      max: "100",
      ...(measure === "votes" ? { line: { at: "50", label: w.half } } : {}),
      rows,
    },
  ];
}

/** Where a declaration is above what is shown: how far unnamed holders leave room for it. */
function mostSeries(w: DeclaredWords, d: Declared): Bars["rows"][number]["series"] {
  const { computed, outcome } = d;
  if (computed?.range == null || computed.most === null) return [];
  const { low, high } = endsOf(computed.range);
  if ((outcome !== "wider" && outcome !== "contradicts") || high === computed.most) return [];
  const value = { low, high: computed.most };
  const figure = { value, unit: "%", because: computed.because, how: w.seriesHow.most };
  return [{ label: w.series.most, style: "possible", figure }];
}

/** Holdings of unknown size, as the declarations bound them. */
export function impliedBars(
  { name, percent, view }: Speech,
  w: DeclaredWords,
  finding: ControlFinding,
): Block[] {
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
