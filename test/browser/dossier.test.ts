import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Block } from "../../src/ask/block.ts";
import { readClocks } from "../../src/ask/clocks.ts";
import { dossierCss } from "../../src/dossier/style.ts";
import { blockHtml, type Links } from "../../src/draw/html.ts";
import { QUESTIONS } from "../../src/questions/index.ts";
import { answersOn } from "../../src/verify/on.ts";
import { openBuiltIn } from "../open-built-in.ts";
import { launch } from "./chromium.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
});

const css = dossierCss([], { left: "l", right: "r", page: "p" });
async function open(width: number, body: string, lang = "en"): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.setContent(`<html lang="${lang}"><style>${css}</style><body>${body}</body></html>`);
  return page;
}

/** A row of the statements, with what it says long enough to crowd the rest. */
const STATEMENT = `<section class="statements"><table><tbody><tr><td>${"阿里巴巴集团持有上海云鑫创业投资有限公司，".repeat(6)}</td><td>2014年5月的记录；2014年5月8日陈述</td><td>[2]</td><td class="id">interests.csv row 134<br>i-ali-venture-rajax-information-technology-registered-20180508</td></tr></tbody></table></section>`;
/** On how many lines an element stands; and each head and the first two cells of a table. */
const LINES_OF = `((each) => {
  const range = document.createRange();
  range.selectNodeContents(each);
  return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
})`;
const LINES = `[...document.querySelectorAll("thead th, tbody th, tbody td:nth-child(2)")].map(${LINES_OF})`;
/** At which widths of the paragraph its notes are the first on a line. */
const ALONE = `(() => {
  const [p, sup] = [document.querySelector("p"), document.querySelector("sup")];
  const widths = [];
  for (let width = 60; width < 320; width += 1) {
    p.style.width = width + "px";
    if (sup.getBoundingClientRect().left - p.getBoundingClientRect().left < 6) widths.push(width);
  }
  return widths;
})()`;
const TOPS = `[...document.querySelectorAll("dt, dd")].map((each) => each.getBoundingClientRect().top)`;

test("in a Chinese table short words and the heads of columns stand on one line", async () => {
  const long = "此处为较长的说明文字，".repeat(12);
  const cells = ["媒体", "若显示为最低值", long, long, long].map((each) => `<td>${each}</td>`).join("");
  const heads = ["类型", "若显示为最低值", "应查文件", "如何计入", "经由"];
  const row = `<tr><th scope="row">蚂蚁集团</th>${cells}</tr>`;
  const page = await open(
    768,
    `<table><thead><tr><th>名称</th>${heads.map((each) => `<th>${each}</th>`).join("")}</tr></thead><tbody>${row}</tbody></table>`,
    "zh",
  );
  const lines = await page.evaluate(LINES);
  expect(lines).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  await page.close();
});

test("when something was said takes two lines, whatever else the row says", async () => {
  const page = await open(1280, STATEMENT, "zh");
  expect(await page.evaluate(`${LINES_OF}(document.querySelector("td:nth-child(2)"))`)).toBe(2);
  await page.close();
});

test("on a telephone what a statement says has more room than the number of its source", async () => {
  const page = await open(
    360,
    STATEMENT.replaceAll("<td>阿", '<th scope="row">阿').replace("，</td>", "，</th>"),
    "zh",
  );
  const widths = `[...document.querySelectorAll("tbody th, tbody td")].map((each) => each.offsetWidth)`;
  const [says = 0, , source = 0] = (await page.evaluate(widths)) as number[];
  expect(says).toBeGreaterThan(200);
  expect(source).toBeLessThan(70);
  await page.close();
});

test("the numbers of a sentence's sources never begin a line of their own", async () => {
  const page = await open(360, '<p id="p">It is known to be so.<sup class="notes">[<a>4</a>]</sup></p>');
  const alone = await page.evaluate(ALONE);
  expect(alone).toEqual([]);
  await page.close();
});

test("nothing is wider than the page: wide tables and long formulas have their own ways", async () => {
  const cells = Array.from({ length: 8 }, () => '<td><span class="figure">1,234,567.89 %</span></td>').join(
    "",
  );
  const formula = `<div class="claims"><dl class="recomputed"><dt>11</dt><dd>${"F022|".repeat(40)}</dd></dl></div>`;
  for (const width of [360, 660, 768]) {
    const page = await open(width, `<table><tbody><tr>${cells}</tr></tbody></table>${formula}`);
    expect(await page.evaluate("document.documentElement.scrollWidth"), `${width}`).toBe(width);
    // A shadow tells at which side there is more.
    const shade = `getComputedStyle(document.querySelector("table")).backgroundAttachment`;
    expect(await page.evaluate(shade), `${width}`).toBe("local, local, scroll, scroll");
    await page.close();
  }
});

test("a recomputed figure stands beside what it is a recomputation of, and under it where there is no room", async () => {
  const claim =
    '<div class="claims"><ol><li class="claim"><dl class="recomputed"><dt>4 percent, recomputed</dt><dd><span class="figure">3.9999 %</span> F001 / F003</dd></dl></li></ol></div>';
  const apart = async (width: number) => {
    const page = await open(width, claim);
    const [dt = 0, dd = 0] = (await page.evaluate(TOPS)) as number[];
    await page.close();
    return dd - dt;
  };
  expect(await apart(1280)).toBe(0);
  expect(await apart(360)).toBeGreaterThan(10);
});

test.each([360, 1280])("at %i px every bar is seen whole, on one scale", async (width) => {
  const series = (value: string) => [
    { label: "", figure: { value, unit: "%", how: "", because: [] }, style: "certain" as const },
  ];
  const words = { title: "Who holds how much", caption: "On a day.", alt: "Two bars." };
  const rows = [
    { label: ["A company with a name of some length"], series: series("80") },
    { label: ["Another"], series: series("20") },
  ];
  const bars: Block = { kind: "bars", ...words, unit: "%", max: "100", rows };
  const none: Links = { notes: () => [], entity: () => undefined };
  const page = await open(width, blockHtml(bars, "en", none));
  const drawn = await page.evaluate(`[...document.querySelectorAll("figure.chart svg")]
    .filter((svg) => svg.getBoundingClientRect().width > 0)
    .map((svg) => [...svg.querySelectorAll("rect.bar, rect.track")].map((bar) => bar.getBoundingClientRect()))
    .map((bars) => bars.map(({ left, right }) => [Math.round(left), Math.round(right)]))`);
  const [[track, eighty, , twenty] = [], ...others] = drawn as [number, number][][];
  expect(others).toEqual([]);
  const wide = ([left, right] = [0, 0]) => right - left;
  expect(track?.[1]).toBeLessThanOrEqual(width);
  expect(wide(track)).toBeGreaterThan(200);
  expect(Math.abs((100 * wide(eighty)) / wide(track) - 80)).toBeLessThan(1);
  expect(wide(eighty) / wide(twenty)).toBeCloseTo(4, 1);
  await page.close();
});

const store = openBuiltIn();
test.each([360, 1280])("at %i px a reader sees each chart once, and those over time whole", async (width) => {
  const at = "2026-01-01T00:00:00Z";
  const answers = await answersOn(store(), QUESTIONS, "org:alibaba_group", "entity", {
    ...{ clocks: readClocks({ "as-of": "2021-03-31" }, at), lang: "en", at, version: "0", options: {} },
  });
  const none: Links = { notes: () => [], entity: () => undefined };
  const blocks = answers.flatMap((answer) => answer.blocks);
  const page = await open(width, blocks.map((block) => blockHtml(block, "en", none)).join(""));
  const charts = (await page.evaluate(`[...document.querySelectorAll("figure.chart")].map((figure) => ({
    kind: figure.className.replace("chart ", ""),
    rights: [...figure.querySelectorAll("svg.al-chart")].map((svg) => svg.getBoundingClientRect())
      .filter((box) => box.width > 0).map((box) => box.right),
  }))`)) as { kind: string; rights: number[] }[];
  expect(charts.map(({ rights }) => rights.length)).toEqual(charts.map(() => 1));
  const overTime = charts.filter(({ kind }) => ["bars", "timeline", "series"].includes(kind));
  expect(new Set(overTime.map(({ kind }) => kind)).size).toBe(3);
  for (const { kind, rights } of overTime) expect(rights[0], kind).toBeLessThanOrEqual(width);
  await page.close();
});
