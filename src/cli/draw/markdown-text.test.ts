import { expect, test } from "vitest";
import type { Answer } from "../../ask/answer.ts";
import type { Source } from "../../model/source.ts";
import type { Statement } from "../../model/statement.ts";
import { answerMarkdown } from "./markdown.ts";
import { begun, escaped } from "./markdown-text.ts";

test("nothing in data is markup: not code, nor a cell's end, a link, an entity or mathematics", () => {
  expect(escaped("a|b `c` <i> &copy; [x](y) ![z] *e* _e_ ~~d~~ #1 $x$ \\")).toBe(
    "a\\|b \\`c\\` \\<i\\> \\&copy; \\[x\\](y) \\!\\[z\\] \\*e\\* \\_e\\_ \\~\\~d\\~\\~ \\#1 \\$x\\$ \\\\",
  );
  expect(escaped("two\n\tlines\u0007")).toBe("two lines");
});

test("an address in a name becomes no link, however Markdown is read", () => {
  expect(escaped("https://evil.example/a_b")).toBe("https\\://evil.example/a\\_b");
  expect(escaped("WWW.evil.example, x@evil.example")).toBe("WWW\\.evil.example, x\\@evil.example");
  expect(escaped("12:30, www and 3:1")).toBe("12:30, www and 3:1");
});

test("a name at the beginning of a line begins no list, rule, heading or code", () => {
  const lines = {
    "- Dash": "\\- Dash",
    "+ Plus": "\\+ Plus",
    "---": "\\---",
    "===": "\\===",
    "1. One": "1\\. One",
    "2) Two": "2\\) Two",
    "    Four": "Four",
    "2021 Ltd": "2021 Ltd",
    "3.5 % of it": "3\\.5 % of it",
    "# Head": "\\# Head",
  };
  for (const [text, written] of Object.entries(lines)) expect(begun(escaped(text))).toBe(written);
});

/** An answer that cites one source of this title and address, in sentences, a list and figures that begin with a name. */
function citing(name: string, source: Partial<Source>): string {
  const statement: Partial<Statement> = { id: "1", source: "s" };
  const figure = { value: "60", unit: "%", because: ["1"], how: "" };
  const answer: Partial<Answer> = {
    ...{ lang: "en", entities: {}, findings: [], gaps: [] },
    statements: { 1: statement as Statement },
    sources: {
      s: { ...{ id: "s", publisher: "", published: "", retrieved: "", url: "" }, ...source } as Source,
    },
    blocks: [
      { kind: "headline", text: [` ${name} controls it. `], because: ["1"] },
      { kind: "figures", items: [{ label: name, figure }] },
      { kind: "prose", role: "note", title: name, list: true, sentences: [[name]] },
      { kind: "prose", role: "note", title: "", list: false, sentences: [[name]] },
      { kind: "table", title: "", caption: name, columns: [{ label: name }], rows: [[{ figure }]] },
    ],
  };
  return answerMarkdown(answer as Answer).replaceAll("\u00a0", " ");
}

test("a page of a case with names made to be markup has the lines of any other page", () => {
  expect(citing("- N", { title: "T" })).toBe(
    [
      ...["**- N controls it.** \\[1\\]", "- \\- N: 60 % \\[1\\]", "## - N", "1. \\- N", "\\- N"],
      ...["| - N |\n| --- |\n| 60 % \\[1\\] |", "\\- N", "## Sources", "1. “T”.\n"],
    ].join("\n\n"),
  );
});

test("the address of a source is a link to that address, its title none; no other kind of address is", () => {
  const listed = (source: Partial<Source>) => citing("N", source).trim().split("\n").at(-1);
  expect(
    listed({ publisher: "1. P", title: "https://x.org/a_b", url: "https://x.org/a_b?c=1&d=~e#f_g" }),
  ).toBe("1. 1\\. P, “https\\://x.org/a\\_b”, <https://x.org/a_b?c=1&d=~e#f_g>.");
  expect(listed({ title: "T", url: "https://x.org/<b>|\u0007c" })).toBe("1. “T”, <https://x.org/%3Cb%3E|c>.");
  expect(listed({ title: "T", url: "javascript:alert(1)" })).toBe("1. “T”, javascript:alert(1).");
});
