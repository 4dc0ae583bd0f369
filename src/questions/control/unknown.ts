import type { Gap } from "../../ask/answer.ts";
import type { Block, Sentence, Span } from "../../ask/block.ts";
import { listOf } from "../../ask/say/name.ts";
import type { ControlFinding } from "./finding.ts";
import { lawsElsewhere } from "./laws/scope.ts";
import { called, isVoting, kindOf, type Speech } from "./speech.ts";

/** What we do not know, a sentence each. */
export function unknownBlock(speech: Speech, finding: ControlFinding): Block[] {
  const { view, words } = speech;
  if (view.gaps.length === 0) return [];
  const disputed = new Map(finding.holdings.filter((h) => h.disputed).map((h) => [h.because.join(), h]));
  const sentences = view.gaps.map((gap): Sentence => {
    const holding = gap.code === "disputed" ? disputed.get(gap.because.join()) : undefined;
    return holding ? disputeSentence(speech, holding) : gapSentence(speech, finding, gap);
  });
  // Several laws may leave the same open.
  const once = new Map(sentences.map((each) => [JSON.stringify(each), each]));
  return [
    { kind: "prose", role: "unknown", title: words.unknown, list: false, sentences: [...once.values()] },
  ];
}

/** Gaps about votes nobody is named for. */
const RESTS: ReadonlySet<string> = new Set(["unnamed-holders", "unnamed-if-any", "unnamed-or-same"]);

function gapSentence(speech: Speech, finding: ControlFinding, gap: Gap): Sentence {
  const { view, words, name } = speech;
  const names = gap.about.map((id) => name(id));
  const [company, ...others] = names;
  const list = listOf(others, view.lang);
  const more = gap.code === "named-behind" ? list : figureIn(speech, finding, gap);
  const holder = RESTS.has(gap.code) ? list : (others[0] ?? words.unnamed);
  const text =
    words.gap[gap.code]?.(listOf(names, view.lang), more, company ?? "", holder) ?? `${gap.what}: ${gap.why}`;
  return [gap.because.length > 0 ? { text, because: gap.because } : text];
}

/** Gaps about one of perhaps several rights of the same party. */
const OF_A_RIGHT: ReadonlySet<string> = new Set(["condition-open", "right-dates-open"]);

/** What the sentence about a gap needs besides names: the rest of the votes, the right, the classes of shares, the laws. */
function figureIn(speech: Speech, { holdings, rights, unnamedVotes }: ControlFinding, gap: Gap): string {
  const { view, percent } = speech;
  if (OF_A_RIGHT.has(gap.code)) {
    const [company, party] = gap.about;
    const same = rights.filter((r) => r.because.join() === gap.because.join());
    const right = same.find((r) => r.company === company && r.party === (party ?? null));
    return right === undefined ? "" : called(speech, right);
  }
  if (gap.code === "law-elsewhere") return lawsElsewhere(view, gap.about[0] ?? "");
  if (RESTS.has(gap.code) && unnamedVotes !== null) return percent(unnamedVotes);
  if (gap.code !== "share-classes") return "";
  const classes = holdings
    .filter((h) => h.held === gap.about[0] && isVoting(h) && h.class !== "")
    .map((h) => h.class);
  return listOf([...new Set(classes)].sort(), view.lang);
}

/** Figures that contradict each other, each with who gives it. */
function disputeSentence(speech: Speech, h: ControlFinding["holdings"][number]): Sentence {
  const { words, name, percent, right } = speech;
  const says = isVoting(h) ? words.disputed : words.disputedRight;
  const [before, after] = says(name(h.party), isVoting(h) ? kindOf(speech, h) : right(h.right), name(h.held));
  const [between, last] = words.or;
  const figures = h.says.flatMap(({ range, because }, i): Span[] => [
    ...(i === 0 ? [] : [i === h.says.length - 1 ? last : between]),
    { text: percent(range), because },
  ]);
  return [before, ...figures, after];
}
