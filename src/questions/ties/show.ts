import type { Block, Cell, Sentence } from "../../ask/block.ts";
import { listOf } from "../../ask/say/name.ts";
import { chartOf, shortly } from "./chart.ts";
import type { Link, TiesFinding } from "./finding.ts";
import { longestOf } from "./input.ts";
import { linkSentence, reporters } from "./sentences.ts";
import { type Speech, speechFor, type TiesView } from "./speech.ts";

/** Paths read aloud link by link; the table has all. */
const MOST_READ = 10;
/** Ends named in the first sentence. */
const MOST_ENDS = 5;

/** Which paths there are, drawn together, then each read aloud: what ties two, who reports it, who denies it. */
export function showTies(view: TiesView): readonly Block[] {
  const speech = speechFor(view);
  const { words } = speech;
  const because = [...new Set(view.findings.flatMap((finding) => finding.because))].sort();
  const { when, family } = view.input;
  const read: Read = new Map();
  const method = words.methodText(speech.day, when === "ever", family);
  return [
    { kind: "headline", text: headline(speech), because },
    ...chartOf(speech),
    ...view.findings.slice(0, MOST_READ).map((finding, n) => pathBlock(speech, finding, n + 1, read)),
    ...furtherBlock(speech),
    ...unknownBlock(speech),
    ...tableOf(speech),
    { kind: "prose", role: "note", title: words.method, list: false, sentences: [[method]] },
  ];
}

function headline(speech: Speech): Sentence {
  const { view, words, name, day, way, evidence } = speech;
  const { entity, to, paths } = view.input;
  const [x, y] = [name(entity), to === undefined ? null : name(to)];
  const longest = longestOf(view.input);
  const [first] = view.findings;
  if (!first) return [y === null ? words.noneNear(x, day, longest) : words.none(x, y, day, longest)];
  const count = view.findings.length;
  const denied = view.findings.filter((finding) => finding.denied).length;
  const reached = view.findings.map((finding) => name(finding.to));
  const shown = reached.length > MOST_ENDS + 1 ? reached.slice(0, MOST_ENDS) : reached;
  const others = reached.length - shown.length;
  const ends = listOf([...shown, ...(others > 0 ? [words.others(others)] : [])], view.lang);
  return [
    y === null
      ? words.near(x, day, count, longest) + words.nearest(ends, count)
      : words.between(x, y, day, count, count === paths, longest),
    words.strongest(way(first), first.links.length, evidence(first), count === 1),
    ...(denied > (first.contested ? 1 : 0) ? [words.deniedOn(denied, count)] : []),
  ];
}

/** The number of the path on which a link is read first. */
type Read = Map<string, number>;
const keyOf = (link: Link) => [link.from, link.to].sort().join(" ");

function pathBlock(speech: Speech, finding: TiesFinding, n: number, read: Read): Block {
  const { words, way, name, evidence } = speech;
  const sentences = finding.links.map((link): Sentence => {
    const before = read.get(keyOf(link));
    read.set(keyOf(link), before ?? n);
    if (before === undefined) return linkSentence(speech, link);
    const between = `${name(link.from)} – ${name(link.to)}`;
    return [{ text: words.asBefore(between, before), because: link.because }];
  });
  const single = finding.origins === 1 && finding.links.length > 1;
  const busy = finding.through.filter(({ ties }) => ties === null);
  const through = busy.map(({ entity }): Sentence => [words.through(name(entity))]);
  return {
    kind: "prose",
    role: "why",
    title: words.path(n, way(finding), finding.links.length, evidence(finding)),
    list: true,
    sentences: [...sentences, ...(single ? [[words.oneOrigin]] : []), ...through],
  };
}

function furtherBlock({ view, words }: Speech): Block[] {
  const further = view.findings.length - MOST_READ;
  if (further <= 0) return [];
  return [{ kind: "prose", role: "why", title: "", list: false, sentences: [[words.furtherPaths(further)]] }];
}

function unknownBlock({ view, words, name }: Speech): Block[] {
  if (view.gaps.length === 0) return [];
  const sentences = view.gaps.map((gap): Sentence => {
    const names = listOf(gap.about.map(name), view.lang);
    const links = view.overall?.longest ?? longestOf(view.input);
    const text = words.gap[gap.code]?.(names, links) ?? `${gap.what}: ${gap.why}`;
    return [gap.because.length > 0 ? { text, because: gap.because } : text];
  });
  return [{ kind: "prose", role: "unknown", title: words.unknown, list: false, sentences }];
}

/** One row a link, with the paths it is on. */
function tableOf(speech: Speech): Block[] {
  const { view, words, entity, name, evidence, zh } = speech;
  if (view.findings.length === 0) return [];
  const links = new Map<string, { readonly link: Link; readonly paths: number[] }>();
  for (const [n, finding] of view.findings.entries())
    for (const link of finding.links) {
      const row = links.get(keyOf(link)) ?? { link, paths: [] };
      row.paths.push(n + 1);
      links.set(keyOf(link), row);
    }
  const rows = [...links.values()].map(({ link, paths }): Cell[] => [
    [paths.join(", ")],
    [entity(link.from), " – ", entity(link.to)],
    [{ text: link.ties.map((tie) => shortly(speech, tie)).join(zh ? "；" : "; "), because: link.because }],
    [evidence(link)],
    [listOf(reporters(speech, link), view.lang)],
    [
      link.deniedBy.length === 0
        ? words.nobody
        : {
            text: listOf([...new Set(link.deniedBy.map(({ by }) => name(by)))], view.lang),
            because: link.deniedBy.flatMap((each) => each.because),
          },
    ],
  ]);
  const { paths, link, tie, evidence: found, reportedBy, deniedBy } = words.columns;
  const columns = [paths, link, tie, found, reportedBy, deniedBy].map((label) => ({ label }));
  return [{ kind: "table", title: words.table, caption: words.tableCaption, columns, rows }];
}
