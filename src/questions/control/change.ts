import type { Clocks, Context } from "../../ask/question.ts";
import { earlierClocks, pointOf, type SinceInput } from "../../ask/since.ts";
import { causeWriter } from "../../networks/cause-written.ts";
import { causesOf } from "../../networks/causes.ts";
import {
  type Difference,
  differencesBetween,
  mixed,
  type TwoStates,
  twoStates,
} from "../../networks/two-states.ts";
import type { ControlChange, Side } from "./change-finding.ts";
import type { Rule, Ruling } from "./ruling.ts";

interface Asked extends SinceInput {
  readonly entity: string;
}

/** The two states compared, and everything that differs between them. */
export interface Compared {
  readonly from: Clocks;
  readonly states: TwoStates;
  readonly every: readonly Difference[];
}

/** What was held at an earlier point and now; null where nobody asks. */
export async function comparedSince(context: Context, input: Asked): Promise<Compared | null> {
  const from = earlierClocks(context, input);
  if (from === null) return null;
  const states = await twoStates(context.store, input.entity, "above", from, context);
  return { from, states, every: differencesBetween(states.earlier.held, states.later.held) };
}

/** What changed in who meets a rule since the earlier point, and because of what. */
export async function changeUnder(context: Context, compared: Compared, rule: Rule): Promise<ControlChange> {
  const { states, every } = compared;
  const [before, after] = [rule.on(states.earlier.held), rule.on(states.later.held)];
  const outcome = outcomeOf(before) === outcomeOf(after) ? figuresOf : outcomeOf;
  const wanted = outcome(after);
  const arrives = (all: readonly Difference[]) => (taken: Iterable<number>) =>
    outcome(rule.on(mixed(states, all, taken))) === wanted;
  const near = every.filter((each) => touches(states, each, [before, after]));
  const some = arrives(near)(near.keys()) ? near : every;
  const same = outcome(before) === wanted;
  const { causes, search } = same
    ? { causes: [], search: "smallest" as const }
    : causesOf(some.length, arrives(some), rule.tries, (n) =>
        arrives(every)([...every.keys()].filter((k) => every[k] !== some[n])),
      );
  return written(context, compared, [before, after], {
    differences: causes.map(({ difference, needed }) => ({ ...(some[difference] as Difference), needed })),
    search,
  });
}

/** Who meets it, how surely and with whom; without the figures. */
const outcomeOf = ({ verdict, parties }: Ruling): string =>
  JSON.stringify([verdict, ...parties.map((c) => [c.party, c.certainty, ...c.joint].join(" ")).sort()]);

const figuresOf = ({ parties, votes, counted }: Ruling): string =>
  JSON.stringify(parties.map(({ party }) => [party, votes(party), counted(party)]).sort());

/** Whether a difference lies in a company that either answer looks into. */
function touches(states: TwoStates, each: Difference, rulings: readonly Ruling[]): boolean {
  const held = each.after < 0 ? states.earlier.held : states.later.held;
  const company = held.subject[each.after < 0 ? each.before : each.after] as number;
  return rulings.some(({ companies }) => companies.includes(company));
}

interface Found {
  readonly differences: readonly (Difference & { readonly needed: boolean })[];
  readonly search: ControlChange["search"];
}

async function written(
  context: Context,
  { from, states }: Compared,
  [before, after]: readonly [Ruling, Ruling],
  { differences, search }: Found,
): Promise<ControlChange> {
  const days = { from, to: context };
  const { id, said, cause } = await causeWriter(context.store, states, differences, days);
  const parties = [...new Set([before, after].flatMap((one) => one.parties.map((c) => c.party)))];
  const side = (clocks: Clocks, { verdict, standing, votes, counted, ...ruling }: Ruling): Side => ({
    ...pointOf(clocks),
    verdict,
    standing: parties.map((party) => ({
      party: id(party),
      certainty: standing(party),
      votes: votes(party),
      counted: [...counted(party)],
    })),
    controllers: ruling.parties.map((c) => ({
      party: id(c.party),
      certainty: c.certainty,
      joint: c.joint.map(id).sort(),
      votes: votes(c.party),
    })),
    because: said(ruling.rests),
  });
  const [then, now] = [side(from, before), side(context, after)];
  const causes = differences.map((each) => cause(each, each.needed));
  return {
    from: then,
    to: now,
    ...moved(then, now),
    causes,
    search,
    because: [...new Set(causes.flatMap((cause) => cause.because))].sort(),
  };
}

type Moved = Pick<ControlChange, "gained" | "lost" | "surer" | "lessSure" | "onTop" | "below">;

const SURE = { none: 0, possible: 1, certain: 2 };

/** Parties by how their standing changed; each as surely as it is listed at all. */
function moved(then: Side, now: Side): Moved {
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
