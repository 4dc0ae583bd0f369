import type { View } from "../../ask/question.ts";
import type { ClaimFinding } from "./finding.ts";

const COLUMNS = [
  "claim",
  "place",
  "kind",
  "standing",
  "rule",
  "origins_for",
  "origins_against",
  "for",
  "against",
  "denied_by",
  "text",
] as const;

/** One row a claim; statements and deniers as ids with bars between. */
export function rowsOfClaims({ findings }: Pick<View<unknown, ClaimFinding>, "findings">) {
  const counting = (side: ClaimFinding["for"]) =>
    side.flatMap((one) => (one.not === "" ? [one.statement] : [])).join("|");
  return {
    columns: [...COLUMNS],
    rows: findings.map((one) => [
      one.claim,
      one.place,
      one.kind,
      one.standing,
      one.rule,
      String(one.origins.for),
      String(one.origins.against),
      counting(one.for),
      counting(one.against),
      [...new Set(one.denials.map((denial) => denial.by))].join("|"),
      one.text,
    ]),
  };
}
