import type { View } from "../../ask/question.ts";
import type { TiesFinding, TiesOverall } from "./finding.ts";
import type { TiesInput } from "./input.ts";

const COLUMNS = ["path", "link", "from", "to", "kind", "strength", "reported_by", "denied_by", "contested"];

/** One row a link of a path; several kinds, sources or deniers are joined by `|`. */
export function rowsOfTies({ findings }: Pick<View<TiesInput, TiesFinding, TiesOverall>, "findings">) {
  const list = (values: readonly string[]) => [...new Set(values)].join("|");
  const rows = findings.flatMap((finding, path) =>
    finding.links.map((link, n) => [
      ...[String(path + 1), String(n + 1), link.from, link.to],
      ...[list(link.ties.map((tie) => tie.kind)), link.evidence],
      list(link.reportedBy.map((each) => each.source)),
      list(link.deniedBy.map((each) => each.by)),
      link.contested ? "yes" : "",
    ]),
  );
  return { columns: COLUMNS, rows };
}
