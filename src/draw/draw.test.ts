import { expect, test } from "vitest";
import type { Bars, Matrix, Network, Series, Timeline } from "../ask/block.ts";
import { place } from "../ask/place.ts";
import { alternative } from "./alternative.ts";
import { draw, type Picture } from "./draw.ts";

const EVIL = `<script>alert("x")</script>&'`;
const figure = {
  value: { low: "25", high: "50", lowOpen: true as const },
  unit: "%",
  because: ["s1"],
  how: "",
};

const network: Network = place({
  kind: "network",
  title: EVIL,
  caption: EVIL,
  alt: EVIL,
  nodes: [
    { id: "a", label: EVIL, shape: "person", entity: `a"b` },
    { id: "b", label: "南华早报", shape: "outlet", role: "subject", entity: "b" },
    { id: "s", label: "State", shape: "state" },
    { id: "f", label: "+ 2", shape: "fold", folded: [{ entity: "x", label: EVIL }] },
    { id: "t", label: "Trust", shape: "arrangement", role: "controller" },
  ],
  edges: [
    {
      from: "a",
      to: "b",
      style: "possible",
      label: EVIL,
      figure: { ...figure, marks: [{ kind: "old", days: 500 }, { kind: "conflict" }] },
      because: ["s1", "s2"],
      emphasis: true,
    },
    { from: "s", to: "b", style: "contract", label: "contract", because: ["s3"], emphasis: false },
    { from: "f", to: "b", style: "declared", label: "", because: ["s4"], emphasis: false },
    { from: "t", to: "b", style: "nominal", label: "", because: ["s4"], emphasis: false },
  ],
});
const bars: Bars = {
  kind: "bars",
  title: EVIL,
  caption: EVIL,
  alt: EVIL,
  unit: "%",
  max: "100",
  line: { at: "50", label: EVIL },
  rows: [{ label: [EVIL], series: [{ label: EVIL, style: "certain", figure }] }],
};
const timeline: Timeline = {
  kind: "timeline",
  title: EVIL,
  caption: EVIL,
  alt: EVIL,
  from: "2014-01-01",
  to: "2020-01-01",
  at: "2017-01-01",
  lanes: [
    {
      label: [EVIL],
      spans: [{ from: "2015-01-01", to: "2019-01-01", style: "possible", label: EVIL, because: ["s1"] }],
    },
  ],
  marks: [{ date: "2015-01-01", label: EVIL, because: ["s1"] }],
};
const matrix: Matrix = {
  kind: "matrix",
  title: EVIL,
  caption: EVIL,
  rows: [{ label: [EVIL] }],
  columns: [{ label: EVIL, about: EVIL }],
  cells: [[{ text: "II", reason: EVIL, because: ["s1"] }]],
};
const step = (from: string, value: string) => ({
  from,
  figure: { value, unit: "", because: ["s1"], how: "" },
});
const series: Series = {
  kind: "series",
  title: EVIL,
  caption: EVIL,
  alt: EVIL,
  unit: "",
  from: "2014-01-01",
  to: "2021-01-01",
  at: "2017-01-01",
  lines: [
    { label: EVIL, style: "certain", steps: [step("2014-01-01", "0"), step("2016-01-01", "24")] },
    { label: EVIL, style: "possible", steps: [step("2015-01-01", "3")] },
    { label: EVIL, style: "nominal", steps: [] },
  ],
};
const ALL: readonly Picture[] = [network, bars, timeline, series, matrix];

test.each(ALL.map((block) => [block.kind, block] as const))(
  "data in a %s is escaped everywhere",
  (_, block) => {
    for (const options of [
      { lang: "en" as const },
      { lang: "zh" as const, interactive: true },
      { lang: "en" as const, standalone: { citation: EVIL } },
    ]) {
      const svg = draw(block, options);
      expect(svg).not.toContain("<script");
      expect(svg.replace(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg.split("<").length).toBe(svg.split(">").length);
    }
  },
);

test.each(ALL.map((block) => [block.kind, block] as const))(
  "a %s is one image with words for those who do not see it",
  (_, block) => {
    const svg = draw(block, { lang: "en" });
    expect(svg).toContain('role="img"');
    expect(svg).toContain("<title>");
    expect(svg).toContain("<desc>");
    expect(svg).not.toContain("style=");
  },
);

test.each(ALL.map((block) => [block.kind, block] as const))(
  "on a page every mark of a %s can be focused and leads to its statements",
  (_, block) => {
    const svg = draw(block, { lang: "en", interactive: true });
    expect(svg).toContain('role="group"');
    expect(svg).toMatch(/data-because="s1[^"]*" role="button" tabindex="-1" aria-label="/);
  },
);

test.each(ALL.map((block) => [block.kind, block] as const))(
  "a %s saved alone carries its style, title and citation",
  (_, block) => {
    const svg = draw(
      { ...block, title: "A finding" },
      { lang: "en", standalone: { citation: "Armslength, as of 2017" } },
    );
    expect(svg).toContain("<style>");
    expect(svg).toContain(">A finding</text>");
    expect(svg).toContain("Armslength, as of 2017");
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
  },
);

test("line styles and shapes carry the meaning without colour", () => {
  const svg = draw(network, { lang: "en" });
  for (const style of ["possible", "contract", "declared", "nominal"])
    expect(svg).toContain(`class="edge ${style}`);
  expect(svg).toContain('class="rail"');
  expect(svg).toContain("<circle");
  expect(svg).toContain("<polygon");
  expect(svg).toContain('class="hourglass"');
  expect(svg).toContain('class="warn"');
});

test("an open end fades, a closed end has a stop", () => {
  const open = (highOpen: boolean): Bars => ({
    ...bars,
    rows: [
      {
        label: ["a"],
        series: [
          {
            label: "",
            style: "certain",
            figure: {
              ...figure,
              value: highOpen ? { low: "25", high: "50", highOpen } : { low: "25", high: "50" },
            },
          },
        ],
      },
    ],
  });
  expect(draw(open(true), { lang: "en" })).toContain('fill="url(#al-fade)"');
  expect(draw(open(false), { lang: "en" })).not.toContain('fill="url(#al-fade)"');
});

test("every picture has a table with the same content", () => {
  const table = alternative(network, "en");
  expect(table.rows).toHaveLength(network.edges.length);
  expect(alternative(bars, "en").rows).toHaveLength(1);
  expect(alternative(timeline, "zh").rows).toHaveLength(2);
  const steps = alternative(series, "en");
  expect(
    steps.rows.map((row) => row.map((cell) => ("figure" in cell ? cell.figure.value : cell[0]))),
  ).toEqual([
    ["2014-01-01", "0", "—", "—"],
    ["2015-01-01", "0", "3", "—"],
    ["2016-01-01", "24", "3", "—"],
  ]);
  expect(alternative(matrix, "en").rows[0]).toHaveLength(2);
});

test("a matrix as a table says once what several cells say for the same reason, with all they rest on", () => {
  const cell = (text: string, reason: string, id: string) => ({ text, reason, because: [id] });
  const cells = [[cell("N", "dull", "s1"), cell("II", "", "s2"), cell("N", "dull", "s3")]];
  const columns = ["H1", "H2", "H3"].map((label) => ({ label, about: label }));
  const [row] = alternative({ ...matrix, columns, cells }, "en").rows;
  expect(row?.[1]).toEqual([
    { text: "N for H1, H3 (dull).", because: ["s1", "s3"] },
    " ",
    { text: "II for H2.", because: ["s2"] },
  ]);
});

test("on a narrow page the line that counts runs over the bars, not through the words above them", () => {
  const rows = bars.rows.map((row) => ({ ...row, label: ["A name as long as the page is wide, or longer"] }));
  const svg = draw({ ...bars, rows, line: { at: "50", label: "half" } }, { lang: "en", width: 320 });
  const found = (what: RegExp) => [...svg.matchAll(what)].map((match) => match.slice(1).map(Number));
  const lines = found(/<line class="threshold"[^>]* y1="([\d.]+)" y2="([\d.]+)"/g);
  const words = found(/<text [^>]*y="([\d.]+)"/g).flat();
  expect(lines.length).toBe(rows.flatMap((row) => row.series).length);
  for (const [top = 0, bottom = 0] of lines)
    expect(words.filter((y) => y > top && y - 9 < bottom)).toEqual([]);
});

test("a narrow page gets a narrow picture", () => {
  for (const block of [bars, timeline, series]) {
    expect(draw(block, { lang: "en", width: 320 })).toMatch(/width="320"/);
  }
});

test("the same block gives the same bytes", () => {
  for (const block of ALL)
    expect(draw(block, { lang: "zh" })).toBe(draw(structuredClone(block), { lang: "zh" }));
});

test("a line keeps its value until it changes, and up to the end", () => {
  const svg = draw(series, { lang: "en", width: 700 });
  const [first = ""] = [...svg.matchAll(/class="line" d="([^"]+)"/g)].map((match) => match[1] ?? "");
  expect(first).toMatch(/^M[\d.]+,[\d.]+H[\d.]+V[\d.]+H[\d.]+$/);
  expect(svg.match(/class="dot"/g)).toHaveLength(3);
  const empty = draw({ ...series, lines: [] }, { lang: "en" });
  expect(empty).not.toMatch(/NaN|undefined/);
});

test("ties have no heads, say what their lines stand for, and name nobody a holder", () => {
  const ties: Network = { ...network, ties: { possible: "reported, and denied" } };
  const [directed, tied] = [draw(network, { lang: "en" }), draw(ties, { lang: "en" })];
  expect(directed).toContain('class="head"');
  expect(tied).not.toContain('class="head"');
  expect(directed).not.toContain("reported, and denied");
  expect(tied).toContain("reported, and denied");
  const { columns, rows } = alternative(ties, "en");
  expect(columns.map((column) => column.label)).toEqual(["Between", "And", "Tie", "Rests on"]);
  expect(JSON.stringify(rows[0])).toContain("reported, and denied");
});

test("the label of a bar has three lines before it is cut", () => {
  const label = 'H7: A broad policy against the "disorderly expansion of capital" (25/25)';
  const rows = bars.rows.map((row) => ({ ...row, label: [label] }));
  const svg = draw({ ...bars, rows }, { lang: "en", width: 600 });
  expect(svg).toContain("(25/25)");
});
