import { rangeCells } from "../../ask/csv.ts";
import { endsOf } from "../../model/share.ts";
import type { Changed } from "./change-told.ts";
import type { Jointly, ReachFinding } from "./finding.ts";
import type { Overlap } from "./overall.ts";
import { shownAs } from "./overlap.ts";
import type { ReachView } from "./speech.ts";

const COLUMNS = [
  ...["party", "entity", "certainty", "votes_low", "votes_high", "votes_open"],
  ...["economic_low", "economic_high", "depth", "jointly", "jointly_with", "jointly_behind", "standing"],
];
const WITH = [
  ...["with", "with_certainty", "with_votes_low", "with_votes_high", "with_votes_open"],
  ...["with_jointly", "with_jointly_with", "with_standing"],
];

/** How it stood to an entity that it now stands to otherwise, and with whom; empty where nothing changed. */
const SINCE = ["before", "before_jointly", "before_jointly_with", "after"];

type Rows = Pick<ReachView, "findings" | "overall" | "input">;

/**
 * One row an entity; compared with another party, only what both reach, with the other's columns after. Asked what changed,
 * with how it stood to each before, and a row for each entity it no longer reaches.
 */
export function rowsOfReach({ findings, overall, input }: Rows) {
  const { columns, rows } = overall?.overlap
    ? sharedRows(findings, overall.overlap)
    : { columns: COLUMNS, rows: findings.map(rowOf) };
  const change = overall?.change;
  if (!change) return { columns, rows };
  const changed = new Map(change.changed.map((each) => [each.entity, each]));
  const known = rows.map((row) => [...row, ...changeCells(changed.get(row[1] ?? ""))]);
  const reached = new Set(findings.map(({ entity }) => entity));
  const lost = overall.overlap ? [] : change.changed.filter(({ entity }) => !reached.has(entity));
  return {
    columns: [...columns, ...SINCE],
    rows: [
      ...known,
      ...lost.map((each) => [
        ...[input.entity, each.entity, ...columns.slice(2).map(() => "")],
        ...changeCells(each),
      ]),
    ],
  };
}

/** Whether it is controlled with others, and with whom. */
const jointlyCells = (jointly: Jointly | null): string[] => [
  ...[jointly?.certainty ?? "", jointly?.with.join("|") ?? ""],
];

function changeCells(each: Changed | undefined): string[] {
  if (each === undefined) return SINCE.map(() => "");
  const { before, jointlyBefore, after } = each;
  return [before, ...jointlyCells(jointlyBefore), after];
}

function sharedRows(findings: readonly ReachFinding[], overlap: Overlap) {
  const shared = new Map(overlap.shared.map((each) => [each.entity, each]));
  const rows = findings.flatMap((finding) => {
    const both = shared.get(finding.entity);
    if (!both) return [];
    const { withStanding: standing, withJointly: jointly } = both;
    const certainty = standing === "certain" || standing === "possible" ? standing : "none";
    const theirs = [overlap.with, certainty, ...rangeCells(both.withVotes)];
    return [[...rowOf(finding), ...theirs, ...jointlyCells(jointly), standing]];
  });
  return { columns: [...COLUMNS, ...WITH], rows };
}

function rowOf(finding: ReachFinding): string[] {
  const economic = endsOf(finding.economic);
  const behind = [...new Set(finding.jointly?.behind.map(({ party }) => party))].sort();
  return [
    ...[finding.party, finding.entity, finding.certainty, ...rangeCells(finding.votes)],
    ...[economic.low, economic.high, String(finding.depth)],
    ...[...jointlyCells(finding.jointly), behind.join("|"), shownAs(finding)],
  ];
}
