import type { EconomicNetwork } from "../../../graph/economic.ts";
import { mostIntegrated, type ShareRange } from "../../../graph/integrated.ts";
import { ALL, type Rational } from "../../../graph/rational.ts";
import type { Law } from "../../../laws/law.ts";
import type { EntityKind } from "../../../model/entity.ts";
import { rowsAbout, rowsBetween } from "../../../networks/between.ts";
import { ControlView } from "../../../networks/controllers.ts";
import { type Beside, economicOn } from "../../../networks/economic-shares.ts";
import type { HeldTable } from "../../../networks/held.ts";
import { type Kinds, type Ownership, ownership } from "../../../networks/ownership.ts";
import { ownershipWith } from "../../../networks/ownership-with.ts";
import { withRoomFor } from "../../../networks/room.ts";
import { heldByOthers } from "../../../networks/votes-left.ts";
import { without } from "../../../networks/what-if.ts";
import type { Above, Analysis } from "../analyse.ts";
import type { Explanation } from "./entry.ts";

/** The direct statements a claim is tested on. */
export interface Ground {
  readonly held: HeldTable;
  readonly view: ControlView;
  readonly entities: number;
  readonly kinds: Kinds;
  readonly economic: () => EconomicNetwork;
  /** What a party has of a company; undefined where that is nothing, null in a ring. */
  readonly shareIn: (party: number, company: number) => Share;
  readonly between: (party: number, company: number) => readonly number[];
  /** Rows about a company itself. */
  readonly stated: (company: number) => readonly number[];
}

export const groundOf = (held: HeldTable, view: ControlView): Ground => groundOn(held, view.own, () => view);

/**
 * The same without some rows about one company, as if nobody had stated them; its network is built only if it is asked for,
 * of the other one where that can be done.
 */
export function groundWithout(above: Above, analysis: Analysis, rows: readonly number[]): Ground {
  const { own } = analysis.view;
  const held = rows.reduce(without, analysis.held);
  const company = held.subject[rows[0] as number] as number;
  const build = () =>
    new ControlView(ownershipWith(own, held, company) ?? ownership(held, above.entities, above.kinds, 0));
  return groundOn(held, own, build, { held: analysis.held, company });
}

type Share = ShareRange | null | undefined;

/** The most a party has of a company if every rest of these holdings were its own, through somebody nobody names. */
export function mostShareIn(
  { entities, kinds }: Pick<Ground, "entities" | "kinds">,
  net: EconomicNetwork,
  party: number,
  company: number,
): Rational {
  const open = (n: number) => n < entities && kinds.ownable(n);
  return mostIntegrated(withRoomFor(net, party, open), party, company) ?? ALL;
}

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** `rows`: which rows are about whom, the same on every ground. */
function groundOn(held: HeldTable, rows: Ownership, build: () => ControlView, beside?: Beside): Ground {
  const { entities, kinds, rowStart, rowOrder } = rows;
  const here = { held, rowStart, rowOrder };
  const view = once(build);
  const economic = economicOn(held, entities, beside);
  return {
    ...{ held, entities, kinds },
    get view() {
      return view();
    },
    economic: economic.network,
    shareIn: economic.shareIn,
    between: rowsBetween(here),
    stated: (company) => rowsAbout(here, company),
  };
}

/** An explanation before its numbers become ids: `rows` are rows of the holdings table. */
export interface Why extends Pick<Explanation, "code" | "law" | "range"> {
  readonly about: readonly number[];
  readonly rows: readonly number[];
}

export const why = (code: Why["code"], more: Partial<Omit<Why, "code">> = {}): Why => ({
  code,
  law: null,
  range: null,
  about: [],
  rows: [],
  ...more,
});

/** What tests of claims ask about entities beyond the network. */
export interface About {
  readonly kind: (local: number) => EntityKind;
  readonly jurisdiction: (local: number) => string;
  readonly laws: readonly Law[];
}

const MOST_MISSING = 5;

/** Companies above one whose holders are not all named, nearest first: where a link may be missing. */
export function missingAbove({ view, held }: Ground, company: number): number[] {
  const { own } = view;
  const above = new Set([company]);
  const missing: number[] = [];
  for (const node of above) {
    if (!own.kinds.ownable(node)) continue;
    const rows = rowsAbout(own, node);
    for (const row of rows) if ((held.party[row] as number) >= 0) above.add(held.party[row] as number);
    const open = view.unownedAlone(node) || rows.length === 0 || !isFull(view, node);
    if (open) missing.push(node);
    if (missing.length === MOST_MISSING) break;
  }
  return missing;
}

/** Whether the lower ends of named holders are all of the votes of a company. */
function isFull({ own }: ControlView, company: number): boolean {
  const ballots = own.ballotOrder.subarray(own.ballotStart[company], own.ballotStart[company + 1]);
  const { namedLow, treasuryLow, whole } = own.upper.network;
  return (
    ballots.length > 0 && ballots.every((b) => (namedLow[b] as number) + (treasuryLow[b] as number) >= whole)
  );
}

/**
 * What leaves a party no more of a company than it has: all that is certainly held of it and, company by company, of
 * those who hold it; of votes also by what these are controlled.
 */
export function limiting(ground: Ground, party: number, company: number, votes: boolean): number[] {
  const { held, view } = ground;
  const about = ground.stated(company);
  if (votes)
    return [
      ...about,
      ...heldByOthers(view, party, company).flatMap(({ holder, by }) =>
        by.flatMap((one) => ground.between(one, holder)),
      ),
    ];
  const limits = new Set(about);
  const companies = new Set([company]);
  for (const node of companies)
    for (const row of node === company
      ? about
      : ground.stated(node).filter((r) => (held.low[r] as number) > 0)) {
      limits.add(row);
      const holder = held.party[row] as number;
      if (holder >= 0 && holder !== party && (held.low[row] as number) > 0) companies.add(holder);
    }
  return [...limits];
}
