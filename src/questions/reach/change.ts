import type { Context } from "../../ask/question.ts";
import { earlierClocks, pointOf, type SinceInput } from "../../ask/since.ts";
import { MOST_AROUND } from "../../networks/around.ts";
import { kindsOf } from "../../networks/case-network.ts";
import { causeWriter } from "../../networks/cause-written.ts";
import { causesOf } from "../../networks/causes.ts";
import { ControlView } from "../../networks/controllers.ts";
import { extraOf, type HeldTable } from "../../networks/held.ts";
import { ownership } from "../../networks/ownership.ts";
import {
  type Difference,
  differencesBetween,
  mixed,
  type TwoStates,
  twoStates,
} from "../../networks/two-states.ts";
import type { ReachChange } from "./overall.ts";
import { same, type Told, toldIn } from "./standing.ts";

/** States worked out for all entities together; beyond that the causes of those left are only listed as candidates. */
const MOST_STATES = 6_000;

/**
 * What changed in the reach of a party since an earlier point, entity by entity; null where nobody asks, "too-many" where
 * more stands below than is told one by one.
 */
export async function reachChange(
  context: Context,
  input: SinceInput & { readonly entity: string },
): Promise<ReachChange | null | "too-many"> {
  const from = earlierClocks(context, input);
  if (from === null) return null;
  const states = await twoStates(context.store, input.entity, "below", from, context);
  if (states.around > MOST_AROUND) return "too-many";
  const { earlier, later, ordinals } = states;
  const entities = ordinals.length;
  const kinds = kindsOf(states.network, ordinals);
  const at = (held: HeldTable) => toldIn(new ControlView(ownership(held, entities, kinds)), held, entities);
  const [was, is] = [at(earlier.held), at(later.held)];
  const all = differencesBetween(earlier.held, later.held);
  const known = new Map<string, ReadonlyMap<number, Told>>();
  const withSome = (taken: readonly number[]) => {
    const key = taken.join(" ");
    const found = known.get(key) ?? at(mixed(states, all, taken));
    known.set(key, found);
    return found;
  };
  const write = await causeWriter(context.store, states, all, { from, to: context });
  const entityKinds = await context.store.entities([...new Set([...was.keys(), ...is.keys()])].map(write.id));
  const kindOf = new Map(entityKinds.map((entity) => [entity.id, entity.kind as string]));
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((n) => !same(was.get(n), is.get(n)));
  const jointly = (told: Told | undefined) =>
    told?.joint ? { with: told.joint.others.map(write.id).sort(), certainty: told.joint.certainty } : null;
  const written = changed.map((n): ReachChange["changed"][number] => {
    const near = nearTo(states, all, n);
    const arrives = (some: readonly number[]) => (taken: Int32Array) =>
      same(withSome([...taken].map((k) => some[k] as number)).get(n), is.get(n));
    const some = same(withSome(near).get(n), is.get(n)) ? near : [...all.keys()];
    const { causes, search } =
      known.size > MOST_STATES
        ? {
            causes: some.map((_, difference) => ({ difference, needed: false })),
            search: "candidates" as const,
          }
        : causesOf(some.length, arrives(some));
    const told = causes.map(({ difference, needed }) =>
      write.cause(all[some[difference] as number] as Difference, needed),
    );
    return {
      entity: write.id(n),
      kind: kindOf.get(write.id(n)) ?? "unknown",
      before: was.get(n)?.standing ?? "nothing",
      after: is.get(n)?.standing ?? "nothing",
      jointlyBefore: jointly(was.get(n)),
      jointlyAfter: jointly(is.get(n)),
      causes: told,
      search,
      because: [...new Set(told.flatMap((cause) => cause.because))].sort(),
    };
  });
  return { from: pointOf(from), to: pointOf(context), changed: written.sort(order) };
}

/** The differences, by number, in companies from which one could be held at all in either state. */
function nearTo({ earlier, later }: TwoStates, all: readonly Difference[], company: number): number[] {
  const above = new Set([company]);
  for (const n of above) {
    for (const held of [earlier.held, later.held]) {
      for (let row = 0; row < held.length; row++) {
        if (held.subject[row] !== n) continue;
        const { members } = extraOf(held, row);
        for (const other of [held.party[row] as number, held.leader[row] as number, ...members])
          if (other >= 0) above.add(other);
      }
    }
  }
  const subject = ({ before, after }: Difference) =>
    (after < 0 ? earlier.held.subject[before] : later.held.subject[after]) as number;
  return [...all.keys()].filter((k) => above.has(subject(all[k] as Difference)));
}

const RANK = { certain: 0, possible: 1, jointly: 2, stake: 3, exposure: 4, nothing: 5 };

/** Outlets first; what is now controlled, then what was. */
function order(a: ReachChange["changed"][number], b: ReachChange["changed"][number]): number {
  const outlet = (one: { readonly kind: string }) => (one.kind === "outlet" ? 0 : 1);
  return (
    outlet(a) - outlet(b) ||
    RANK[a.after] - RANK[b.after] ||
    RANK[a.before] - RANK[b.before] ||
    (a.entity < b.entity ? -1 : 1)
  );
}
