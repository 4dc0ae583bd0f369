import type { CompanyRights, Votes } from "./company.ts";

/**
 * The ballots of a company. Votes stated for the whole company and votes of a class cannot be added: beside the
 * former, the latter are worth anything from nothing up. Several classes and no whole: one ballot each, since the
 * weight of a class is not known, and control for certain takes a majority in every one.
 */
export function ballotsOf(found: CompanyRights): readonly Ballot[] {
  const { votes, treasury } = found;
  if (votes.length === 0) return [];
  const classes = [...new Set(votes.map((v) => v.class))].sort();
  if (classes.includes("")) {
    const all =
      classes.length === 1
        ? votes
        : votes.map((v) => (v.class === "" ? v : { ...v, low: 0, lowOpen: false }));
    return [{ class: "", votes: all }];
  }
  // Own shares of a class show that there is one, whoever else has the rest of it.
  const own = treasury.map((t) => t.class).filter((c) => c !== "");
  return [...new Set([...classes, ...own])]
    .sort()
    .map((one) => ({ class: one, votes: votes.filter((v) => v.class === one) }));
}

/** What is counted together: the votes of one class, '' for those of the whole company. */
export interface Ballot {
  readonly class: string;
  readonly votes: readonly Votes[];
}
