import { afterAll, beforeAll, expect, test } from "vitest";
import { type Workbench, workbench } from "./workbench.ts";

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench("alibaba");
});
afterAll(() => bench?.close());

test("a claim is entered, a suggested statement attached to it, and its standing follows", async () => {
  const page = await bench.page();
  await page.goto(`${bench.origin}/check?text=oped`);
  await page.getByText("Enter a claim").click();
  await page
    .locator("#new-statement")
    .fill("The op-ed says Weibo was penalised by the Beijing internet regulator.");
  await page.locator("details.new button.action").first().click();
  await page.getByRole("alert").filter({ hasText: "Give your name first" }).waitFor();
  await page.locator("#by").fill("Ann");
  await page.locator("#by").press("Enter");
  await page.locator("details.new button.action").first().click();
  const made = page.locator(".claim-list > li").filter({ hasText: "oped-1" });
  await made.locator("a").click();
  expect(await made.getAttribute("class")).toBe("unsupported");
  const suggestion = made.locator(".statements li").filter({ hasText: "penalised Weibo" }).first();
  await suggestion.getByRole("button", { name: "For it" }).click();
  await page.locator(".claim-list > li.supported").filter({ hasText: "oped-1" }).waitFor();
  await page.context().close();
});

test("a matrix is filled by the keyboard alone, cell by cell, each with its reason", async () => {
  const page = await bench.page();
  await page.goto(`${bench.origin}/check?text=oped&by=Ann`);
  const grid = page.locator(".check-matrix .grid");
  await grid.locator('button[tabindex="0"]').focus();
  for (const key of ["ArrowDown", "ArrowRight", "Enter"]) await page.keyboard.press(key);
  await page.locator("dialog[open] form.rate").waitFor();
  await page.locator("dialog[open] input[value=II]").focus();
  await page.keyboard.press("Space");
  await page.locator("#rate-reason").focus();
  await page.keyboard.type("It would not have waited");
  await page.keyboard.press("Enter");
  await grid.getByRole("button", { name: "A02 and H2: II; others: N" }).waitFor();
  expect(await page.evaluate("document.activeElement?.getAttribute('aria-label')")).toMatch(/^A02 and H2/);
  await page.goto(`${bench.origin}/ask/claims?text=oped`);
  await page.getByText("Krippendorff", { exact: false }).first().waitFor();
  expect(bench.faults).toEqual([]);
  await page.context().close();
});
