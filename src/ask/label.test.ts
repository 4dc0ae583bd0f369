import { expect, test } from "vitest";
import { shorten, textWidth, wrap, wrapEvenly } from "./label.ts";

test("a Han character is about twice as wide as a Latin one", () => {
  expect(textWidth("南华早报")).toBe(4);
  expect(textWidth("nnnn")).toBeCloseTo(2.16);
});

test("a long name breaks into two lines and ends in an ellipsis where two are not enough", () => {
  const lines = wrap("Zhejiang Ant Small and Micro Financial Services Group Company Limited", 12, 2);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(12);
});

test("a Han name stays whole where it fits a line of its own", () => {
  expect(wrap("Alibaba Partnership 阿里巴巴合伙人", 13, 2)).toEqual([
    "Alibaba Partnership",
    "阿里巴巴合伙人",
  ]);
});

test("a Han name longer than a line breaks between characters", () => {
  const lines = wrap("浙江蚂蚁小微金融服务集团股份有限公司", 10, 2);
  expect(lines.join("")).toBe("浙江蚂蚁小微金融服务集团股份有限公司");
});

test("two lines are about as long as each other", () => {
  const [first = "", second = ""] = wrapEvenly("South China Morning Post Publishers Limited", 16, 2);
  expect(Math.abs(textWidth(first) - textWidth(second))).toBeLessThan(5);
});

test("a short text is not shortened", () => {
  expect(shorten("Ant", 5)).toBe("Ant");
});
