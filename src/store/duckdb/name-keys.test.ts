import fc from "fast-check";
import { expect, test } from "vitest";
import { bare, fold } from "../../model/names.ts";
import { bring, entity } from "../contract/landing.ts";
import { openCase } from "../duckdb.ts";

const word = fc.oneof(
  fc.constantFrom("Ltd", "ltd.", "S.A.", "Holdings", "A", "O'Neil", "3M", "é", "报", "ß", "(x)", ",", "."),
  fc.string({ unit: fc.constantFrom(..."abXYZ019.-&") }),
);
const space = fc.constantFrom("", " ", " ", " ", "  ", "\t", "\n", "\f", "\r\n", " \t ");
const name = fc
  .array(fc.tuple(space, word), { minLength: 1, maxLength: 5 })
  .chain((words) => space.map((last) => words.flat().join("") + last))
  .filter((text) => text.trim() !== "");

test("names are found by the keys of the model, whatever their letters and white space", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 30 }), async (names) => {
      const store = await openCase(":memory:", { threads: 1, memory: 2 ** 29 });
      await bring(store, {
        entities: names.map(([main, other], k) => entity(`e${k}`, { name: main, names: `en:x${other}` })),
      });
      const rows = await store.rows<Record<"text" | "folded" | "bare" | "latin" | "lang", string>>(
        "SELECT lang, text, folded, bare, latin FROM name_now ORDER BY n, k",
      );
      expect(rows.filter((row) => row.lang === "").map((row) => row.text)).toEqual(
        names.map(([main]) => main),
      );
      expect(rows).toHaveLength(2 * names.length);
      for (const { text, folded, bare: short, latin } of rows) {
        expect([folded, short]).toEqual([fold(text), bare(fold(text))]);
        if (/^[\0-\x7f]*$/.test(text)) expect(latin).toBe(text.toLowerCase().replace(/[^a-z0-9]/g, ""));
      }
      await store.close();
    }),
    { numRuns: 25 },
  );
}, 120_000);
