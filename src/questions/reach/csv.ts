import { rangeCells } from "../../ask/csv.ts";
import { endsOf } from "../../model/share.ts";
import type { ReachFinding } from "./finding.ts";
import type { ReachView } from "./speech.ts";

const COLUMNS = [
  ...["party", "entity", "certainty", "votes_low", "votes_high", "votes_open"],
  ...["economic_low", "economic_high", "depth", "jointly", "jointly_with"],
];
const WITH = ["with", "with_certainty", "with_votes_low", "with_votes_high", "with_votes_open"];

/** One row an entity; compared with another party, only what both reach, with the other's columns after. */
export function rowsOfReach({ findings, overall }: Pick<ReachView, "findings" | "overall">) {
  const overlap = overall?.overlap;
  if (!overlap) return { columns: COLUMNS, rows: findings.map(rowOf) };
  const shared = new Map(overlap.shared.map((each) => [each.entity, each]));
  const rows = findings.flatMap((finding) => {
    const both = shared.get(finding.entity);
    if (!both) return [];
    const { withStanding: standing } = both;
    const certainty = standing === "certain" || standing === "possible" ? standing : "none";
    return [[...rowOf(finding), overlap.with, certainty, ...rangeCells(both.withVotes)]];
  });
  return { columns: [...COLUMNS, ...WITH], rows };
}

function rowOf(finding: ReachFinding): string[] {
  const economic = endsOf(finding.economic);
  return [
    ...[finding.party, finding.entity, finding.certainty, ...rangeCells(finding.votes)],
    ...[economic.low, economic.high, String(finding.depth)],
    ...[finding.jointly?.certainty ?? "", finding.jointly?.with.join("|") ?? ""],
  ];
}
