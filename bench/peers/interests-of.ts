import { parseDay } from "../../src/model/date.ts";
import { ENTITY_KINDS, type EntityKind } from "../../src/model/entity.ts";
import { RIGHT_CODES } from "../../src/model/rights.ts";
import { parseShare, type Share } from "../../src/model/share.ts";
import type { CaseNetwork } from "../../src/networks/case-network.ts";
import {
  HELD_HIGH_OPEN,
  HELD_INDIRECT,
  HELD_LOW_OPEN,
  HELD_UNKNOWN_DIRECTNESS,
  NO_DAY,
} from "../../src/networks/interests.ts";
import type { Size } from "../sizes.ts";
import { world } from "../world.ts";

const RIGHT = new Map(RIGHT_CODES.map((code, i) => [code as string, i]));
const code = (kind: EntityKind) => ENTITY_KINDS.indexOf(kind);

/**
 * The network of a seeded world as a case would give it, without writing and importing the case. Companies come first,
 * then persons, then outlets, each in their order.
 */
export function networkOfWorld(size: Size, seed: number): CaseNetwork {
  const companies = Math.round(size.entities * size.companies);
  const persons = size.entities - companies - size.outlets;
  const first: Readonly<Record<string, number>> = { c: 0, p: companies, o: companies + persons };
  const ordinal = (id: string) => (first[id[0] as string] as number) + Number(id.slice(1));
  const kind = new Uint8Array(size.entities).fill(code("company"));
  kind.fill(code("person"), companies, companies + persons).fill(code("outlet"), companies + persons);
  const ints = () => new Int32Array(size.interests);
  const [n, subject, party, right, bits] = [ints(), ints(), ints(), ints(), ints()];
  const [fromLo, toLo, none] = [ints(), ints(), ints().fill(NO_DAY)];
  const low = new Float64Array(size.interests);
  const high = new Float64Array(size.interests);
  const share = remembered(parseShare);
  const day = remembered((text) => (text === "" ? NO_DAY : parseDay(text)));
  let i = 0;
  for (const row of world(size, seed).interests()) {
    const held: Share = share(row.share);
    n[i] = i;
    subject[i] = ordinal(row.subject);
    party[i] = ordinal(row.party);
    right[i] = RIGHT.get(row.right) as number;
    low[i] = held.low;
    high[i] = held.high;
    bits[i] =
      (held.lowOpen ? HELD_LOW_OPEN : 0) |
      (held.highOpen ? HELD_HIGH_OPEN : 0) |
      (row.direct === "indirect" ? HELD_INDIRECT : row.direct === "unknown" ? HELD_UNKNOWN_DIRECTNESS : 0);
    fromLo[i] = day(row.from);
    toLo[i] = day(row.to);
    i++;
  }
  const dates = { fromLo, fromHi: fromLo, toLo, toHi: toLo, stated: none, leader: none.map(() => -1) };
  const interests = { length: i, n, subject, party, right, low, high, bits, ...dates, texts: new Map() };
  const index = () => {
    throw new Error("the network of a world without a case has no index");
  };
  return { entities: size.entities, interests, kind, index };
}

function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = work(text);
      known.set(text, value);
    }
    return value;
  };
}
