import type { Bars, Block } from "../../../ask/block.ts";
import { sumOf } from "../../../model/share.ts";
import type { ControlFinding } from "../finding.ts";
import { isControl } from "../laws/show.ts";
import { isUnknown, type Speech, severalAs } from "../speech.ts";
import type { HangsWords } from "./words.ts";

type Flip = NonNullable<ControlFinding["turns"]>["flips"][number];

/** A flip read aloud: "if Jack Ma held 1.2 points more, he would certainly control it". */
export function flipText(speech: Speech, w: HangsWords, finding: ControlFinding, flip: Flip): string {
  const { name, percent } = speech;
  const text = {
    holder: severalAs(speech, flip.holder ?? "", flip.heldWith),
    party: severalAs(speech, flip.party, flip.together),
    other: flip.holder !== flip.party,
    held: name(flip.held),
    subject: name(finding.subject),
    at: percent(flip.at),
    by: flip.by === "0" ? "" : w.points(flip.by),
    reached: flip.reached,
    nothing: flip.at === "0",
  };
  if (flip.kind === "loses") return w.loses(text);
  return flip.within ? w.shown(text, isUnknown(flip.range) ? "" : percent(flip.range)) : w.gains(text);
}

/** What is held on the day against where the verdict turns, with half of the votes drawn across. */
export function flipBars(speech: Speech, w: HangsWords, finding: ControlFinding): Block[] {
  const { entity, name, view } = speech;
  const flips = finding.turns?.flips ?? [];
  if (flips.length === 0) return [];
  const rows = flips.map((flip): Bars["rows"][number] => {
    const { because, range, at } = flip;
    const alone = flip.others === "0" || !isControl(finding);
    const figure = (value: typeof range, how: string) => ({ value, unit: "%", because, how });
    const side = alone
      ? []
      : [{ label: w.side, style: "certain" as const, figure: figure(sideOf(flip), w.sideHow) }];
    return {
      label: [
        flip.heldWith.length === 0
          ? entity(flip.holder)
          : severalAs(speech, flip.holder ?? "", flip.heldWith),
        w.inside("", name(flip.held)),
      ],
      series: [
        { label: w.heldNow, style: "certain", figure: figure(range, w.heldHow) },
        { label: w.turnsAt, style: "possible", figure: figure(at, w.turnsHow) },
        ...side,
      ],
    };
  });
  const line = isControl(finding) ? majorityLine(w, flips) : null;
  return [
    {
      kind: "bars",
      title: w.bars,
      caption: [w.barsCaption, line === null ? "" : w.lineCaption]
        .filter((one) => one !== "")
        .join(view.lang === "zh" ? "" : " "),
      alt: flips.map((flip) => flipText(speech, w, finding, flip)).join(view.lang === "zh" ? "" : " "),
      unit: "%",
      max: "100",
      ...(line === null ? {} : { line }),
      rows,
    },
  ];
}

/** Where a side has a majority, if that is the same in all companies: own shares make it less than half. */
function majorityLine(w: HangsWords, flips: readonly Flip[]): NonNullable<Bars["line"]> | null {
  const [at, ...others] = [...new Set(flips.map((flip) => majorityIn(flip)))];
  if (at === undefined || others.length > 0) return null;
  return { at, label: at === "50" ? w.half : w.majority };
}

/** What a side has to pass: where the holding turns it, and what counts besides. */
function majorityIn({ at, others }: Flip): string {
  const sum = sumOf([at, others]);
  return typeof sum === "string" ? sum : sum.low;
}

/** What the same side has at the least, this holding included. */
function sideOf(flip: Flip) {
  const least = typeof flip.range === "string" ? flip.range : flip.range.low;
  return sumOf([least, flip.others]);
}
