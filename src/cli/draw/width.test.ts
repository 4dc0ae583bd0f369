import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../draw/runs.ts";
import { grid } from "./table.ts";
import { clean, columnsOf, pad, shorten, wrap } from "./width.ts";

test("Han characters and emoji take two columns, combining marks none", () => {
  expect(columnsOf("南华早报")).toBe(8);
  expect(columnsOf("Ant 蚂蚁")).toBe(8);
  expect(columnsOf("e\u0301")).toBe(1);
  expect(columnsOf("⌛")).toBe(2);
});

test("control characters and marks that turn the writing never reach a terminal", () => {
  expect(clean("a\u001b[31mb\u0007\u202ec\nd")).toBe("a[31mbc d");
});

test("no wrapped line is wider than it may be, and nothing is lost", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "南", "报", "，", "-"), maxLength: 80 });
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), (written, columns) => {
      const lines = wrap(written, columns);
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(columns);
      expect(lines.join("").replaceAll(" ", "")).toBe(written.replaceAll(" ", ""));
    }),
  );
});

test("no line begins with what closes a sentence or a bracket, whatever stands before it", () => {
  expect(wrap("有可能的是：Pat Poe和Quinn Roe。", 31)).toEqual(["有可能的是：Pat Poe和Quinn", "Roe。"]);
  for (let columns = 8; columns < 40; columns++)
    for (const line of wrap("现有记录（A类）不能排除Quinn Roe（注）。、其余，Roe；", columns))
      expect(line).not.toMatch(/^[、。，；：）]/);
});

test("texts are filled up and cut by columns, not by characters", () => {
  expect(`${pad("南华", 6)}|`).toBe("南华  |");
  expect(shorten("南华早报集团", 7)).toBe("南华早…");
});

test("a table stays aligned with wide characters in it", () => {
  const lines = grid(
    {
      heads: ["name", "share"],
      rows: [
        ["南华早报", "100 %"],
        ["Huxiu", "15.3 %"],
      ],
      numeric: [false, true],
    },
    40,
  );
  expect(lines).toEqual(["name       share", "────────  ──────", "南华早报   100 %", "Huxiu     15.3 %"]);
});

test("a table too wide for the terminal is wrapped", () => {
  const words = "one two three four five six seven eight nine ten";
  const lines = grid({ heads: ["a", "b"], rows: [[words, words]], numeric: [false, false] }, 40);
  expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(40);
});

test("numbers that follow each other are cited as a span", () => {
  expect(runs([1, 2, 3, 5, 8, 9])).toBe("1–3, 5, 8, 9");
  expect(runs([4])).toBe("4");
});
