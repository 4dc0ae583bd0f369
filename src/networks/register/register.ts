import type { ControlNetwork } from "../../graph/control.ts";
import { reduced } from "../../graph/reduce.ts";
import { others } from "../../threads/others.ts";
import { ControlView } from "../controllers.ts";
import type { HeldTable } from "../held.ts";
import { type Kinds, type Ownership, ownership } from "../ownership.ts";
import type { Compact } from "./compact.ts";
import { Growing } from "./growing.ts";
import { type Holders, holdersIn } from "./holders.ts";
import { PlainControl } from "./plain-control.ts";

/**
 * Control in a whole register on a day: plain companies straight from their rows, the odd ones by the rules in full
 * (`own`, which has no rows of plain ones), both ends reduced to what decides. Nodes are those of `own`.
 */
export interface Register {
  readonly entities: number;
  readonly nodes: number;
  readonly kinds: Kinds;
  readonly holders: Holders;
  readonly own: Ownership;
  readonly view: ControlView;
  readonly lower: ControlNetwork;
  readonly upper: ControlNetwork;
  /** What one unnamed party that owns every unnamed rest has besides what it has in `upper` (`unnamed.ts`). */
  readonly alone: Growing;
  /** An entity nothing is on record of on the day, which somebody may own. */
  readonly unowned: (n: number) => boolean;
}

/** Plain companies added at a time, while those that are fetched come in. */
const AT_A_TIME = 1 << 14;

/** Builds it; `odd` fetches all that is held on the day in the companies marked. */
export async function register(
  rows: Compact,
  entities: number,
  kinds: Kinds,
  odd: (marked: Uint8Array) => Promise<HeldTable>,
): Promise<Register> {
  for (let n = 0; n < entities; n++) if (kinds.arrangement(n)) rows.odd[n] = 1;
  const holders = holdersIn(rows, entities);
  const reading = odd(holders.odd);
  reading.catch(() => undefined);
  const count = holders.start[entities] as number;
  const ends = { lower: new Growing(count), upper: new Growing(count), alone: new Growing(count) };
  const phantom = entities;
  const plain = new PlainControl(holders, ends, phantom);
  const addPlain = (from: number, to: number) => {
    for (let n = from; n < to; n++) {
      if (holders.odd[n] === 1) continue;
      plain.add(n);
      if (!plain.votes && kinds.ownable(n)) ends.alone.right(phantom, n);
    }
  };
  for (let n = 0; n < entities; n += AT_A_TIME) {
    await others();
    addPlain(n, Math.min(entities, n + AT_A_TIME));
  }
  const ofOdd = (n: number) => holders.odd[n] === 1;
  const own = ownership(await reading, entities, {
    ...kinds,
    ownable: (n) => ofOdd(n) && kinds.ownable(n),
  });
  const bare = (n: number) => own.rowStart[n] === own.rowStart[n + 1];
  for (let n = 0; n < entities; n++)
    if (ofOdd(n) && bare(n) && kinds.ownable(n)) ends.alone.right(phantom, n);
  ends.lower.take(reduced(own.lower.network, true));
  ends.upper.take(reduced(own.upper.network, false));
  const { nodes } = own;
  return {
    entities,
    nodes,
    kinds,
    holders,
    own,
    view: new ControlView(own),
    lower: ends.lower.network(nodes),
    upper: ends.upper.network(nodes),
    alone: ends.alone,
    unowned: (n) => kinds.ownable(n) && (ofOdd(n) ? bare(n) : holders.recorded[n] === 0),
  };
}
