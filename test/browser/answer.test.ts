import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PAGES } from "./pages.ts";
import { type Workbench, workbench } from "./workbench.ts";

const SCMP = PAGES["who controls the South China Morning Post"] ?? "";

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench("alibaba");
});
afterAll(() => bench?.close());

const open = async (path: string, options = {}) => {
  const page = await bench.page(options);
  await page.goto(bench.origin + path);
  await page.locator("h1").first().waitFor();
  return page;
};

test("the address alone gives the answer: sentence, chart, why, table, sources", async () => {
  const page = await open(SCMP);
  await page.locator("h1.sentence").waitFor();
  expect(await page.locator("h1").textContent()).toContain("Alibaba Group controls South China Morning Post");
  expect(await page.locator("figure.network svg .node").count()).toBeGreaterThan(3);
  expect(await page.locator("section.why li").count()).toBeGreaterThan(0);
  expect(await page.locator("section.end-sources li").count()).toBeGreaterThan(3);
  expect(await page.locator(".dated time").getAttribute("datetime")).toBe("2017-07-18");
  await page.context().close();
});

test("in Chinese the same address speaks Chinese, names included", async () => {
  const page = await open(`${SCMP}&lang=zh`);
  await page.locator("h1.sentence").waitFor();
  expect(await page.locator("h1").textContent()).toContain("南华早报");
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
  await page.context().close();
});

test("a figure leads to its statements and sources, Escape leads back to it", async () => {
  const page = await open(SCMP);
  const figure = page.locator("table button.figure").first();
  await figure.click();
  const panel = page.locator("dialog[open]");
  await panel.waitFor();
  expect(await panel.locator(".statement").count()).toBeGreaterThan(0);
  expect(await panel.locator('a[rel="noopener noreferrer"]').first().getAttribute("href")).toMatch(
    /^https?:/,
  );
  await page.keyboard.press("Escape");
  expect(await page.evaluate("document.activeElement.className")).toContain("figure");
  await page.context().close();
});

test("a click copies the citation", async () => {
  const page = await open(SCMP, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.click("button.why");
  await page.locator("dialog[open] .statement button").first().click();
  await page.getByText("Citation copied").waitFor();
  expect(await page.evaluate("navigator.clipboard.readText()")).toMatch(/“.+”.*https?:\/\//);
  await page.context().close();
});

test("arrow keys step from change to change, redraw the answer and change the address", async () => {
  const page = await open(SCMP);
  const slider = page.getByRole("slider");
  await expect.poll(() => page.locator(".date-bar .moment").count()).toBeGreaterThan(3);
  const day = () => page.locator(".dated time").getAttribute("datetime");
  const before = await day();
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(day).not.toBe(before);
  const after = await day();
  expect((after ?? "") > (before ?? "")).toBe(true);
  expect(new URL(page.url()).searchParams.get("as-of")).toBe(after);
  expect(await page.evaluate("document.activeElement.getAttribute('role')")).toBe("slider");
  await page.context().close();
});

test("arrow keys walk the chart and Enter shows what a line rests on", async () => {
  const page = await open(SCMP);
  await page.locator("figure.network svg").waitFor();
  await page.locator('figure.network [tabindex="0"][role="button"]').focus();
  const seen = new Set<unknown>();
  for (const key of ["ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown"]) {
    await page.keyboard.press(key);
    seen.add(await page.evaluate("document.activeElement.getAttribute('aria-label')"));
  }
  expect(seen.size).toBeGreaterThan(1);
  for (let n = 0; n < 12; n++) {
    if (await page.evaluate("document.activeElement.hasAttribute('data-because')")) break;
    await page.keyboard.press(n % 2 === 0 ? "ArrowDown" : "ArrowUp");
  }
  await page.keyboard.press("Enter");
  await page.locator("dialog[open] .statement").first().waitFor();
  await page.context().close();
});

test("the chart's table holds the same lines", async () => {
  const page = await open(SCMP);
  await page.locator("figure.network svg").waitFor();
  const lines = await page.locator("figure.network g.edge[data-because]").count();
  await page.locator("figure.network").getByRole("button", { name: "Show as a table" }).click();
  expect(await page.locator("figure.network tbody tr").count()).toBe(lines);
  await page.context().close();
});

test("a chart saves as SVG and as PNG with its citation inside", async () => {
  const page = await open(SCMP);
  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("figure.network").getByRole("button", { name }).click(),
    ]);
    return readFileSync(await download.path());
  };
  const svg = (await save("Save as SVG")).toString("utf8");
  expect(svg).toMatch(/^<svg xmlns=/);
  expect(svg).toContain("Armslength");
  expect(svg).toContain("<style>");
  const png = await save("Save as PNG");
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBeGreaterThan(800);
  await page.context().close();
});

test("every figure of the page is in the API's answer", async () => {
  const page = await open(SCMP);
  await page.locator("table button.figure").first().waitFor();
  const shown = await page.locator("main table button.figure").allTextContents();
  const body = await (await page.request.get(`${bench.origin}/api${SCMP}&lang=en`)).text();
  for (const text of shown)
    for (const number of text.match(/[\d.]+/g) ?? []) expect(body).toContain(`"${number}`);
  await page.context().close();
});

test("an unknown date or entity says what to do instead of breaking", async () => {
  const page = await open("/ask/control?entity=org:nobody");
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").textContent()).toContain("org:nobody");
  await page.context().close();
});

test("the form asks: a name typed in any script becomes an address", async () => {
  const page = await open("/ask/control");
  await page.locator("#f-entity").fill("南华");
  await page.locator("#f-entity-list [role=option]").first().click();
  await page.getByRole("button", { name: "Answer" }).click();
  await page.locator("h1.sentence").waitFor();
  expect(new URL(page.url()).searchParams.get("entity")).toBe("org:scmp");
  await page.context().close();
});

test("on a telephone a wide chart says that it is, and a button shows all of it", async () => {
  const page = await open(SCMP, { viewport: { width: 390, height: 844 } });
  const chart = page.locator("figure.network");
  await chart.locator("svg").waitFor();
  const hidden = () =>
    chart.locator(".drawing").evaluate((drawing) => drawing.scrollWidth - drawing.clientWidth);
  expect(await hidden()).toBeGreaterThan(50);
  expect(await chart.locator(".reading").textContent()).toContain("wider than the page");
  await chart.getByRole("button", { name: "Show all of it" }).click();
  expect(await hidden()).toBeLessThanOrEqual(0);
  expect(await chart.locator(".reading").textContent()).toBe("");
  await chart.getByRole("button", { name: "Show it larger" }).click();
  expect(await hidden()).toBeGreaterThan(50);
  await page.context().close();
  const wide = await open(SCMP);
  await wide.locator("figure.network svg").waitFor();
  expect(await wide.getByRole("button", { name: "Show all of it" }).count()).toBe(0);
  await wide.context().close();
});

test("on a telephone long tables and the list of sources are folded behind what they count; paper has all of them", async () => {
  const page = await open(PAGES["what Alibaba controls"] ?? "", { viewport: { width: 375, height: 812 } });
  await page.locator("h1.sentence").waitFor();
  const folded = page.locator("details.fold");
  const titles = await folded.locator("summary").allInnerTexts();
  expect(titles).toContain("Holds a stake in, without control 11 rows");
  expect(titles).toContain("Sources 46");
  expect(await page.evaluate("document.documentElement.scrollHeight")).toBeLessThan(7_000);
  const first = folded.first();
  expect(await first.locator("tbody tr").first().isVisible()).toBe(false);
  await first.locator("summary").focus();
  await page.keyboard.press("Enter");
  expect(await first.locator("tbody tr").first().isVisible()).toBe(true);
  const rows = await page.locator("tbody tr").count();
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  expect(await folded.count()).toBe(0);
  expect(await page.locator("tbody tr:visible").count()).toBe(rows);
  expect(await page.locator("caption:visible, .end-sources h2:visible").count()).toBe(titles.length);
  await page.evaluate("dispatchEvent(new Event('afterprint'))");
  expect(await folded.count()).toBe(titles.length);
  await page.context().close();
  const wide = await open(PAGES["what Alibaba controls"] ?? "");
  await wide.locator("h1.sentence").waitFor();
  expect(await wide.locator("details.fold").count()).toBe(0);
  await wide.context().close();
});

test("many sources in a row are cited as a span, and what the search asks for can be read at every width", async () => {
  const page = await open(PAGES["what Alibaba controls"] ?? "");
  await page.locator("h1.sentence").waitFor();
  expect(await page.locator(".headline .note-number").first().textContent()).toMatch(/^\[\d+–\d+/);
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const [needs, has] = (await page.evaluate(`(() => {
      const field = document.getElementById("search");
      const style = getComputedStyle(field);
      const brush = document.createElement("canvas").getContext("2d");
      brush.font = style.font;
      const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      return [brush.measureText(field.placeholder).width, room];
    })()`)) as [number, number];
    expect(needs, `${width}`).toBeGreaterThan(50);
    expect(needs, `${width}`).toBeLessThanOrEqual(has);
  }
  await page.context().close();
});

test("who asks with the keyboard alone stays in the field", async () => {
  const page = await open("/ask/control");
  await page.locator("#f-entity").focus();
  await page.keyboard.type("南华");
  await page.locator("#f-entity-list [role=option]").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.locator("h1.sentence").waitFor();
  expect(await page.evaluate("document.activeElement.id")).toBe("f-entity");
  await page.context().close();
});

test("a name that is nobody's is told in the reader's language, and what it may have meant is a link", async () => {
  const page = await open("/ask/control?entity=South+Chine+Morning+Post&lang=zh");
  const trouble = page.locator(".trouble");
  await trouble.waitFor();
  expect(await trouble.innerText()).toContain("本案卷中没有名为“South Chine Morning Post”的对象。");
  expect(await trouble.innerText()).not.toMatch(/there is no entity|command line/);
  await trouble.getByRole("link", { name: /org:scmp\)/ }).click();
  await page.waitForURL(/\/entity\/org%3Ascmp/);
  await page.context().close();
});

test("no page broke the Content-Security-Policy or threw", () => {
  expect(bench.faults).toEqual([]);
});
