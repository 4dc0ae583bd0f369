import fc from "fast-check";
import { create, type Font } from "fontkit";
import { expect, test } from "vitest";
import { contoursOf, glyphBytes, type Point } from "./outline.ts";
import { trueType } from "./truetype.ts";

const coordinate = fc.integer({ min: -4000, max: 4000 });
const contour = fc.array(fc.record({ x: coordinate, y: coordinate, on: fc.boolean() }), {
  minLength: 1,
  maxLength: 12,
});
const glyphs = fc.array(fc.record({ contours: fc.array(contour, { maxLength: 4 }), advance: fc.nat(3000) }), {
  minLength: 1,
  maxLength: 8,
});

interface Decoded {
  _decode(): { points?: { x: number; y: number; onCurve: boolean; endContour: boolean }[] } | null;
}

/** The contours as fontkit, which we did not write, reads them from the font. */
function readBack(font: Font, id: number): Point[][] {
  const points = (font.getGlyph(id) as unknown as Decoded)._decode()?.points ?? [];
  const contours: Point[][] = [[]];
  for (const { x, y, onCurve, endContour } of points) {
    contours.at(-1)?.push({ x, y, on: onCurve });
    if (endContour) contours.push([]);
  }
  return contours.filter((each) => each.length > 0);
}

test("a font that was written is read by another program as what went in", () => {
  fc.assert(
    fc.property(glyphs, (given) => {
      const made = given.map(({ contours, advance }) => ({ bytes: glyphBytes(contours), advance }));
      const bytes = trueType(made, { unitsPerEm: 1000, ascent: 900, descent: -200 });
      const font = create(Buffer.from(bytes)) as Font;
      expect([font.unitsPerEm, font.ascent, font.descent, font.numGlyphs]).toEqual([
        1000,
        900,
        -200,
        given.length,
      ]);
      given.forEach(({ contours, advance }, id) => {
        expect(readBack(font, id)).toEqual(contours);
        expect(font.getGlyph(id).advanceWidth).toBe(advance);
      });
    }),
  );
});

test("every table and the whole file have the checksums the format asks for", () => {
  const square = [
    [0, 0],
    [0, 500],
    [500, 500],
    [500, 0],
  ].map(([x = 0, y = 0]) => ({ x, y, on: true }));
  const made = [{ bytes: glyphBytes([square]), advance: 600 }];
  const bytes = trueType(made, { unitsPerEm: 1000, ascent: 900, descent: -200 });
  const view = new DataView(bytes.buffer);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  expect(sum).toBe(0xb1b0afba);
});

test("a path becomes contours; the point a contour comes back to is not said twice", () => {
  const path = [
    { command: "moveTo", args: [0, 0] },
    { command: "quadraticCurveTo", args: [50, 100, 100, 0] },
    { command: "lineTo", args: [0, 0] },
    { command: "closePath", args: [] },
  ];
  expect(contoursOf(path)).toEqual([
    [
      { x: 0, y: 0, on: true },
      { x: 50, y: 100, on: false },
      { x: 100, y: 0, on: true },
    ],
  ]);
  expect(() => contoursOf([{ command: "bezierCurveTo", args: [0, 0, 1, 1, 2, 2] }])).toThrow(/bezier/);
});
