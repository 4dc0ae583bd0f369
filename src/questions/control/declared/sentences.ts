import type { Sentence, Span } from "../../../ask/block.ts";
import { formatDate } from "../../../ask/say/date.ts";
import { listOf } from "../../../ask/say/name.ts";
import { LAWS } from "../../../laws/index.ts";
import { endsOf } from "../../../model/share.ts";
import { isUnknown, type Speech, severalAs } from "../speech.ts";
import type { Declared } from "./entry.ts";
import type { DeclaredWords, Told } from "./words.ts";

/** Text that leads to its statements, where there are some. */
export const because = (text: string, ids: readonly string[]): Span =>
  ids.length > 0 ? { text, because: ids } : text;

/** What a source says in place of a name. */
export function reasonOf({ words }: Speech, d: Declared): string {
  const [code = ""] = d.reason.split(":");
  return words.reasons[code] ?? d.reason;
}

/** What is declared, what the direct statements imply, and how both can be, or cannot be, true. */
export function sentenceOf(speech: Speech, w: DeclaredWords, d: Declared): Sentence {
  const reasons = reasonsOf(speech, w, d);
  const lead = w.leads[toldOutcome(d)];
  const follow = followsOf(speech, w, d);
  const parts: Span[] = [
    because(declaredSentence(speech, w, d), d.because),
    ...(d.computed === null ? [] : [because(computedSentence(speech, w, d), d.computed.because)]),
    because(
      reasons.length > 0 ? `${lead.because}${reasons.join(w.reasonsBy)}${w.stop}` : lead.alone,
      d.explanations.flatMap((e) => e.because),
    ),
    ...(follow === "" ? [] : [because(follow, [...new Set([...d.because, ...(d.computed?.because ?? [])])])]),
  ];
  return parts.flatMap((part, n) => (n === 0 || w.space === "" ? [part] : [w.space, part]));
}

/** An outcome as it is told: what is more than the part through others only is not called more than all there is. */
export function toldOutcome(d: Declared): Declared["outcome"] | "widerPart" {
  const computed = d.computed?.range ?? null;
  if (d.outcome !== "wider" || computed === null) return d.outcome;
  const [least, most] = [Number(endsOf(d.range).low), Number(endsOf(computed).high)];
  return least < most ? "widerPart" : "wider";
}

function declaredSentence(speech: Speech, w: DeclaredWords, d: Declared): string {
  const { name, right, percent } = speech;
  const [party, company] = [name(d.party), name(d.company)];
  switch (d.claim) {
    case "owner":
      return w.owner(party, company);
    case "nobody":
      return w.nobody(company);
    case "undisclosed":
      return w.undisclosed(company, reasonOf(speech, d));
    case "interest": {
      if (isUnknown(d.range)) return w.noFigure(party, right(d.right), company);
      const counted = d.explanations.some((e) => e.code === "directly-or-indirectly");
      return (counted ? w.band : w.interest)(party, percent(d.range), right(d.right), company);
    }
  }
}

/** No chain of direct statements leads from the party to the company. */
export const unchained = ({ computed, measure, explanations }: Declared): boolean =>
  measure === "control" || measure === null
    ? computed?.because.length === 0
    : computed?.range === null && !explanations.some((e) => e.code === "ring");

function computedSentence(speech: Speech, w: DeclaredWords, d: Declared): string {
  const { name, percent, view } = speech;
  const { computed } = d;
  if (computed === null) return "";
  const jointly = d.explanations.find((e) => e.code === "joint")?.about.filter((p) => p !== d.party) ?? [];
  const [party, company] = [severalAs(speech, d.party ?? "", jointly), name(d.company)];
  const controllers = listOf(computed.controllers.map(name), view.lang);
  if (d.claim === "nobody") {
    if (computed.controllers.length > 0) return w.controlled(controllers, company);
    const large = reachedBy(d);
    if (large) {
      const { all, others, law } = toldOf(speech, w, d, [large]);
      return w.reached(all, others !== "", law, company);
    }
    return d.outcome === "agrees" ? w.none(company) : w.open(company);
  }
  if (unchained(d)) return w.noChain(party, company);
  if (d.measure === "control") {
    if (computed.standing === "possible") return w.maybe(party, company);
    if (computed.standing === "none") return w.notControl(party, company);
    const others = computed.controllers.filter((c) => c !== d.party);
    const ultimate = computed.controllers.includes(d.party ?? "") || others.length === 0;
    return ultimate ? w.controls(party, company) : w.ultimately(party, company, controllers);
  }
  if (computed.range === null) return "";
  const range = isUnknown(computed.range) ? w.anything : percent(computed.range);
  return d.measure === "votes" ? w.votes(range) : w.economic(range);
}

/** Where nobody is declared and nobody has a majority: who has as much as a law asks, which is what does not fit. */
const reachedBy = (d: Declared) =>
  d.claim === "nobody" && d.outcome === "contradicts" && d.computed?.controllers.length === 0
    ? d.explanations.find((e) => e.code === "threshold")
    : undefined;

/** Every explanation once, in words; unknown links as one. */
function reasonsOf(speech: Speech, w: DeclaredWords, d: Declared): string[] {
  const told = reachedBy(d);
  const codes = [...new Set(d.explanations.filter((e) => e !== told).map((e) => e.code))];
  return codes.map((code) => {
    const of = d.explanations.filter((e) => e.code === code);
    return w.why[code](toldOf(speech, w, d, of));
  });
}

function toldOf(speech: Speech, w: DeclaredWords, d: Declared, of: Declared["explanations"]): Told {
  const { name, percent, view } = speech;
  const about = [...new Set(of.flatMap((e) => e.about))].map((id) => name(id));
  const [first] = of;
  const law = LAWS.find((l) => l.id === first?.law);
  const range = first?.range ?? null;
  const days = (all: readonly string[]) => all.map((day) => formatDate(day, view.lang)).join("–");
  return {
    all: listOf(about, view.lang),
    first: about[0] ?? "",
    others: listOf(about.slice(1), view.lang),
    pairs: of.every((e) => e.about.length === 2)
      ? of.map((e) => [name(e.about[0] ?? ""), name(e.about[1] ?? "")] as const)
      : [],
    range: range === null ? "" : isUnknown(range) ? w.anything : percent(range),
    law: law?.name[view.lang] ?? "",
    declaredOn: days(d.stated),
    directOn: days(d.computed?.stated ?? []),
  };
}

/** What follows if the declaration is right. */
function followsOf(speech: Speech, w: DeclaredWords, d: Declared): string {
  const { name, percent } = speech;
  const both = new Set(d.implied.map((l) => l.reading)).size > 1;
  const links = (["whole", "part"] as const).flatMap((reading) => {
    const of = d.implied.filter((l) => l.reading === reading);
    const parts = of.map((l) => w.has(name(l.holder), percent(l.range), name(l.held)));
    return parts.length === 0 ? [] : [w.implied[both ? reading : "right"](listOf(parts, speech.view.lang))];
  });
  const own = d.explanations.some((e) => e.code === "part-or-whole");
  const total = own && d.total !== null ? [w.total(name(d.party), percent(d.total), name(d.company))] : [];
  return [...links, ...sumSentence(speech, w, d), ...total].join(w.space);
}

/** What holdings of unknown size come to together. */
export function sumSentence(
  { name, percent, view }: Pick<Speech, "name" | "percent" | "view">,
  w: DeclaredWords,
  d: Declared,
): string[] {
  if (d.sum === null) return [];
  const { together, terms } = d.sum;
  const companies = listOf(
    terms.map((t) => name(t.held)),
    view.lang,
  );
  if (together !== null) return [w.sum(name(terms[0]?.holder ?? null), companies, percent(together))];
  if (d.sum.constant !== "0") return [];
  return [
    w.weighed(
      terms.map((t) => w.weighedPart(percent(t.weight), name(t.holder), name(t.held))),
      percent(d.range),
    ),
  ];
}
