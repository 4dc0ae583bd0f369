import type { Block, Cell, Figure, Mark } from "../../ask/block.ts";
import { listOf } from "../../ask/say/name.ts";
import type { Percent } from "../../model/share.ts";
import type { ControlFinding } from "./finding.ts";
import { hasStake, rightOf } from "./share-words.ts";
import { asControls, called, type Speech } from "./speech.ts";
import { withOthers } from "./turns/show.ts";
import type { ControlWords } from "./words.ts";

export function controllersTable({ words, entity, name, view }: Speech, finding: ControlFinding): Block[] {
  if (finding.controllers.length === 0) return [];
  const rows = finding.controllers.map((c): Cell[] => {
    const because = [...new Set(c.proof.flatMap((s) => s.because))];
    const grounds = because.length > 0 ? because : finding.because;
    const sure = c.certainty === "certain" ? words.certain : words.possibly;
    const with_ =
      c.joint.length > 0
        ? words.inBrackets(
            "",
            words.jointly(
              listOf(
                c.joint.map((j) => name(j)),
                view.lang,
              ),
            ),
          )
        : "";
    const figure = (value: Percent | null, how: string, more: { bound?: true } = {}): Cell =>
      value === null ? ["–"] : { figure: { value, unit: "%", because: grounds, how, ...more } };
    const stated = hasStake(finding, c.party) ? {} : { bound: true as const };
    return [
      [entity(c.party)],
      [{ text: sure + with_, because: grounds }],
      figure(c.votes, words.votesHow),
      figure(c.economic, words.economicHow, stated),
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

const ANYTHING = { low: "0", high: "100" };

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

/** A right by name, and with whom it is held. */
function rightText(speech: Speech, finding: ControlFinding, h: Holding): string {
  const { words, name, view } = speech;
  const others = listOf(
    h.joint.map((one) => name(one)),
    view.lang,
  );
  const right = called(speech, { ...h, ...rightOf(finding, h), range: ANYTHING });
  return h.joint.length === 0 ? right : words.inBrackets(right, words.jointly(others));
}

export function holdersTable(speech: Speech, finding: ControlFinding): Block[] {
  const { words, entity, name, view } = speech;
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
    [rightText(speech, finding, h)],
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

export function rightsTable(speech: Speech, finding: ControlFinding): Block[] {
  const { words, entity, name, percent, view } = speech;
  if (finding.rights.length === 0) return [];
  const zh = view.lang === "zh";
  const rows = finding.rights.map((r): Cell[] => {
    const others =
      r.members.length > 0
        ? `${zh ? "" : " "}${words.withMembers(
            listOf(
              r.members.map((m) => name(m)),
              view.lang,
            ),
          )}`
        : "";
    const led = r.leader === null ? "" : words.inBrackets("", words.ledBy(name(r.leader)));
    const what = [called(speech, r), r.bound === null ? "" : words.binds(percent(r.bound))].filter(
      (s) => s !== "",
    );
    return [
      [entity(r.party), `${others}${led}`],
      [{ text: what.join(zh ? "，" : ", "), because: r.because }],
      [entity(r.company)],
      [words.countsAs[r.counts]],
      [turning(speech, finding, r)],
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

function turning(speech: Speech, finding: ControlFinding, r: ControlFinding["rights"][number]): string {
  const { words, view } = speech;
  const party = asControls(speech, finding, r.beneficiary);
  const says = [
    r.without !== r.now ? words.ifWithout(party, words.becomes[r.without]) : "",
    r.inFull !== r.now ? words.ifInFull(party, words.becomes[r.inFull]) : "",
  ].filter((s) => s !== "");
  return says.length > 0
    ? says.join(view.lang === "zh" ? "" : " ")
    : withOthers(speech, finding, r) || words.notTurning;
}
