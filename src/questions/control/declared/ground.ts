import type { EconomicNetwork } from "../../../graph/economic.ts";
import type { Law } from "../../../laws/law.ts";
import type { EntityKind } from "../../../model/entity.ts";
import { rowsAbout, rowsBetween } from "../../../networks/between.ts";
import { ControlView } from "../../../networks/controllers.ts";
import { economicNetwork } from "../../../networks/economic.ts";
import type { HeldTable } from "../../../networks/held.ts";
import { ownership } from "../../../networks/ownership.ts";
import { without } from "../../../networks/what-if.ts";
import type { Above, Analysis } from "../analyse.ts";
import type { Explanation } from "./entry.ts";

/** The direct statements a claim is tested on. */
export interface Ground {
  readonly held: HeldTable;
  readonly view: ControlView;
  readonly entities: number;
  readonly economic: () => EconomicNetwork;
  readonly between: (party: number, company: number) => readonly number[];
  /** Rows about a company itself. */
  readonly stated: (company: number) => readonly number[];
}

export function groundOf(held: HeldTable, view: ControlView): Ground {
  let net: EconomicNetwork | null = null;
  const { entities } = view.own;
  return {
    held,
    view,
    entities,
    economic: () => {
      net ??= economicNetwork(held, entities);
      return net;
    },
    between: (party, company) => rowsBetween(view.own, party, company),
    stated: (company) => rowsAbout(view.own, company),
  };
}

/** The same without some rows, as if nobody had stated them. */
export function groundWithout(above: Above, analysis: Analysis, rows: readonly number[]): Ground {
  const held = rows.reduce(without, analysis.held);
  return groundOf(held, new ControlView(ownership(held, above.entities, above.kinds)));
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
