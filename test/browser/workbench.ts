import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { bringIn } from "../../src/formats/bring-in.ts";
import { QUESTIONS } from "../../src/questions/index.ts";
import { start } from "../../src/server/start.ts";
import { openCase } from "../../src/store/duckdb.ts";
import { launch } from "./chromium.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NOW = "2026-11-24T09:00:00.000Z";

/** A browser and the real server on a case of its own. */
export interface Workbench {
  readonly browser: Browser;
  readonly origin: string;
  /** A page that is let in; faults of the page are collected in `faults`. */
  readonly page: (options?: BrowserContextOptions) => Promise<Page>;
  readonly faults: string[];
  readonly close: () => Promise<void>;
}

/** Builds the pages where they are not built, fills a case (or leaves it empty) and serves it. */
export async function workbench(fill: "alibaba" | "empty"): Promise<Workbench> {
  if (!existsSync(join(ROOT, "dist/web/index.html"))) {
    const vite = join(ROOT, "node_modules/vite/bin/vite.js");
    execFileSync(process.execPath, [vite, "build", "--config", join(ROOT, "src/web/vite.config.ts")], {
      cwd: ROOT,
      stdio: "ignore",
    });
  }
  const folder = mkdtempSync(join(tmpdir(), "armslength-browser-"));
  const cases = join(ROOT, "cases");
  const store = await openCase(join(folder, "case.duckdb"), { create: true, allow: [cases] });
  if (fill === "alibaba") await bringIn(store, join(cases, "alibaba"), { at: NOW });
  const command = async () => 0;
  const setting = { store, name: fill, questions: QUESTIONS, version: "0.0.0", now: () => NOW, command };
  const serving = await start(setting, 0);
  const browser = await launch();
  const faults: string[] = [];
  const page = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      locale: "en-GB",
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const opened = await context.newPage();
    opened.on("pageerror", (fault) => faults.push(fault.message));
    opened.on("console", (line) => {
      if (line.type() === "error" && !/status of 4\d\d/.test(line.text())) faults.push(line.text());
    });
    await opened.goto(serving.address());
    return opened;
  };
  return {
    browser,
    origin: `http://127.0.0.1:${serving.port}`,
    page,
    faults,
    close: async () => {
      await browser.close();
      await serving.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
