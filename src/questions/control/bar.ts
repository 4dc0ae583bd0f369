import type { Sentence } from "../../ask/block.ts";
import { endsOf, formatHalves, type Percent, parseShare, WHOLE } from "../../model/share.ts";
import type { ControlFinding } from "./finding.ts";
import { shareWords } from "./share-words.ts";
import { kindOf, type Speech } from "./speech.ts";

type Holding = ControlFinding["holdings"][number];

/** What a block has to pass to be a majority, in halves of a share unit: half of the whole less own shares. */
export interface Bar {
  readonly halves: number;
  /** Own shares are more than their lower end, so the figure itself is enough. */
  readonly open: boolean;
}

/** The bar beside own shares of these sizes. */
export function barOf(own: readonly Percent[]): Bar {
  const ends = own.map((range) => ({ low: parseShare(endsOf(range).low).low, open: endsOf(range).lowOpen }));
  return {
    halves: WHOLE - ends.reduce((sum, { low }) => sum + low, 0),
    open: ends.some(({ open }) => open),
  };
}

/** Whether all of a range is a majority. */
export function isMajority(range: Percent, { halves, open }: Bar): boolean {
  const { low, lowOpen } = endsOf(range);
  const twice = 2 * parseShare(low).low;
  return twice > halves || (twice === halves && (open || lowOpen));
}

/** "Half", or the figure where own shares leave less to be voted. */
export const barText = ({ view, percent }: Speech, { halves }: Bar): string =>
  halves === WHOLE ? shareWords(view.lang).half : percent(formatHalves(halves));

/** Holdings of a company in itself that a step through its votes rests on. */
export const ownShares = (
  finding: ControlFinding,
  steps: readonly { readonly held: string; readonly because: readonly string[] }[],
): Holding[] =>
  finding.holdings.filter(
    (h) =>
      h.party === h.held &&
      steps.some((s) => s.held === h.held && h.because.some((id) => s.because.includes(id))),
  );

/** Own shares are nobody's votes, and make the majority smaller. */
export function ownSentence(speech: Speech, h: Holding, bar: Bar): Sentence {
  const { view, name, percent } = speech;
  const text = shareWords(view.lang).own(
    name(h.held),
    percent(h.range),
    kindOf(speech, h),
    barText(speech, bar),
  );
  return [{ text, because: h.because }];
}
