import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PAGES } from "./pages.ts";
import { type Workbench, workbench } from "./workbench.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench("alibaba");
});
afterAll(() => bench?.close());

const SCREENS = [
  { colorScheme: "dark", width: 1280 },
  { colorScheme: "light", width: 360 },
] as const;
const EVERY = Object.entries(PAGES).flatMap(([name, path]) =>
  SCREENS.map((screen) => ({ name, path, ...screen })),
);

test.each(EVERY)(
  "axe finds no violation on the page $name ($colorScheme, $width px), and it does not scroll sideways",
  async ({ path, colorScheme, width }) => {
    const page = await bench.page({ colorScheme, viewport: { width, height: 800 } });
    await page.goto(bench.origin + path);
    await page.waitForLoadState("networkidle");
    await page.evaluate(AXE);
    const results = (await page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`,
    )) as AxeResults;
    const faults = results.violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`);
    expect(faults).toEqual([]);
    expect(results.passes.length).toBeGreaterThan(10);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    await page.context().close();
  },
);

test("axe finds no violation in the panel that says why, nor in the list of keys", async () => {
  const page = await bench.page();
  await page.goto(bench.origin + PAGES["who controls the South China Morning Post"]);
  for (const open of [() => page.click("button.why"), () => page.keyboard.press("?")]) {
    await open();
    await page.locator("dialog[open]").waitFor();
    await page.evaluate(AXE);
    const results = (await page.evaluate("axe.run('dialog[open]')")) as AxeResults;
    expect(results.violations.map((each) => each.id)).toEqual([]);
    await page.keyboard.press("Escape");
  }
  await page.context().close();
});

test("no page breaks the Content-Security-Policy or throws", () => {
  expect(bench.faults).toEqual([]);
});
