import { reaches } from "../../../graph/holdings.ts";
import { holdingsOf } from "../../../networks/holdings.ts";
import { limitOf, partOf } from "../laws/facts.ts";
import type { Claim } from "./claims.ts";
import { type About, type Ground, missingAbove, why } from "./ground.ts";
import { timesOf } from "./interest.ts";
import { type Tested, UNTESTED } from "./tested.ts";
import { beginningOf, registerLaw } from "./thresholds.ts";

/**
 * A declaration that nobody controls a company. Where the company's register has a law of its own, it says that nobody
 * reaches what that law asks; anywhere else, that nobody controls by majority rule.
 */
export function testNobody(ground: Ground, { company, rows: said }: Claim, about: About): Tested {
  const { held, view } = ground;
  const { ultimate, phantom, verdict } = view.controllers(company);
  const jurisdiction = about.jurisdiction(company);
  const law = registerLaw(about.laws, jurisdiction);
  const beginning = beginningOf(about.laws, jurisdiction);
  const certain = ultimate.filter((c) => c.certainty === "certain").map((c) => c.party);
  const large = holdersFrom(ground, company, beginning && limitOf(beginning.threshold));
  const against = law ? [...new Set([...certain, ...large.certain])] : certain;
  const seen = against.length > 0 ? against : ultimate.map((c) => c.party);
  const chains = seen.flatMap((party) => ground.between(party, company));
  const rows = [...new Set([...chains, ...ground.stated(company)])];
  const base: Tested = { ...UNTESTED, measure: "control", rows };
  const threshold =
    law && large.certain.length > 0 && beginning
      ? [why("threshold", { about: large.certain, law: beginning.law.id })]
      : [];
  if (against.length > 0) {
    const notRegistrable = why("not-registrable", { about: against, law: law?.id ?? null });
    return {
      ...base,
      outcome: "contradicts",
      why: [
        ...(certain.length > 0 ? [] : threshold),
        notRegistrable,
        ...said.flatMap((row) => timesOf(held, row)),
      ],
    };
  }
  const open = verdict === "not known" || (law !== null && (large.possible || phantom));
  if (!open) return { ...base, outcome: "agrees", why: threshold };
  const missing = missingAbove(ground, company);
  return { ...base, why: [why("unnamed-rest", { about: missing }), ...threshold], missing };
}

/**
 * Who holds, itself and through what it controls, as much as a law asks of the shares or votes; and whether anybody else may,
 * named or not.
 */
function holdersFrom(ground: Ground, company: number, limit: ReturnType<typeof limitOf> | null) {
  const { view } = ground;
  const certain: number[] = [];
  let possible = false;
  if (limit === null) return { certain, possible };
  const nets = (["votes", "shares"] as const).map((measure) => holdingsOf(view.own, measure, true));
  for (const party of [...view.ancestorsOf(company)].filter((n) => n < view.own.entities && n !== company)) {
    const sure = groupOf(ground, party, company, true);
    const maybe = groupOf(ground, party, company, false);
    if (nets.some((net) => reaches(net, partOf(net, company, sure), limit, true))) certain.push(party);
    else if (nets.some((net) => reaches(net, partOf(net, company, maybe), limit, false))) possible = true;
  }
  const unnamed = groupOf(ground, view.own.phantom, company, false);
  possible ||= nets.some((net) => reaches(net, partOf(net, company, unnamed), limit, false));
  const top = certain.filter((p) => !certain.some((q) => q !== p && [...view.lower.certain(q)].includes(p)));
  return { certain: top, possible };
}

function groupOf({ view }: Ground, party: number, company: number, certain: boolean): Uint8Array {
  const group = new Uint8Array(view.own.entities + 1);
  const search = certain ? view.lower : view.upper;
  if (certain) search.certain(party);
  else search.possible(party);
  for (let n = 0; n < group.length; n++)
    if (n !== company && (n === party || (n < view.own.entities && search.reached(n)))) group[n] = 1;
  return group;
}
