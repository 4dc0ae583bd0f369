import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ControlFinding } from "../src/questions/control/finding.ts";
import { control } from "../src/questions/control/index.ts";
import type { ReachFinding } from "../src/questions/reach/finding.ts";
import { reach } from "../src/questions/reach/index.ts";
import { answer, inCase } from "./answer-in.ts";
import { ROOT } from "./source-files.ts";

interface BodsCase {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly asOf: string;
  readonly control: Readonly<Record<string, Pick<ControlFinding, "verdict" | "controllers" | "declared">>>;
  readonly reach: Readonly<Record<string, readonly Partial<ReachFinding>[]>>;
}

const { cases } = JSON.parse(readFileSync(join(ROOT, "fixtures/conformance/bods.json"), "utf8")) as {
  cases: BodsCase[];
};
const here = cases.filter(({ file }) => existsSync(join(ROOT, file)));
for (const { file } of cases)
  if (!existsSync(join(ROOT, file))) process.stderr.write(`left out, because it is not here: ${file}\n`);

/** Exactly these in number, in any order, each with at least what is expected of it. */
const all = (expected: readonly object[]) => expected.map((each) => expect.objectContaining(each));

test("the project's own cases are here", () => {
  expect(here.filter(({ id }) => id.startsWith("own-")).length).toBeGreaterThan(3);
});

test.each(here.map((each) => [each.id, each.title, each] as const))("%s %s", (_id, _title, each) =>
  inCase(join(ROOT, each.file), async (store) => {
    const { asOf, control: controls, reach: reaches } = each;
    for (const [entity, { verdict, controllers, declared }] of Object.entries(controls)) {
      const finding = (await answer(store, control, { entity }, asOf)).findings[0] as ControlFinding;
      expect(finding.verdict).toBe(verdict);
      expect(finding.controllers).toHaveLength(controllers.length);
      expect(finding.controllers).toEqual(expect.arrayContaining(all(controllers)));
      expect(finding.declared).toHaveLength(declared.length);
      expect(finding.declared).toEqual(expect.arrayContaining(all(declared)));
    }
    for (const [entity, expected] of Object.entries(reaches)) {
      const { findings } = await answer(store, reach, { entity }, asOf);
      expect(findings).toHaveLength(expected.length);
      expect(findings).toEqual(expect.arrayContaining(all(expected)));
    }
  }),
);
