import type { ClaimFinding, ClaimKind, Rule } from "./finding.ts";

/** What counts on one side: independent origins of what shows the whole, or a part of it, and which are not anonymous. */
export interface Side {
  readonly whole: number;
  readonly part: number;
  /** Origins of the whole that name who says so. */
  readonly named: number;
}

export interface Weighed {
  readonly kind: ClaimKind;
  /** Alleges wrongdoing of a person who may be alive. */
  readonly guarded: boolean;
  readonly for: Side;
  readonly against: Side;
  /** Something is attached for it that shows nothing. */
  readonly indirect: boolean;
  /** Something is attached against it, or a denial stands, that does not count. */
  readonly denied: boolean;
  /** Anything is attached on either side, whether it counts or not. */
  readonly attached: boolean;
  /** Its own figure, recomputed, is another. */
  readonly differs: boolean;
}

type Decided = Pick<ClaimFinding, "standing" | "rule">;
const is = (standing: Decided["standing"], rule: Rule): Decided => ({ standing, rule });

const SHOWN = {
  fact: "shown",
  inference: "shown",
  motive: "shown",
  attribution: "view-reported",
  prediction: "borne-out",
  opinion: "opinion",
} as const;

/** A claim that draws a conclusion, or reads a mind, wants two who say so. */
const DRAWN: readonly ClaimKind[] = ["inference", "motive"];

/** The standing of a claim and the rule that decided it, from what counts for and against it. */
export function standingOf(claim: Weighed): Decided {
  const { kind } = claim;
  if (kind === "opinion") return is("not checkable", "opinion");
  if (kind === "motive" && !claim.attached) return is("not checkable", "motive-unstated");
  const some = ({ whole, part }: Side) => whole + part > 0;
  if (kind === "prediction" && !some(claim.for) && !some(claim.against))
    return is("not checkable", "still-open");
  if (some(claim.for) && some(claim.against)) return is("contested", "both-sides");
  if (claim.differs)
    return some(claim.for) ? is("contested", "figure-differs") : is("contradicted", "figure-differs");
  if (claim.for.whole > 0) {
    if ((claim.guarded || kind === "motive") && claim.for.named === 0)
      return is("unsupported", "anonymous-only");
    if (DRAWN.includes(kind) && claim.for.whole < 2) return is("unsupported", "one-origin");
    return is("supported", SHOWN[kind]);
  }
  if (claim.against.whole > 0) return is("contradicted", "only-against");
  if (claim.for.part > 0) return is("unsupported", "part-only");
  if (claim.against.part > 0) return is("unsupported", "part-denied");
  if (claim.indirect) return is("unsupported", "indirect-only");
  if (claim.denied) return is("unsupported", "denied-only");
  return is("unsupported", "nothing");
}
