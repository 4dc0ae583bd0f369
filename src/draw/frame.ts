import { textWidth, wrap } from "../ask/label.ts";
import { el, join, type Markup, text } from "./element.ts";
import type { DrawOptions } from "./options.ts";
import { CHART_CSS } from "./style.ts";

/** What every chart says about itself. */
export interface Framed {
  readonly kind: string;
  readonly title: string;
  readonly caption: string;
  readonly alt: string;
}

const PAD = 20;

/** Puts a drawing of `width` × `height` into its `<svg>`: with its words for those who do not see it, or as a file of its own. */
export function frame(
  about: Framed,
  width: number,
  height: number,
  body: Markup,
  options: DrawOptions,
): string {
  const words = join([el("title", {}, text(about.title)), el("desc", {}, text(about.alt))]);
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    class: `al-chart al-${about.kind}`,
    role: options.interactive ? "group" : "img",
    "aria-label": `${about.title}. ${about.alt}`,
    lang: options.lang === "zh" ? "zh-Hans" : "en",
  };
  if (options.standalone) return alone(about, width, height, body, options.standalone.citation, attributes);
  const size = { width, height, viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}` };
  return el("svg", { ...attributes, ...size }, options.interactive ? ("" as Markup) : words, body);
}

function alone(
  about: Framed,
  width: number,
  height: number,
  body: Markup,
  citation: string,
  attributes: Readonly<Record<string, string>>,
): string {
  const inside = Math.max(width, 480);
  const lines = (content: string, font: number, most: number) => wrap(content, inside / font, most);
  const title = lines(about.title, 20, 3);
  const caption = lines(about.caption, 12, 4);
  const cite = citation.split("\n").flatMap((line) => lines(line, 11, 3));
  const drawn: Markup[] = [];
  let y = PAD;
  const write = (
    content: readonly string[],
    font: number,
    step: number,
    looks: Readonly<Record<string, string>>,
  ) => {
    for (const line of content) {
      y += step;
      drawn.push(el("text", { x: PAD, y, "font-size": font, ...looks }, text(line)));
    }
  };
  write(title, 20, 25, {
    "font-weight": "600",
    "font-family": "'Source Serif 4', Georgia, 'Noto Serif CJK SC', 'Songti SC', serif",
  });
  y += 16;
  const left = PAD + (inside - width) / 2;
  drawn.push(el("g", { transform: `translate(${Math.round(left)} ${Math.round(y)})` }, body));
  y += height + 8;
  write(caption, 12, 17, { class: "muted" });
  y += 4;
  write(cite, 11, 15, { class: "muted" });
  const total = { width: inside + 2 * PAD, height: y + PAD };
  return el(
    "svg",
    { ...attributes, ...total, viewBox: `0 0 ${Math.round(total.width)} ${Math.round(total.height)}` },
    el("title", {}, text(about.title)),
    el("desc", {}, text(about.alt)),
    el("style", {}, CHART_CSS as Markup),
    el("rect", { width: total.width, height: total.height, fill: "#ffffff" }),
    join(drawn),
  );
}

/** A text in the middle of `x`, cut to `room`. */
export const fits = (content: string, room: number, font: number): boolean =>
  textWidth(content) * font <= room;

/** Attributes of a mark that leads to its statements. */
export function because(ids: readonly string[], label: string, options: DrawOptions) {
  const linked = ids.length > 0 ? ids.join(" ") : undefined;
  if (!options.interactive) return { "data-because": linked };
  return { "data-because": linked, role: "button", tabindex: -1, "aria-label": label };
}
