import type { ClaimStanding } from "../ask/block.ts";
import { el, join, type Markup } from "./element.ts";

/** The mark of a standing as a character, for terminals and Markdown. */
export const STANDING_SIGN: Readonly<Record<ClaimStanding, string>> = {
  supported: "●",
  contested: "◐",
  contradicted: "✕",
  unsupported: "○",
  "not checkable": "–",
};

const circle = (fill: string): Markup =>
  el("circle", { cx: 6, cy: 6, r: 4.75, fill, stroke: "currentColor", "stroke-width": 1.5 });
const line = (d: string): Markup =>
  el("path", { d, fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-linecap": "round" });

const DRAWN: Readonly<Record<ClaimStanding, Markup>> = {
  supported: circle("currentColor"),
  contested: join([
    circle("none"),
    el("path", { d: "M6 1.25A4.75 4.75 0 0 0 6 10.75Z", fill: "currentColor" }),
  ]),
  contradicted: line("M2 2L10 10M10 2L2 10"),
  unsupported: circle("none"),
  "not checkable": line("M2 6H10"),
};

/** The same drawn, as fonts may lack it: full, half, crossed, empty, a dash. The words stand beside it. */
export const standingMark = (standing: ClaimStanding): Markup =>
  el(
    "svg",
    {
      class: `standing-mark ${standing.replace(" ", "-")}`,
      viewBox: "0 0 12 12",
      width: 12,
      height: 12,
      "aria-hidden": "true",
    },
    DRAWN[standing],
  );
