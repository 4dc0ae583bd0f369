import type { Block, Cell, Figure } from "../../ask/block.ts";
import { formatDate } from "../../ask/say/date.ts";
import { kindCalled } from "../../ask/say/entity-kinds.ts";
import { nameOf } from "../../ask/say/name.ts";
import { formatDay } from "../../model/date.ts";
import type { Overlap } from "./overall.ts";
import { overallWords } from "./overall-words.ts";
import { entityIn, type ReachView } from "./speech.ts";
import { stood } from "./stood.ts";
import { reachWords } from "./words.ts";

type Shared = Overlap["shared"][number];
const SIDES = ["certain", "possible", "jointly", "stake", "exposure"] as const;

/** What two parties both reach: the sentence, how many by standing on each side, and the table. */
export function overlapBlocks(view: ReachView, party: string): Block[] {
  const found = view.overall?.overlap;
  if (!found) return [];
  const [words, plain] = [overallWords(view.lang), reachWords(view.lang)];
  const other = nameOf(view.entities[found.with], view.lang, found.with);
  const day = formatDate(formatDay(view.asOf), view.lang);
  const because = unique(found.shared.flatMap((each) => [...each.because, ...each.withBecause]));
  if (found.shared.length === 0)
    return [
      {
        ...{ kind: "headline", text: [words.nothingShared(party, other, day)] },
        because: unique([...view.findings.flatMap((each) => each.because), ...found.because]),
      },
    ];
  const outlets = found.shared.filter((each) => each.kind === "outlet").length;
  const text = [words.both(party, other, day, found.shared.length, outlets)];
  const rows = found.shared.map((each): Cell[] => [
    [entityIn(view, each.entity)],
    [kindCalled(each.kind, view.lang)],
    [{ text: stood(view, each.standing, each.jointly), because: each.because }],
    votes(each.votes, each.because, plain.votesHow),
    [{ text: stood(view, each.withStanding, each.withJointly), because: each.withBecause }],
    votes(each.withVotes, each.withBecause, plain.votesHow),
  ]);
  return [
    { kind: "headline", text, because },
    { kind: "figures", items: countsOf(found.shared, [party, other], view) },
    {
      kind: "table",
      title: words.overlap(party, other),
      caption: "",
      columns: [
        { label: plain.entity },
        { label: plain.kind },
        { label: party },
        { label: plain.votes, numeric: true },
        { label: other },
        { label: plain.votes, numeric: true },
      ],
      rows,
    },
  ];
}

/** How many entities stand to the two parties in each pair of ways. */
function countsOf(
  shared: readonly Shared[],
  [party, other]: readonly [string, string],
  { lang }: Pick<ReachView, "lang">,
): { label: string; figure: Figure }[] {
  const words = overallWords(lang);
  const { notes: names, countHow: how } = reachWords(lang);
  return SIDES.flatMap((mine) =>
    SIDES.flatMap((theirs) => {
      const some = shared.filter((each) => each.standing === mine && each.withStanding === theirs);
      if (some.length === 0) return [];
      const because = unique(some.flatMap((each) => [...each.because, ...each.withBecause]));
      const label = words.overlapCounts(party, names[mine], other, names[theirs]);
      return [{ label, figure: { value: String(some.length), unit: "", because, how } }];
    }),
  );
}

const votes = (value: Shared["votes"], because: readonly string[], how: string): Cell =>
  value === null ? ["–"] : { figure: { value, unit: "%", because, how } };

const unique = (ids: readonly string[]): string[] => [...new Set(ids)].sort();
