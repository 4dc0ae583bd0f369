import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMON, ENTITIES, SOURCES, STATEMENT_TABLES } from "../src/formats/case-folder/tables.ts";
import { ENTITY_KINDS } from "../src/model/entity.ts";
import type { ControlFinding } from "../src/questions/control/finding.ts";
import { control } from "../src/questions/control/index.ts";
import { answerIn } from "./answer-in.ts";
import { ROOT } from "./source-files.ts";

const page = readFileSync(join(ROOT, "docs/case-folder.md"), "utf8");
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf("\n")), part] as const),
);

/** The rows of a section's table: the column, whether it must be there, what is said of it. */
const rows = (name: string) =>
  [...(sections.get(name) ?? "").matchAll(/^\| `(\w+)` \| (yes|) \| (.+) \|$/gm)].map(
    ([, column, must, about]) => ({
      column,
      must: must === "yes",
      about,
    }),
  );
const columns = (name: string) => rows(name).map((row) => row.column);
const musts = (name: string) => rows(name).flatMap((row) => (row.must ? [row.column] : []));

describe("docs/case-folder.md says of each table what tables.ts says", () => {
  test.each(STATEMENT_TABLES.map((table) => [table.file, table] as const))("%s", (file, table) => {
    expect(columns(file)).toEqual(table.columns);
    const object = table.kind === "interest" ? [] : [table.object];
    const needed = [table.subject, ...object, ...(table.needs ?? [])].filter((column) => column !== null);
    expect(musts(file).sort()).toEqual([...new Set(needed)].sort());
    for (const [column, values] of Object.entries(table.allowed ?? {}))
      for (const value of values)
        expect(rows(file).find((row) => row.column === column)?.about).toContain(`\`${value}\``);
  });

  test.each([SOURCES, ENTITIES].map((table) => [table.file, table] as const))("%s", (file, table) => {
    expect(columns(file)).toEqual(table.columns);
    expect(musts(file)).toEqual(table.required);
  });

  test("the columns common to all, and no other table", () => {
    expect(columns("Columns of every table below")).toEqual(["id", ...COMMON]);
    expect(sections.size).toBe(STATEMENT_TABLES.length + 3);
  });

  test("its example, and the one on the workbench's empty page, give an answer", async () => {
    const web = readFileSync(join(ROOT, "src/web/pages/home.svelte"), "utf8");
    const samples = [
      /```csv\n([\s\S]+?)```/.exec(page)?.[1],
      /const SAMPLE =\s+"(.+)";/.exec(web)?.[1]?.replaceAll("\\n", "\n"),
    ];
    for (const sample of samples) {
      const tables = { "interests.csv": sample ?? "" };
      const { findings } = await answerIn(
        tables,
        control,
        { entity: "south-china-morning-post" },
        "2017-01-01",
      );
      expect((findings[0] as ControlFinding).controllers.map((c) => c.party)).toEqual(["alibaba"]);
    }
  });

  test("every kind of entity", () => {
    for (const kind of ENTITY_KINDS) expect(sections.get("entities.csv")).toContain(`\`${kind}\``);
  });
});
