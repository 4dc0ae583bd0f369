import fc from "fast-check";
import { expect, test } from "vitest";
import { drawMatrix } from "../../../draw/matrix.ts";
import { type Element, type Node, readMarkup, textOf } from "../markup.ts";
import { slicesOf } from "./slices.ts";

const matrix = (rows: number): Element => {
  const [svg] = readMarkup(
    drawMatrix(
      {
        kind: "matrix",
        title: "T",
        caption: "C",
        columns: ["H1", "H2"].map((label) => ({ label, about: label })),
        rows: Array.from({ length: rows }, (_, r) => ({ label: [`row-${r} ${"word ".repeat(r % 7)}`] })),
        cells: Array.from({ length: rows }, (_, r) =>
          [0, 1].map((c) => ({ text: `c${r}.${c}`, reason: "", because: [] })),
        ),
      },
      { lang: "en" },
    ),
  );
  return svg as Element;
};
const texts = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) =>
    typeof node === "string" ? [] : node.name === "text" ? [textOf(node.children)] : texts(node.children),
  );

test("every word of a grid stands in exactly one slice, but its heads, which stand in all; none is too high", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 150, max: 900 }), (rows, most) => {
      const svg = matrix(rows);
      const slices = slicesOf(svg, most);
      const heads = ["H1", "H2"];
      const words = slices.map((slice) => texts(slice.children).filter((each) => !heads.includes(each)));
      expect(words.flat()).toEqual(
        expect.arrayContaining(texts(svg.children).filter((each) => !heads.includes(each))),
      );
      expect(words.flat().length).toBe(texts(svg.children).length - heads.length);
      for (const slice of slices) {
        expect(texts(slice.children).filter((each) => heads.includes(each))).toEqual(heads);
        expect(Number(slice.attributes.height)).toBeLessThanOrEqual(most + 2);
      }
    }),
    { numRuns: 60 },
  );
});

test("what is no grid stays whole", () => {
  const [bars] = readMarkup(
    '<svg class="al-chart al-bars" height="2000"><rect class="cell" y="0" height="9"/></svg>',
  );
  expect(slicesOf(bars as Element, 100)).toEqual([bars]);
});
