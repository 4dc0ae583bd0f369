import fc from "fast-check";
import { expect, it } from "vitest";
import type { EconomicNetwork } from "../graph/economic.ts";
import { WHOLE } from "../model/share.ts";
import { among, withoutOwn, withRoomFor } from "./room.ts";

const NODES = 6;

interface Link {
  readonly company: number;
  readonly holder: number;
  readonly low: number;
  readonly high: number;
  readonly alone: number;
}

const node = fc.nat(NODES - 1);
const links = fc.array(
  fc.record({ company: node, holder: node, low: fc.nat(9), high: fc.nat(9), alone: fc.nat(1) }),
  { maxLength: 20 },
);

const networkOf = (given: readonly Link[]): EconomicNetwork => {
  const sorted = [...given].sort((a, b) => a.company - b.company);
  return {
    ...{ nodes: NODES, whole: BigInt(WHOLE) },
    start: Int32Array.from({ length: NODES + 1 }, (_, n) => sorted.filter((l) => l.company < n).length),
    holder: Int32Array.from(sorted, (l) => l.holder),
    low: Float64Array.from(sorted, (l) => l.low),
    high: Float64Array.from(sorted, (l) => l.high),
    alone: Uint8Array.from(sorted, (l) => l.alone),
  };
};

/** The holdings of a network, company by company. */
const linksIn = ({ nodes, start, holder, low, high, alone }: EconomicNetwork): Link[][] =>
  Array.from({ length: nodes }, (_, company) =>
    Array.from({ length: (start[company + 1] as number) - (start[company] as number) }, (_, i) => {
      const e = (start[company] as number) + i;
      return {
        ...{ company, holder: holder[e] as number, low: low[e] as number },
        ...{ high: high[e] as number, alone: alone[e] as number },
      };
    }),
  );

const by = (given: readonly Link[], nodes = NODES): Link[][] =>
  Array.from({ length: nodes }, (_, company) => given.filter((l) => l.company === company));

it("gives a party room in every company that can be owned, takes its own holding from it, or gives nobody what others than some have", () => {
  fc.assert(
    fc.property(links, node, node, fc.uniqueArray(node), (given, party, company, some) => {
      const net = networkOf(given);
      const open = (n: number) => some.includes(n);
      const rooms = some
        .filter((n) => n !== party)
        .map((n) => ({ company: n, holder: party, low: 0, high: WHOLE, alone: 0 }));
      expect(linksIn(withRoomFor(net, party, open))).toEqual(by([...given, ...rooms]));
      const nobodys = given.map((l) =>
        l.holder === party && l.company === company ? { ...l, holder: NODES } : l,
      );
      expect(linksIn(withoutOwn(net, party, company))).toEqual(by(nobodys, NODES + 1));
      const left = given
        .filter((l) => open(l.company))
        .map((l) => (open(l.holder) ? l : { ...l, holder: NODES }));
      expect(linksIn(among(net, new Set(some)))).toEqual(by(left, NODES + 1));
      expect(linksIn(net)).toEqual(by(given));
    }),
  );
});
