import type { Sentence } from "../../ask/block.ts";
import { endsOf, formatHalves, type Percent, parseShare, WHOLE } from "../../model/share.ts";
import type { ControlFinding } from "./finding.ts";
import { shareWords } from "./share-words.ts";
import { isUnknown, kindOf, type Speech } from "./speech.ts";

type Holding = ControlFinding["holdings"][number];

/** What a block has to pass to be a majority: half of the whole less own shares, in halves of a share unit. */
export interface Bar {
  /** By what is certainly held of itself. */
  readonly halves: number;
  /** Own shares are more than that end, so the figure itself is enough. */
  readonly open: boolean;
  /** How much is held of itself is one figure, and sure. */
  readonly exact: boolean;
}

/** The bar in the votes of a class, '' for those of the company, beside own shares: those of another may not count in it. */
export function barOf(own: readonly Holding[], ofClass: string): Bar {
  const sure = (h: Holding) => h.presence === "certain" && h.class === ofClass;
  const ends = own.filter(sure).map(({ range }) => endsOf(range));
  return {
    halves: WHOLE - ends.reduce((sum, { low }) => sum + parseShare(low).low, 0),
    open: ends.some(({ lowOpen }) => lowOpen),
    exact: own.every((h) => sure(h) && typeof h.range === "string"),
  };
}

/** Whether all of a range is a majority, whatever own shares are. */
export function isMajority(range: Percent, { halves, open }: Bar): boolean {
  const { low, lowOpen } = endsOf(range);
  const twice = 2 * parseShare(low).low;
  return twice > halves || (twice === halves && (open || lowOpen));
}

/** "Half"; the figure where own shares leave less to be voted; in words where that is no single figure. */
export function barText({ view, percent }: Speech, { halves, exact }: Bar): string {
  const more = shareWords(view.lang);
  if (!exact) return more.halfCast;
  return halves === WHOLE ? more.half : percent(formatHalves(halves));
}

/** Holdings of a company in itself that steps through its votes rest on. */
export const ownShares = (
  finding: ControlFinding,
  steps: readonly { readonly held: string; readonly class: string; readonly because: readonly string[] }[],
): Holding[] =>
  finding.holdings.filter(
    (h) =>
      h.party === h.held &&
      steps.some(
        (s) =>
          s.held === h.held &&
          (h.class === s.class || h.class === "" || s.class === "") &&
          h.because.some((id) => s.because.includes(id)),
      ),
  );

/** Own shares are nobody's votes, and make the majority smaller; by how much, where what follows rests on it. */
export function ownSentence(speech: Speech, h: Holding, bar: Bar, needed: boolean): Sentence {
  const { view, name, percent } = speech;
  const more = shareWords(view.lang);
  const figure = percent(formatHalves(bar.halves));
  const says = bar.exact
    ? more.majorityIs(figure)
    : needed
      ? more.majorityAnyway(figure, bar.open)
      : more.majorityLess;
  const kind = kindOf(speech, h);
  const text = isUnknown(h.range)
    ? more.ownUnknown(name(h.held), kind, says)
    : more.own(name(h.held), percent(h.range), kind, says);
  return [{ text, because: h.because }];
}
