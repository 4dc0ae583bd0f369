import { expect, test } from "vitest";
import type { Block, ClaimStanding } from "../ask/block.ts";
import { blockHtml, type Links } from "./html.ts";

const links: Links = {
  notes: (because) => because.map((id) => ({ n: Number(id.slice(1)), href: `#note-${id}` })),
  entity: (id) => (id === "known" ? "#known" : undefined),
};
const figure = {
  value: "28.8",
  unit: "%",
  because: ["s2"],
  how: "",
  marks: [{ kind: "disputed" as const }, { kind: "old" as const, days: 412 }],
};

test("a sentence keeps its links and numbers its sources", () => {
  const block: Block = {
    kind: "prose",
    role: "why",
    title: "Why",
    list: true,
    sentences: [[{ text: "A", entity: "known" }, " holds ", { text: "60 % <b>", because: ["s1", "s2"] }]],
  };
  const html = blockHtml(block, "en", links);
  expect(html).toContain('<a href="#known">A</a>');
  expect(html).toContain("60 % &lt;b&gt;");
  expect(html).toContain('<sup class="notes">[<a href="#note-s1">1</a>, <a href="#note-s2">2</a>]</sup>');
});

test("an entity without a place in the document is plain text", () => {
  const html = blockHtml(
    { kind: "headline", text: [{ text: "B", entity: "other" }], because: [] },
    "en",
    links,
  );
  expect(html).toBe('<p class="headline">B</p>');
});

test("three notes and more in a row are cited by the first and the last", () => {
  const because = ["s1", "s3", "s4", "s5", "s8", "s9"];
  const html = blockHtml({ kind: "headline", text: ["It is so."], because }, "en", links);
  const link = (n: number) => `<a href="#note-s${n}">${n}</a>`;
  expect(html).toContain(
    `<sup class="notes">[${link(1)}, ${link(3)}–${link(5)}, ${link(8)}, ${link(9)}]</sup>`,
  );
});

test("a figure shows its marks, each explained", () => {
  const html = blockHtml({ kind: "figures", items: [{ label: "Stake", figure }] }, "en", links);
  expect(html).toContain("28.8\u00a0%");
  expect(html).toContain("Sources disagree");
  expect(html).toContain("Last observed 14 months before this date");
  expect(html).toContain('class="figure old"');
});

test("a table has headed rows and columns", () => {
  const block: Block = {
    kind: "table",
    title: "Holders",
    caption: "as stated",
    columns: [{ label: "Holder" }, { label: "Stake", numeric: true }],
    rows: [[["SoftBank"], { figure }]],
  };
  const html = blockHtml(block, "zh", links);
  expect(html).toContain("<caption>Holders</caption>");
  expect(html).toContain('<th scope="col" class="numeric">Stake</th>');
  expect(html).toContain('<th scope="row">SoftBank</th>');
  expect(html).toContain("28.8%");
});

test("claims stand with their mark, words, reasons and statements; everything in them is escaped", () => {
  const item = (standing: ClaimStanding, id: string) => ({
    id,
    place: "p. <1>",
    text: [{ text: `Claim <${id}>`, because: ["s1"] }],
    standing,
    says: `says ${standing}`,
    brief: ["For it: <A>."],
    why: [[{ text: "Because.", because: ["s2"] }]],
    figures: [{ label: "4 percent", figure }],
    sides: [{ label: "For it", entries: [["An <entry>"]] }],
  });
  const standings = ["supported", "contested", "contradicted", "unsupported", "not checkable"] as const;
  const block: Block = {
    kind: "claims",
    title: "T",
    caption: "C",
    items: standings.map((standing, n) => item(standing, `C${n}`)),
  };
  const html = blockHtml(block, "en", links);
  for (const standing of standings) expect(html).toContain(`<strong>says ${standing}</strong>`);
  const marks = [...html.matchAll(/<svg class="standing-mark.*?<\/svg>/g)].map((mark) =>
    mark[0].replace(/class="[^"]*"/, ""),
  );
  expect(new Set(marks).size).toBe(standings.length);
  for (const shown of [
    "p. &lt;1&gt;",
    "Claim &lt;C0&gt;",
    "&lt;A&gt;",
    "An &lt;entry&gt;",
    "28.8\u00a0%",
    "#note-s2",
  ])
    expect(html).toContain(shown);
  expect(html).not.toContain("<entry>");
});
