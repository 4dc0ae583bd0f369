import type { Block, Cell, Figure, Mark, Sentence, Span } from "../../ask/block.ts";
import type { View } from "../../ask/question.ts";
import { formatDate } from "../../ask/say/date.ts";
import { formatFigure } from "../../ask/say/figure.ts";
import { listOf, nameOf } from "../../ask/say/name.ts";
import { formatDay } from "../../model/date.ts";
import { RIGHTS, type RightCode } from "../../model/rights.ts";
import { type Percent, sumOf } from "../../model/share.ts";
import { chartOf, ribbonOf } from "./chart.ts";
import type { ControlFinding } from "./finding.ts";
import type { ControlInput } from "./run.ts";
import { type ControlWords, controlWords } from "./words.ts";

export type ControlView = View<ControlInput, ControlFinding>;

/** What every part of the page needs to speak. */
export interface Speech {
  readonly view: ControlView;
  readonly words: ControlWords;
  readonly day: string;
  readonly name: (id: string | null) => string;
  readonly entity: (id: string | null) => Span;
  readonly right: (code: string) => string;
  readonly percent: (value: Percent) => string;
}

/** An answer of `control` as a page reads: the sentence, the chart, why, what is not known, the tables, the method. */
export function showControl(view: ControlView): readonly Block[] {
  const speech = speechFor(view);
  return view.findings.flatMap((finding) => [
    headline(speech, finding),
    ...chartOf(speech, finding),
    ...whyBlocks(speech, finding),
    ...turnsBlock(speech, finding),
    ...unknownBlock(speech),
    ...controllersTable(speech, finding),
    ...holdersTable(speech, finding),
    ...rightsTable(speech, finding),
    ...declaredTable(speech, finding),
    ...ribbonOf(speech, finding),
    notes(speech, finding),
  ]);
}

function speechFor(view: ControlView): Speech {
  const { lang, entities } = view;
  const words = controlWords(lang);
  const name = (id: string | null) => (id === null ? words.unnamed : nameOf(entities[id], lang, id));
  return {
    view,
    words,
    day: formatDate(formatDay(view.asOf), lang),
    name,
    entity: (id) => (id === null ? words.unnamed : { text: name(id), entity: id }),
    right: (code) => RIGHTS[code as RightCode]?.[lang] ?? code,
    percent: (value) => formatFigure({ value, unit: "%" }, lang),
  };
}

function headline({ view, words, day, name }: Speech, finding: ControlFinding): Block {
  const { lang } = view;
  const subject = name(finding.subject);
  const certain = finding.controllers.filter((c) => c.certainty === "certain");
  const possible = finding.controllers.filter((c) => c.certainty === "possible");
  const list = (parties: readonly { party: string }[]) =>
    listOf(
      parties.map((c) => name(c.party)),
      lang,
    );
  const main =
    certain.length > 0
      ? certain.some((c) => c.joint.length > 0)
        ? words.controlJointly(list(certain), subject, day)
        : words.controls(list(certain), subject, day)
      : finding.verdict === "no controller on record"
        ? words.nobody(subject, day)
        : words.notKnown(subject, day);
  const above = view.gaps
    .filter((g) => g.code === "above-unknown")
    .map((g) => words.aboveNotKnown(name(g.about[0] ?? "")));
  const maybe = possible.length > 0 ? words.possible(list(possible)) : "";
  const nobody = finding.declared.some((d) => d.reason === "noBeneficialOwners")
    ? words.declaresNobody(subject)
    : "";
  return {
    kind: "headline",
    text: [main, ...above, maybe, nobody].filter((s) => s !== ""),
    because: finding.because,
  };
}

/** The proof, read aloud: one paragraph a controller. */
function whyBlocks(speech: Speech, finding: ControlFinding): Block[] {
  const { words, name } = speech;
  return finding.controllers
    .filter((c) => c.proof.length > 0)
    .map((c) => ({
      kind: "prose" as const,
      role: "why" as const,
      title: c.certainty === "certain" ? words.why : words.whyPossible(name(c.party)),
      list: true,
      sentences: [
        ...proofSentences(speech, c.proof),
        ...(c.certainty === "certain" && c.joint.length === 0
          ? [
              [
                {
                  text: words.soControls(name(c.party), name(finding.subject)),
                  because: c.proof.flatMap((s) => s.because),
                },
              ],
            ]
          : []),
      ],
    }));
}

type Steps = ControlFinding["controllers"][number]["proof"];

function proofSentences(speech: Speech, proof: Steps): Sentence[] {
  const { words, name, right, percent, view } = speech;
  const sentences: Sentence[] = [];
  for (const held of new Set(proof.map((s) => s.held))) {
    const steps = proof.filter((s) => s.held === held);
    const because = [...new Set(steps.flatMap((s) => s.because))];
    const votes = steps.filter((s) => s.right === "shareholding" || s.right === "votingRights");
    const rights = steps.filter((s) => !votes.includes(s));
    for (const s of rights)
      sentences.push([
        { text: words.hasRight(name(s.holder), right(s.right), name(held)), because: s.because },
      ]);
    const parts = votes.map((s) =>
      s.castFor === null
        ? words.holds(name(s.holder), percent(s.range), right(s.right), name(held))
        : words.casts(name(s.holder), percent(s.range), right(s.right), name(held), name(s.castFor)),
    );
    const sum = percent(sumOf(votes.map((s) => s.range)));
    if (parts.length === 1)
      sentences.push([{ text: `${parts[0]}${view.lang === "zh" ? "。" : "."}`, because }]);
    if (parts.length > 1)
      sentences.push([
        {
          text: words.together(listOf(parts, view.lang), sum, name(held)) + (view.lang === "zh" ? "。" : "."),
          because,
        },
      ]);
  }
  return sentences;
}

/** The rights on which the verdict turns, by the party whose control they bear on. */
function turnsBlock({ words, name, right, view }: Speech, finding: ControlFinding): Block[] {
  const turning = finding.rights.filter(
    (r) => r.beneficiary !== null && (r.without !== r.now || r.inFull !== r.now),
  );
  if (turning.length === 0) return [];
  const groups = new Map<string, typeof turning>();
  for (const r of turning)
    groups.set(`${r.beneficiary} ${r.company}`, [...(groups.get(`${r.beneficiary} ${r.company}`) ?? []), r]);
  const sentences = [...groups.values()].map((group): Sentence => {
    const first = group[0] as (typeof turning)[number];
    const rights = listOf([...new Set(group.map((r) => called(r, right(r.right))))], view.lang);
    return [
      {
        text: words.turnsOn(name(first.beneficiary), rights, name(first.company)),
        because: group.flatMap((r) => r.because),
      },
    ];
  });
  return [{ kind: "prose", role: "why", title: words.turnsTitle, list: false, sentences }];
}

const called = (r: { class: string }, right: string) => (r.class === "" ? right : `${right} (${r.class})`);

function unknownBlock({ view, words, name, percent }: Speech): Block[] {
  if (view.gaps.length === 0) return [];
  const rest = view.findings[0]?.unnamedVotes;
  const sentences = view.gaps.map((gap): Sentence => {
    const names = gap.about.map((id) => name(id));
    const more = gap.code === "unnamed-holders" && rest ? percent(rest) : "";
    const text =
      words.gap[gap.code]?.(listOf(names, view.lang), more, names[0] ?? "", names[1] ?? words.unnamed) ??
      `${gap.what}: ${gap.why}`;
    return [gap.because.length > 0 ? { text, because: gap.because } : text];
  });
  return [{ kind: "prose", role: "unknown", title: words.unknown, list: false, sentences }];
}

function controllersTable({ words, entity, name, view }: Speech, finding: ControlFinding): Block[] {
  if (finding.controllers.length === 0) return [];
  const rows = finding.controllers.map((c): Cell[] => {
    const because = [...new Set(c.proof.flatMap((s) => s.because))];
    const grounds = because.length > 0 ? because : finding.because;
    const sure = c.certainty === "certain" ? words.certain : words.possibly;
    const with_ =
      c.joint.length > 0
        ? ` (${words.jointly(
            listOf(
              c.joint.map((j) => name(j)),
              view.lang,
            ),
          )})`
        : "";
    const figure = (value: Percent | null, how: string): Cell =>
      value === null ? ["–"] : { figure: { value, unit: "%", because: grounds, how } };
    return [
      [entity(c.party)],
      [{ text: sure + with_, because: grounds }],
      figure(c.votes, words.votesHow),
      figure(c.economic, words.economicHow),
    ];
  });
  return [
    {
      kind: "table",
      title: words.controllers,
      caption: "",
      columns: [
        { label: words.controller },
        { label: words.howSure },
        { label: words.votes, numeric: true },
        { label: words.economic, numeric: true },
      ],
      rows,
    },
  ];
}

type Holding = ControlFinding["holdings"][number];

/** A stated share with its marks: disputed, read from "about", carried. */
export function figureOf(words: ControlWords, h: Holding): Figure {
  const marks: Mark[] = [
    ...(h.disputed ? [{ kind: "disputed" as const }] : []),
    ...(h.reading ? [{ kind: "reading" as const }] : []),
    ...(h.carriedDays === null ? [] : [{ kind: "old" as const, days: h.carriedDays }]),
  ];
  return {
    value: h.range,
    unit: "%",
    because: h.because,
    how: words.shareHow,
    ...(marks.length > 0 ? { marks } : {}),
  };
}

function holdersTable({ words, entity, right, name, view }: Speech, finding: ControlFinding): Block[] {
  const own = finding.holdings.filter((h) => h.held === finding.subject);
  if (own.length === 0) return [];
  const rows = own.map((h): Cell[] => [
    [
      entity(h.party),
      h.countsFor.length > 0
        ? words.countsFor(
            listOf(
              h.countsFor.map((p) => name(p)),
              view.lang,
            ),
          )
        : "",
    ],
    [right(h.right)],
    { figure: figureOf(words, h) },
    [{ text: h.presence === "certain" ? words.certain : words.possibly, because: h.because }],
  ]);
  if (finding.unnamedVotes !== null && finding.unnamedVotes !== "0") {
    const because = own.flatMap((h) => h.because);
    rows.push([
      [words.restOfVotes],
      [""],
      { figure: { value: finding.unnamedVotes, unit: "%", because, how: words.restHow } },
      [""],
    ]);
  }
  return [
    {
      kind: "table",
      title: words.holders(name(finding.subject)),
      caption: "",
      columns: [
        { label: words.holder },
        { label: words.right },
        { label: words.share, numeric: true },
        { label: words.howSure },
      ],
      rows,
    },
  ];
}

function rightsTable(speech: Speech, finding: ControlFinding): Block[] {
  const { words, entity, right, name, percent, view } = speech;
  if (finding.rights.length === 0) return [];
  const rows = finding.rights.map((r): Cell[] => {
    const others =
      r.members.length > 0
        ? ` ${words.withMembers(
            listOf(
              r.members.map((m) => name(m)),
              view.lang,
            ),
          )}`
        : "";
    const led = r.leader === null ? "" : ` (${words.ledBy(name(r.leader))})`;
    const whole = typeof r.range !== "string" && r.range.low === "0" && r.range.high === "100";
    const what = [
      called(r, right(r.right)),
      whole ? "" : percent(r.range),
      r.bound === null ? "" : words.binds(percent(r.bound)),
      r.conditional ? words.conditional : "",
    ].filter((s) => s !== "");
    return [
      [entity(r.party), `${others}${led}`],
      [{ text: what.join(", "), because: r.because }],
      [entity(r.company)],
      [words.countsAs[r.counts]],
      [turning(speech, r)],
    ];
  });
  return [
    {
      kind: "table",
      title: words.rights,
      caption: words.rightsCaption,
      columns: [
        { label: words.holder },
        { label: words.right },
        { label: words.over },
        { label: words.counts },
        { label: words.turns },
      ],
      rows,
    },
  ];
}

function turning({ words, name }: Speech, r: ControlFinding["rights"][number]): string {
  const party = name(r.beneficiary);
  const says = [
    r.without !== r.now ? words.ifWithout(party, words.becomes[r.without]) : "",
    r.inFull !== r.now ? words.ifInFull(party, words.becomes[r.inFull]) : "",
  ].filter((s) => s !== "");
  return says.length > 0 ? says.join(" ") : words.notTurning;
}

function declaredTable({ words, entity, right, percent }: Speech, finding: ControlFinding): Block[] {
  if (finding.declared.length === 0) return [];
  const rows = finding.declared.map((d): Cell[] => {
    const says =
      d.reason === "" ? `${right(d.right)}: ${percent(d.range)}` : (words.reasons[d.reason] ?? d.reason);
    return [d.party === null ? ["–"] : [entity(d.party)], [{ text: says, because: d.because }]];
  });
  return [
    {
      kind: "table",
      title: words.declared,
      caption: words.declaredCaption,
      columns: [{ label: words.holder }, { label: words.right }],
      rows,
    },
  ];
}

function notes({ words, name }: Speech, finding: ControlFinding): Block {
  const assumed = finding.holdings.some((h) => h.right === "shareholding");
  const conflicts = finding.conflicts.map(
    (c): Sentence => [{ text: words.gap.conflict?.(name(c.company), "", "", "") ?? "", because: c.because }],
  );
  return {
    kind: "prose",
    role: "note",
    title: words.notes,
    list: false,
    sentences: [
      [words.advice],
      ...(assumed ? [[words.assumption]] : []),
      ...(finding.carriedDays === null ? [] : [[words.carried(finding.carriedDays)]]),
      ...(finding.origins > 0 ? [[words.origins(finding.origins)]] : []),
      ...conflicts,
    ],
  };
}
