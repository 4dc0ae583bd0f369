import fc from "fast-check";
import { expect, test } from "vitest";
import { textOf } from "../../test/text-of.ts";
import { csvRow } from "./csv.ts";
import { CsvBytes } from "./csv-bytes.ts";

test("rows put together as bytes read like rows put together as text, whatever the cells", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom('"', ",", "a\nb", "\r", ""),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 20 }), (rows) => {
      const out = new CsvBytes();
      const pieces: Uint8Array[] = [];
      for (const row of rows) {
        for (const [k, one] of row.entries()) {
          if (k > 0) out.text(",");
          const padded = new TextEncoder().encode(`..${one}.`);
          out.cell(padded, 2, padded.length - 1);
        }
        out.text("\n");
        if (one(rows, row)) pieces.push(out.take());
      }
      expect(textOf([...pieces, out.take()])).toBe(rows.map(csvRow).join(""));
    }),
  );
});

/** Handed on after some of the rows only. */
const one = <T>(rows: readonly T[], row: T) => rows.indexOf(row) % 3 === 1;

test("a cell longer than a piece, and the byte order mark in it, stay whole", () => {
  const out = new CsvBytes();
  const long = new TextEncoder().encode("\ufeff阿里".repeat(40_000));
  out.cell(long, 0, long.length);
  expect(out.full).toBe(true);
  expect(textOf([out.take()])).toBe("\ufeff阿里".repeat(40_000));
  expect(out.full).toBe(false);
});
