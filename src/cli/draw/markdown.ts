import type { Answer, Lang } from "../../ask/answer.ts";
import type { Block, Cell, Claims, Sentence, Table } from "../../ask/block.ts";
import { formatFigure } from "../../ask/say/figure.ts";
import { alternative } from "../../draw/alternative.ts";
import { markText } from "../../draw/figure.ts";
import { marksIn } from "../../draw/key.ts";
import { STANDING_SIGN } from "../../draw/standing.ts";
import { drawWords } from "../../draw/words.ts";
import { cliWords } from "../words.ts";
import { begun, escaped } from "./markdown-text.ts";
import { type Note, type Numbered, numbered } from "./notes.ts";

/** An answer as Markdown (CommonMark with tables); everything in it that is data is escaped. */
export function answerMarkdown(answer: Answer): string {
  const notes = numbered(answer);
  const blocks = answer.blocks.map((block) => markdown(block, answer.lang, notes));
  const marks = marksIn(answer.blocks, answer.lang).map(
    ({ sign, says }) => `- ${escaped(`${sign} ${says}`)}`,
  );
  const key = marks.length === 0 ? [] : [`## ${drawWords(answer.lang).signs}\n\n${marks.join("\n")}`];
  const sources = notes.list().map((note) => `${note.n}. ${begun(cited(note))}`);
  const list = sources.length === 0 ? [] : [`## ${cliWords(answer.lang).sources}\n\n${sources.join("\n")}`];
  return `${[...blocks, ...key, ...list].join("\n\n")}\n`;
}

function markdown(block: Block, lang: Lang, notes: Numbered): string {
  switch (block.kind) {
    case "headline":
      return `**${said(block.text, notes).trim()}**${cites(block.because, notes)}`;
    case "figures":
      return block.items
        .map((item) => `- ${begun(escaped(item.label))}: ${cell(item, lang, notes)}`)
        .join("\n");
    case "table":
      return table(block, lang, notes);
    case "network":
    case "bars":
    case "timeline":
    case "series":
    case "matrix":
      return table(alternative(block, lang), lang, notes);
    case "claims":
      return claims(block, lang, notes);
    case "prose": {
      const lines = block.sentences.map(
        (each, n) => (block.list ? `${n + 1}. ` : "") + begun(said(each, notes)),
      );
      const title = block.title === "" ? "" : `## ${escaped(block.title)}\n\n`;
      return title + lines.join(block.list ? "\n" : "\n\n");
    }
  }
}

function claims(block: Claims, lang: Lang, notes: Numbered): string {
  const items = block.items.map((item) => {
    const mark = `${STANDING_SIGN[item.standing]} ${escaped(item.says)}`;
    const lines = [
      `- ${begun(said(item.brief, notes))}`,
      ...item.why.map((each) => `- ${begun(said(each, notes))}`),
      ...item.figures.map(
        (each) => `- ${begun(escaped(each.label))}: ${cell(each, lang, notes)} (${escaped(each.figure.how)})`,
      ),
      ...item.sides.flatMap((side) => [
        `- ${begun(escaped(side.label))}`,
        ...side.entries.map((entry) => `  - ${begun(said(entry, notes))}`),
      ]),
    ];
    const head = `### ${escaped(item.id)} · ${escaped(item.place)} · ${mark}`;
    return `${head}\n\n${begun(said(item.text, notes))}\n\n${lines.join("\n")}`;
  });
  return [`## ${escaped(block.title)}`, ...items, begun(escaped(block.caption))].join("\n\n");
}

function table(block: Table, lang: Lang, notes: Numbered): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const lines = [
    row(block.columns.map((column) => escaped(column.label))),
    row(block.columns.map((column) => (column.numeric ? "---:" : "---"))),
    ...block.rows.map((each) => row(each.map((one) => cell(one, lang, notes)))),
  ];
  const title = block.title === "" ? "" : `## ${escaped(block.title)}\n\n`;
  const caption = block.caption === "" ? "" : `\n\n${begun(escaped(block.caption))}`;
  return title + lines.join("\n") + caption;
}

function cell(content: Cell, lang: Lang, notes: Numbered): string {
  if (!("figure" in content)) return said(content, notes);
  const marks = (content.figure.marks ?? []).map((mark) => ` ${markText(mark, lang).sign}`).join("");
  return escaped(formatFigure(content.figure, lang) + marks) + cites(content.figure.because, notes);
}

const said = (sentence: Sentence, notes: Numbered): string =>
  sentence
    .map((span) =>
      typeof span === "string" ? escaped(span) : escaped(span.text) + cites(span.because ?? [], notes),
    )
    .join("");

const cites = (because: readonly string[], notes: Numbered): string =>
  notes.of(because).replaceAll("[", "\\[").replaceAll("]", "\\]");

/** A source with its address as a link, which ends where the address ends. */
function cited({ text, url }: Note): string {
  const at = url === "" ? -1 : text.lastIndexOf(url);
  if (at < 0) return escaped(text);
  const link = url.replaceAll("<", "%3C").replaceAll(">", "%3E");
  return `${escaped(text.slice(0, at))}<${link}>${escaped(text.slice(at + url.length))}`;
}
