import type { Sentence, Span } from "../../ask/block.ts";
import { listOf } from "../../ask/say/name.ts";
import { isNomination, rightCalled } from "../../model/right-words.ts";
import type { Link, Said, Tie } from "./finding.ts";
import type { Speech } from "./speech.ts";

/** Statements and sources read out for one link; the others are counted. */
const MOST_SAID = 8;
const MOST_EACH = 2;
const MOST_NAMED = 4;

/** One link read aloud: what ties the two, who reports it, who denies it; each statement at what it states. */
export function linkSentence(speech: Speech, link: Link): Sentence {
  const { words, zh } = speech;
  const all = link.ties.flatMap((tie) => tie.said.map((said) => ({ tie, said })));
  const shown = all.filter(({ tie, said }) => tie.said.indexOf(said) < MOST_EACH).slice(0, MOST_SAID);
  const rest = all.filter((each) => !shown.includes(each));
  const [stop, end] = zh ? ["；", "。"] : [";", "."];
  const spans: Span[] = shown.flatMap(({ tie, said }, n): Span[] => {
    const next = shown[n + 1]?.tie;
    const mark = next === undefined ? (rest.length > 0 ? stop : end) : next === tie ? "" : stop;
    const again = n > 0 && shown[n - 1]?.tie === tie;
    return [...(again ? [] : whoWhat(speech, tie)), saidSpan(speech, said, mark), zh ? "" : " "];
  });
  if (rest.length > 0) {
    const because = rest.flatMap(({ said }) => said.because);
    spans.push({ text: words.more(rest.length) + end, because }, zh ? "" : " ");
  }
  return [...spans, reportedBy(speech, link), ...denials(speech, link)].filter((span) => span !== "");
}

/** "Jack Ma: chairman of Alibaba Group " before what is said of it. */
function whoWhat(speech: Speech, tie: Tie): Span[] {
  const { words, zh, entity, name } = speech;
  const called = tieCalled(speech, tie);
  const what =
    tie.over !== null
      ? words.over(called, name(tie.over), NOMINAL.has(tie.right))
      : tie.kind === "interest"
        ? `${called}${zh ? "" : " "}${words.of}`
        : called;
  return [entity(tie.party), zh ? "：" : ": ", `${what}${zh ? "" : " "}`, entity(tie.object), zh ? "" : " "];
}

/** Rights held in the place of another. */
const NOMINAL = new Set(["nominee", "nominator"]);

/** What a tie is called: "chairman of", "shares", "right to appoint board members, conditional". */
export function tieCalled({ words, view, zh }: Speech, tie: Tie): string {
  if (tie.kind !== "interest") return words.as[tie.kind](tie.role);
  const said = isNomination(tie.right, tie) || tie.right === "conditionalRightsGrantedByContract";
  const right = rightCalled(tie.right, view.lang, tie);
  return [
    right,
    tie.class,
    tie.indirect ? words.indirect : "",
    tie.conditional && !said ? words.conditional : "",
  ]
    .filter((part) => part !== "")
    .join(zh ? "，" : ", ");
}

/** "(28.8 %, as of 2018)", with its statement. */
function saidSpan(speech: Speech, said: Said, mark: string): Span {
  const parts = [shareOf(speech, said), whenOf(speech, said)].filter((part) => part !== "");
  const text = speech.zh ? `（${parts.join("，")}）` : `(${parts.join(", ")})`;
  return { text: text + mark, because: said.because };
}

/** A share as its source writes it, with its unit. */
export function shareOf({ zh }: Speech, { share }: Said): string {
  if (share === "") return "";
  const range = share.replace(/^(>?[\d.]+)-(<?[\d.]+)$/, "$1–$2");
  return `${zh ? range.replace(/^about /, "约") : `${range}\u00a0`}%`;
}

const whenOf = ({ words, date }: Speech, { basis, from, to }: Said): string =>
  words.when({ observed: basis === "observation", from: date(from), to: date(to) });

function reportedBy(speech: Speech, link: Link): Span {
  const { words, view, evidence } = speech;
  const named = reporters(speech, link);
  const shown = named.slice(0, MOST_NAMED);
  const rest = named.length - shown.length;
  const names = listOf([...shown, ...(rest > 0 ? [words.andMore(rest)] : [])], view.lang);
  const because = link.reportedBy.flatMap((each) => each.because);
  return { text: words.reported(names, evidence(link), link.origins), because };
}

/** Who reports a link, each publisher once, with whom it repeats and whose side it is on. */
export function reporters({ words, name }: Speech, link: Link): string[] {
  const named = link.reportedBy.map(
    ({ publisher, interested, repeats }) =>
      publisher +
      (repeats === null ? "" : words.repeats(repeats.publisher)) +
      (interested === "" ? "" : words.side(name(interested))),
  );
  return [...new Set(named)];
}

function denials({ words, name, zh }: Speech, link: Link): Span[] {
  return link.deniedBy.flatMap(({ by, text, because }) => [
    ...(zh ? [] : [" "]),
    { text: words.denied(name(by), text), because },
  ]);
}
