import type { Span } from "../../ask/block.ts";
import type { View } from "../../ask/question.ts";
import { formatDate } from "../../ask/say/date.ts";
import { formatFigure } from "../../ask/say/figure.ts";
import { listOf, nameOf } from "../../ask/say/name.ts";
import { inClass } from "../../ask/say/share-class.ts";
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
  const name = (id: string | null) =>
    id === null || id === "" ? words.unnamed : nameOf(entities[id], lang, id);
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

/** How much is held, in words; null where no source says anything of it. */
export const shareIn = ({ percent }: Speech, range: Percent): string | null =>
  isUnknown(range) ? null : percent(range);

/** Whoever holds or votes something: one party, or several together as one. */
export function holderOf(
  { name, words, view }: Speech,
  { holder, together }: { readonly holder: string; readonly together: readonly string[] },
): string {
  // A party that is not named comes last.
  const [first, ...others] = [...together.filter((p) => p !== ""), ...together.filter((p) => p === "")].map(
    (party) => (party === "" ? words.somebody : name(party)),
  );
  return first === undefined ? name(holder) : words.asOne(first, listOf(others, view.lang));
}

/** A party that holds or controls only together with others, as one. */
export const severalAs = (speech: Speech, party: string, others: readonly string[]): string =>
  holderOf(speech, { holder: party, together: others.length === 0 ? [] : [party, ...others].sort() });

/** A party as it controls: alone, or with those without whom it does not. */
export function asControls(speech: Speech, finding: ControlFinding, party: string | null): string {
  const listed = finding.controllers.filter((c) => c.party === party);
  const [only] = listed;
  return party !== null && only !== undefined && listed.length === 1
    ? severalAs(speech, party, only.joint)
    : speech.name(party);
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
  const more = zh ? `（${r.class}）` : ` (${r.class})`;
  const name = isVoting(r) ? kindOf({ right, view }, r) : r.class === "" ? called : called + more;
  return [name, unknown ? "" : percent(r.range), r.conditional && !said ? words.conditional : ""]
    .filter((s) => s !== "")
    .join(zh ? "，" : ", ");
}

/** An agreement by name, with those who act together with the party that is named beside it. */
export function withMembers(
  speech: Speech,
  r: Parameters<typeof called>[1] & { readonly party: string | null; readonly members: readonly string[] },
): string {
  const { words, name, view } = speech;
  const others = r.members.filter((one) => one !== r.party).map((one) => name(one));
  if (others.length === 0) return called(speech, r);
  const named = others.length > MOST_MEMBERS ? words.others(others.length) : listOf(others, view.lang);
  return words.inAgreement(called(speech, r), named);
}

const MOST_MEMBERS = 2;

/** Votes, or shares as votes: what is summed. */
export const isVoting = ({ right }: { readonly right: string }): boolean =>
  right === "shareholding" || right === "votingRights";

/** Shares or votes by name, with their class. */
export const kindOf = (
  { right, view }: Pick<Speech, "right" | "view">,
  s: { readonly right: string; readonly class: string },
): string => inClass(right(s.right), s.class, view.lang);

/** Anything from none to all. */
export const isUnknown = (range: Percent): boolean =>
  typeof range !== "string" && range.low === "0" && range.high === "100" && !range.lowOpen && !range.highOpen;
