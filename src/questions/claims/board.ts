import type { Block, ClaimItem, Sentence, Span } from "../../ask/block.ts";
import { formatFigure } from "../../ask/say/figure.ts";
import { nameOf } from "../../ask/say/name.ts";
import { ANONYMOUS } from "./attached.ts";
import type { Attached, ClaimFinding, Recomputed } from "./finding.ts";
import type { ClaimsView } from "./show.ts";
import type { ClaimsWords } from "./words.ts";

const NAMED = 3;

/** The board: each claim with who is for it, against it and denies it, and why it stands as it does. */
export function boardOf(view: ClaimsView, words: ClaimsWords): Block[] {
  if (view.findings.length === 0) return [];
  const items = view.findings.map((one) => itemOf(one, view, words));
  return [{ kind: "claims", title: words.board, caption: words.boardCaption, items }];
}

type Told = Pick<ClaimsView, "entities" | "lang">;
const named = (id: string, { entities, lang }: Told): string => nameOf(entities[id], lang, id);
const linked = (id: string, view: Told): Span => ({ text: named(id, view), entity: id });

function itemOf(one: ClaimFinding, view: Told, words: ClaimsWords): ClaimItem {
  const figures = one.recomputed.filter(
    (each, n, all) =>
      each.value !== null &&
      all.findIndex((other) => other.expression === each.expression && other.published === each.published) ===
        n,
  );
  const sides = [
    { label: words.sides.for, entries: one.for.map((each) => entryOf(each, view, words)) },
    { label: words.sides.against, entries: one.against.map((each) => entryOf(each, view, words)) },
    { label: words.sides.denied, entries: denialsOf(one, view, words) },
    { label: words.sides.context, entries: one.context.map((each) => entryOf(each, view, words)) },
  ];
  return {
    id: one.claim,
    place: words.place(one.place, words.kind[one.kind]),
    text: [{ text: one.text, because: [one.claim] }],
    standing: one.standing,
    says: words.standing[one.standing],
    brief: briefOf(one, view, words),
    why: whyOf(one, view, words),
    figures: figures.map((each) => ({
      label: words.recomputed(each.published, each.of),
      figure: {
        value: shown(each),
        unit: each.unit === "percent" ? "%" : each.unit,
        because: each.because,
        how: words.how(each.expression, each.exact, each.stands ?? false),
      },
    })),
    sides: sides.filter((side) => side.entries.length > 0),
  };
}

/** To four decimals, as the figure is read; the exact fraction stands beside it. */
function shown({ value }: Recomputed): string {
  const [integer = "0", fraction = ""] = (value ?? "0").split(".");
  const most = 4;
  if (fraction.length <= most) return value ?? "0";
  const scaled = BigInt(integer + fraction.slice(0, most)) + (Number(fraction[most]) >= 5 ? 1n : 0n);
  const digits = scaled.toString().padStart(most + 1, "0");
  const cut = digits.slice(-most).replace(/0+$/, "");
  return cut === "" ? digits.slice(0, -most) : `${digits.slice(0, -most)}.${cut}`;
}

function briefOf(one: ClaimFinding, view: Told, words: ClaimsWords): Sentence {
  const parts: Span[] = [];
  const tell = (label: string, spans: readonly Span[]) =>
    parts.push(label, words.colon, ...spans, words.stop);
  const pro = one.for.filter((each) => each.not === "");
  const con = one.against.filter((each) => each.not === "");
  if (pro.length > 0) tell(words.briefFor(one.origins.for), [publishers(pro, words)]);
  if (con.length > 0) tell(words.briefAgainst(one.origins.against), [publishers(con, words)]);
  const own = deniersOf(one, true);
  const other = deniersOf(one, false).filter((by) => !own.includes(by));
  const list = (some: readonly string[]) =>
    some.flatMap((by, n): Span[] => (n === 0 ? [linked(by, view)] : [words.comma, linked(by, view)]));
  if (own.length > 0) tell(words.briefDenied, list(own));
  if (other.length > 0) tell(words.briefOther, list(other));
  if (parts.length > 0) return parts;
  return [one.for.length + one.against.length === 0 ? words.nothing : words.nobody];
}

/** Who denies the claim itself, or what is attached for it. */
const deniersOf = (one: ClaimFinding, itself: boolean): string[] => [
  ...new Set(one.denials.flatMap(({ of, by }) => (by !== "" && (of === one.claim) === itself ? [by] : []))),
];

function publishers(some: readonly Attached[], words: ClaimsWords): Span {
  const names = [...new Set(some.flatMap((each) => each.publishers))];
  const rest = names.length > NAMED ? words.more(names.length - NAMED) : "";
  const because = [...new Set(some.map((each) => each.statement))].sort();
  return { text: names.slice(0, NAMED).join(words.comma) + rest, because };
}

function entryOf(one: Attached, view: Told, words: ClaimsWords): Sentence {
  const said = one.text || words.record(one.kind, sayOf(one.subject, view), sayOf(one.object, view));
  const marks = [
    one.publisher,
    ...relayed(one, words),
    ...(one.speaker === ANONYMOUS
      ? [words.unnamed]
      : one.speaker === ""
        ? []
        : [words.words(named(one.speaker, view))]),
    ...(one.interested === "" ? [] : [words.interested(named(one.interested, view))]),
    ...(one.bearing === "part" ? [words.partOf] : []),
    ...(one.not === "" || one.not === "context" ? [] : [words.doesNot(words.not[one.not])]),
    ...(one.note === "" ? [] : [one.note.replace(/[.。]$/, "")]),
  ];
  return [{ text: said, because: [one.statement] }, words.bracket(marks)];
}

/** Whom its source relays, and who else says it. */
function relayed(
  { publisher, publishers: [origin = "", ...others] }: Attached,
  words: ClaimsWords,
): string[] {
  return [
    ...(origin === publisher || publisher.includes(origin) ? [] : [words.relays(origin)]),
    ...(others.length === 0 ? [] : [words.also(others.join(words.comma))]),
  ];
}

const sayOf = (id: string | null, view: Told) => (id === null ? "" : named(id, view));

const denialsOf = (one: ClaimFinding, view: Told, words: ClaimsWords): Sentence[] =>
  one.denials.map((denial) => {
    const said = words.denies(denial.text, denial.of === one.claim ? "" : denial.of);
    return [linked(denial.by, view), { text: said, because: denial.because }];
  });

/** The explanation of a standing: the rule, what guards it, what was recomputed, and what did not count. */
function whyOf(one: ClaimFinding, { lang }: Told, words: ClaimsWords): Sentence[] {
  const counting = [...one.for, ...one.against].filter((each) => each.not === "");
  const because = [...new Set(counting.map((each) => each.statement))].sort();
  const told: Sentence[] = [[{ text: words.rule[one.rule](one.origins.for, one.origins.against), because }]];
  if (one.guarded) told.push([words.guarded]);
  if (one.onlyAnonymous) told.push([words.onlyAnonymous]);
  else if (one.onlyInterested) told.push([words.onlyInterested]);
  for (const each of one.recomputed) {
    if (each.stands !== false) continue;
    const unit = each.unit === "percent" ? "%" : each.unit;
    const value = formatFigure({ value: shown(each), unit }, lang);
    told.push([{ text: words.differs(value, each.published), because: each.because }]);
  }
  const reasons = [...new Set([...one.for, ...one.against].map((each) => each.not))];
  for (const reason of reasons) {
    if (reason === "" || reason === "context") continue;
    const some = [...one.for, ...one.against].filter((each) => each.not === reason);
    told.push([
      {
        text: words.didNot(some.length, words.not[reason]),
        because: some.map((each) => each.statement).sort(),
      },
    ]);
  }
  if (one.note !== "") told.push([{ text: words.note(one.note), because: [one.claim] }]);
  return told;
}
