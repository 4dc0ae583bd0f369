import fc from "fast-check";
import { expect, test } from "vitest";
import { wholeLetters } from "./whole-letters.ts";

test("text cut anywhere, within letters too, comes out whole after text that stands before it", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 }).map((some) => `\ufeff${some}阿里𠮷`);
  fc.assert(
    fc.property(text, fc.array(fc.nat(60)), (said, cuts) => {
      const bytes = new TextEncoder().encode(said);
      const at = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length];
      const textOf = wholeLetters();
      const before = textOf("id,name\n");
      const pieces = at.slice(1).map((end, k) => textOf(bytes.subarray(at[k], end)));
      expect([before, ...pieces].join("")).toBe(`id,name\n${said}`);
    }),
  );
});
