/** Characters a terminal draws two columns wide, and those it draws none for. */
const WIDE =
  /[\u1100-\u115f\u231a\u231b\u23e9-\u23f3\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NONE = /\p{Mn}|\p{Me}|\p{Cf}/u;
/** Control characters, and those that turn the direction of writing: data must not steer a terminal. */
const CONTROL = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Data as it may be shown on a terminal: on one line, without control characters. */
export const clean = (text: string): string => text.replace(/[\t\n]+/g, " ").replace(CONTROL, "");

/** Columns a text takes on a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

/** A text filled up with spaces to a number of columns. */
export function pad(text: string, columns: number, right = false): string {
  const space = " ".repeat(Math.max(0, columns - columnsOf(text)));
  return right ? space + text : text + space;
}

/** Breaks a text into lines of at most `columns`: at spaces, and between wide characters. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/\S+\s*|\s+/gu)?.flatMap(breakable) ?? []) {
    if (line !== "" && columnsOf(line + piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
    while (columnsOf(line.trimEnd()) > columns) {
      const head = cut(line, columns);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

const breakable = (word: string): string[] =>
  word.match(/(?:[\u3000-\u9fff\uf900-\uffef]|[^\u3000-\u9fff\uf900-\uffef]+)[、。，；：）」』]*/gu) ?? [
    word,
  ];

/** A text cut to a number of columns, at an ellipsis. */
export const shorten = (text: string, columns: number): string =>
  columnsOf(text) <= columns ? text : `${cut(text, columns - 1).trimEnd()}…`;

function cut(text: string, columns: number): string {
  let kept = "";
  for (const character of text) {
    if (columnsOf(kept + character) > Math.max(2, columns)) break;
    kept += character;
  }
  return kept;
}
