import type { FractionRange } from "../../../graph/implied.ts";
import type { Rational } from "../../../graph/rational.ts";
import { type Claim, unknownDirectness } from "./claims.ts";
import { economicFigures, voteFigures } from "./figures.ts";
import { type About, type Ground, missingAbove, why } from "./ground.ts";
import { reaches } from "./ranges.ts";
import { type Tested, UNTESTED } from "./tested.ts";
import { asked, type Beginning, beginningOf, registerLaw } from "./thresholds.ts";

/**
 * A party declared to be an owner or controller, tested on a ground without what says so and not how. It is one where it certainly controls, ultimately or as the entity at
 * which a register stops, or certainly has the share at which a law begins to call a holder an owner.
 */
export function testOwner(ground: Ground, claim: Claim, about: About): Tested {
  const { party, company } = claim;
  const rows = ground.between(party, company);
  const base: Tested = { ...UNTESTED, measure: "control", rows };
  if (restsOnItself(ground, claim)) return { ...base, missing: missingAbove(ground, company) };
  const { chain, ultimate } = ground.view.controllers(company);
  const standing = chain.get(party) ?? "none";
  const own = ultimate.find((c) => c.party === party);
  const certain = ultimate.filter((c) => c.certainty === "certain");
  if (standing === "certain" && !own) {
    const behind = certain.map((c) => c.party).filter((p) => p !== party);
    const law = registerLaw(about.laws, about.jurisdiction(party));
    const stops = law?.stops?.kinds.includes(about.kind(party)) ? law.id : null;
    return {
      ...base,
      outcome: "agrees",
      why: [why("stops-at-entity", { about: [party, ...behind], law: stops })],
    };
  }
  if (own?.certainty === "certain")
    return {
      ...base,
      outcome: "agrees",
      why: own.joint.length > 0 ? [why("joint", { about: [party, ...own.joint] })] : [],
    };
  const beginning = beginningOf(about.laws, about.jurisdiction(company));
  const votes = voteFigures(ground, party, company);
  const shares = economicFigures(ground, party, company);
  const passes = (value: Rational, open: boolean) =>
    beginning !== null && reaches(value, open, beginning.threshold);
  const some = (pass: (range: FractionRange) => boolean) =>
    [votes, shares].some(({ range }) => range !== null && pass(range));
  const low = some((r) => passes(r.low, r.lowOpen));
  const threshold = why("threshold", { about: [party], law: beginning?.law.id ?? null });
  if (low) return { ...base, outcome: "agrees", why: [threshold] };
  const missing = missingAbove(ground, company);
  const maybe = standing === "possible" || own !== undefined;
  if (maybe || some((r) => mayReach(r, beginning)))
    return { ...base, why: [why("unknown-links", { about: [party], rows })], missing };
  if (passes(votes.most, false) || passes(shares.most, false))
    return {
      ...base,
      outcome: rows.length === 0 ? "cannot be tested" : "wider",
      why: [why("unnamed-rest", { about: missing }), why("other-means", { about: [party] })],
      missing,
    };
  const other = why("other-rule", { about: [party], law: beginning?.law.id ?? null });
  return { ...base, outcome: "contradicts", why: [other, why("other-means", { about: [party] })] };
}

/** Nothing leads from the party to the company but what declares it, which says nothing of how; the ground is without that. */
export const restsOnItself = (ground: Ground, { party, company, rows }: Claim): boolean =>
  ground.between(party, company).length === 0 && rows.some((row) => unknownDirectness(ground.held, row));

/** Whether some value of a range is as much as a law asks: an open end at exactly that much is not. */
function mayReach({ high, highOpen }: FractionRange, beginning: Beginning | null): boolean {
  if (beginning === null || !reaches(high, false, beginning.threshold)) return false;
  return !highOpen || reaches(high, false, { moreThan: asked(beginning.threshold) });
}
