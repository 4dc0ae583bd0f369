import type { Lang } from "../ask/answer.ts";
import type { Block, Cell, Figure, Mark, Matrix, Prose, Sentence, Span, Table } from "../ask/block.ts";
import { formatFigure } from "../ask/say/figure.ts";
import { alternative } from "./alternative.ts";
import { claimsHtml } from "./claims.ts";
import { draw } from "./draw.ts";
import { el, join, type Markup, text } from "./element.ts";
import { markText } from "./figure.ts";
import { marksIn } from "./key.ts";
import { HOURGLASS } from "./mark.ts";
import { runsOf } from "./runs.ts";
import { drawWords } from "./words.ts";

/**
 * Pictures whose lengths say something: where a window shows half of them bars look equally long, and the day asked about
 * may be out of sight. A small screen has them drawn anew.
 */
const NARROWED: ReadonlySet<Block["kind"]> = new Set(["bars", "timeline", "series"]);
const NARROW = 300;

/** Where a printed block leads: the numbered notes of some statements, and an entity's place in the document, if it has one. */
export interface Links {
  readonly notes: (because: readonly string[]) => readonly { readonly n: number; readonly href: string }[];
  readonly entity: (id: string) => string | undefined;
  /** Where a question is answered, if it is. */
  readonly question?: (id: string) => string | undefined;
}

/** A block as a semantic HTML string for a printed page; all data in it is escaped, nothing needs a script. */
export function blockHtml(block: Block, lang: Lang, links: Links): string {
  switch (block.kind) {
    case "headline":
      return el("p", { class: "headline" }, sentence(block.text, links), notes(block.because, links));
    case "figures":
      return el(
        "dl",
        { class: "figures" },
        ...block.items.map((item) =>
          el("div", {}, el("dt", {}, text(item.label)), el("dd", {}, figure(item.figure, lang, links))),
        ),
      );
    case "table":
      return table(block, lang, links);
    case "prose":
      return prose(block, links);
    case "claims":
      return claimsHtml(block, {
        sentence: (content) => sentence(content, links),
        figure: (content) => figure(content, lang, links),
        words: drawWords(lang),
      });
    case "network":
    case "bars":
    case "timeline":
    case "series":
    case "matrix":
      return el(
        "figure",
        { class: `chart ${block.kind}` },
        el("h3", {}, text(block.title)),
        draw(block, { lang }) as Markup,
        ...(NARROWED.has(block.kind)
          ? [el("div", { class: "narrow" }, draw(block, { lang, width: NARROW }) as Markup)]
          : []),
        ...(block.kind === "matrix" ? [matrixKey(block)] : []),
        el("figcaption", {}, text(block.caption)),
        el(
          "details",
          { class: "as-table" },
          el("summary", {}, text(drawWords(lang).asTable)),
          table({ ...alternative(block, lang), title: "", caption: "" }, lang, links),
        ),
      );
  }
}

/** What the columns of a matrix are. */
const matrixKey = ({ columns }: Matrix): Markup =>
  el(
    "dl",
    { class: "key" },
    ...columns.map(({ label, about }) => el("div", {}, el("dt", {}, text(label)), el("dd", {}, text(about)))),
  );

/** What the signs beside the figures of some blocks mean, those that are there; nothing where none is. */
export function keyHtml(blocks: readonly Block[], lang: Lang): string {
  const marks = marksIn(blocks, lang);
  if (marks.length === 0) return "";
  const rows = marks.map(({ mark, sign, says }) =>
    el("div", {}, el("dt", {}, signOf(mark, sign)), el("dd", {}, text(says))),
  );
  return el("dl", { class: "key signs" }, ...rows);
}

const signOf = (mark: Mark, sign: string): Markup => (mark.kind === "old" ? hourglass() : text(sign));

function prose(block: Prose, links: Links): Markup {
  const body = block.sentences.map((each) => el(block.list ? "li" : "p", {}, sentence(each, links)));
  return el(
    "section",
    { class: `prose ${block.role}` },
    ...(block.title === "" ? [] : [el("h3", {}, text(block.title))]),
    ...(block.list ? [el("ol", {}, ...body)] : body),
  );
}

function table(block: Table, lang: Lang, links: Links): Markup {
  const head = block.columns.map((column) =>
    el("th", { scope: "col", class: column.numeric ? "numeric" : undefined }, text(column.label)),
  );
  const rows = block.rows.map((row) =>
    el(
      "tr",
      {},
      ...row.map((each, n) =>
        el(
          n === 0 ? "th" : "td",
          { scope: n === 0 ? "row" : undefined, class: block.columns[n]?.numeric ? "numeric" : undefined },
          cell(each, lang, links),
        ),
      ),
    ),
  );
  const caption = block.title === "" ? [] : [el("caption", {}, text(block.title))];
  const after = block.caption === "" ? [] : [el("p", { class: "caption" }, text(block.caption))];
  return join([
    el("table", {}, ...caption, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows)),
    ...after,
  ]);
}

const cell = (content: Cell, lang: Lang, links: Links): Markup =>
  "figure" in content ? figure(content.figure, lang, links) : sentence(content, links);

/** A figure with its marks, each explained in its title, and its notes. */
function figure(content: Figure, lang: Lang, links: Links): Markup {
  const marks = (content.marks ?? []).map((mark) => {
    const { sign, says } = markText(mark, lang);
    return join([text(" "), el("abbr", { class: `mark ${mark.kind}`, title: says }, signOf(mark, sign))]);
  });
  const old = (content.marks ?? []).some((mark) => mark.kind === "old");
  return join([
    el("span", { class: old ? "figure old" : "figure" }, text(formatFigure(content, lang)), ...marks),
    notes(content.because, links),
  ]);
}

/** Drawn, as on the charts. */
const hourglass = (): Markup =>
  el(
    "svg",
    { class: "hourglass", viewBox: "0 0 10 14", width: 9, height: 12, "aria-hidden": "true" },
    el("path", { d: HOURGLASS, fill: "none", stroke: "currentColor", "stroke-width": 1.2 }),
  );

const sentence = (content: Sentence, links: Links): Markup => join(content.map((each) => span(each, links)));

function span(content: Span, links: Links): Markup {
  if (typeof content === "string") return text(content);
  const href =
    content.asks !== undefined
      ? links.question?.(content.asks)
      : content.entity === undefined
        ? undefined
        : links.entity(content.entity);
  const shown = href === undefined ? text(content.text) : el("a", { href }, text(content.text));
  return join([shown, notes(content.because ?? [], links)]);
}

function notes(because: readonly string[], links: Links): Markup {
  const numbers = because.length === 0 ? [] : links.notes(because);
  if (numbers.length === 0) return "" as Markup;
  const hrefs = new Map(numbers.map(({ n, href }) => [n, href]));
  const linked = (n: number) => el("a", { href: hrefs.get(n) ?? "" }, text(String(n)));
  const spaced = runsOf([...hrefs.keys()]).flatMap(([first, last], k) => [
    ...(k === 0 ? [] : [text(", ")]),
    linked(first),
    ...(first === last ? [] : [text("–"), linked(last)]),
  ]);
  return el("sup", { class: "notes" }, text("["), ...spaced, text("]"));
}
