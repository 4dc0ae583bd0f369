import { type Day, formatDay } from "../../model/date.ts";
import { momentsOf } from "../../networks/closure.ts";
import { ControlView } from "../../networks/controllers.ts";
import { becauseOf, type HeldTable, heldOn } from "../../networks/held.ts";
import type { Interests } from "../../networks/interests.ts";
import { type Kinds, ownership } from "../../networks/ownership.ts";
import { differencesBetween } from "../../networks/two-states.ts";
import type { OverTime } from "./overall.ts";
import { type Told, toldIn } from "./standing.ts";

/** The network below a party, entity 0, and how to write what is in it. */
export interface Below {
  readonly interests: Interests;
  readonly entities: number;
  readonly kinds: Kinds;
  readonly carry: number;
  readonly id: (local: number) => string;
  readonly said: (statements: Iterable<number>) => string[];
  readonly outlet: (local: number) => boolean;
}

const MOST_MOMENTS = 240;
const MOST_STATEMENTS = 2_000;

/** How it stands to something, as a single answer tells it. */
type Standing = Told["standing"];

/** The counts at every day on which they change; of too many days, as many as can be looked at, evenly. Null where too much is on record. */
export function overTime(below: Below): OverTime | null {
  const { entities, kinds, carry, id, said } = below;
  const interests = aboutOthers(below.interests);
  if (interests.length > MOST_STATEMENTS) return null;
  const moments = momentsOf(interests, carry);
  const days = thinned(moments);
  let before: { held: HeldTable; of: ReadonlyMap<number, Standing> } | null = null;
  const steps: OverTime["steps"] = [];
  for (const day of days) {
    const held = heldOn(interests, day, carry);
    const told = toldIn(new ControlView(ownership(held, entities, kinds)), held, entities);
    const of = new Map([...told].map(([n, { standing }]) => [n, standing]));
    const changed = changedIn(before?.of ?? new Map(), of);
    if (changed.size > 0) {
      steps.push({
        from: formatDay(day),
        all: countsOf(of, () => true),
        outlets: countsOf(of, below.outlet),
        changed: [...changed].map(id).sort(),
        because: said(statementsBehind(before?.held ?? nothingHeld(interests), held, changed)),
      });
    }
    before = { held, of };
  }
  return { steps, moments: moments.length, looked: days.length, because: said(interests.n) };
}

/** The statements counts over time are made of, which are cited all, and everyone named in them. */
export function citedOverTime(all: Interests): { statements: number[]; named: Set<number> } {
  const rows = [...all.n.keys()].filter((i) => all.subject[i] !== 0);
  if (rows.length > MOST_STATEMENTS) return { statements: [], named: new Set() };
  const named = rows.flatMap((i) => [
    ...[all.subject[i], all.party[i], all.leader[i]],
    ...(all.texts.get(all.n[i] as number)?.members ?? []),
  ]);
  return {
    statements: rows.map((i) => all.n[i] as number),
    named: new Set(named.filter((n): n is number => n !== undefined && n >= 0)),
  };
}

/** Without the statements about the party itself: who holds it has no part in what it reaches. */
function aboutOthers(all: Interests): Interests {
  const rows = [...all.subject.keys()].filter((i) => all.subject[i] !== 0);
  const ints = (column: Int32Array) => Int32Array.from(rows, (i) => column[i] as number);
  const reals = (column: Float64Array) => Float64Array.from(rows, (i) => column[i] as number);
  return {
    ...{ length: rows.length, n: ints(all.n), subject: ints(all.subject), party: ints(all.party) },
    ...{ right: ints(all.right), low: reals(all.low), high: reals(all.high), bits: ints(all.bits) },
    ...{ fromLo: ints(all.fromLo), fromHi: ints(all.fromHi), toLo: ints(all.toLo), toHi: ints(all.toHi) },
    ...{ stated: ints(all.stated), leader: ints(all.leader), texts: all.texts },
  };
}

function thinned(moments: readonly Day[]): readonly Day[] {
  if (moments.length <= MOST_MOMENTS) return moments;
  const at = (n: number) => moments[Math.round((n * (moments.length - 1)) / (MOST_MOMENTS - 1))] as Day;
  return Array.from({ length: MOST_MOMENTS }, (_, n) => at(n));
}

function countsOf(of: ReadonlyMap<number, Standing>, which: (n: number) => boolean) {
  const counts = { certain: 0, possible: 0, jointly: 0, stake: 0 };
  for (const [n, standing] of of) if (standing !== "exposure" && which(n)) counts[standing] += 1;
  return counts;
}

function changedIn(was: ReadonlyMap<number, Standing>, is: ReadonlyMap<number, Standing>): Set<number> {
  const all = new Set([...was.keys(), ...is.keys()]);
  return new Set([...all].filter((n) => counted(was.get(n)) !== counted(is.get(n))));
}

const nothingHeld = (interests: Interests) => ({ ...heldOn(interests, 0, 0), length: 0 });

const counted = (standing: Standing | undefined) => (standing === "exposure" ? undefined : standing);

/** Statements of the holdings that differ in the companies whose standing changed, or else of all that differ. */
function statementsBehind(was: HeldTable, is: HeldTable, changed: ReadonlySet<number>): number[] {
  const all = differencesBetween(was, is);
  const about = all.filter(({ before, after }) =>
    changed.has((after < 0 ? was.subject[before] : is.subject[after]) as number),
  );
  return (about.length > 0 ? about : all).flatMap(({ before, after }) => [
    ...(before < 0 ? [] : becauseOf(was, before)),
    ...(after < 0 ? [] : becauseOf(is, after)),
  ]);
}
