import type { Lang } from "../ask/answer.ts";
import type { Bars, Cell, Network, Series, Table, Timeline } from "../ask/block.ts";
import type { Picture } from "./draw.ts";
import { matrixRows } from "./matrix-rows.ts";
import { type DrawWords, drawWords } from "./words.ts";

/** The same content as a picture, as a table. */
export function alternative(block: Picture, lang: Lang): Table {
  const words = drawWords(lang);
  const table = (columns: Table["columns"], rows: readonly (readonly Cell[])[]): Table => ({
    kind: "table",
    title: block.title,
    caption: block.caption,
    columns,
    rows,
  });
  switch (block.kind) {
    case "network":
      return table(networkColumns(block, words), networkRows(block, words));
    case "bars":
      return table(
        [{ label: words.what }, { label: "" }, { label: words.value, numeric: true }],
        barRows(block),
      );
    case "timeline":
      return table(
        [
          { label: words.what },
          { label: words.event },
          { label: words.from },
          { label: words.until },
          { label: words.certainty },
        ],
        timelineRows(block, words),
      );
    case "series":
      return table(
        [{ label: words.from }, ...block.lines.map((line) => ({ label: line.label, numeric: true }))],
        seriesRows(block),
      );
    case "matrix":
      return table([{ label: words.what }, { label: words.cells }], matrixRows(block, words));
  }
}

function networkColumns({ ties }: Network, words: DrawWords): Table["columns"] {
  if (ties !== undefined)
    return [words.between, words.and, words.tie, words.rests].map((label) => ({ label }));
  return [
    { label: words.holder },
    { label: words.held },
    { label: words.share, numeric: true },
    { label: words.certainty },
  ];
}

function networkRows(network: Network, words: DrawWords): Cell[][] {
  const nodes = new Map(network.nodes.map((node) => [node.id, node]));
  const name = (id: string): Cell => {
    const node = nodes.get(id);
    if (!node) return [id];
    if (node.folded) return [`${node.label}: ${node.folded.map((each) => each.label).join(", ")}`];
    return [node.entity === undefined ? node.label : { text: node.label, entity: node.entity }];
  };
  return network.edges.map((edge) => [
    name(edge.from),
    name(edge.to),
    edge.figure === undefined
      ? [{ text: edge.label || "—", because: edge.because }]
      : { figure: edge.figure },
    [{ text: network.ties?.[edge.style] ?? words.styles[edge.style], because: edge.because }],
  ]);
}

const barRows = (bars: Bars): Cell[][] =>
  bars.rows.flatMap((row) =>
    row.series.map((each): Cell[] => [row.label, [each.label], { figure: each.figure }]),
  );

function timelineRows(timeline: Timeline, words: DrawWords): Cell[][] {
  const spans = timeline.lanes.flatMap((lane) =>
    lane.spans.map((each): Cell[] => [
      lane.label,
      [{ text: each.label, because: each.because }],
      [each.from],
      [each.to],
      [words.styles[each.style]],
    ]),
  );
  const marks = timeline.marks.map((mark): Cell[] => [
    [words.event],
    [{ text: mark.label, because: mark.because }],
    [mark.date],
    [""],
    [""],
  ]);
  return [...spans, ...marks];
}

/** One row a day on which any line changes, with the value every line has from then on. */
function seriesRows(series: Series): Cell[][] {
  const days = [...new Set(series.lines.flatMap((line) => line.steps.map((step) => step.from)))].sort();
  return days.map((day): Cell[] => [
    [day],
    ...series.lines.map((line): Cell => {
      const step = line.steps.filter((each) => each.from <= day).at(-1);
      return step ? { figure: step.figure } : ["—"];
    }),
  ]);
}
