import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bringIn } from "../../src/formats/bring-in.ts";
import { openCase } from "../../src/store/duckdb.ts";
import { ROOT, type Workbench, workbench } from "./workbench.ts";

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench("alibaba");
});
afterAll(() => bench?.close());

/** The denials of the built-in case with what they deny, read from its tables. */
async function denied() {
  const folder = join(ROOT, "cases/alibaba");
  const store = await openCase(":memory:", { allow: [folder] });
  await bringIn(store, folder, { at: "2026-01-01T00:00:00Z" });
  const ids = await store.rows<{ id: string }>("SELECT id FROM statement_all WHERE kind = 'denial'");
  const denials = await store.statements(ids.map(({ id }) => id));
  const of = await store.statements(denials.map(({ properties }) => properties.of ?? ""));
  await store.close();
  return denials.flatMap((denial) => {
    const statement = of.find(({ id }) => id === denial.properties.of);
    return statement ? [{ text: denial.properties.text ?? "", statement }] : [];
  });
}

test("the page of an entity and of a source says beside each statement who denies it", async () => {
  const page = await bench.page();
  const pairs = await denied();
  expect(pairs.length).toBeGreaterThan(10);
  for (const { text, statement } of pairs) {
    const named = [statement.subject, statement.object].filter(Boolean).map((id) => `/entity/${id}`);
    for (const path of [`/source/${statement.source}`, ...named]) {
      await page.goto(bench.origin + path);
      const denial = page.locator(".statement .denied", { hasText: text });
      await denial.first().waitFor();
      expect([path, statement.id, await denial.first().isVisible()]).toEqual([path, statement.id, true]);
    }
  }
  await page.context().close();
});

test("the claims of a text, and the sheet before it is printed, say who denies what", async () => {
  const page = await bench.page();
  await page.goto(`${bench.origin}/ask/claims?text=oped&lang=en`);
  await page.locator("h1.sentence").waitFor();
  const said = (await page.locator("main").textContent())?.replaceAll(/\s+/g, " ") ?? "";
  const pairs = (await denied()).filter(({ statement }) => statement.kind === "claim");
  expect(pairs.length).toBeGreaterThan(5);
  for (const { text } of pairs) expect([text, said.includes(text)]).toEqual([text, true]);
  await page.goto(`${bench.origin}/sheet/oped?lang=en`);
  await page.getByRole("columnheader", { name: "Denied by" }).waitFor();
  await page.context().close();
});

test("an answer that rests on a denied statement says so on the page, and in the panel that says why", async () => {
  const page = await bench.page();
  await page.goto(`${bench.origin}/ask/control?entity=org:21cmg&as-of=2014-12-31`);
  await page.getByText("Yema Caijing names the stake").first().waitFor();
  await page.locator("table button.figure").first().click();
  await page.locator("dialog[open] .statement .denied").first().waitFor();
  expect(bench.faults).toEqual([]);
  await page.context().close();
});
