import fc from "fast-check";
import { expect, test } from "vitest";
import { bare, fold } from "./names.ts";

test("case, width, spaces and traditional characters do not make another name", () => {
  expect(fold("  ＡＬＩＢＡＢＡ　Group ")).toBe("alibaba group");
  expect(fold("南華早報")).toBe(fold("南华早报"));
});

test("accents make another name", () => {
  expect(fold("Société")).not.toBe(fold("Societe"));
});

test.each([
  ["Ant Group Co., Ltd.", "ant group"],
  ["Alibaba Group Holding Limited", "alibaba group"],
  ["SoftBank Group Corp.", "softbank group"],
  ["阿里巴巴集團控股有限公司", "阿里巴巴"],
  ["蚂蚁科技集团股份有限公司", "蚂蚁科技"],
  ["Axel Springer SE", "axel springer"],
  ["Telenor ASA", "telenor"],
  ["Volkswagen AG", "volkswagen"],
  ["Foo S.p.A.", "foo"],
  ["Co", "co"],
  ["公司", "公司"],
])("%s without its legal form is %s", (name, short) => {
  expect(bare(fold(name))).toBe(short);
});

test("folding twice is folding once, and a legal form is taken off once for all", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      expect(fold(fold(name))).toBe(fold(name));
      const short = bare(fold(name));
      expect(bare(short)).toBe(short);
    }),
  );
});
