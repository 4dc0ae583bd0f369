import type { Block, Sentence } from "../../../ask/block.ts";
import { listOf } from "../../../ask/say/name.ts";
import type { ControlFinding } from "../finding.ts";
import { isControl, lawOf } from "../laws/show.ts";
import { asControls, called, type Speech } from "../speech.ts";
import { lawHangsWords } from "./law-words.ts";
import { flipBars, flipText } from "./show-flips.ts";
import { documentsTable, recordsText, sourcesTable } from "./show-tables.ts";
import { type HangsWords, hangsWords } from "./words.ts";

type RightShown = ControlFinding["rights"][number];

/** What the verdict hangs on, in sentences: the nearest flips, the rights, one origin, what to ask for. */
export function hangsOn(speech: Speech, finding: ControlFinding): Block[] {
  const { turns } = finding;
  if (turns === null) return [];
  const { view, name } = speech;
  const w = wordsFor(speech, finding);
  const controlled = finding.verdict === "controlled";
  // Of what contradicts itself, and of what is not known, no figure was changed.
  const everyChangeTried =
    !turns.cutOff && turns.nextDocuments.length === 0 && !view.gaps.some(({ code }) => code === "conflict");
  const sentences: Sentence[] = [
    ...turns.flips
      .slice(0, 3)
      .map((f): Sentence => [{ text: flipText(speech, w, finding, f), because: f.because }]),
    ...(turns.flips.length === 0 && everyChangeTried && finding.holdings.length > 0 ? [[w.noFlip]] : []),
    ...singles(speech, finding),
    ...turns.rights
      .filter((set) => set.rights.length > 1)
      .map((set): Sentence => [{ text: setText(speech, w, finding, set), because: set.because }]),
    ...(turns.oneOrigin !== null && controlled ? [[w.oneOrigin(turns.oneOrigin)]] : []),
    ...turns.nextDocuments
      .slice(0, 1)
      .filter((d) => d.records.length > 0)
      .map((d): Sentence => [w.ask(recordsText(w, view.lang, d), name(d.about))]),
    ...(finding.controllers.some((c) => c.certainty === "certain" && !c.smallest) ? [[w.notSmallest]] : []),
    ...(turns.cutOff ? [[w.cutOff]] : []),
  ];
  if (sentences.length === 0) return [];
  return [{ kind: "prose", role: "why", title: w.title, list: false, sentences }];
}

/** As control, or in the terms of the law that was asked. */
function wordsFor({ view }: Speech, finding: ControlFinding): HangsWords {
  const w = hangsWords(view.lang);
  const law = lawOf(finding);
  if (law === undefined || isControl(finding)) return w;
  return { ...w, ...lawHangsWords(law.name[view.lang], view.lang) };
}

/** The same as charts and tables. */
export function hangsOnTables(speech: Speech, finding: ControlFinding): Block[] {
  if (finding.turns === null) return [];
  const w = wordsFor(speech, finding);
  return [
    ...flipBars(speech, w, finding),
    ...sourcesTable(speech, w, finding.turns),
    ...documentsTable(speech, w, finding.turns, finding.rights),
  ];
}

/** The rights each of which turns it by itself, by the party whose control they bear on. */
function singles(speech: Speech, finding: ControlFinding): Sentence[] {
  const { words, name, view } = speech;
  const turning = finding.rights.filter(
    (r) => r.beneficiary !== null && (r.without !== r.now || r.inFull !== r.now),
  );
  const groups = new Map<string, RightShown[]>();
  for (const r of turning) {
    const key = `${r.beneficiary} ${r.company}`;
    groups.set(key, [...(groups.get(key) ?? []), r]);
  }
  return [...groups.values()].map((group): Sentence => {
    const first = group[0] as RightShown;
    const rights = listOf([...new Set(group.map((r) => rightText(speech, r)))], view.lang);
    const party = asControls(speech, finding, first.beneficiary);
    const text = words.turnsOn(party, rights, name(first.company));
    return [{ text, because: group.flatMap((r) => r.because) }];
  });
}

/** An agreement has to be told from others by who is in it; what one party has by itself is the party's. */
const rightText = (speech: Speech, r: RightShown): string =>
  r.members.length === 0
    ? called(speech, r)
    : speech.words.inBrackets(
        called(speech, r),
        listOf(
          [r.party, ...r.members.filter((one) => one !== r.party)].map((one) => speech.name(one)),
          speech.view.lang,
        ),
      );

type RightSet = NonNullable<ControlFinding["turns"]>["rights"][number];

/** Some rights of a set by holder and name, and over which company where the set is about several: they have to be told apart. */
function fully(
  speech: Speech,
  w: HangsWords,
  finding: ControlFinding,
  set: RightSet,
  places: readonly number[],
): string {
  const { name, view } = speech;
  const several = new Set(set.rights.map((at) => finding.rights[at]?.company)).size > 1;
  const texts = places.map((at) => {
    const r = finding.rights[at] as RightShown;
    const holders = [r.party, ...r.members.filter((m) => m !== r.party)].map((m) => name(m));
    const right = w.rightOf(listOf(holders, view.lang), called(speech, r));
    return several ? w.rightOver(right, name(r.company)) : right;
  });
  return texts.join(w.between);
}

function setText(speech: Speech, w: HangsWords, finding: ControlFinding, set: RightSet): string {
  const says = set.how === "in full" ? w.inFull : w.without;
  return says(fully(speech, w, finding, set, set.rights), speech.name(set.party), set.after);
}

/** Of a right that turns nothing by itself: with which others it does; empty where with none. */
export function withOthers(speech: Speech, finding: ControlFinding, right: RightShown): string {
  const w = hangsWords(speech.view.lang);
  const at = finding.rights.indexOf(right);
  const set = finding.turns?.rights.find((s) => s.rights.length > 1 && s.rights.includes(at));
  if (set === undefined) return "";
  const others = set.rights.filter((i) => i !== at);
  const says = set.how === "in full" ? w.fullWith : w.withoutWith;
  return says(fully(speech, w, finding, set, others), speech.name(set.party), set.after);
}
