import type { Lang } from "../../../ask/answer.ts";
import type { Bars, Block, Cell } from "../../../ask/block.ts";
import { sayPoint } from "../../../ask/say/change.ts";
import { formatDate } from "../../../ask/say/date.ts";
import { listOf } from "../../../ask/say/name.ts";
import type { Law } from "../../../laws/law.ts";
import { parseDay } from "../../../model/date.ts";
import { thenAndNow } from "../change-bars.ts";
import type { ControlChange, Side } from "../change-finding.ts";
import { controlChangeWords } from "../change-words.ts";
import { isUnknown, type Speech } from "../speech.ts";
import { lawChangeLabels } from "./change-words.ts";
import { lawWords } from "./words.ts";
import { isHypothetical } from "./write.ts";

type Standing = Side["standing"][number];

/** Who comes under a law then and now, by which of its rules, and what these count as pairs of bars. */
export function underLaw(speech: Speech, law: Law, change: ControlChange): Block[] {
  if (change.to.standing.length === 0) return [];
  return [partiesTable(speech, law, change), ...countedBars(speech, law, change)];
}

/** Of laws that apply by now and did not on the earlier day: the comparison reads them as if they had. */
export function notYet(laws: readonly Law[], { from, to }: ControlChange, lang: Lang): string[] {
  const hypothetical = laws.filter(
    (law) => isHypothetical(law, parseDay(from.asOf)) && !isHypothetical(law, parseDay(to.asOf)),
  );
  if (hypothetical.length === 0) return [];
  const names = listOf(
    hypothetical.map((law) => law.name[lang]),
    lang,
  );
  return [lawChangeLabels(lang).notThen(names, formatDate(from.asOf, lang))];
}

const rulesOf = (law: Law, { counted }: Pick<Standing, "counted">) =>
  counted.flatMap((one) => {
    const rule = law.rules.find((each) => each.id === one.rule);
    return rule ? [{ ...one, rule }] : [];
  });

function partiesTable(speech: Speech, law: Law, { from, to }: ControlChange): Block {
  const { view, entity, name, percent } = speech;
  const { lang } = view;
  const [words, labels, w] = [controlChangeWords(lang), lawChangeLabels(lang), lawWords(lang)];
  const sure = (side: Side, n: number): Cell => {
    const certainty = side.standing[n]?.certainty ?? "none";
    return certainty === "none"
      ? [words.none]
      : [{ text: certainty === "certain" ? labels.under : labels.may, because: side.because }];
  };
  const rules = (side: Side, n: number): Cell => {
    const texts = rulesOf(law, side.standing[n] ?? { counted: [] }).map(({ rule, share }) => {
      const named = rule.article === "" ? rule.basis[lang] : rule.article;
      return share === null || isUnknown(share)
        ? named
        : speech.words.inBrackets(named, w.has(percent(share)));
    });
    return texts.length === 0 ? [words.none] : [{ text: texts.join(w.semicolon), because: side.because }];
  };
  return {
    kind: "table",
    title: lawChangeLabels(lang).title(law.name[lang], name(view.findings[0]?.subject ?? "")),
    caption: words.caption(sayPoint(from, lang), sayPoint(to, lang)),
    columns: [words.party, words.before, words.after, labels.rulesThen, labels.rulesNow].map((label) => ({
      label,
    })),
    rows: to.standing.map(({ party }, n): Cell[] => [
      [entity(party)],
      sure(from, n),
      sure(to, n),
      rules(from, n),
      rules(to, n),
    ]),
  };
}

/** A row for each party and rule by which anything is counted of it at either point. */
function countedBars(speech: Speech, law: Law, change: ControlChange): Bars[] {
  const { view, entity, name, percent } = speech;
  const { lang } = view;
  const [words, labels, w] = [controlChangeWords(lang), lawChangeLabels(lang), lawWords(lang)];
  const sides = [
    { when: words.before, side: change.from },
    { when: words.after, side: change.to },
  ];
  const drawn = law.rules.flatMap((rule) =>
    change.to.standing.flatMap(({ party }, n) => {
      const series = sides.flatMap(({ when, side }) => {
        const standing = side.standing[n];
        const share = standing?.counted.find((one) => one.rule === rule.id)?.share ?? null;
        if (!standing || share === null) return [];
        const style = standing.certainty === "possible" ? ("possible" as const) : ("certain" as const);
        const figure = { value: share, unit: "%", because: side.because, how: w.countedHow };
        return [{ label: when, style, figure }];
      });
      const rows = thenAndNow({ label: [entity(party), ` · ${rule.article}`], series });
      return rows.map((row) => ({ rule, party, row }));
    }),
  );
  if (drawn.length === 0) return [];
  const line = lineOf(
    drawn.map(({ rule }) => rule),
    lang,
    percent,
  );
  return [
    {
      kind: "bars",
      title: labels.bars(law.name[lang]),
      caption: words.caption(sayPoint(change.from, lang), sayPoint(change.to, lang)),
      alt: drawn
        .map(({ party, rule, row }) => {
          const pairs = row.series.map((each) => `${each.label} ${percent(each.figure.value)}`);
          return `${name(party)}, ${rule.article}: ${pairs.join(", ")}`;
        })
        .join("; "),
      unit: "%",
      max: "100",
      ...(line === null ? {} : { line }),
      rows: drawn.map(({ row }) => row),
    },
  ];
}

/** The threshold, where all rules drawn have the same. */
function lineOf(rules: readonly Law["rules"][number][], lang: "en" | "zh", percent: Speech["percent"]) {
  const lines = rules.map((rule) => {
    const threshold = "threshold" in rule ? rule.threshold : undefined;
    if (threshold === undefined) return null;
    const labels = lawChangeLabels(lang);
    return "moreThan" in threshold
      ? { at: threshold.moreThan, label: labels.moreThan(percent(threshold.moreThan)) }
      : { at: threshold.atLeast, label: labels.atLeast(percent(threshold.atLeast)) };
  });
  const [first = null] = lines;
  return lines.every((line) => line?.label === first?.label) ? first : null;
}
