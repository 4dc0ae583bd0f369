import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../test/source-files.ts";
import { pages } from "./pages.ts";

test("the workbench stays whole when a build replaces its files while it is served", async () => {
  const assets = join(ROOT, "dist/web/assets");
  expect(existsSync(assets), "npm run build comes first").toBe(true);
  const passing = join(assets, "passing.txt");
  mkdirSync(assets, { recursive: true });
  writeFileSync(passing, "still here");
  const app = pages();
  rmSync(passing);
  expect(readdirSync(assets)).not.toContain("passing.txt");
  expect(await (await app.request("/assets/passing.txt")).text()).toBe("still here");
  expect((await app.request("/assets/never-there.js")).status).toBe(404);
});
