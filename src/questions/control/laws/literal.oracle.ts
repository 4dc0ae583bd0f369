import { controlledBy } from "../../../networks/control.oracle.ts";
import type { Row } from "../../../networks/worlds.oracle.ts";

/**
 * Three laws read off their texts (QUESTIONS §1), slowly, on worlds of whole percentages: entity 0 is the subject, holders
 * have higher numbers than what they hold, a company may hold some of itself. Everything is in exact fractions.
 */
export interface World {
  readonly rows: readonly Row[];
  readonly nodes: number;
  readonly person: (n: number) => boolean;
}

type Measure = "shares" | "votes";

const alone = (r: Row) => r.unknownDirectness === true || (r.joint ?? "") !== "";
const counts = (r: Row, of: Measure) =>
  r.right === "shareholding" || (of === "votes" && r.right === "votingRights");
const into = ({ rows }: World, company: number, of: Measure) =>
  rows.filter((r) => r.subject === company && counts(r, of));

/** What a company holds of itself for certain, where that is left out: of the votes. */
const itself = (world: World, company: number) =>
  into(world, company, "votes").reduce((t, r) => t + (r.party === company && !alone(r) ? r.low : 0), 0);

/**
 * Whether a group has more than, or as much as, some percent: added where it adds up, each by itself otherwise. What is
 * held jointly each of its holders has (Sch. 1A para. 11); or, `together`, only all of them.
 */
function has(
  world: World,
  company: number,
  of: Measure,
  group: ReadonlySet<number>,
  percent: number,
  strict: boolean,
  together = false,
): boolean {
  const all = of === "votes" ? 100 - itself(world, company) : 100;
  const stated = into(world, company, of);
  const rows = stated.filter((r) => group.has(r.party) && (of === "shares" || r.party !== company));
  const sum = rows.reduce((t, r) => t + (alone(r) ? 0 : r.low), 0);
  const enough = (x: number) => x > 0 && (strict ? 100 * x > percent * all : 100 * x >= percent * all);
  const block = (r: Row) =>
    together && (r.joint ?? "") !== "" ? stated.filter((o) => o.joint === r.joint) : [r];
  return (
    enough(sum) || rows.some((r) => alone(r) && block(r).every((o) => group.has(o.party) && enough(o.low)))
  );
}

const boardOf = (r: Row, company: number) =>
  r.subject === company && r.right === "appointmentOfBoard" && r.low > 50;
const dominates = (r: Row, company: number) => r.subject === company && r.right === "statedControl";

/** Somebody and every entity in each of which the one above has a majority stake. */
function chainOf(world: World, from: number): Set<number> {
  const { rows, nodes } = world;
  const chain = new Set([from]);
  for (const above of chain) {
    for (let company = 1; company < nodes; company++) {
      const right = rows.some((r) => r.party === above && (boardOf(r, company) || dominates(r, company)));
      if (right || has(world, company, "votes", new Set([above]), 50, true)) chain.add(company);
    }
  }
  return chain;
}

/** Schedule 1A: any of conditions 1 to 4, held itself or through a chain. */
export function significant(world: World, party: number): boolean {
  const chain = chainOf(world, party);
  return (
    has(world, 0, "shares", chain, 25, true) ||
    has(world, 0, "votes", chain, 25, true) ||
    world.rows.some((r) => chain.has(r.party) && (boardOf(r, 0) || dominates(r, 0)))
  );
}

/** The fifth: trustee, itself or through a chain, of a trust that would meet any of the others; who holds of a trust is its trustee. */
export function overTrust(world: World, person: number): boolean {
  const chain = chainOf(world, person);
  return world.rows.some((r) => r.right === "trustee" && chain.has(r.party) && significant(world, r.subject));
}

type Fraction = readonly [bigint, bigint];
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];

/** Art. 52: along every chain the product, over all chains the sum; a company's own shares are chains that come back. */
function multiplied(world: World, of: Measure, from: number, to: number): Fraction {
  const rows = into(world, to, of);
  const own = rows.reduce((t, r) => t + (r.party === to ? r.low : 0), 0);
  const sum = rows
    .filter((r) => r.party !== to)
    .reduce<Fraction>(
      (total, r) => {
        const [n, d]: Fraction = r.party === from ? [1n, 1n] : multiplied(world, of, from, r.party);
        return plus(total, [n * BigInt(r.low), d * 100n]);
      },
      [0n, 1n],
    );
  return [sum[0] * 100n, sum[1] * BigInt(100 - own)];
}

const quarter = ([n, d]: Fraction) => n > 0n && 4n * n >= d;

/** Arts 52 to 54: ownership of a quarter; control; control of who has a quarter directly; a quarter of who controls. */
export function beneficial(world: World, person: number): boolean {
  const { rows, nodes } = world;
  const measures = ["shares", "votes"] as const;
  const below = controlledBy(rows, nodes, person, true);
  const direct = new Set([...below].filter((n) => n !== 0));
  const controllers = Array.from({ length: nodes - 1 }, (_, i) => i + 1).filter(
    (n) => !world.person(n) && controlledBy(rows, nodes, n, true).has(0),
  );
  return (
    below.has(0) ||
    measures.some(
      (of) =>
        quarter(multiplied(world, of, person, 0)) ||
        has(world, 0, of, direct, 25, false, true) ||
        controllers.some((n) => quarter(multiplied(world, of, person, n))),
    )
  );
}

/** FAQ 401: whether the subject falls to a list, everything half owned by it and by what has fallen before. */
export function falls(world: World, list: readonly number[]): boolean {
  const fallen = new Set(list);
  for (let grown = true; grown; ) {
    grown = false;
    for (let company = 0; company < world.nodes; company++) {
      if (fallen.has(company) || !has(world, company, "shares", fallen, 50, false, true)) continue;
      fallen.add(company);
      grown = true;
    }
  }
  return fallen.has(0);
}
