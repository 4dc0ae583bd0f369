import { rangeCells } from "../../ask/csv.ts";
import type { ControlFinding } from "./finding.ts";

/** The columns of everything at once. */
export const COLUMNS = [
  ...["entity", "law", "verdict", "controller", "certainty"],
  ...["votes_low", "votes_high", "votes_open"],
];
/**
 * Those of one answer besides: with whom, the economic share, "yes" on a day outside those the law applies, and each rule
 * that is met, with what it counts and the band that falls into; who stands behind an entity at which the law stops.
 */
const MORE = [
  ...["with", "economic_low", "economic_high", "economic_open"],
  ...[
    "hypothetical",
    "rule",
    "rule_certainty",
    "counted_low",
    "counted_high",
    "counted_open",
    "band",
    "behind",
  ],
];

/** The rows of `--all` for one entity, with what one answer says besides; a controller that meets several rules has a row each. */
export function rowsOfControl({ findings }: { readonly findings: readonly ControlFinding[] }) {
  const rows = findings.flatMap(({ subject, law, verdict, hypothetical, controllers, behind }) => {
    const day = hypothetical ? "yes" : "";
    const start = [subject, law, verdict];
    const none = ["", "", ...rangeCells(null), ""];
    if (controllers.length === 0)
      return [[...start, "", "", ...rangeCells(null), "", ...rangeCells(null), day, ...none, ""]];
    return controllers.flatMap((c) => {
      const known = [...start, c.party, c.certainty, ...rangeCells(c.votes)];
      const more = [...known, c.joint.join("|"), ...rangeCells(c.economic), day];
      const after = behind.filter(({ through }) => through.includes(c.party)).map(({ party }) => party);
      const rules = c.grounds.map((g) => [g.rule, g.certainty, ...rangeCells(g.share), g.band ?? ""]);
      return (rules.length === 0 ? [none] : rules).map((rule) => [...more, ...rule, after.join("|")]);
    });
  });
  return { columns: [...COLUMNS, ...MORE], rows };
}
