import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDay } from "../../model/date.ts";
import type { Open } from "../port.contract.ts";
import type { Writer } from "../port.ts";
import { type Brought, bring, counting, entity, interest } from "./landing.ts";
import { checkLookUps } from "./look-ups.ts";

const AT = "2020-07-01T00:00:00Z";
const FIRST = 17_897;
const source = { id: "file", title: "file", sha256: "of the file" };

/** A small world in which ids, records and entities collide often. */
const file: fc.Arbitrary<Brought> = fc.record({
  sources: fc
    .tuple(fc.constantFrom("A", "B"), fc.constantFrom("2018", "2019-05"), fc.boolean())
    .map(([title, published, two]) => [
      { id: "s1", title, published },
      ...(two ? [{ id: "s2", title, published: "" }] : []),
    ]),
  entities: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom("a", "b", "c"),
      name: fc.constantFrom("Ann", "Bob 南"),
      kind: fc.constant("company"),
      names: fc.constantFrom("", "zh:南"),
    }),
    { selector: (one) => one.id, maxLength: 3 },
  ),
  statements: fc.uniqueArray(
    fc
      .record({
        record: fc.constantFrom("", "r"),
        id: fc.constantFrom("x", "y", "z"),
        subject: fc.constantFrom("a", "d"),
        object: fc.constantFrom("b", "e"),
        share: fc.integer({ min: 1, max: 3 }),
        members: fc.constantFrom("", "f|a"),
        stated: fc.integer({ min: 0, max: 3 }),
        source: fc.constantFrom("", "s1"),
      })
      .map((one) =>
        interest(one.id, one.subject, one.object, {
          ...{
            record: one.record === "" ? one.id : one.record,
            share_text: String(one.share),
            members: one.members,
          },
          ...{ stated_text: formatDay(FIRST + one.stated), source: one.source },
        }),
      ),
    { selector: (one) => one.id ?? "", maxLength: 3 },
  ),
});

/** Everything a question could see, today and as known on each day, without ordinals. */
async function sight(store: Writer): Promise<unknown> {
  const known: string[][] = [];
  for (let day = FIRST - 1; day < FIRST + 5; day++) known.push([...new Set(await counting(store, day))]);
  const ids = (await counting(store)).map((text) => text.split(" ")[0] ?? "");
  const dense = await store.rows<{ n: number; id: string }>("SELECT n, id FROM entity_now ORDER BY n");
  expect(dense.map((one) => one.n)).toEqual(dense.map((_, k) => k));
  await checkLookUps(store);
  return {
    known,
    statements: await store.statements(ids),
    entities: await store.entities(dense.map((one) => one.id).sort()),
    names: await store.rows(
      "SELECT e.id, x.text, x.latin FROM name_now AS x JOIN entity_now AS e ON e.n = x.n ORDER BY 1, 2, 3",
    ),
    sources: await store.rows("SELECT * FROM source_now ORDER BY id"),
  };
}

export function undoContract(name: string, open: Open): void {
  describe(`${name}: taking back`, () => {
    test("an import taken back no longer counts, and what it superseded counts again", async () => {
      const store = await open();
      await bring(store, {
        entities: [entity("a")],
        statements: [interest("s", "a", "b", { share_text: "1", stated_text: "2018" })],
      });
      const before = await store.digest();
      const second = await bring(store, {
        sha256: "second",
        entities: [entity("a", { name: "New" }), entity("n")],
        statements: [interest("s", "a", "c", { share_text: "2", stated_text: "2019" })],
      });
      expect(await store.undo(second.n, AT)).toMatchObject({ n: second.n, undone: AT });
      expect(await store.digest()).toBe(before);
      expect(await counting(store)).toEqual(["s 1"]);
      expect((await store.entities(["a", "n", "c"])).map((one) => one.name)).toEqual(["A"]);
      expect((await store.imports()).map((one) => one.undone)).toEqual([null, AT]);
      await expect(store.undo(second.n, AT)).rejects.toMatchObject({ code: "unknown-import" });
      await expect(store.undo(99, AT)).rejects.toMatchObject({ code: "unknown-import" });
      await store.close();
    });

    test("the same file can come in again after it was taken back", async () => {
      const store = await open();
      const what = {
        sha256: "x",
        entities: [entity("a")],
        statements: [interest("s", "a", "b", { stated_text: "2018" })],
      };
      const first = await bring(store, what);
      const digest = await store.digest();
      await store.undo(first.n, AT);
      expect(await store.rows("SELECT count(*) AS n FROM entity_now")).toEqual([{ n: 0 }]);
      const again = await bring(store, what);
      expect(again).toMatchObject({ n: 2, known: false, statements: 1 });
      expect(await store.digest()).toBe(digest);
      await checkLookUps(store);
      await store.close();
    });

    test("what a later import said again word for word stays when the earlier one goes, withdrawals with it", async () => {
      const store = await open();
      const statements = [
        interest("s", "a", "b", { share_text: "1", stated_text: "2018" }),
        interest("w", "a", "b", { share_text: "2", stated_text: "2018" }),
      ];
      const first = await bring(store, { name: "one", entities: [entity("a")], statements });
      await store.withdraw(["w"], "why", AT);
      await bring(store, { name: "two", entities: [entity("a")], statements });
      await store.undo(first.n, AT);
      expect(await counting(store)).toEqual(["s 1"]);
      expect((await store.statements(["w", "s"])).map((one) => [one.status, one.source])).toEqual([
        ["withdrawn", "two"],
        ["active", "two"],
      ]);
      expect((await store.entities(["a"]))[0]?.placeholder).toBe(false);
      await checkLookUps(store);
      await store.close();
    });

    test("a source of an import taken back stays where another import's statement rests on it", async () => {
      const store = await open();
      const first = await bring(store, {
        sources: [
          { id: "s", title: "S" },
          { id: "t", title: "T" },
        ],
      });
      await bring(store, {
        sources: [{ id: "u", title: "U" }],
        statements: [interest("x", "a", "b", { source: "s" })],
      });
      await store.undo(first.n, AT);
      expect(
        (await store.rows<{ id: string }>("SELECT id FROM source_now ORDER BY id")).map((one) => one.id),
      ).toEqual(["s", "u"]);
      await store.close();
    });

    test("taking imports back gives the case that had never seen them", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(file, fc.boolean()), { minLength: 1, maxLength: 5 }),
          fc.boolean(),
          async (files, late) => {
            const one = await open();
            const other = await open();
            for (const [what, keep] of files) {
              const { n } = await bring(one, { ...what, source });
              if (!keep && !late) await one.undo(n, AT);
              if (keep) await bring(other, { ...what, source });
            }
            if (late) for (const [k, [, keep]] of files.entries()) if (!keep) await one.undo(k + 1, AT);
            expect(await sight(one)).toEqual(await sight(other));
            await one.close();
            await other.close();
          },
        ),
        { numRuns: 15 },
      );
    }, 300_000);
  });
}
