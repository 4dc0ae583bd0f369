import { expect, it } from "vitest";
import { parseDay } from "../model/date.ts";
import { bring, entity, interest } from "../store/contract/landing.ts";
import { type OpenCase, openCase } from "../store/duckdb.ts";
import type { Reader } from "../store/port.ts";
import { type Limits, networkAround, networksAround, type Side } from "./around.ts";
import { type CaseNetwork, caseNetwork, kindAt, networkKept } from "./case-network.ts";
import { about, everAbove, everBelow } from "./closure.ts";
import type { Interests } from "./interests.ts";
import { nearBelow } from "./near-below.ts";
import { random } from "./worlds.oracle.ts";

const ENTITIES = 40;
const NEVER_WHOLE: Limits = { steps: Number.POSITIVE_INFINITY, entities: Number.POSITIVE_INFINITY };
const id = (n: number) => `e${n}`;

/** Chains, cycles, concerts with members, deciders who hold nothing, nobody named. */
function statements(r: (below: number) => number, count: number) {
  return Array.from({ length: count }, (_, k) => {
    const party = r(12) === 0 ? "" : id(r(ENTITIES));
    const extra = r(7);
    return interest(`i${k}`, id(r(ENTITIES)), party, {
      interest_type: "shareholding",
      share_text: `${1 + r(90)}`,
      ...(extra === 0
        ? { interest_type: "votingAgreement", members: `${id(r(ENTITIES))}|${id(r(ENTITIES))}` }
        : {}),
      ...(extra === 1 ? { leader: id(r(ENTITIES)) } : {}),
      ...(extra === 2 ? { class: "A" } : {}),
      ...(r(5) === 0 ? { to_text: "2018" } : {}),
    });
  });
}

async function made(seed: number): Promise<OpenCase> {
  const r = random(seed);
  const store = await openCase(":memory:", { create: true, threads: 1, small: 0 });
  const kinds = ["company", "person", "state", "arrangement", "outlet"];
  await bring(store, {
    entities: Array.from({ length: ENTITIES - 5 }, (_, n) => entity(id(n), { kind: kinds[r(5)] ?? "" })),
    statements: statements(r, 30 + r(30)),
  });
  await bring(store, { at: "2021-01-01T00:00:00Z", statements: statements(r, 12) });
  const [one] = await store.rows<{ id: string }>(
    "SELECT id FROM statement_all WHERE n > 20 ORDER BY n LIMIT 1",
  );
  await store.withdraw([one?.id ?? ""], "wrong", "2022-01-01T00:00:00Z");
  return store;
}

/** Rows without the numbers they have among all there are. */
const rowsOf = ({ texts, ...columns }: Interests) => ({
  columns,
  texts: [...texts].sort(([a], [b]) => a - b),
});

/** What questions take from a network. */
function taken(network: CaseNetwork, n: number, side: Side) {
  const index = network.index();
  const reached = side === "above" ? everAbove(index, n) : everBelow(index, n);
  const near = nearBelow(index, n, ENTITIES);
  const part = about(index, side === "above" ? reached : near.subjects);
  return {
    reached: [...reached].sort((a, b) => a - b),
    near: side === "above" ? null : [near.kept, [...near.subjects].sort((a, b) => a - b)],
    rows: rowsOf(part.interests),
    ordinals: [...part.ordinals],
    kinds: [...part.ordinals.keys()].map(kindAt(network, part.ordinals)),
  };
}

const KNOWNS = [null, parseDay("2020-12-31"), parseDay("2021-06-01")];
const fresh = (store: Reader): Reader => ({ ...store });

it("what stands around an entity, read step by step, is what the whole network has around it", async () => {
  let [steps, small] = [0, 0];
  for (let seed = 1; seed <= 2; seed++) {
    const store = await made(seed);
    for (const known of KNOWNS) {
      const whole = await caseNetwork(store, known);
      for (let n = seed % 2; n < ENTITIES; n += 2) {
        for (const side of ["above", "below"] as const) {
          const part = await networkAround(fresh(store), known, [n], side, NEVER_WHOLE);
          expect([seed, known, n, taken(part, n, side)]).toEqual([seed, known, n, taken(whole, n, side)]);
          steps += part.interests.length;
          if (part.interests.length < whole.interests.length) small++;
        }
      }
    }
    await store.close();
  }
  expect(Math.min(steps, small)).toBeGreaterThan(100);
});

it("two states are read together: whoever stands there in one of them is read in both", async () => {
  let apart = 0;
  for (let seed = 1; seed <= 2; seed++) {
    const store = await made(seed);
    const [, before = null, after = null] = KNOWNS;
    const [first, second] = [await caseNetwork(fresh(store), before), await caseNetwork(fresh(store), after)];
    for (let n = 0; n < ENTITIES; n += 3) {
      for (const [side, reached] of [
        ["above", everAbove],
        ["below", everBelow],
      ] as const) {
        const read = await networksAround(fresh(store), [before, after], [n], side, NEVER_WHOLE);
        const companies = reached(first.index(), n, second.index());
        for (const [k, whole] of [first, second].entries()) {
          const part = read[k] as CaseNetwork;
          const own = about(part.index(), companies);
          expect(rowsOf(own.interests)).toEqual(rowsOf(about(whole.index(), companies).interests));
          for (const one of own.ordinals) expect(part.kind[one]).toBe(whole.kind[one]);
        }
        if (companies.size > reached(first.index(), n).size) apart++;
      }
    }
    await store.close();
  }
  expect(apart).toBeGreaterThan(3);
});

it("a case is read whole where it is small, where an answer needs much of it, and after many steps", async () => {
  const store = await made(3);
  const all = (await caseNetwork(store, null)).interests.length;
  const read = async (reader: Reader, limits: Partial<Limits>, n = 0) =>
    (await networkAround(reader, null, [n], "above", { ...NEVER_WHOLE, ...limits })).interests.length;
  expect(await read({ ...store, isBig: async () => false }, {})).toBe(all);
  expect(await read(fresh(store), { entities: 1 })).toBe(all);
  expect(await read(fresh(store), {})).toBeLessThan(all);
  const reader = fresh(store);
  expect(await read(reader, { steps: 20 })).toBeLessThan(all);
  expect(await networkKept(reader, null)).toBeNull();
  for (let n = 1; n < 30; n++) await read(reader, { steps: 20 }, n);
  expect(await networkKept(reader, null)).not.toBeNull();
  expect(await read(reader, {})).toBe(all);
  await store.close();
});
