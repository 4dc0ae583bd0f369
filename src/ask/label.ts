import { advance, WIDE } from "./advance.ts";

/**
 * Width of a text in chart units at a font size of 1, as if it were semi-bold: the same on every machine, as no font
 * is measured, and never narrower than what is drawn in the font of the charts.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += advance(character);
  return width / 100;
}

/** Wraps a text into at most `lines` lines of `width` (at font size 1); what does not fit ends in an ellipsis. */
export function wrap(text: string, width: number, lines: number): string[] {
  const whole = fill(pieces(text, false), width);
  if (holds(whole, width, lines)) return whole;
  const broken = fill(pieces(text, true), width);
  if (holds(broken, width, lines)) return broken;
  const kept = broken.slice(0, lines);
  const rest = [kept.pop() ?? "", ...broken.slice(lines)].join(" ");
  kept.push(shorten(rest, width));
  return kept.map((each) => shorten(each, width));
}

/** Wraps into at most `lines` lines of at most `width`, as evenly as the words allow. */
export function wrapEvenly(text: string, width: number, lines: number): string[] {
  let best = wrap(text, width, lines);
  const count = best.length;
  for (let narrower = width - 0.5; count > 1 && narrower > width / 2; narrower -= 0.5) {
    const tried = fill(pieces(text, false), narrower);
    if (!holds(tried, narrower, count)) break;
    best = tried;
  }
  return best;
}

const holds = (lines: readonly string[], width: number, most: number): boolean =>
  lines.length <= most && lines.every((each) => textWidth(each) <= width);

function fill(words: readonly string[], width: number): string[] {
  const out: string[] = [];
  let line = "";
  for (const word of words) {
    if (line !== "" && textWidth((line + word).trimEnd()) > width) {
      out.push(line.trimEnd());
      line = word.trimStart();
    } else line += word;
  }
  if (line.trim() !== "") out.push(line.trimEnd());
  return out;
}

/** Cuts a text to a width, at an ellipsis. */
export function shorten(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = text;
  while (kept !== "" && textWidth(`${kept}…`) > width) kept = [...kept].slice(0, -1).join("");
  return `${kept.trimEnd()}…`;
}

/** Where a line may break: after spaces, hyphens and slashes (but those of "25/25"), and, where `wide`, between wide characters. */
function pieces(text: string, wide: boolean): string[] {
  const out: string[] = [];
  let word = "";
  const characters = [...text];
  for (const [n, character] of characters.entries()) {
    if (wide && WIDE.test(character)) {
      if (word !== "") out.push(word);
      out.push(character);
      word = "";
      continue;
    }
    word += character;
    const parts = character === "/" && /^\d$/.test(characters[n + 1] ?? "") && /\d\/$/.test(word);
    if (/[\s/-]/.test(character) && !parts) {
      out.push(word);
      word = "";
    }
  }
  if (word !== "") out.push(word);
  return out;
}
