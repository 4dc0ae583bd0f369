import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registerQuestion } from "../scripts/register-question.ts";
import { ROOT } from "./source-files.ts";

const PARTS = [
  "src",
  "test",
  "bench",
  "scripts",
  "package.json",
  "biome.json",
  ".gitignore",
  "vitest.config.ts",
];
const PROJECTS = ["tsconfig.base.json", "tsconfig.build.json", "tsconfig.json"];
let copy = "";

/** Runs a tool of the repository in the copy. */
const run = (args: readonly string[]) => {
  const done = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status: done.status, output: `${done.stdout}${done.stderr}` };
};
const scaffold = (name: string) => run(["--import", "tsx", "scripts/new-question.ts", name]);

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "armslength-new-question-"));
  for (const part of [...PARTS, ...PROJECTS])
    cpSync(join(ROOT, part), join(copy, part), {
      recursive: true,
      filter: (path) => !/[\\/](worlds|results|browser)$/.test(path),
    });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("a new question compiles, is in the list, and fails only by naming what is missing", () => {
  const made = scaffold("second-look");
  expect(made).toMatchObject({ status: 0 });
  const list = readFileSync(join(copy, "src/questions/index.ts"), "utf8");
  expect(list).toContain('import { secondLook } from "./second-look/index.ts";');
  expect(list).toMatch(/\[[^\]]*secondLook\]/);

  const tsc = "node_modules/@typescript/native/bin/tsc";
  expect(run([tsc, "-b", "src/graph"])).toEqual({ status: 0, output: "" });
  const types = run([tsc, "-p", "tsconfig.json", "--noEmit"]);
  expect(types.output.split("\n").filter((line) => line.includes("src/questions"))).toEqual([]);
  const lint = run([
    "node_modules/@biomejs/biome/bin/biome",
    "check",
    "--vcs-enabled=false",
    "src/questions/second-look",
    "src/questions/index.ts",
  ]);
  expect(lint, lint.output).toMatchObject({ status: 0 });

  const tests = run(["node_modules/vitest/vitest.mjs", "run", "src/questions/second-look"]);
  expect(tests.status).toBe(1);
  for (const missing of [
    'second-look: method.md: section \\"Definition\\" is still to be written',
    'second-look: method.md: section \\"Literature\\" is still to be written',
    "second-look: cases/first.json is still to be written",
    "second-look says what it asks",
    "first.json has the findings worked out by hand",
  ]) {
    expect(tests.output).toMatch(
      new RegExp(missing.replaceAll(/[().]/g, "\\$&").replaceAll('\\"', '\\\\?"')),
    );
  }
  expect(tests.output).not.toMatch(/SyntaxError|is not a function|Cannot find/);
});

test("a name that is taken, or is no name, is refused", () => {
  expect(scaffold("control")).toMatchObject({ status: 2, output: expect.stringContaining("already") });
  expect(scaffold("Two Words")).toMatchObject({ status: 2, output: expect.stringContaining("no name") });
});

test("a question is put into the list in order, also into an empty one", () => {
  const empty =
    'import type { Q } from "../ask/question.ts";\n\nexport const QUESTIONS: readonly Q[] = [];\n';
  const one = registerQuestion(empty, "reach");
  expect(one).toBe(
    'import type { Q } from "../ask/question.ts";\nimport { reach } from "./reach/index.ts";\n\nexport const QUESTIONS: readonly Q[] = [reach];\n',
  );
  const two = registerQuestion(one, "control");
  expect(two).toContain('"./control/index.ts";\nimport { reach }');
  expect(two).toContain("= [reach, control];");
});
