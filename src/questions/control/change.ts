import type { Clocks, Context } from "../../ask/question.ts";
import { earlierClocks, pointOf, type SinceInput } from "../../ask/since.ts";
import { Problem } from "../../errors.ts";
import { kindsOf } from "../../networks/case-network.ts";
import { causeWriter } from "../../networks/cause-written.ts";
import { causesOf } from "../../networks/causes.ts";
import type { HeldTable } from "../../networks/held.ts";
import {
  type Difference,
  differencesBetween,
  mixed,
  type TwoStates,
  twoStates,
} from "../../networks/two-states.ts";
import { type Analysis, analyseHeld, companiesShown, groundsOf, votesPercent } from "./analyse.ts";
import type { ControlChange, Side } from "./change-finding.ts";
import { standingIn } from "./turns/trial.ts";

interface Asked extends SinceInput {
  readonly entity: string;
  readonly law: string;
}

/** What changed in who controls an entity since an earlier point, and because of what; null where nobody asks. */
export async function changeIn(context: Context, input: Asked): Promise<ControlChange | null> {
  const from = earlierClocks(context, input);
  if (from === null) return null;
  if (input.law !== "majority" && input.law !== "all")
    throw new Problem(
      "not-in-this-version",
      `what changed under law "${input.law}" is not in this version`,
      "Ask with the law majority.",
    );
  const states = await twoStates(context.store, input.entity, "above", from, context);
  const small = { entities: states.ordinals.length, kinds: kindsOf(states.network, states.ordinals) };
  const at = (held: HeldTable) => analyseHeld(small, held);
  const [before, after] = [at(states.earlier.held), at(states.later.held)];
  const outcome = outcomeOf(before) === outcomeOf(after) ? votesOf : outcomeOf;
  const wanted = outcome(after);
  const arrives = (all: readonly Difference[]) => (taken: Iterable<number>) =>
    outcome(at(mixed(states, all, taken))) === wanted;
  const every = differencesBetween(states.earlier.held, states.later.held);
  const near = every.filter((each) => touches(states, each, [before, after]));
  const some = arrives(near)(near.keys()) ? near : every;
  const same = outcome(before) === wanted;
  const { causes, search } = same
    ? { causes: [], search: "smallest" as const }
    : causesOf(some.length, arrives(some));
  return written(context, states, from, [before, after], {
    differences: causes.map(({ difference, needed }) => ({ ...(some[difference] as Difference), needed })),
    search,
  });
}

/** Who controls it, how surely and with whom; without the figures. */
const outcomeOf = ({ controllers }: Analysis): string =>
  JSON.stringify([
    controllers.verdict,
    ...controllers.ultimate.map((c) => [c.party, c.certainty, ...c.joint].join(" ")).sort(),
  ]);

const votesOf = ({ controllers }: Analysis): string =>
  JSON.stringify(controllers.ultimate.map((c) => [c.party, votesPercent(c.votes)]).sort());

/** Whether a difference lies in a company that either answer looks into. */
function touches(states: TwoStates, each: Difference, analyses: readonly Analysis[]): boolean {
  const held = each.after < 0 ? states.earlier.held : states.later.held;
  const company = held.subject[each.after < 0 ? each.before : each.after] as number;
  return analyses.some((analysis) => companiesShown(analysis).includes(company));
}

interface Found {
  readonly differences: readonly (Difference & { readonly needed: boolean })[];
  readonly search: ControlChange["search"];
}

async function written(
  context: Context,
  states: TwoStates,
  from: Clocks,
  [before, after]: readonly [Analysis, Analysis],
  { differences, search }: Found,
): Promise<ControlChange> {
  const days = { from, to: context };
  const { id, said, cause } = await causeWriter(context.store, states, differences, days);
  const parties = [
    ...new Set([before, after].flatMap((one) => one.controllers.ultimate.map((c) => c.party))),
  ];
  const side = (clocks: Clocks, analysis: Analysis): Side => ({
    ...pointOf(clocks),
    verdict: analysis.controllers.verdict,
    standing: standingOf(analysis, parties).map((one) => ({ ...one, party: id(one.party) })),
    controllers: analysis.controllers.ultimate.map((c) => ({
      party: id(c.party),
      certainty: c.certainty,
      joint: c.joint.map(id).sort(),
      votes: votesPercent(c.votes),
    })),
    because: said(groundsOf(analysis)),
  });
  const [then, now] = [side(from, before), side(context, after)];
  const causes = differences.map((each) => cause(each, each.needed));
  return {
    from: then,
    to: now,
    ...compared(then, now),
    causes,
    search,
    because: [...new Set(causes.flatMap((cause) => cause.because))].sort(),
  };
}

/** How surely some parties control the subject, ultimately or not, with their votes. */
function standingOf(analysis: Analysis, parties: readonly number[]) {
  return parties.map((party) => {
    const certainty = standingIn(analysis.controllers, party);
    const listed = analysis.controllers.ultimate.find((c) => c.party === party);
    const votes = listed ? listed.votes : analysis.view.votes(party, 0);
    return { party, certainty, votes: votesPercent(votes) };
  });
}

type Compared = Pick<ControlChange, "gained" | "lost" | "surer" | "lessSure" | "onTop" | "below">;

const SURE = { none: 0, possible: 1, certain: 2 };

/** Parties by how their standing changed; each as surely as it is listed at all. */
function compared(then: Side, now: Side): Compared {
  const standing = (side: Side) => {
    const sure = new Map(side.standing.map((c) => [c.party, SURE[c.certainty]]));
    return (party: string) => sure.get(party) ?? 0;
  };
  const [was, is] = [standing(then), standing(now)];
  const ultimate = (side: Side) => new Set(side.controllers.map((c) => c.party));
  const [topThen, topNow] = [ultimate(then), ultimate(now)];
  const parties = [...new Set([...topThen, ...topNow])].sort();
  const both = parties.filter((p) => was(p) > 0 && is(p) > 0);
  return {
    gained: parties.filter((p) => was(p) === 0),
    lost: parties.filter((p) => is(p) === 0),
    surer: parties.filter((p) => was(p) === 1 && is(p) === 2),
    lessSure: parties.filter((p) => was(p) === 2 && is(p) === 1),
    onTop: both.filter((p) => !topThen.has(p)),
    below: both.filter((p) => !topNow.has(p)),
  };
}
