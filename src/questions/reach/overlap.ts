import type { ReachFinding } from "./finding.ts";
import type { Overlap } from "./overall.ts";

/** What two parties both reach, outlets first, and how each stands to it. */
export function overlapOf(
  party: string,
  mine: readonly ReachFinding[],
  theirs: readonly ReachFinding[],
): Overlap {
  const others = new Map(theirs.map((each) => [each.entity, each]));
  const shared = mine.flatMap((each) => {
    const other = others.get(each.entity);
    if (!other) return [];
    return [
      {
        ...{ entity: each.entity, kind: each.kind },
        ...{ standing: shownAs(each), withStanding: shownAs(other) },
        ...{ votes: each.votes, withVotes: other.votes },
        ...{ because: each.because, withBecause: other.because },
      },
    ];
  });
  return { with: party, shared };
}

/** A finding's certainty, stakes of its own apart from what others hold. */
export const standingOf = ({ certainty, indirect }: Pick<ReachFinding, "certainty" | "indirect">) =>
  certainty === "none" ? (indirect ? ("exposure" as const) : ("stake" as const)) : certainty;

/** How a finding is shown: what the party controls only together with others is no mere stake. */
export const shownAs = (found: Pick<ReachFinding, "certainty" | "indirect" | "jointly">) =>
  found.certainty === "none" && found.jointly !== null ? ("jointly" as const) : standingOf(found);
