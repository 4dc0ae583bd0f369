import fc from "fast-check";
import { expect, test } from "vitest";
import { paginate } from "./paginate.ts";
import type { PageSize } from "./setting.ts";
import type { Slab } from "./slab.ts";

const size: PageSize = { width: 200, height: 140, margin: { top: 20, bottom: 20, side: 10 } };
const slab = (height: number, more: Partial<Slab> = {}): Slab => ({
  before: 0,
  height,
  keep: false,
  paint: () => {},
  ...more,
});
const slabs = fc.array(
  fc.record({
    before: fc.nat(10),
    height: fc.integer({ min: 1, max: 60 }),
    keep: fc.boolean(),
    breaks: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

test("every slab stands once, in order, within the page, apart from the one above it", () => {
  fc.assert(
    fc.property(slabs, (given) => {
      const all = given.map(({ before, height, keep, breaks }) => slab(height, { before, keep, breaks }));
      const pages = paginate(all, size);
      expect(pages.flatMap(({ placed }) => placed.map((each) => each.slab))).toEqual(all);
      for (const { placed } of pages) {
        let y = 20;
        for (const [n, each] of placed.entries()) {
          expect(each.y).toBe(y + (n === 0 ? 0 : each.slab.before));
          y = each.y + each.slab.height;
          expect(y).toBeLessThanOrEqual(120);
        }
      }
    }),
  );
});

test("what stays with the next is on its page, wherever both with all that hangs on them fit on one", () => {
  fc.assert(
    fc.property(slabs, (given) => {
      const all = given.map(({ before, height, keep }) => slab(height, { before, keep }));
      const pageOf = new Map(
        paginate(all, size).flatMap(({ placed }, page) => placed.map((each) => [each.slab, page] as const)),
      );
      for (let from = 0; from < all.length; ) {
        let to = from;
        while (all[to]?.keep && to + 1 < all.length) to += 1;
        const chain = all.slice(from, to + 1);
        const needed = chain.reduce((sum, each, n) => sum + each.height + (n === 0 ? 0 : each.before), 0);
        if (needed <= 100) expect(new Set(chain.map((each) => pageOf.get(each))).size).toBe(1);
        from = to + 1;
      }
    }),
  );
});

test("a table's head is repeated above the row that begins a page, for the eye only", () => {
  const head = slab(10, { keep: true });
  const rows = Array.from({ length: 20 }, () => slab(10, { heads: [head] }));
  const pages = paginate([head, ...rows], size);
  expect(pages.map(({ placed }) => placed.length)).toEqual([10, 10, 3]);
  expect(pages.map(({ placed }) => [placed[0]?.slab === head, placed[0]?.again])).toEqual([
    [true, false],
    [true, true],
    [true, true],
  ]);
});

test("a turned slab has a page to itself, and the others go on after it", () => {
  const pages = paginate([slab(10), slab(150, { turned: true }), slab(10)], size);
  expect(pages.map(({ turned, placed }) => [turned, placed.length])).toEqual([
    [false, 1],
    [true, 1],
    [false, 1],
  ]);
});

test("a title goes over to the turned page of the picture it is for, if the picture can give it room", () => {
  const title = slab(10, { keep: true });
  const small = slab(140, { turned: true });
  const picture = (least: number) =>
    slab(150, { turned: true, within: (room) => (room >= least ? small : undefined) });
  const slabsOn = (all: Slab[]) =>
    paginate(all, { ...size, width: 200 }).map(({ placed }) => placed.map((each) => each.slab));
  const text = slab(10);
  expect(slabsOn([text, title, picture(150)])).toEqual([[text], [title, small]]);
  const large = picture(155);
  expect(slabsOn([text, title, large])).toEqual([[text, title], [large]]);
});

test("a picture that does not quite fit is set smaller rather than leave the page half empty", () => {
  const small = slab(50);
  const picture = slab(60, { within: (room) => (room >= 50 ? small : undefined) });
  expect(paginate([slab(50), picture], size).map(({ placed }) => placed.length)).toEqual([2]);
  expect(paginate([slab(55), picture], size).map(({ placed }) => placed.length)).toEqual([1, 1]);
});
