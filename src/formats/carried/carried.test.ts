import fc from "fast-check";
import { expect, test } from "vitest";
import { builtInCase } from "../../../test/built-in-case.ts";
import { Carried } from "../../model/carried.ts";
import { bring, entity, interest } from "../../store/contract/landing.ts";
import { type OpenCase, openCase } from "../../store/duckdb.ts";
import { bringBack } from "./bring.ts";
import { takeOut } from "./take.ts";

const small = { threads: 1, memory: 512 * 2 ** 20 };
const everything = async (store: OpenCase) => {
  const ids = async (sql: string) => (await store.rows<{ id: string }>(sql)).map(({ id }) => id);
  return {
    statements: await ids("SELECT DISTINCT id FROM statement_all ORDER BY id"),
    entities: await ids("SELECT id FROM entity_now"),
    sources: await ids("SELECT id FROM source_now"),
  };
};
const again = async (carried: Carried) => {
  const store = await openCase(":memory:", small);
  await bringBack(store, Carried.parse(JSON.parse(JSON.stringify(carried))));
  return store;
};

test("the whole built-in case, carried, is the same case: same digest", async () => {
  const built = await builtInCase();
  const store = await openCase(built.path, { ...small, readOnly: true });
  const carried = await takeOut(store, await everything(store));
  const copy = await again(carried);
  expect(await copy.digest()).toBe(await store.digest());
  expect(await takeOut(copy, await everything(copy))).toEqual(carried);
  await store.close();
  await copy.close();
  built.remove();
});

test("versions, withdrawals and what was taken back happen again on the same days", async () => {
  const step = fc.oneof(
    fc.record({
      id: fc.constantFrom("s", "t", "u"),
      share: fc.constantFrom("10", "20", "30"),
      stated: fc.constantFrom("", "2018", "2019-06"),
    }),
    fc.record({
      turn: fc.constantFrom("withdraw" as const, "restore" as const),
      id: fc.constantFrom("s", "t"),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const store = await openCase(":memory:", small);
      const entities = ["a", "b"].map((id) => entity(id, { names: "zh:甲|x \\| y" }));
      await bring(store, { entities, statements: [interest("s", "a", "b"), interest("t", "a", "c")] });
      for (const [n, one] of steps.entries()) {
        const at = `2020-07-0${n + 1}T00:00:00Z`;
        if ("turn" in one) await store[one.turn]([one.id], `why ${n}`, at);
        else {
          const cells = { share_text: one.share, stated_text: one.stated, record: "r" };
          await bring(store, { at, name: `file ${n}`, statements: [interest(one.id, "a", "b", cells)] });
        }
      }
      const copy = await again(await takeOut(store, await everything(store)));
      const gone =
        "SELECT s.id, s.share_text, g.day, g.how FROM gone AS g JOIN statement_all AS s ON s.n = g.n ORDER BY ALL";
      expect(await copy.rows(gone)).toEqual(await store.rows(gone));
      expect(await copy.statements(["s", "t", "u"])).toEqual(await store.statements(["s", "t", "u"]));
      expect(await copy.entities(["a", "b", "c"])).toEqual(await store.entities(["a", "b", "c"]));
      await store.close();
      await copy.close();
    }),
    { numRuns: 25 },
  );
}, 180_000);
