/** Characters drawn twice as wide as Latin ones: Han, kana, hangul, full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Estimated width of a text in chart units at a font size of 1; the same on every machine, no font is measured. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (WIDE.test(character)) width += 1;
    else if (/[MW@%—]/.test(character)) width += 0.86;
    else if (/[A-Z0-9&≠⌛]/.test(character)) width += 0.64;
    else if (/[\sijlftr.,:;'’|!()-]/.test(character)) width += 0.34;
    else width += 0.54;
  }
  return Math.round(width * 100) / 100;
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

/** Where a line may break: after spaces, hyphens and slashes, and, where `wide`, between wide characters. */
function pieces(text: string, wide: boolean): string[] {
  const out: string[] = [];
  let word = "";
  for (const character of text) {
    if (wide && WIDE.test(character)) {
      if (word !== "") out.push(word);
      out.push(character);
      word = "";
      continue;
    }
    word += character;
    if (/[\s/-]/.test(character)) {
      out.push(word);
      word = "";
    }
  }
  if (word !== "") out.push(word);
  return out;
}
