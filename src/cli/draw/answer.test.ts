import { expect, test } from "vitest";
import type { Answer } from "../../ask/answer.ts";
import type { Block } from "../../ask/block.ts";
import type { Entity } from "../../model/entity.ts";
import type { Source } from "../../model/source.ts";
import type { Statement } from "../../model/statement.ts";
import { drawAnswer } from "./answer.ts";
import { answerMarkdown } from "./markdown.ts";

const statement = (id: string, source: string): Statement => ({
  id,
  kind: "interest",
  subject: "b",
  object: "a",
  from: "",
  to: "",
  basis: "period",
  statedOn: "2020",
  source,
  locator: "",
  quote: "",
  dispute: "",
  note: "",
  status: "active",
  properties: {},
});
const source = (id: string, title: string): Source => ({
  id,
  title,
  publisher: "",
  url: `https://example.org/${id}`,
  archivedUrl: "",
  published: "",
  retrieved: "",
  lang: "",
  kind: "",
  licence: "",
  derivedFrom: "",
  interested: "",
  sha256: "",
  note: "",
});

const BLOCKS: readonly Block[] = [
  { kind: "headline", text: [{ text: "A controls B.", entity: "a" }], because: ["s1"] },
  {
    kind: "network",
    title: "Who holds what",
    caption: "As of a day.",
    alt: "",
    nodes: [
      { id: "b", label: "B\u001b[2J", shape: "outlet", role: "subject" },
      { id: "a", label: "A", shape: "person" },
      { id: "c", label: "C", shape: "company" },
    ],
    edges: [
      {
        from: "a",
        to: "b",
        style: "certain",
        label: "60 %",
        figure: { value: "60", unit: "%", because: ["s1"], how: "", marks: [{ kind: "old", days: 500 }] },
        because: ["s1"],
        emphasis: true,
      },
      { from: "c", to: "a", style: "possible", label: "", because: ["s2"], emphasis: false },
      { from: "b", to: "c", style: "contract", label: "a contract", because: ["s2"], emphasis: false },
    ],
  },
  {
    kind: "bars",
    title: "Votes",
    caption: "",
    alt: "",
    unit: "%",
    max: "100",
    rows: [
      {
        label: ["A"],
        series: [
          {
            label: "",
            style: "certain",
            figure: { value: { low: "50", high: "75" }, unit: "%", because: ["s2"], how: "" },
          },
        ],
      },
    ],
  },
  {
    kind: "timeline",
    title: "When",
    caption: "",
    alt: "",
    from: "2018-01-01",
    to: "2021-01-01",
    lanes: [
      {
        label: ["A"],
        spans: [
          { from: "2018-01-01", to: "2019-01-01", style: "possible", label: "", because: ["s1"] },
          { from: "2019-01-01", to: "2021-01-01", style: "certain", label: "", because: ["s1"] },
        ],
      },
    ],
    marks: [],
  },
  {
    kind: "series",
    title: "How many",
    caption: "",
    alt: "",
    unit: "",
    from: "2018-01-01",
    to: "2021-01-01",
    lines: [
      {
        label: "outlets",
        style: "certain",
        steps: [
          { from: "2018-01-01", figure: { value: "1", unit: "", because: ["s1"], how: "" } },
          { from: "2019-05-01", figure: { value: "3", unit: "", because: ["s2"], how: "" } },
        ],
      },
    ],
  },
  {
    kind: "table",
    title: "Table",
    caption: "",
    columns: [{ label: "*who*" }],
    rows: [[["<b>A|B</b> [x](http://x)"]]],
  },
];

const answer: Answer = {
  question: "made",
  revision: 1,
  input: {},
  lang: "en",
  asOf: "2020-01-01",
  knownAsOf: null,
  findings: [],
  gaps: [],
  blocks: BLOCKS,
  entities: {} as Record<string, Entity>,
  statements: { s1: statement("s1", "x"), s2: statement("s2", "y") },
  sources: { x: source("x", "First"), y: source("y", "Second") },
  run: { version: "0", engine: "none", data: "", at: "" },
};

test("an answer reads from its sentence to its numbered sources", () => {
  const text = drawAnswer(answer, { columns: 80, terminal: false });
  expect(text).toContain("A controls B. [1]\n");
  expect(text).toContain("▪ B[2J\n└──★ 60 % ⌛ [1] ● A\n   └╌╌ [2] C\n");
  expect(text).toContain("And what it holds:\n▪ B[2J\n└══ a contract [2] C");
  expect(text).toContain("A ███████████████▒▒▒▒▒▒▒▒        50–75 % [2]");
  expect(text).toContain("  1 January 2018 – 1 January 2019: possible: the record does not rule it out [1]");
  expect(text).toContain("  since 1 January 2019: follows from the record [1]");
  expect(text).toContain("[1] “First”, https://example.org/x.\n[2] “Second”");
  expect(text).toContain(
    "outlets\n  1 January 2018 ██████████                     1 [1]\n  1 May 2019     ████",
  );
  expect(text).not.toContain("\u001b");
});

test("only a terminal gets bold titles", () => {
  expect(drawAnswer(answer, { columns: 80, terminal: true })).toContain("\u001b[1mWho holds what\u001b[22m");
});

test("a ring of holdings ends where it meets itself", () => {
  const ring: Block = {
    kind: "network",
    title: "",
    caption: "",
    alt: "",
    nodes: [
      { id: "a", label: "A", shape: "company", role: "subject" },
      { id: "b", label: "B", shape: "company" },
    ],
    edges: [
      { from: "b", to: "a", style: "certain", label: "100 %", because: [], emphasis: false },
      { from: "a", to: "b", style: "certain", label: "100 %", because: [], emphasis: false },
    ],
  };
  const text = drawAnswer({ ...answer, blocks: [ring] }, { columns: 80, terminal: false });
  expect(text).toContain("A\n└── 100 % B\n   └── 100 % A (see above)");
});

test("data in Markdown is neither markup nor HTML nor the end of a cell", () => {
  const markdown = answerMarkdown(answer);
  expect(markdown).toContain("| \\*who\\* |");
  expect(markdown).toContain("| \\<b\\>A\\|B\\</b\\> \\[x\\](http\\://x) |");
  expect(markdown).toContain("**A controls B.** \\[1\\]");
  expect(markdown).toContain("1. “First”, <https://example.org/x>.");
});

test("claims on a terminal and in Markdown: mark, standing, who says so; the statements where one is asked for", () => {
  const item = {
    id: "C1",
    place: "paragraph 1 · fact",
    text: [{ text: "A\u001b[2J *claims*", because: ["s1"] }],
    standing: "contradicted" as const,
    says: "Contradicted",
    brief: ["Against it: X."],
    why: [["Only statements against it count."]],
    figures: [],
    sides: [{ label: "Against it", entries: [["It was so. (X)"]] }],
  };
  const of = (...items: (typeof item)[]) => ({
    ...answer,
    blocks: [{ kind: "claims" as const, title: "Claim by claim", caption: "Computed.", items }],
  });
  const plain = { columns: 60, terminal: false };
  const one = drawAnswer(of(item), plain);
  expect(one).toContain("C1 (paragraph 1 · fact) A");
  expect(one).toContain("    ✕ Contradicted · Against it: X.");
  expect(one).toContain("- It was so. (X)");
  expect(one).not.toContain("\u001b");
  expect(drawAnswer(of(item, { ...item, id: "C2" }), plain)).not.toContain("It was so.");
  const markdown = answerMarkdown(of(item));
  expect(markdown).toContain("### C1 · paragraph 1 · fact · ✕ Contradicted");
  expect(markdown).toContain("\\*claims\\*");
  expect(markdown).toContain("  - It was so. (X)");
});

test("a matrix on a terminal is a grid of codes, its columns named, and under it the reasons, like ones together", () => {
  const cell = (text: string, reason: string) => ({ text, reason, because: ["s1"] });
  const matrix = {
    kind: "matrix" as const,
    title: "M",
    caption: "How to read it.",
    rows: [{ label: ["A01 One thing"], short: "A01" }],
    columns: ["H1", "H2", "H3"].map((label) => ({ label, about: `About ${label}` })),
    cells: [[cell("CC", "so"), cell("N", "either"), cell("I", "so")]],
  };
  const drawn = drawAnswer({ ...answer, blocks: [matrix] }, { columns: 60, terminal: false });
  expect(drawn).toMatch(/^A01 One thing +CC +N +I$/m);
  expect(drawn).toContain("H2: About H2");
  expect(drawn).toContain("A01 H1 CC, H3 I: so");
  expect(drawn).not.toContain("either");
});

test("what is only possible is drawn unlike what is certain, the line that counts stands across, and no name is cut", () => {
  const figure = (value: string) => ({ value, unit: "%", because: [], how: "" });
  const long = "Zhejiang Something Very Long Indeed Financial Services Group and Others";
  const bars = (lang: "en" | "zh", columns = 80) =>
    drawAnswer(
      {
        ...answer,
        lang,
        blocks: [
          {
            ...{ kind: "bars", title: "Votes", caption: "", alt: "", unit: "%", max: "100" },
            line: { at: "50", label: "half" },
            rows: [
              { label: ["A"], series: [{ label: "sure", style: "certain", figure: figure("60") }] },
              { label: [long], series: [{ label: "perhaps", style: "possible", figure: figure("60") }] },
              {
                label: ["B in C"],
                series: [
                  { label: "held", style: "certain", figure: figure("40") },
                  { label: "by contract", style: "contract", figure: figure("100") },
                  { label: "in name", style: "nominal", figure: figure("10") },
                ],
              },
            ],
          },
        ],
      },
      { columns, terminal: false },
    );
  const drawn = bars("en");
  expect(drawn).toMatch(/^A · sure +█{15}┊██ +60 %$/m);
  expect(drawn.replace(/\s+/g, " ")).toMatch(/Services Group and Others · perhaps ╌{15}┊╌╌ 60 %/);
  expect(drawn).toMatch(/^B in C\n {2}held +█{12} {3}┊ +40 %\n {2}by contract +═{15}┊═{14} +100 %$/m);
  expect(drawn).toMatch(/^ {2}in name +··· {12}┊ +10 %$/m);
  expect(drawn).toContain("\n┊ 50 %: half\n");
  expect(bars("zh")).toContain("\n┊ 50%：half\n");
  for (const line of bars("en", 60).split("\n")) expect(line.length).toBeLessThanOrEqual(60);
});

test("numbers over time are drawn as sure as they are, and what a tree showed once is pointed to", () => {
  const series = BLOCKS.find((block) => block.kind === "series");
  const perhaps: Block = {
    ...(series as Extract<Block, { kind: "series" }>),
    lines: [
      {
        label: "outlets",
        style: "possible",
        steps: [{ from: "2018-01-01", figure: { value: "1", unit: "", because: [], how: "" } }],
      },
    ],
  };
  const edge = (from: string, to: string) =>
    ({ from, to, style: "certain", label: "", because: [], emphasis: false }) as const;
  const diamond: Block = {
    ...{ kind: "network", title: "", caption: "", alt: "" },
    nodes: ["a", "b", "c", "d", "e"].map((id, n) => ({
      ...{ id, label: id.toUpperCase(), shape: "company" as const },
      ...(n === 0 ? { role: "subject" as const } : {}),
    })),
    edges: [edge("b", "a"), edge("c", "a"), edge("d", "b"), edge("d", "c"), edge("e", "d")],
  };
  const text = drawAnswer({ ...answer, blocks: [perhaps, diamond] }, { columns: 80, terminal: false });
  expect(text).toMatch(/1 January 2018 ╌{30} 1/);
  expect(text).toContain("A\n├── B\n│  └── D\n│     └── E\n└── C\n   └── D (see above)");
});
