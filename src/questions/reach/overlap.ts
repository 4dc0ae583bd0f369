import type { ReachFinding } from "./finding.ts";
import type { Overlap } from "./overall.ts";

/** What two parties both reach, outlets first, and how each stands to it; `because`: all that bears on the other's reach. */
export function overlapOf(
  party: string,
  mine: readonly ReachFinding[],
  theirs: readonly ReachFinding[],
  because: readonly string[],
): Overlap {
  const others = new Map(theirs.map((each) => [each.entity, each]));
  const shared = mine.flatMap((each) => {
    const other = others.get(each.entity);
    if (!other) return [];
    return [
      {
        ...{ entity: each.entity, kind: each.kind },
        ...{ standing: shownAs(each), withStanding: shownAs(other) },
        ...{ jointly: jointlyOf(each), withJointly: jointlyOf(other) },
        ...{ votes: each.votes, withVotes: other.votes },
        ...{ because: each.because, withBecause: other.because },
      },
    ];
  });
  return { with: party, shared, because: [...because] };
}

/** With whom it is controlled, without who stands behind them. */
const jointlyOf = ({ jointly }: ReachFinding) =>
  jointly && { with: jointly.with, certainty: jointly.certainty };

/** A finding's certainty, stakes of its own apart from what others hold. */
export const standingOf = ({ certainty, indirect }: Pick<ReachFinding, "certainty" | "indirect">) =>
  certainty === "none" ? (indirect ? ("exposure" as const) : ("stake" as const)) : certainty;

/** How a finding is shown: what the party controls only together with others is no mere stake. */
export const shownAs = (found: Pick<ReachFinding, "certainty" | "indirect" | "jointly">) =>
  found.certainty === "none" && found.jointly !== null ? ("jointly" as const) : standingOf(found);
