import { expect, test } from "vitest";
import { importsOf } from "./imports.ts";
import { breach, roomOf, roomTable } from "./room-table.ts";
import { isTest, sourceFiles } from "./source-files.ts";

const table = roomTable();
const files = sourceFiles("src", [".ts", ".svelte"]).filter((file) => !isTest(file.path));
const imports = files.flatMap((file) => importsOf(file).map((wanted) => ({ path: file.path, wanted })));

test("the table of rooms, the files and their imports were seen", () => {
  expect(table.length).toBeGreaterThan(10);
  expect(files.length).toBeGreaterThan(50);
  expect(imports.length).toBeGreaterThan(100);
});

test("every room looks only where the table of ARCHITECTURE.md lets it", () => {
  const breaches = imports.flatMap(({ path, wanted }) => breach(table, path, wanted) ?? []);
  expect(breaches).toEqual([]);
});

test("every room of the table is there, and every room is in the table", () => {
  const rooms = new Set(files.map((file) => roomOf(file.path).replace(/^questions\/.+/, "questions/x")));
  expect([...rooms].sort()).toEqual(table.map((rule) => rule.room).sort());
});

const planted = (path: string, text: string) =>
  importsOf({ path, text }).map((wanted) => breach(table, path, wanted));

test.each([
  ["src/graph/a.ts", 'import { Problem } from "../errors.ts";', /graph may not look into errors/],
  ["src/graph/a.ts", 'import { z } from "zod";', /another room's secret/],
  ["src/model/a.ts", 'export type { Reader } from "../store/port.ts";', /model may not look into store/],
  ["src/model/a.ts", 'import { readFileSync } from "node:fs";', /no input or output/],
  ["src/formats/a.ts", 'import { openCase } from "../store/duckdb.ts";', /formats may not look into store/],
  ["src/networks/a.ts", 'const x = await import("@duckdb/node-api");', /another room's secret/],
  [
    "src/questions/control/a.ts",
    'import { reach } from "../reach/index.ts";',
    /may not look into questions\/reach/,
  ],
  ["src/questions/control/a.ts", 'let x: import("../../store/duckdb.ts").X;', /may not look into store/],
  ["src/ask/answer.ts", 'import { layout } from "@dagrejs/dagre";', /another room's secret/],
  ["src/cli/a.ts", 'import { Hono } from "hono";', /another room's secret/],
  [
    "src/web/a.svelte",
    '<script lang="ts">import { Statement } from "../model/statement.ts";</script>',
    /but for types/,
  ],
  ["src/elsewhere/a.ts", 'import { z } from "zod";', /not in the table/],
])("a breach in %s is caught: %s", (path, text, message) => {
  expect(planted(path, text)).toEqual([expect.stringMatching(message)]);
});

test.each([
  ["src/model/a.ts", 'import { Problem } from "../errors.ts"; import { z } from "zod";'],
  ["src/formats/a.ts", 'import type { Writer } from "../store/port.ts";'],
  ["src/ask/place.ts", 'import { layout } from "@dagrejs/dagre";'],
  ["src/web/a.svelte", '<script lang="ts">import type { Statement } from "../model/statement.ts";</script>'],
  ["src/questions/index.ts", 'import { control } from "./control/index.ts";'],
])("what the table allows in %s passes: %s", (path, text) => {
  expect(planted(path, text).filter(Boolean)).toEqual([]);
});
