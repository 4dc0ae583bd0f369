import type { ClaimItem, Claims, Figure, Sentence } from "../ask/block.ts";
import { el, join, type Markup, text } from "./element.ts";
import { standingMark } from "./standing.ts";
import type { DrawWords } from "./words.ts";

/** How sentences and figures are written where a block of claims stands. */
export interface Pen {
  readonly sentence: (content: Sentence) => Markup;
  readonly figure: (content: Figure) => Markup;
  readonly words: DrawWords;
}

/** Claims on a printed page: each with its mark and standing, who is for and against, and why, all laid open. */
export const claimsHtml = (block: Claims, pen: Pen): Markup =>
  el(
    "section",
    { class: "claims" },
    el("h3", {}, text(block.title)),
    el("p", { class: "lead" }, text(block.caption)),
    el("ol", {}, ...block.items.map((item) => itemHtml(item, pen))),
  );

const itemHtml = (item: ClaimItem, { sentence, figure, words }: Pen): Markup =>
  el(
    "li",
    { class: `claim ${item.standing.replace(" ", "-")}` },
    el("p", { class: "place" }, el("b", {}, text(item.id)), text(` ${item.place}`)),
    el("p", { class: "text" }, sentence(item.text)),
    el(
      "p",
      { class: "standing" },
      standingMark(item.standing),
      text(" "),
      el("strong", {}, text(item.says)),
      text(" "),
      sentence(item.brief),
    ),
    el("ul", { class: "why" }, ...item.why.map((each) => el("li", {}, sentence(each)))),
    ...(item.figures.length === 0
      ? []
      : [
          el(
            "dl",
            { class: "recomputed" },
            ...item.figures.map((each) =>
              join([
                el("dt", {}, text(each.label)),
                el("dd", {}, figure(each.figure), el("span", { class: "how" }, text(` ${each.figure.how}`))),
              ]),
            ),
          ),
        ]),
    ...(item.sides.length === 0
      ? []
      : [
          el(
            "details",
            { class: "attached" },
            el("summary", {}, text(words.attached)),
            ...item.sides.map((side) =>
              join([
                el("h4", {}, text(side.label)),
                el("ul", {}, ...side.entries.map((each) => el("li", {}, sentence(each)))),
              ]),
            ),
          ),
        ]),
  );
