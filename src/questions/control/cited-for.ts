import type { ControlFinding } from "./finding.ts";

/** What a headline cites: the proofs of those who certainly control, else all that was considered. */
export function citedFor(finding: ControlFinding): string[] {
  const proofs = finding.controllers.filter((c) => c.certainty === "certain").flatMap((c) => c.proof);
  const cited = proofs.flatMap((s) => s.because);
  return cited.length > 0 ? [...new Set(cited)].sort() : finding.because;
}
