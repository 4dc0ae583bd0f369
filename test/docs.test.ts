import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BLOCK, readersFolder, typed } from "./readme-blocks.ts";
import { ROOT } from "./source-files.ts";

const readme = readFileSync(join(ROOT, "README.md"), "utf8");

const blocks = [...readme.matchAll(BLOCK)].map((match) => ({ commands: match[1] ?? "", shown: match[2] }));

describe("what README.md tells to type", () => {
  let folder = "";
  beforeAll(() => {
    folder = readersFolder();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("was found", () => {
    expect(blocks.length).toBeGreaterThan(5);
    expect(blocks.filter((block) => block.shown !== undefined).length).toBeGreaterThan(2);
  });

  test.each(blocks)(
    "works: $commands",
    ({ commands, shown }) => {
      const done = typed(folder, commands);
      expect(done.status, done.stderr).toBe(0);
      if (shown !== undefined)
        expect(done.stdout.trimEnd(), "npx tsx scripts/update-readme.ts writes it anew").toBe(
          shown.trimEnd(),
        );
    },
    180_000,
  );
});

test("the tests are one command, the same in README.md and in the continuous integration", () => {
  const section = readme.split(/^## /m).find((part) => part.startsWith("Tests")) ?? "";
  expect(section).toMatch(/^```\w*\nnpm ci && npm test\n```$/m);
  expect(readFileSync(join(ROOT, ".ci/run"), "utf8")).toMatch(/^npm ci && npm test$/m);
});

test("every file and folder the pages name is there", () => {
  const tracked = execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" }).split("\n");
  const named = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].flatMap((page) => {
    const text = readFileSync(join(ROOT, page), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? "");
    const paths = [...text.matchAll(/`((?:src|test|bench|cases|fixtures|scripts)\/[\w./-]+)`/g)].map(
      (match) => match[1] ?? "",
    );
    return [...links, ...paths].map((path) => ({ page, path }));
  });
  expect(named.length).toBeGreaterThan(10);
  const gone = named.filter(
    ({ path }) =>
      !/NAME/.test(path) &&
      !tracked.some((file) => file === path || file.startsWith(path.endsWith("/") ? path : `${path}/`)),
  );
  expect(gone).toEqual([]);
});
