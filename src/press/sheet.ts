import type { Answer, Lang } from "../ask/answer.ts";
import type { Block, Cell, Sentence, Span } from "../ask/block.ts";
import { formatDate } from "../ask/say/date.ts";
import { nameOf } from "../ask/say/name.ts";
import type { ClaimFinding } from "../questions/claims/finding.ts";
import { claimsWords } from "../questions/claims/words.ts";
import { type ReplyStep, repliesOn, replyState } from "./replies.ts";
import { type PressWords, pressWords } from "./words.ts";

/** What somebody says of somebody, as a lawyer wants it before it is printed. */
export interface Allegation {
  readonly claim: string;
  readonly place: string;
  readonly text: string;
  readonly standing: ClaimFinding["standing"];
  /** Whom it is about. */
  readonly about: readonly string[];
  /** Independent origins for it and against it, at most. */
  readonly origins: ClaimFinding["origins"];
  readonly denied: readonly string[];
  /** What is still to be done before it is printed. */
  readonly open: readonly Open[];
  readonly because: readonly string[];
}

/** How a party stands that has not replied. */
export type Unanswered = "not sought" | "awaited" | "overdue";

/** A reason to stop and look: nothing stands for it, one origin, unnamed or interested sources alone, no reply sought. */
export type Open =
  | { readonly what: "unsupported" | "contradicted" | "one-origin" | "anonymous" | "interested" }
  | { readonly what: Unanswered; readonly party: string };

/** The claims of a text that say something of somebody: all but opinions, each with what is open. */
export function allegationsIn(
  { findings, input }: Pick<Answer, "findings" | "input">,
  steps: readonly ReplyStep[],
  today: string,
): Allegation[] {
  const replies = bearing({ input }, steps);
  return (findings as readonly ClaimFinding[])
    .filter(({ about, kind }) => about.length > 0 && kind !== "opinion")
    .map((finding) => ({
      ...{ claim: finding.claim, place: finding.place, text: finding.text, standing: finding.standing },
      ...{ about: finding.about, origins: finding.origins, because: finding.because },
      denied: finding.denials.map(({ by }) => by),
      open: openIn(finding, replies, today),
    }));
}

function openIn(finding: ClaimFinding, replies: readonly ReplyStep[], today: string): Open[] {
  const { standing, origins, onlyAnonymous, onlyInterested, about } = finding;
  const marks: Open[] = [];
  if (standing === "unsupported" || standing === "contradicted") marks.push({ what: standing });
  else if (origins.for === 1) marks.push({ what: "one-origin" });
  if (onlyAnonymous) marks.push({ what: "anonymous" });
  if (onlyInterested) marks.push({ what: "interested" });
  for (const party of about) {
    const what = replyState(replies, party, today);
    if (what !== "received") marks.push({ what, party });
  }
  return marks;
}

/** What of the steps on record bears on the text of an answer. */
const bearing = ({ input }: Pick<Answer, "input">, steps: readonly ReplyStep[]) =>
  repliesOn(steps, String(input.text ?? ""));

/** The columns of the sheet as CSV, and a row an allegation; lists within a cell have bars between them. */
export function sheetRows(all: readonly Allegation[]): { columns: readonly string[]; rows: string[][] } {
  return {
    columns: [
      "claim",
      "place",
      "text",
      "standing",
      "origins_for",
      "origins_against",
      "about",
      "denied_by",
      "open",
    ],
    rows: all.map(({ claim, place, text, standing, origins, about, denied, open }) => [
      ...[claim, place, text, standing, String(origins.for), String(origins.against)],
      ...[about.join("|"), [...new Set(denied)].join("|")],
      open.map((one) => ("party" in one ? `${one.what}: ${one.party}` : one.what)).join("|"),
    ]),
  };
}

/** The answer to `claims` as a pre-publication sheet: what is alleged of whom, what carries it, who denies it, what is open. */
export function sheetOf(answer: Answer, steps: readonly ReplyStep[], today: string): Answer {
  const { lang, entities } = answer;
  const replies = bearing(answer, steps);
  const w = pressWords(lang);
  const all = allegationsIn(answer, replies, today);
  const parties = [...new Set(all.flatMap(({ about }) => about))];
  const name = (id: string): Span => ({ text: nameOf(entities[id], lang, id), entity: id });
  const open = all.filter((one) => one.open.length > 0).length;
  const blocks: Block[] = [
    { kind: "headline", text: [w.headline(all.length, open)], because: [] },
    tableOf(all, w, claimsWords(lang).standing, name),
    ...(parties.length === 0 ? [] : [repliesTable(parties, replies, today, w, name, lang)]),
    { kind: "prose", role: "note", title: w.noteTitle, list: false, sentences: [[w.note]] },
  ];
  return { ...answer, blocks };
}

function tableOf(
  all: readonly Allegation[],
  w: PressWords,
  standing: Readonly<Record<Allegation["standing"], string>>,
  name: (id: string) => Span,
): Block {
  const rows = all.map((one): Cell[] => [
    [`${one.claim} · ${one.place}`],
    [{ text: one.text, because: one.because }],
    separated(one.about.map(name), w.comma),
    [w.standing(standing[one.standing], one.origins.for, one.origins.against)],
    one.denied.length === 0 ? [w.nobody] : separated([...new Set(one.denied)].map(name), w.comma),
    one.open.length === 0 ? [w.ready] : joined(one, w, name),
  ]);
  const columns = w.columns.map((label) => ({ label }));
  return { kind: "table", title: w.table, caption: w.caption, columns, rows };
}

const separated = (spans: readonly Span[], mark: string): Sentence =>
  spans.flatMap((span, n) => (n === 0 ? [span] : [mark, span]));

/** What is open of an allegation, each once: with the parties it is open with, or that it is so with all of them. */
function joined({ open, about }: Allegation, w: PressWords, name: (id: string) => Span): Sentence {
  const parts = new Map<Open["what"], string[]>();
  for (const one of open)
    parts.set(one.what, [...(parts.get(one.what) ?? []), ...("party" in one ? [one.party] : [])]);
  const said = [...parts].map(([what, parties]): Sentence => {
    if (!(what in w.asked)) return [w.open[what as keyof PressWords["open"]]];
    const [before, after, ofAll] = w.asked[what as Unanswered];
    if (parties.length > 1 && parties.length === about.length) return [ofAll];
    return [before, ...separated(parties.map(name), w.comma), after].filter((span) => span !== "");
  });
  return said.flatMap((each, n) => (n === 0 ? each : [w.semicolon, ...each]));
}

function repliesTable(
  parties: readonly string[],
  replies: readonly ReplyStep[],
  today: string,
  w: PressWords,
  name: (id: string) => Span,
  lang: Lang,
): Block {
  const rows = parties.map((party): Cell[] => {
    const steps = replies.filter((step) => step.party === party);
    const of = (what: ReplyStep["what"]) => steps.filter((step) => step.what === what);
    const sought = of("sought").map(({ on, how, until }) =>
      w.sought(formatDate(on, lang), how, formatDate(until, lang)),
    );
    const came = of("received").map(({ on, text }) => w.received(formatDate(on, lang), text));
    return [
      [name(party)],
      [w.state[replyState(replies, party, today)]],
      [sought.join(w.semicolon) || "–"],
      [came.join(w.semicolon) || "–"],
    ];
  });
  return {
    ...{ kind: "table", title: w.replies, caption: w.repliesCaption },
    columns: w.replyColumns.map((label) => ({ label })),
    rows,
  };
}
