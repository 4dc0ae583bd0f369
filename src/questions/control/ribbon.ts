import type { Block } from "../../ask/block.ts";
import { formatDate } from "../../ask/say/date.ts";
import { formatDay } from "../../model/date.ts";
import type { ControlFinding } from "./finding.ts";
import { isControl, lawOf } from "./laws/show.ts";
import { lawWords } from "./laws/words.ts";
import type { Speech } from "./speech.ts";

/** Who controlled the subject when, or came under a law, as a ribbon: one lane a party, nothing where nothing is known. */
export function ribbonOf({ view, words, name, entity }: Speech, finding: ControlFinding): Block[] {
  const parties = [...new Set(finding.history.flatMap((e) => e.controllers.map((c) => c.party)))];
  if (parties.length === 0 || finding.history.length < 2) return [];
  const from = finding.history[0]?.from ?? "";
  const today = formatDay(view.asOf);
  const last = finding.history.at(-1)?.from ?? today;
  const to = formatDay(Math.max(view.asOf, Date.parse(last) / 86_400_000) + 180);
  const lanes = parties.map((party) => ({
    label: [entity(party)],
    spans: spansOf(finding, party, to).map((span) => ({
      ...span,
      label: span.style === "certain" ? words.certain : words.possibly,
    })),
  }));
  return [
    {
      kind: "timeline",
      ...historyTitle({ view, words, name }, finding),
      alt: finding.history
        .map(
          (e) =>
            `${e.from}: ${e.controllers.map((c) => `${name(c.party)} (${c.certainty === "certain" ? words.certain : words.possibly})`).join(", ") || "–"}`,
        )
        .join("; "),
      from,
      to,
      at: today,
      lanes,
      marks: finding.history.map((e) => ({ date: e.from, label: words.changes, because: e.because })),
    },
  ];
}

/** Of a law, since when it applies, if that is where the history begins. */
function historyTitle(
  { view, words, name }: Pick<Speech, "view" | "words" | "name">,
  finding: ControlFinding,
) {
  const { subject, history } = finding;
  const law = lawOf(finding);
  if (!law || isControl(finding))
    return { title: words.history(name(subject)), caption: words.historyCaption };
  const w = lawWords(view.lang);
  const since = law.from !== "" && history[0]?.from === law.from;
  return {
    title: w.history(law.name[view.lang], name(subject)),
    caption: `${words.historyCaption}${since ? w.historyFrom(formatDate(law.from, view.lang)) : ""}`,
  };
}

/** One party's spans; eras in which it stands the same run on. */
function spansOf(finding: ControlFinding, party: string, end: string) {
  const spans: { from: string; to: string; style: "certain" | "possible"; because: string[] }[] = [];
  for (const era of finding.history) {
    const to = era.to === "" ? end : era.to;
    for (const { certainty } of era.controllers.filter((c) => c.party === party).slice(0, 1)) {
      const last = spans.at(-1);
      if (last?.to === era.from && last.style === certainty) {
        last.to = to;
        last.because = [...new Set([...last.because, ...era.because])];
      } else spans.push({ from: era.from, to, style: certainty, because: [...era.because] });
    }
  }
  return spans;
}
