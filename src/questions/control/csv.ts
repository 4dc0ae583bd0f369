import { rangeCells } from "../../ask/csv.ts";
import type { ControlFinding } from "./finding.ts";

/** The columns of everything at once. */
export const COLUMNS = [
  ...["entity", "law", "verdict", "controller", "certainty"],
  ...["votes_low", "votes_high", "votes_open"],
];
/** Those of one answer besides: with whom, the economic share, and each rule of a law that is met with what it counts. */
const MORE = [
  ...["with", "economic_low", "economic_high", "economic_open"],
  ...["rule", "rule_certainty", "counted_low", "counted_high", "counted_open"],
];

/** The rows of `--all` for one entity, with what one answer says besides; a controller that meets several rules has a row each. */
export function rowsOfControl({ findings }: { readonly findings: readonly ControlFinding[] }) {
  const rows = findings.flatMap(({ subject, law, verdict, controllers }) => {
    if (controllers.length === 0)
      return [[subject, law, verdict, ...Array(COLUMNS.length + MORE.length - 3).fill("")]];
    return controllers.flatMap((c) => {
      const known = [subject, law, verdict, c.party, c.certainty, ...rangeCells(c.votes)];
      const more = [...known, c.joint.join("|"), ...rangeCells(c.economic)];
      if (c.grounds.length === 0) return [[...more, "", "", ...rangeCells(null)]];
      return c.grounds.map((g) => [...more, g.rule, g.certainty, ...rangeCells(g.share)]);
    });
  });
  return { columns: [...COLUMNS, ...MORE], rows };
}
