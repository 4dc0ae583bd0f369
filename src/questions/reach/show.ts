import type { Block, Cell, Figure, Mark, Sentence, Span } from "../../ask/block.ts";
import { formatDate } from "../../ask/say/date.ts";
import { kindCalled } from "../../ask/say/entity-kinds.ts";
import { listOf, nameOf } from "../../ask/say/name.ts";
import { inClass } from "../../ask/say/share-class.ts";
import { formatDay } from "../../model/date.ts";
import { type Effect, RIGHTS, type RightCode } from "../../model/rights.ts";
import { behindSaid } from "./behind-show.ts";
import { changeBlocks } from "./change-show.ts";
import type { ReachFinding } from "./finding.ts";
import { shownAs } from "./overlap.ts";
import { overlapBlocks } from "./overlap-show.ts";
import { isStake, rightsSaid, waySaid, withoutVotes } from "./rights-said.ts";
import { seriesBlocks } from "./series.ts";
import { entityIn as entity, type ReachView } from "./speech.ts";
import { type Counts, type ReachWords, reachWords, type Shown } from "./words.ts";

const SHOWN: readonly Shown[] = ["certain", "possible", "jointly", "stake", "exposure"];
/** Shown only where there are any. */
const SELDOM: ReadonlySet<Shown> = new Set(["jointly", "exposure"]);

const MOST_BARS = 40;
const ECONOMIC = new Set<Effect>(["shares", "economic"]);

/** What X controls and what it merely holds, apart: the count under each reading, the bars, the tables. */
export function showReach(view: ReachView): readonly Block[] {
  const words = reachWords(view.lang);
  const day = formatDate(formatDay(view.asOf), view.lang);
  const party = nameOf(view.entities[view.input.entity], view.lang, view.input.entity);
  const of = (c: Shown) => view.findings.filter((f) => shownAs(f) === c);
  const counts = countsBy((c) => of(c).length);
  const outlets = countsBy((c) => of(c).filter((f) => f.kind === "outlet").length);
  const behind = behindSaid(view, view.findings);
  const because = [...new Set([...view.findings, ...behind].flatMap((f) => f.because))].sort();
  const shared = jointlySaid(view, words);
  const said =
    view.findings.length === 0
      ? [words.nothing(party, day)]
      : [
          words.headline(party, day, counts),
          ...shared,
          ...behind.map(({ text }) => text),
          words.outlets(outlets),
        ];
  return [
    ...changeBlocks(view, party),
    ...overlapBlocks(view, party),
    { kind: "headline", text: said, because },
    ...(view.findings.length === 0 ? [] : [countsBlock(words, of), ...barsOf(view, words, party, day)]),
    ...seriesBlocks(view, party),
    ...unknownBlock(view, words),
    ...SHOWN.flatMap((c) => tableOf(view, words, c)),
    { kind: "prose", role: "note", title: words.method, list: false, sentences: [[words.methodText]] },
  ];
}

const countsBy = (count: (c: Shown) => number): Counts => ({
  certain: count("certain"),
  possible: count("possible"),
  jointly: count("jointly"),
  stake: count("stake"),
  exposure: count("exposure"),
});

/** What it controls, or may control, only together with others. */
function jointlySaid(view: ReachView, words: ReachWords): string[] {
  const name = (id: string) => nameOf(view.entities[id], view.lang, id);
  return (["certain", "possible"] as const).flatMap((certainty) => {
    const some = view.findings.flatMap((f) =>
      f.jointly?.certainty === certainty
        ? [words.withOthers(name(f.entity), listOf(f.jointly.with.map(name), view.lang))]
        : [],
    );
    return some.length === 0 ? [] : [words.jointly(certainty, listOf(some, view.lang))];
  });
}

function countsBlock(words: ReachWords, of: (c: Shown) => readonly ReachFinding[]): Block {
  const item = (c: Shown) => {
    const some = of(c);
    const because = [...new Set(some.flatMap((f) => f.because))].sort();
    return {
      label: words.notes[c],
      figure: {
        value: String(some.length),
        unit: some.length === 1 ? words.ofOne : words.of,
        because,
        how: words.countHow,
      },
    };
  };
  return {
    kind: "figures",
    items: SHOWN.filter((c) => !SELDOM.has(c) || of(c).length > 0).map(item),
  };
}

const styleOf = {
  ...({ certain: "certain", possible: "possible" } as const),
  ...({ jointly: "contract", stake: "nominal", exposure: "declared" } as const),
};

/** The votes the party has by itself, where they are its own: of what several control together they would say nothing. */
function barsOf(view: ReachView, words: ReachWords, party: string, day: string): Block[] {
  const own = view.findings.filter(
    (f) => f.votes !== null && !f.indirect && shownAs(f) !== "jointly" && !noneAlone(f),
  );
  const shown = own.slice(0, MOST_BARS);
  if (shown.length === 0) return [];
  const rows = shown.map((f) => ({
    label: [entity(view, f.entity), ...withoutVotes(view, words, f)],
    series: [{ label: words.notes[shownAs(f)], style: styleOf[shownAs(f)], figure: votesFigure(words, f) }],
  }));
  const bars: Block = {
    kind: "bars",
    title: words.chart(party),
    caption: words.caption(day),
    alt: shown
      .map((f) => `${nameOf(view.entities[f.entity], view.lang, f.entity)}: ${words.notes[shownAs(f)]}`)
      .join("; "),
    unit: "%",
    max: "100",
    line: { at: "50", label: words.half },
    rows,
  };
  return [bars];
}

function votesFigure(words: ReachWords, f: ReachFinding): Figure {
  return {
    value: f.votes ?? { low: "0", high: "100" },
    unit: "%",
    because: f.because,
    how: words.votesHow,
    ...marked(f.links),
  };
}

function marked(links: ReachFinding["links"]): { marks?: readonly Mark[] } {
  const ages = links.flatMap((l) => (l.carriedDays === null ? [] : [l.carriedDays]));
  const marks: Mark[] = [
    ...(links.some((l) => l.disputed) ? [{ kind: "disputed" as const }] : []),
    ...(links.some((l) => l.reading) ? [{ kind: "reading" as const }] : []),
    ...(ages.length > 0 ? [{ kind: "old" as const, days: Math.max(...ages) }] : []),
  ];
  return marks.length > 0 ? { marks } : {};
}

function tableOf(view: ReachView, words: ReachWords, shown: Shown): Block[] {
  const some = view.findings.filter((f) => shownAs(f) === shown);
  if (some.length === 0) return [];
  const title = {
    certain: words.controlled,
    possible: words.possibly,
    jointly: words.withOthersTitle,
    stake: words.held,
    exposure: words.exposed,
  }[shown];
  const rows = some.flatMap((f): Cell[][] => {
    const [first, ...others] = stakesOf(f);
    const stated = f.path.slice(1).every((id) => hasStake(view, id)) ? {} : { bound: true as const };
    const economic: Cell =
      f.economic === null
        ? ["–"]
        : {
            figure: {
              value: f.economic,
              unit: "%",
              because: f.because,
              how: words.economicHow,
              ...stated,
            },
          };
    const called = shown === "jointly" ? together(view, words, f) : [entity(view, f.entity)];
    const kind = [kindCalled(f.kind, view.lang)];
    return [
      [
        ...[called, kind, votesOf(words, f), stakeCell(words, first), economic],
        [...throughCell(view, words, f, first), ...alsoBy(view, words, f)],
      ],
      ...others.map((stake) => [
        ...[called, kind, [""], stakeCell(words, stake), [""]],
        throughCell(view, words, f, stake),
      ]),
    ];
  });
  const columns = [
    { label: words.entity },
    { label: words.kind },
    { label: words.votes, numeric: true },
    { label: words.stake, numeric: true },
    { label: words.economic, numeric: true },
    { label: words.through },
  ];
  const caption = shown === "exposure" ? words.exposedCaption : "";
  return [{ kind: "table", title, caption, columns, rows }];
}

/** It has no votes by itself, but some that are its own and others' together. */
const noneAlone = ({ votes, links }: ReachFinding): boolean =>
  votes === "0" && links.some((l) => l.jointlyWith.length > 0);

function votesOf(words: ReachWords, f: ReachFinding): Cell {
  if (noneAlone(f)) return [{ text: words.noneAlone, because: f.because }];
  return f.votes === null ? ["–"] : { figure: votesFigure(words, f) };
}

type Stake = ReachFinding["links"][number];

/** What is stated of its shares and votes by whoever is above it on the way. */
const stakesOf = ({ links }: ReachFinding): readonly Stake[] => links.filter(isStake);

function stakeCell(words: ReachWords, stake: Stake | undefined): Cell {
  if (stake === undefined) return ["–"];
  const { range: value, because } = stake;
  return { figure: { value, unit: "%", because, how: words.stakeHow, ...marked([stake]) } };
}

/** By what way it is reached; of one of several stakes what it is of, and with whom it is held where it is with others. */
function throughCell(
  view: ReachView,
  words: ReachWords,
  f: ReachFinding,
  stake: Stake | undefined,
): Sentence {
  const name = (id: string) => nameOf(view.entities[id], view.lang, id);
  const way = waySaid(view, words, f);
  if (stake === undefined) return [way];
  const one = stakesOf(f).length === 1;
  const what = one ? [] : [inClass(RIGHTS[stake.right as RightCode][view.lang], stake.class, view.lang)];
  const others =
    stake.jointlyWith.length === 0 ? [] : [words.heldWith(listOf(stake.jointlyWith.map(name), view.lang))];
  return [
    way,
    ...(others.length + what.length === 0
      ? []
      : [{ text: words.more([...what, ...others]), because: stake.because }]),
  ];
}

/** The rights by which it is reached besides shares and votes, or without any. */
function alsoBy(view: ReachView, words: ReachWords, f: ReachFinding): Span[] {
  const rights = rightsSaid(view, f);
  if (rights.length === 0) return [];
  const because = [...new Set(f.links.filter((l) => !isStake(l)).flatMap((l) => l.because))].sort();
  const text = stakesOf(f).length === 0 ? words.more(rights) : words.also(rights);
  return [{ text, because }];
}

/** What is controlled together with others, and with whom. */
function together(view: ReachView, words: ReachWords, f: ReachFinding): Cell {
  const others = (f.jointly?.with ?? []).map((id) => nameOf(view.entities[id], view.lang, id));
  return [entity(view, f.entity), words.withOthers("", listOf(others, view.lang)), ...behindSaid(view, [f])];
}

/** Whether a figure is on record for the stake by which an entity is reached; else an economic share is only a bound. */
const hasStake = (view: ReachView, id: string): boolean =>
  (view.findings.find((f) => f.entity === id)?.links ?? []).some(
    ({ right, range }) =>
      ECONOMIC.has(RIGHTS[right as RightCode]?.effect) &&
      (typeof range === "string" || range.low !== "0" || range.high !== "100"),
  );

function unknownBlock(view: ReachView, words: ReachWords): Block[] {
  if (view.gaps.length === 0) return [];
  const sentences = view.gaps.map((gap): Sentence => {
    const names = listOf(
      gap.about.map((id) => nameOf(view.entities[id], view.lang, id)),
      view.lang,
    );
    const text = words.gap[gap.code]?.(names) ?? `${gap.what}: ${gap.why}`;
    return [gap.because.length > 0 ? { text, because: gap.because } : text];
  });
  return [{ kind: "prose", role: "unknown", title: words.unknown, list: false, sentences }];
}
