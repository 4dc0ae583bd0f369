import fc from "fast-check";
import { expect, test } from "vitest";
import { FrontCoder, textAt } from "./front-coded.ts";

const coder = new FrontCoder();

const text = fc.oneof(
  fc.constantFrom("", "i1000", "i10000", "阿里巴巴", "阿里云", "阿", "é", "ê", "x".repeat(300)),
  fc.string({ unit: "grapheme", maxLength: 8 }).filter((one) => !one.includes("\u001f")),
  fc.nat(999).map((n) => `register of companies, row ${n}`),
);

test("every text is told again, those of two columns that come in turn too, whatever texts begin with", () => {
  const texts = fc.array(text, { maxLength: 150 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 3 }), (all, step) => {
      const count = Math.floor(all.length / step);
      const used = all.slice(0, count * step);
      const bytes = Buffer.from(used.map((one) => `${one}\u001f`).join(""));
      const mark = Int32Array.from([
        0,
        ...[...bytes.entries()].filter(([, b]) => b === 0x1f).map(([at]) => at + 1),
      ]);
      for (let first = 0; first < step; first++) {
        const coded = coder.code({ bytes, mark, first, step, count });
        for (let n = 0; n < count; n++) expect(textAt(coded, n)).toBe(used[n * step + first]);
      }
    }),
  );
});

test("a hundred ids of one register take little more than what tells them apart", () => {
  const ids = Array.from({ length: 96 }, (_, n) => `interests.csv row ${1_000_000 + n}\u001f`);
  const bytes = Buffer.from(ids.join(""));
  const mark = Int32Array.from({ length: 97 }, (_, n) => (n * bytes.length) / 96);
  const coded = coder.code({ bytes, mark, first: 0, step: 1, count: 96 });
  expect(coded.bytes.length).toBe(3 * (1 + 23) + 96 * (1 + 2));
});
