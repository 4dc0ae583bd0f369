import fc from "fast-check";
import { expect, test } from "vitest";
import { TextIndex } from "./text-index.ts";

const text = fc.oneof(
  fc.constantFrom("", "a", "b", "ab", "阿里", "é", "c1", "c10"),
  fc.string({ unit: "grapheme", maxLength: 12 }).filter((one) => !one.includes("\u001f")),
);

test("every text has its number and every number its text, and nothing else has one", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(text),
      fc.array(text),
      fc.integer({ min: 1, max: 5 }),
      (texts, others, size) => {
        const parts: string[] = [];
        for (let i = 0; i < texts.length; i += size)
          parts.push(
            texts
              .slice(i, i + size)
              .map((one) => `${one}\u001f`)
              .join(""),
          );
        const index = new TextIndex(parts);
        expect(index.length).toBe(texts.length);
        for (const [n, one] of texts.entries()) {
          expect(index.text(n)).toBe(one);
          expect(index.number(one)).toBe(n);
        }
        for (const one of others) expect(index.number(one)).toBe(texts.indexOf(one));
      },
    ),
  );
});

test("a hundred thousand alike ids are told apart", () => {
  const index = new TextIndex([Array.from({ length: 100_000 }, (_, n) => `c${n}\u001f`).join("")]);
  for (let n = 0; n < 100_000; n += 97) expect(index.number(`c${n}`)).toBe(n);
  expect(index.number("c100000")).toBe(-1);
});
