import { clean } from "./width.ts";

/**
 * Data as Markdown text: nothing in it is markup, HTML, mathematics or the end of a table's cell, nor an address that GitHub
 * makes a link of.
 */
export const escaped = (text: string): string =>
  clean(text).replace(/[\\`*_{}[\]<>#|~!&$@]|:(?=\/\/)|(?<=www)\./gi, (sign) => `\\${sign}`);

/** Escaped text where a paragraph or an item begins: it begins no list, no rule and no code. */
export const begun = (text: string): string =>
  text
    .trimStart()
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
