import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT, type Workbench, workbench } from "./workbench.ts";

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench("empty");
});
afterAll(() => bench?.close());

test("an empty case teaches what to import", async () => {
  const page = await bench.page();
  await page.getByRole("heading", { name: "This case is empty" }).waitFor();
  expect(await page.locator("pre").textContent()).toContain("subject,party,right,share");
  await page.context().close();
});

test("a folder imports in the page, reports, fills the case, and can be taken back", async () => {
  const page = await bench.page();
  await page.goto(`${bench.origin}/import`);
  await page.locator("input[webkitdirectory]").setInputFiles(join(ROOT, "cases/alibaba"));
  await page.locator("section.result h2").first().waitFor({ timeout: 50_000 });
  expect(await page.locator("section.result").first().textContent()).toContain("statements");
  await page.getByRole("button", { name: /^Take back: / }).waitFor();
  await page.goto(bench.origin);
  await page.getByText("Questions you can ask").waitFor();

  await page.keyboard.press("/");
  expect(await page.evaluate("document.activeElement.id")).toBe("search");
  await page.keyboard.type("南华");
  const first = page.locator("#search-list [role=option]").first();
  await first.waitFor();
  // Found by a name that is not the one shown: which, is told.
  expect(await first.textContent()).toMatch(/South China Morning Post.*南华早报/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator("h1").filter({ hasText: "South China Morning Post" }).waitFor();
  await page.locator(".statement cite").first().waitFor();

  // Enter before the list has come: what was typed is meant, not the first of the list before.
  await page.locator("#search").fill("weibo");
  await first.filter({ hasText: "Weibo" }).waitFor();
  await page.locator("#search").fill("SoftBank Group");
  await page.keyboard.press("Enter");
  await page.locator("h1").filter({ hasText: "SoftBank Group" }).waitFor();

  await page.goto(`${bench.origin}/import`);
  await page.getByRole("button", { name: /^Take back: / }).click();
  await page.locator("dialog[open]").getByRole("button", { name: "Take back" }).click();
  await page.getByText("taken back", { exact: false }).first().waitFor();
  await page.context().close();
});

test("a file that is no record is refused with what to do", async () => {
  const page = await bench.page();
  await page.goto(`${bench.origin}/import`);
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({
      name: "broken.json",
      mimeType: "application/json",
      buffer: Buffer.from('[{"statementId":'),
    });
  await page.getByRole("alert").waitFor();
  expect((await page.getByRole("alert").textContent())?.length).toBeGreaterThan(30);
  await page.context().close();
});

test("the theme is kept, the language is in the address and follows every link", async () => {
  const page = await bench.page({ colorScheme: "light" });
  await page.locator("select").selectOption("dark");
  const paper = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
  expect(await paper()).toBe("rgb(21, 24, 27)");
  await page.reload();
  expect(await paper()).toBe("rgb(21, 24, 27)");
  await page.getByRole("link", { name: "中文" }).click();
  expect(new URL(page.url()).searchParams.get("lang")).toBe("zh");
  await page.getByRole("link", { name: "来源", exact: true }).click();
  await page.getByRole("heading", { name: "来源" }).waitFor();
  expect(new URL(page.url()).searchParams.get("lang")).toBe("zh");
  await page.context().close();
});

test("? lists the keys, Escape closes the list", async () => {
  const page = await bench.page();
  await page.getByRole("heading").first().waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog[open]").count()).toBe(0);
  await page.context().close();
});

test("no page broke the Content-Security-Policy or threw", () => {
  expect(bench.faults).toEqual([]);
});
