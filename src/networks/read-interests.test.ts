import { afterEach, beforeEach, expect, test } from "vitest";
import { bring, entity, interest } from "../store/contract/landing.ts";
import type { OpenCase } from "../store/duckdb.ts";
import { openCase } from "../store/duckdb.ts";
import type { Reader } from "../store/port.ts";
import { type Interests, rowsTaken } from "./interests.ts";
import { readInterests } from "./read-interests.ts";

let store: OpenCase;

const COMPANIES = Array.from({ length: 30 }, (_, k) => `e${k}`);

/** Interests, some with words of their own, every fifth statement of another kind. */
const statements = (from: number, count: number) =>
  Array.from({ length: count }, (_, k) => {
    const [i, company, party] = [from + k, `e${(from + k) % 30}`, `e${((from + k) * 7 + 1) % 30}`];
    if (i % 5 === 4) return { id: `s${i}`, kind: "role", subject: company, object: party };
    const words = i % 11 === 0 ? { class: "B" } : {};
    return interest(`s${i}`, company, party, {
      share_text: String(i % 100),
      from_text: "2019-01-01",
      ...words,
    });
  });

beforeEach(async () => {
  store = await openCase(":memory:", { create: true, memory: 2 ** 29 });
  await bring(store, { entities: COMPANIES.map((id) => entity(id)), statements: statements(0, 6000) });
});
afterEach(() => store.close());

/** What the engine says row by row, in order. */
async function told(): Promise<unknown[]> {
  return store.rows(
    `SELECT n, subject, coalesce(object, -1) AS party, CAST(low AS DOUBLE) AS low, from_lo
     FROM statement_all WHERE kind = 'interest' ORDER BY n`,
  );
}
const rows = ({ length, n, subject, party, low, fromLo }: Interests) =>
  Array.from({ length }, (_, i) => ({
    ...{ n: n[i], subject: subject[i], party: party[i], low: low[i], from_lo: fromLo[i] },
  }));

/** The case as an engine might hand it on: the rows of each piece the other way round; `first` happens after the first reading. */
function shuffled(first: () => Promise<unknown> = async () => undefined): Reader & { readings: number } {
  const reader: Reader & { readings: number } = {
    ...store,
    readings: 0,
    each: async (sql, types, receive, params) => {
      await store.each(
        sql,
        types,
        (length, column) => {
          const back = Object.fromEntries(
            Object.entries(column).map(([name, values]) => [
              name,
              (values as Int32Array).slice(0, length).reverse(),
            ]),
          );
          receive(length, back as typeof column);
        },
        params,
      );
      if (reader.readings++ === 0) await first();
    },
  };
  return reader;
}

test("all interests come in the order of their statements, in whatever order the engine hands them on", async () => {
  const all = await told();
  expect(all.length).toBe(4800);
  for (const reader of [store, shuffled()]) expect(rows(await readInterests(reader, null))).toEqual(all);
  const { texts } = await readInterests(shuffled(), null);
  expect(texts.size).toBeGreaterThan(400);
});

test("those in some companies are rows of all", async () => {
  const all = await readInterests(store, null);
  const some = await readInterests(store, null, [3, 17]);
  const wanted = Array.from(all.subject.keys()).filter((i) => [3, 17].includes(all.subject[i] as number));
  expect(rows(some)).toEqual(rows(rowsTaken(all, wanted)));
});

test("what comes in or goes while they are read is in them whole or not at all", async () => {
  const reader = shuffled(async () => {
    await bring(store, { at: "2021-06-01T12:00:00Z", statements: statements(6000, 500) });
    await store.undo(1, "2021-07-01T00:00:00Z");
  });
  const read = rows(await readInterests(reader, null));
  expect(reader.readings).toBeGreaterThan(3);
  expect(read).toEqual(await told());
});

test("a case without interests has none", async () => {
  const empty = await openCase(":memory:", { create: true, memory: 2 ** 29 });
  expect((await readInterests(empty, null)).length).toBe(0);
  await empty.close();
});
