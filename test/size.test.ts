import { expect, test } from "vitest";
import { isTest, sourceFiles } from "./source-files.ts";

const files = ["src", "kernels", "test", "bench", "scripts"].flatMap((folder) =>
  sourceFiles(folder, [".ts", ".mjs", ".svelte", ".css"]),
);
const lines = (text: string) => text.split("\n").length - 1;

test("no file is longer than 400 lines", () => {
  expect(files.length).toBeGreaterThan(50);
  const long = files.filter((file) => lines(file.text) > 400);
  expect(long.map((file) => `${file.path}: ${lines(file.text)} lines`)).toEqual([]);
});

test("half of the source files are shorter than 80 lines", () => {
  const sizes = files
    .filter((file) => file.path.startsWith("src/") && !isTest(file.path))
    .map((file) => lines(file.text))
    .sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(80);
});

test("every file is named in kebab-case, and the sources keep no unfinished work", () => {
  const names = files.map((file) => file.path);
  expect(
    names.filter(
      (path) =>
        !/\/(?:[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z][A-Za-z]*(?=\.svelte))(?:\.[a-z]+)*\.(ts|mjs|svelte|css)$/.test(
          path,
        ),
    ),
  ).toEqual([]);
  const words = new RegExp(["TO" + "DO", "FIX" + "ME", "@ts-" + "ignore"].join("|"));
  expect(files.filter((file) => words.test(file.text)).map((file) => file.path)).toEqual([]);
});
