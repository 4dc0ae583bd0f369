import { Converter } from "opencc-js/t2cn";
import { GROUP_WORDS, HAN_FORMS, LEGAL_FORMS } from "./legal-forms.ts";

let simplify: ((text: string) => string) | undefined;

const HAN = /\p{Script=Han}/u;

/** Traditional characters as simplified ones; other text as it is. */
function simplified(text: string): string {
  if (!HAN.test(text)) return text;
  simplify ??= Converter({ from: "t", to: "cn" });
  return simplify(text);
}

/** What is equal when two names are the same but for case, width, spaces and traditional characters. Accents stay. */
export const fold = (name: string): string =>
  simplified(name.normalize("NFKC")).toLowerCase().replace(/\s+/g, " ").trim();

const literal = (form: string) => form.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const longestFirst = (forms: readonly string[]) =>
  [...forms]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join("|");

/** Endings of a folded name that are no part of what people call it; the syntax is common to JavaScript and RE2. */
export const ENDING = `(?:[ ,.]+(?:${longestFirst([...LEGAL_FORMS, ...GROUP_WORDS])})\\.?,?)+$`;
const HAN_ENDING = `(?: ?(?:${longestFirst(HAN_FORMS)}))+$`;
const ending = new RegExp(ENDING, "u");
const hanEnding = new RegExp(HAN_ENDING, "u");

/** A folded name without its legal form; the whole name where nothing would be left. */
export function bare(folded: string): string {
  const short = folded.replace(hanEnding, "").replace(ending, "").trim();
  return short === "" ? folded : short;
}
