import type { Span } from "../../ask/block.ts";
import type { View } from "../../ask/question.ts";
import { formatDate } from "../../ask/say/date.ts";
import { formatFigure } from "../../ask/say/figure.ts";
import { listOf, nameOf } from "../../ask/say/name.ts";
import { formatDay } from "../../model/date.ts";
import { isNomination, rightCalled } from "../../model/right-words.ts";
import { RIGHTS, type RightCode } from "../../model/rights.ts";
import type { Percent } from "../../model/share.ts";
import type { ControlFinding } from "./finding.ts";
import type { ControlInput } from "./run.ts";
import { type ControlWords, controlWords } from "./words.ts";

export type ControlView = View<ControlInput, ControlFinding>;

/** What every part of the page needs to speak. */
export interface Speech {
  readonly view: ControlView;
  readonly words: ControlWords;
  readonly day: string;
  readonly name: (id: string | null) => string;
  readonly entity: (id: string | null) => Span;
  readonly right: (code: string) => string;
  readonly percent: (value: Percent) => string;
}

/** The words, names and figures of an answer in the reader's language. */
export function speechFor(view: ControlView): Speech {
  const { lang, entities } = view;
  const words = controlWords(lang);
  const name = (id: string | null) => (id === null ? words.unnamed : nameOf(entities[id], lang, id));
  return {
    view,
    words,
    day: formatDate(formatDay(view.asOf), lang),
    name,
    entity: (id) => (id === null ? words.unnamed : { text: name(id), entity: id }),
    right: (code) => RIGHTS[code as RightCode]?.[lang] ?? code,
    percent: (value) => formatFigure({ value, unit: "%" }, lang),
  };
}

/** Whoever holds or votes something: one party, or several together as one. */
export function holderOf(
  { name, words, view }: Speech,
  { holder, together }: { readonly holder: string; readonly together: readonly string[] },
): string {
  const [first, ...others] = together.map((party) => name(party));
  return first === undefined ? name(holder) : words.asOne(first, listOf(others, view.lang));
}

/** A right by name, with what tells it from others of its kind, its size and its condition. */
export function called(
  { right, percent, words, view }: Speech,
  r: {
    readonly right: string;
    readonly class: string;
    readonly range: Percent;
    readonly conditional: boolean;
  },
): string {
  const unknown = isUnknown(r.range);
  const zh = view.lang === "zh";
  const said = isNomination(r.right, r) || r.right === "conditionalRightsGrantedByContract";
  const called = isNomination(r.right, r) ? rightCalled(r.right, view.lang, r) : right(r.right);
  const name = r.class === "" ? called : called + (zh ? `（${r.class}）` : ` (${r.class})`);
  return [name, unknown ? "" : percent(r.range), r.conditional && !said ? words.conditional : ""]
    .filter((s) => s !== "")
    .join(zh ? "，" : ", ");
}

/** Anything from none to all. */
export const isUnknown = (range: Percent): boolean =>
  typeof range !== "string" && range.low === "0" && range.high === "100" && !range.lowOpen && !range.highOpen;
