import type { Lang } from "../../../ask/answer.ts";
import type { Block, Cell } from "../../../ask/block.ts";
import { formatDate } from "../../../ask/say/date.ts";
import { listOf } from "../../../ask/say/name.ts";
import { jurisdictionCalled } from "../../../model/jurisdictions.ts";
import { REGISTERS, registerOf } from "../../../registers/index.ts";
import type { ControlFinding } from "../finding.ts";
import { called, type Speech } from "../speech.ts";
import type { Turns } from "./finding.ts";
import type { HangsWords } from "./words.ts";

type Some = NonNullable<Turns>;
type Document = Some["nextDocuments"][number];
type Moved = Some["loadBearing"][number]["moved"];

/** The sources whose absence would change the answer, and how. */
export function sourcesTable(speech: Speech, w: HangsWords, turns: Some): Block[] {
  if (turns.loadBearing.length === 0) return [];
  const now = speech.view.findings[0]?.verdict;
  const rows = turns.loadBearing.map((source): Cell[] => {
    const title = source.title + (source.sources.length > 1 ? w.andRepeats(source.sources.length) : "");
    const verdict = source.verdict === now ? [] : [w.verdict[source.verdict]];
    return [
      [{ text: title, because: source.because }],
      [[...verdict, ...moved(speech, w, source.moved)].join(w.between)],
    ];
  });
  return [
    {
      kind: "table",
      title: w.sources,
      caption: w.sourcesCaption,
      columns: [{ label: w.leftOut }, { label: w.changes }],
      rows,
    },
  ];
}

const moved = ({ name }: Speech, w: HangsWords, list: Moved) =>
  list.map((m) => w.moved(name(m.party), m.now, m.after));

/** What is not known, what would settle it, and what would follow either way. */
export function documentsTable(
  speech: Speech,
  w: HangsWords,
  turns: Some,
  rights: ControlFinding["rights"],
): Block[] {
  if (turns.nextDocuments.length === 0) return [];
  const { view } = speech;
  const read = REGISTERS.map((r) => r.asOf).sort()[0] ?? "";
  const rows = turns.nextDocuments.map((d): Cell[] => {
    const text = missing(speech, w, d, rights);
    return [
      [d.because.length > 0 ? { text, because: d.because } : text],
      [recordsText(w, view.lang, d)],
      [outcome(speech, w, d.low)],
      [outcome(speech, w, d.high)],
    ];
  });
  return [
    {
      kind: "table",
      title: w.documents,
      caption: w.documentsCaption(formatDate(read, view.lang)),
      columns: [{ label: w.missing }, { label: w.record }, { label: w.atLeast }, { label: w.atMost }],
      rows,
    },
  ];
}

function missing(speech: Speech, w: HangsWords, d: Document, rights: ControlFinding["rights"]): string {
  const { name, percent } = speech;
  const shown = rights.find(
    (r) => r.company === d.about && r.party === d.holder && r.because.join() === d.because.join(),
  );
  const figure =
    d.range === null
      ? ""
      : d.kind === "right"
        ? called(speech, shown ?? { right: d.right, class: "", range: d.range, conditional: false })
        : percent(d.range);
  return w.kinds[d.kind]?.(name(d.about), name(d.holder), figure) ?? d.kind;
}

/** The records by name, with the register that keeps them. */
export function recordsText(
  w: HangsWords,
  lang: Lang,
  d: Pick<Document, "records" | "jurisdiction">,
): string {
  const names = d.records.flatMap(({ register, record }) => {
    const at = REGISTERS.find((r) => r.id === register);
    const kept = at?.records.find((r) => r.id === record);
    if (at === undefined) return [];
    return [kept ? w.from(kept.name[lang], at.name[lang]) : (at.none?.[lang] ?? at.name[lang])];
  });
  if (names.length > 0) return listOf(names, lang);
  const there = registerOf(d.jurisdiction);
  return there ? w.notThere(there.name[lang]) : w.noRegister(jurisdictionCalled(d.jurisdiction, lang));
}

function outcome(speech: Speech, w: HangsWords, o: Document["low"]): string {
  if (o === null) return w.nothing;
  const now = speech.view.findings[0]?.verdict;
  const says = [
    ...(o.verdict === now ? [] : [w.verdict[o.verdict]]),
    ...(o.somebodyNew ? [w.somebodyNew] : []),
    ...moved(speech, w, o.moved),
  ];
  return says.join(w.between);
}
