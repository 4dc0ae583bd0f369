import type { Lang } from "../../../ask/answer.ts";
import type { Bars, Block, Matrix, Table, Cell as TableCell } from "../../../ask/block.ts";
import { listOf } from "../../../ask/say/name.ts";
import type { Explanation, ExplanationSet, Origin } from "./overall.ts";
import { readingOf } from "./reading.ts";
import { called, itemName, said } from "./speech.ts";
import { type ExplanationWords, explanationWords } from "./words.ts";

/** The matrix, what counts against each explanation, what tells them apart and what it hangs on, and how to read it. */
export function explanationBlocks(set: ExplanationSet, lang: Lang): Block[] {
  const words = explanationWords(lang);
  return [
    matrixOf(set, words),
    barsOf(set, words, lang),
    explanationTable(set, words, lang),
    originTable(set, words, lang),
    {
      kind: "prose",
      role: "note",
      title: words.reading,
      list: false,
      sentences: readingOf(set, words, lang),
    },
  ];
}

function matrixOf(set: ExplanationSet, words: ExplanationWords): Matrix {
  const item = new Map(set.items.map((one) => [one.evidence, one]));
  const order = set.origins.flatMap((origin) =>
    origin.items.flatMap((id, n) => {
      const one = item.get(id);
      return one ? [{ one, with: n === 0 ? "" : (origin.items[0] ?? "") }] : [];
    }),
  );
  return {
    kind: "matrix",
    title: words.matrix(set.set),
    caption: words.matrixCaption,
    rows: order.map(({ one, with: first }) => ({
      short: itemName(one.evidence),
      label: [`${itemName(one.evidence)} ${said(one)}${first === "" ? "" : words.same(itemName(first))}`],
    })),
    columns: set.explanations.map((one) => ({ label: one.hypothesis, about: one.text })),
    cells: order.map(({ one }) =>
      one.cells.map(({ ratings }) => ({
        ...(ratings[0]?.rating.startsWith("I") ? { looks: "against" as const } : {}),
        text: [...new Set(ratings.map((each) => each.rating))].join("/"),
        reason: ratings
          .map((each) =>
            words.cell(each.rater, each.reason, words.level[each.credibility], words.level[each.relevance]),
          )
          .join(" · "),
        because: [...ratings.flatMap((each) => each.because), ...one.because].sort(),
      })),
    ),
  };
}

function barsOf(set: ExplanationSet, words: ExplanationWords, lang: Lang): Bars {
  const least = set.explanations.filter((one) => one.least).map((one) => one.hypothesis);
  const rows = set.explanations.map((one) => ({
    label: [`${called(one)} (${words.rated(one.rated, one.of)})`],
    series: [
      {
        label: "",
        style: "certain" as const,
        figure: figureOf(one.inconsistency, one.because, words.howInconsistency),
      },
    ],
  }));
  return {
    kind: "bars",
    title: least.length === 0 ? words.barsNone : words.bars(listOf(least, lang)),
    caption: words.barsCaption(listOf(set.raters.length === 0 ? [words.nobody] : set.raters, lang)),
    alt: set.explanations.map((one) => words.barAlt(one.hypothesis, one.inconsistency)).join("; "),
    unit: "",
    max: String(Math.max(1, ...set.explanations.map((one) => Math.ceil(Number(one.inconsistency))))),
    rows,
  };
}

const figureOf = (value: string, because: readonly string[], how: string) => ({
  value,
  unit: "",
  because,
  how,
});

function explanationTable(set: ExplanationSet, words: ExplanationWords, lang: Lang): Table {
  const notes = (one: Explanation): string[] => [
    ...(one.rated === 0 ? [words.unrated] : []),
    ...(one.unfalsifiable ? [words.wide] : []),
    ...(one.least ? [words.least] : []),
    ...(one.ahead.length > 0 ? [words.aheadOf(listOf(one.ahead, lang))] : []),
    ...(one.note === "" ? [] : [one.note.replace(/[.。]$/, "")]),
  ];
  const [explanation, against, alike, rated, read] = words.columns;
  return {
    kind: "table",
    title: words.table,
    caption: words.tableCaption,
    columns: [
      { label: explanation },
      { label: against, numeric: true },
      { label: alike, numeric: true },
      { label: rated },
      { label: read },
    ],
    rows: set.explanations.map((one): TableCell[] => [
      [{ text: called(one), because: [one.hypothesis] }],
      { figure: figureOf(one.inconsistency, one.because, words.howInconsistency) },
      { figure: figureOf(one.unweighted, one.because, words.howUnweighted) },
      [words.coverage(one.rated, one.of, one.telling)],
      [notes(one).join("; ")],
    ]),
  };
}

function originTable(set: ExplanationSet, words: ExplanationWords, lang: Lang): Table {
  const text = new Map(set.items.map((one) => [one.evidence, said(one)]));
  const changes = (one: Origin): string => {
    const told = [
      ...(one.without ? [words.without] : []),
      ...(one.reorders && !one.without ? [words.reorders] : []),
      ...(one.reversed.length > 0 ? [words.reversed(listOf(one.reversed, lang))] : []),
    ];
    return told.length === 0 ? words.nothing : told.join("; ");
  };
  const [evidence, tells, wrong] = words.originColumns;
  const strongest = [...set.origins].sort(
    (a, b) => Number(b.diagnosticity ?? -1) - Number(a.diagnosticity ?? -1),
  );
  return {
    kind: "table",
    title: words.origins,
    caption: words.originsCaption,
    columns: [{ label: evidence }, { label: tells, numeric: true }, { label: wrong }],
    rows: strongest.map((one): TableCell[] => [
      [
        {
          text: one.items.map((id) => `${itemName(id)} ${text.get(id) ?? ""}`.trim()).join(" / "),
          because: one.because,
        },
      ],
      one.diagnosticity === null
        ? ["—"]
        : { figure: figureOf(one.diagnosticity, one.because, words.howDiagnosticity) },
      [changes(one)],
    ]),
  };
}
