import type { ControlView } from "../../networks/controllers.ts";
import type { HeldTable } from "../../networks/held.ts";
import { type HoldersOf, holdersIn, isHolding } from "./holders.ts";

/** How entity 0 stands to another: controls it, may, has a stake in it itself or through what it controls, or only behind others. */
export type Standing = "certain" | "possible" | "stake" | "exposure";

/** Everything entity 0 reaches on a day, with its standing, and by whom each is first reached on a shortest way. */
export interface Standings {
  readonly of: ReadonlyMap<number, Standing>;
  readonly ways: ReadonlyMap<number, number>;
  readonly holders: HoldersOf;
}

/** Works out standings; a way leads through what entity 0 certainly controls wherever there is one, and is shortest so. */
export function standingsIn(view: ControlView, held: HeldTable, entities: number): Standings {
  const certain = new Set(view.lower.certain(0));
  const possible = new Set(view.upper.possible(0));
  const own = new Set([0, ...certain]);
  const holders = holdersIn(held);
  const ways = shortestWays(held, own, holders);
  const stakes = new Set<number>();
  for (let row = 0; row < held.length; row++)
    if (isHolding(held, row) && holders(row).some((n) => own.has(n))) stakes.add(held.subject[row] as number);
  const of = new Map<number, Standing>();
  for (const n of [...ways.keys(), ...certain, ...possible]) {
    if (n === 0 || n >= entities) continue;
    const standing = certain.has(n)
      ? "certain"
      : possible.has(n)
        ? "possible"
        : stakes.has(n)
          ? "stake"
          : "exposure";
    of.set(n, standing);
  }
  return { of, ways, holders };
}

/** Those with whom entity 0 controls something only together, and how surely. */
export interface Joint {
  /** The node that stands for all of them. */
  readonly group: number;
  readonly others: readonly number[];
  readonly certainty: "certain" | "possible";
}

/**
 * What entity 0 controls only together with others, through holdings that it, or what it controls alone, has or votes with them
 * as one: certainly before possibly.
 */
export function jointlyIn({ own, lower, upper }: ControlView): ReadonlyMap<number, Joint> {
  const jointly = new Map<number, Joint>();
  const joint = [...own.virtual].filter(([, { kind }]) => kind === "joint");
  for (const certainty of ["certain", "possible"] as const) {
    const search = (node: number) => (certainty === "certain" ? lower.certain(node) : upper.possible(node));
    const mine = new Set([0, ...search(0)]);
    for (const [node, { members }] of joint.filter((group) => group[1].members.some((m) => mine.has(m)))) {
      const others = members.filter((member) => !mine.has(member) && member < own.entities);
      if (others.length === 0) continue;
      for (const n of search(node)) if (!jointly.has(n)) jointly.set(n, { group: node, others, certainty });
    }
  }
  return jointly;
}

/** How entity 0 stands to another as it is told: what it controls only with others is no mere stake. */
export interface Told {
  readonly standing: Standing | "jointly";
  /** Null where it controls by itself, and where it may and may with others too. */
  readonly joint: Joint | null;
}

/** Everything entity 0 reaches, as it is told. */
export function toldIn(view: ControlView, held: HeldTable, entities: number): ReadonlyMap<number, Told> {
  const jointly = jointlyIn(view);
  return new Map(
    [...standingsIn(view, held, entities).of].map(([n, standing]) => [n, toldAs(standing, jointly.get(n))]),
  );
}

function toldAs(standing: Standing, joint: Joint | undefined): Told {
  if (joint === undefined || standing === "certain") return { standing, joint: null };
  if (standing === "possible") return { standing, joint: joint.certainty === "certain" ? joint : null };
  return { standing: "jointly", joint };
}

/** Whether it stands to something as it did, with the same others. */
export const same = (was: Told | undefined, is: Told | undefined): boolean => keyOf(was) === keyOf(is);

const keyOf = (told: Told | undefined): string =>
  told ? [told.standing, told.joint?.certainty, ...(told.joint?.others ?? [])].join(" ") : "";

/** Breadth first over holdings of any size: first from entity 0 and what it controls alone, then from all it reaches. */
function shortestWays(held: HeldTable, own: ReadonlySet<number>, holders: HoldersOf): Map<number, number> {
  const heldBy = new Map<number, number[]>();
  for (let row = 0; row < held.length; row++) {
    if (!isHolding(held, row)) continue;
    const company = held.subject[row] as number;
    for (const holder of holders(row)) {
      const list = heldBy.get(holder);
      if (list) list.push(company);
      else heldBy.set(holder, [company]);
    }
  }
  const by = new Map<number, number>([[0, -1]]);
  for (const through of [(n: number) => own.has(n), () => true]) {
    for (const node of by.keys()) {
      if (!through(node)) continue;
      for (const company of heldBy.get(node) ?? []) if (!by.has(company)) by.set(company, node);
    }
  }
  return by;
}

/** The entities on the way down to `n`, from entity 0. */
export function wayTo(ways: ReadonlyMap<number, number>, n: number): number[] {
  const way = [n];
  for (let up = ways.get(n); up !== undefined && up >= 0; up = ways.get(up)) way.unshift(up);
  return way;
}
