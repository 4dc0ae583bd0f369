import type { Block, Cell, Sentence, Span } from "../../../ask/block.ts";
import { formatDate } from "../../../ask/say/date.ts";
import { listOf } from "../../../ask/say/name.ts";
import { LAWS } from "../../../laws/index.ts";
import type { Law } from "../../../laws/law.ts";
import { parseShare, toPercent } from "../../../model/share.ts";
import { citedFor } from "../cited-for.ts";
import type { ControlFinding } from "../finding.ts";
import { called, holderOf, isUnknown, isVoting, kindOf, type Speech, shareIn } from "../speech.ts";
import { noListSentence, reachOf, scopeNotes, scopeSentence } from "./scope.ts";
import { isStop } from "./stakes.ts";
import { type LawWords, lawWords } from "./words.ts";
import { isPlain } from "./write.ts";

type Controller = ControlFinding["controllers"][number];

export const lawOf = (finding: ControlFinding): Law | undefined => LAWS.find((law) => law.id === finding.law);

/** The rule control itself is worked out by is shown as control itself, and so is what no law here is known for. */
export const isControl = (finding: ControlFinding): boolean => {
  const law = lawOf(finding);
  return law === undefined || isPlain(law);
};

/** What the rule counts is more than the proof needs. */
const restsOnLess = (c: Controller, g: Controller["grounds"][number]): boolean => {
  const proof = new Set(c.proof.flatMap((s) => s.because));
  return g.because.some((id) => !proof.has(id));
};

export const groundsFor = (finding: ControlFinding, c: Controller): readonly string[] => {
  const counted = c.grounds.filter((g) => g.certainty === c.certainty).flatMap((g) => g.because);
  const because = [...new Set([...c.proof.flatMap((s) => s.because), ...counted])];
  return because.length > 0 ? because : finding.because;
};

/** The rules a party meets as surely as any, in the reader's language, with what it has as each counts. */
export function basesOf(
  { view, words, percent, name }: Speech,
  w: LawWords,
  finding: ControlFinding,
  c: Controller,
  as: "basis" | "article" = "basis",
): string[] {
  const law = lawOf(finding);
  if (!law || c.grounds.length === 0) return [];
  return c.grounds
    .filter((g) => g.certainty === c.certainty)
    .map((g) => {
      const rule = law.rules.find((one) => one.id === g.rule);
      const named = as === "article" ? rule?.article : rule?.basis[view.lang];
      const basis = c.party === finding.subject ? w.itself : (named ?? g.rule);
      const figures = [
        g.share === null || isUnknown(g.share)
          ? ""
          : (restsOnLess(c, g) ? w.hasInAll : w.has)(percent(g.share)),
        g.band === null ? "" : w.band(bandText({ percent }, g.band)),
        g.joint.length === 0 ? "" : w.together(listOf(g.joint.map(name), view.lang)),
      ].filter((s) => s !== "");
      return figures.length > 0 ? words.inBrackets(basis, figures.join(w.comma)) : basis;
    });
}

/** What a law calls a party: whom it is about, or an entity at which its chains stop. */
const calledUnder = ({ view }: Speech, law: Law, c: Controller): Law["party"] => {
  const entity = view.entities[c.party];
  return law.stops && entity && isStop(law.stops, entity.kind, entity.jurisdiction)
    ? law.stops.party
    : law.party;
};

/** A band of a law, as figures are said: "more than 50 % to less than 75 %". */
const bandText = ({ percent }: Pick<Speech, "percent">, band: string): string =>
  percent(toPercent(parseShare(band)));

const jurisdictionOf = ({ view }: Speech, { subject }: ControlFinding): string =>
  view.entities[subject]?.jurisdiction ?? "";

/** One law other than majority rule: the sentence. */
export function lawHeadline(speech: Speech, finding: ControlFinding): Block {
  const { view, name, day } = speech;
  const w = lawWords(view.lang);
  const law = lawOf(finding);
  const lawName = law?.name[view.lang] ?? finding.law;
  const party = law?.party[view.lang] ?? "";
  const subject = name(finding.subject);
  const who = (some: readonly Controller[]) =>
    listOf(
      some.map((c) => name(c.party)),
      view.lang,
    );
  const [sure, unsure] = (["certain", "possible"] as const).map((certainty) =>
    finding.controllers.filter((c) => c.certainty === certainty),
  ) as [Controller[], Controller[]];
  const stops = (c: Controller) => law !== undefined && calledUnder(speech, law, c) !== law.party;
  const kinds = [sure.filter((c) => !stops(c)), sure.filter(stops)].filter((some) => some.length > 0);
  const met = kinds.map((some): [string, string] => {
    const words = law && calledUnder(speech, law, some[0] as Controller);
    return [words?.[view.lang] ?? "", who(some)];
  });
  const main = finding.controllers.some((c) => c.party === finding.subject)
    ? w.listed(lawName, subject, day)
    : finding.verdict === "controlled"
      ? w.met(lawName, met, subject, day)
      : finding.verdict === "not known"
        ? w.notKnown(lawName, party, subject, day)
        : w.nobody(lawName, party, subject, day);
  const maybe = who(unsure);
  const on = (iso: string) => (iso === "" ? "" : formatDate(iso, view.lang));
  const space = view.lang === "zh" ? "" : " ";
  const jurisdiction = jurisdictionOf(speech, finding);
  const reach = law ? reachOf(law, jurisdiction) : "within";
  const scope = law ? scopeSentence(law, jurisdiction, subject, view.lang) : null;
  return {
    kind: "headline",
    text: [
      main,
      maybe === "" ? "" : w.possible(maybe),
      finding.hypothetical && law ? `${space}${w.hypotheticalNote(on(law.from), on(law.to))}` : "",
      law?.list && finding.list === null ? `${space}${noListSentence(view.lang)}` : "",
      reach === "elsewhere" && scope !== null ? `${space}${scope}` : "",
    ].filter((s) => s !== ""),
    because: citedFor(finding),
  };
}

/** Why each party comes under a law, step by step, and who stands behind. */
export function lawWhy(speech: Speech, finding: ControlFinding): Block[] {
  const { view, name } = speech;
  const w = lawWords(view.lang);
  const law = lawOf(finding);
  const why = finding.controllers
    .filter((c) => c.proof.length > 0)
    .map((c): Block => {
      const bases = basesOf(speech, w, finding, c);
      const kind = law && calledUnder(speech, law, c);
      const isWhat = `${kind?.[view.lang] ?? ""}${w.comma}${bases.join(w.semicolon)}`;
      const says = c.certainty === "certain" ? w.soIs : w.soMayBe;
      return {
        kind: "prose",
        role: "why",
        title: w.why(law?.name[view.lang] ?? finding.law, name(c.party)),
        list: true,
        sentences: [
          ...c.proof.map((step) => stepSentence(speech, step)),
          [{ text: says(name(c.party), isWhat), because: groundsFor(finding, c) }],
        ],
      };
    });
  if (finding.behind.length === 0) return why;
  const sentences = finding.behind.map(
    (b): Sentence => [
      {
        text: w.behindSentence(name(b.party), listOf(b.through.map(name), view.lang)),
        because: finding.because,
      },
    ],
  );
  return [...why, { kind: "prose", role: "note", title: w.behindTitle, list: false, sentences }];
}

function stepSentence(speech: Speech, s: Controller["proof"][number]): Sentence {
  const { words, name, percent, view } = speech;
  if (s.holder === s.held)
    return [
      {
        text: lawWords(view.lang).own(name(s.held), percent(s.range), kindOf(speech, s)),
        because: s.because,
      },
    ];
  const stop = view.lang === "zh" ? "。" : ".";
  const text = !isVoting(s)
    ? words.hasRight(s.right, holderOf(speech, s), called(speech, s), name(s.held))
    : (s.castFor === null
        ? words.holds(holderOf(speech, s), shareIn(speech, s.range), kindOf(speech, s), name(s.held))
        : words.casts(
            holderOf(speech, s),
            shareIn(speech, s.range),
            kindOf(speech, s),
            name(s.held),
            name(s.castFor),
          )) + stop;
  return [{ text, because: s.because }];
}

/** Who comes under a law other than majority rule, on what basis, with what it counts. */
export function lawParties(speech: Speech, finding: ControlFinding): Block[] {
  const { view, entity, words } = speech;
  const w = lawWords(view.lang);
  if (finding.controllers.length === 0) return [];
  const rows = finding.controllers.flatMap((c) =>
    c.grounds.map((g): Cell[] => {
      const rule = lawOf(finding)?.rules.find((one) => one.id === g.rule);
      const because = g.because.length > 0 ? g.because : groundsFor(finding, c);
      const says = c.party === finding.subject ? w.itself : (rule?.basis[view.lang] ?? g.rule);
      const text = g.band === null ? says : words.inBrackets(says, w.band(bandText(speech, g.band)));
      const basis: Span = { text, because };
      return [
        [entity(c.party)],
        [g.certainty === "certain" ? words.certain : words.possibly],
        [basis],
        g.share === null ? [w.not] : { figure: { value: g.share, unit: "%", because, how: w.countedHow } },
      ];
    }),
  );
  const title = w.parties(lawOf(finding)?.name[view.lang] ?? finding.law);
  const columns = [{ label: w.party }, { label: words.howSure }, { label: w.basis }];
  return [
    { kind: "table", title, caption: "", columns: [...columns, { label: w.counted, numeric: true }], rows },
  ];
}

/** Notes on one law of several. */
export const methodTitle = ({ view }: Speech, finding: ControlFinding, notes: string): string =>
  lawWords(view.lang).method(notes, lawOf(finding)?.name[view.lang] ?? finding.law);

/** The statute, the list and the advice that it is none. */
export function lawNotes(speech: Speech, finding: ControlFinding): Sentence[] {
  const { view, name } = speech;
  const w = lawWords(view.lang);
  const law = lawOf(finding);
  const { list } = finding;
  return [
    ...(law ? [[w.statute(law.statute, law.version)]] : []),
    ...(law ? scopeNotes(law, jurisdictionOf(speech, finding), name(finding.subject), view.lang) : []),
    ...(list ? [[w.list(listOf(list.parties.map(name), view.lang), list.date)]] : []),
    [w.advice],
  ];
}
