import type { Block, Cell, Figure } from "../../ask/block.ts";
import { causesBlocks, sayPoint } from "../../ask/say/change.ts";
import { listOf } from "../../ask/say/name.ts";
import { thenAndNow } from "./change-bars.ts";
import type { ControlChange, Side } from "./change-finding.ts";
import { MOVES, movedIn } from "./change-moved.ts";
import { controlChangeWords } from "./change-words.ts";
import type { ControlFinding } from "./finding.ts";
import { notYet, underLaw } from "./laws/change-show.ts";
import { summaryWords } from "./laws/change-summary-words.ts";
import { lawChangeWords } from "./laws/change-words.ts";
import { isControl, lawOf } from "./laws/show.ts";
import type { Speech } from "./speech.ts";

type Standing = Side["standing"][number] | undefined;

/** Then and now: the sentence, the parties before and after, their votes as pairs, and what made the change. */
export function changeBlocks(speech: Speech, finding: ControlFinding): Block[] {
  const { change } = finding;
  if (change === null) return [];
  const { text, because } = said(speech, finding, change);
  return [{ kind: "headline", text, because }, ...drawn(speech, finding, change)];
}

/** The same of one of several laws: the sentence is no headline, as one headline tells what changed under all. */
export function changeUnderOne(speech: Speech, finding: ControlFinding): Block[] {
  const { change } = finding;
  if (change === null) return [];
  const { text, because } = said(speech, finding, change);
  const { lang } = speech.view;
  const title = summaryWords(lang).title(lawOf(finding)?.name[lang] ?? finding.law);
  const sentences = [[{ text: text.join("").trim(), because }]];
  return [{ kind: "prose", role: "why", title, list: false, sentences }, ...drawn(speech, finding, change)];
}

function drawn(speech: Speech, finding: ControlFinding, change: ControlChange): Block[] {
  const law = isControl(finding) ? undefined : lawOf(finding);
  return [
    ...(law
      ? underLaw(speech, law, change)
      : [...partiesTable(speech, finding, change), ...votesBars(speech, finding, change)]),
    ...causesBlocks(change.causes, change.search, {
      lang: speech.view.lang,
      entity: speech.entity,
      right: speech.right,
    }),
  ];
}

/** What changed, in words, with what that rests on. */
function said(
  { view, name }: Speech,
  finding: ControlFinding,
  change: ControlChange,
): { text: string[]; because: string[] } {
  const { lang } = view;
  const law = isControl(finding) ? undefined : lawOf(finding);
  const words = law ? lawChangeWords(law, lang) : controlChangeWords(lang);
  const all = { ...words, ...(change.from.asOf === change.to.asOf ? words.learned : {}) };
  const [from, to] = [sayPoint(change.from, lang), sayPoint(change.to, lang)];
  const subject = name(finding.subject);
  const because = [...new Set([...change.because, ...change.from.because, ...change.to.because])].sort();
  const parties = movedIn(change);
  const moved = MOVES.flatMap((move) =>
    parties[move].length === 0
      ? []
      : [all[move](listOf(parties[move].map(name), lang), parties[move].length)],
  );
  const verdict =
    change.from.verdict === change.to.verdict
      ? []
      : [words.verdict(words.verdicts[change.from.verdict], words.verdicts[change.to.verdict])];
  const text =
    moved.length + verdict.length === 0
      ? [(change.to.verdict === "not known" ? words.sameUnknown : words.same)(subject, from, to)]
      : [all.head(subject, from, to), ...moved, ...verdict];
  return { text: [...text, ...notYet(law ? [law] : [], change, lang)], because };
}

const partiesIn = (change: ControlChange): string[] => [
  ...new Set([...change.to.controllers, ...change.from.controllers].map((c) => c.party)),
];
const standing = (side: Side, party: string): Standing => side.standing.find((c) => c.party === party);

function votes(speech: Speech, side: Side, one: Standing): Figure | null {
  if (!one || one.votes === null) return null;
  const how = controlChangeWords(speech.view.lang).votesHow;
  return { value: one.votes, unit: "%", because: side.because, how };
}

function partiesTable(speech: Speech, finding: ControlFinding, change: ControlChange): Block[] {
  const { view, entity, name } = speech;
  const words = controlChangeWords(view.lang);
  const parties = partiesIn(change);
  if (parties.length === 0) return [];
  const sure = (side: Side, party: string): Cell => {
    const one = standing(side, party);
    return one && one.certainty !== "none"
      ? [{ text: words[one.certainty], because: side.because }]
      : [words.none];
  };
  const figure = (side: Side, party: string): Cell => {
    const found = votes(speech, side, standing(side, party));
    return found ? { figure: found } : [words.none];
  };
  const { from, to } = change;
  return [
    {
      kind: "table",
      title: words.title(name(finding.subject)),
      caption: words.caption(sayPoint(from, view.lang), sayPoint(to, view.lang)),
      columns: [
        { label: words.party },
        { label: words.before },
        { label: words.after },
        { label: words.votesThen, numeric: true },
        { label: words.votesNow, numeric: true },
      ],
      rows: parties.map((p) => [[entity(p)], sure(from, p), sure(to, p), figure(from, p), figure(to, p)]),
    },
  ];
}

function votesBars(speech: Speech, finding: ControlFinding, change: ControlChange): Block[] {
  const { view, entity, name, percent } = speech;
  const words = controlChangeWords(view.lang);
  const rows = partiesIn(change).flatMap((party) => {
    const series = (
      [
        ["before", change.from],
        ["after", change.to],
      ] as const
    ).flatMap(([when, side]) => {
      const one = standing(side, party);
      const figure = votes(speech, side, one);
      const style = one?.certainty === "possible" ? ("possible" as const) : ("certain" as const);
      return figure ? [{ label: words[when], style, figure }] : [];
    });
    return thenAndNow({ label: [entity(party)], series });
  });
  if (rows.length === 0) return [];
  const [from, to] = [sayPoint(change.from, view.lang), sayPoint(change.to, view.lang)];
  return [
    {
      kind: "bars",
      title: words.votesTitle(name(finding.subject)),
      caption: words.caption(from, to),
      alt: rows
        .map(({ label, series }) => {
          const who = label.map((span) => (typeof span === "string" ? span : span.text)).join("");
          return `${who}: ${series.map((s) => `${s.label} ${percent(s.figure.value)}`.trim()).join(", ")}`;
        })
        .join("; "),
      unit: "%",
      max: "100",
      line: { at: "50", label: words.half },
      rows,
    },
  ];
}
