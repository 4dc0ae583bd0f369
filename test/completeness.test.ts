import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FORMATS } from "../src/formats/index.ts";
import { LAWS } from "../src/laws/index.ts";
import { QUESTIONS } from "../src/questions/index.ts";
import { openApi } from "../src/server/openapi.ts";
import { incompleteMethod, lacking } from "./question-folder.ts";
import { ROOT, sourceFiles } from "./source-files.ts";

const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const folders = readdirSync(join(ROOT, "src/questions"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

test("every folder of a question is in the list, and every one of the list has its folder", () => {
  expect(folders.length).toBeGreaterThan(0);
  expect(QUESTIONS.map((question) => question.id).sort()).toEqual([...folders].sort());
});

test.each(folders)("question %s has its method page, cases and tests", (id) => {
  expect(lacking(join(ROOT, "src/questions", id), id)).toEqual([]);
});

test("a method page without its parts is told which", () => {
  expect(incompleteMethod("# A\n\n## Definition\n\nWhat it is.\n")).toEqual([
    'no section "Literature"',
    'no section "Limits"',
  ]);
  expect(incompleteMethod("## Definition\n\nTo write: x\n## Literature\n\n## Limits\n\nNone known.")).toEqual(
    ['section "Definition" is still to be written', 'section "Literature" is empty'],
  );
});

test.each(QUESTIONS.map((question) => [question.id, question] as const))(
  "question %s says what it asks in every language, with words for every field",
  async (_, question) => {
    const { fields } = await import("../src/ask/question.ts");
    expect(question.ask.en).toMatch(/\?$/);
    expect(question.ask.zh).toMatch(/？$/);
    expect(question.revision).toBeGreaterThan(0);
    expect(question.needs.length).toBeGreaterThan(0);
    const shape = (question.input as unknown as { shape: Record<string, Parameters<typeof fields.get>[0]> })
      .shape;
    const told = Object.entries(shape).map(([name, field]) => [name, fields.get(field)] as const);
    expect(told.length).toBeGreaterThan(0);
    for (const [name, words] of told) {
      expect([name, words?.label.en, words?.label.zh, words?.about.en, words?.about.zh]).not.toContain(
        undefined,
      );
    }
    expect(readme, `README.md does not tell of ${question.id}`).toContain(`\`${question.id}\``);
  },
);

test("every file of laws is a rule pack with validity, statute and source, in the list", () => {
  const packs = sourceFiles("src/laws", [".json"]).map((file) =>
    file.path.replace(/^src\/laws\/|\.json$/g, ""),
  );
  expect(packs.length).toBeGreaterThan(0);
  expect(LAWS.map((law) => law.id).sort()).toEqual(packs.sort());
  for (const law of LAWS) {
    expect(law.statute, `${law.id}: statute`).not.toBe("");
    expect(law.source, `${law.id}: source`).toMatch(/^https?:/);
    expect(law.version, `${law.id}: version`).not.toBe("");
    expect([law.from, law.to].every((day) => day === "" || /^\d{4}-\d{2}-\d{2}$/.test(day))).toBe(true);
    expect(law.name.en && law.name.zh, `${law.id}: name`).toBeTruthy();
    expect(readme, `README.md does not tell of the law ${law.id}`).toContain(`\`${law.id}\``);
  }
});

test("every format is in the table of formats", () => {
  expect(FORMATS.length).toBeGreaterThan(0);
  const rows = readme.split(/^## /m).find((part) => part.startsWith("Formats")) ?? "";
  expect(FORMATS.map((format) => format.id).filter((id) => !rows.includes(`| \`${id}\` |`))).toEqual([]);
});

test("every command is in the table of commands", () => {
  const help = spawnSync(process.execPath, ["--import", "tsx", join(ROOT, "src/cli/main.ts"), "--help"], {
    encoding: "utf8",
  });
  const commands = [...(help.stdout.split("Commands:")[1] ?? "").matchAll(/^ {2}([a-z]+)/gm)].map(
    (match) => match[1] ?? "",
  );
  expect(commands.length).toBeGreaterThan(5);
  expect(commands.filter((command) => !new RegExp(`^\\| \`${command}[ \`]`, "m").test(readme))).toEqual([]);
});

test("every route of the API is in the table of routes", () => {
  const { paths } = openApi(QUESTIONS, "0") as { paths: Record<string, Record<string, unknown>> };
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter((route) => !readme.includes(`\`${route}\``))).toEqual([]);
});

test("the pages of the project are there", () => {
  const pages = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE",
    "NOTICE",
    "cases/alibaba/LICENSE",
  ];
  expect(pages.filter((page) => !existsSync(join(ROOT, page)))).toEqual([]);
});

/** What stands between the parentheses that open at a place. */
function inParentheses(text: string, at: number): string {
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    if (text[end] === "(") depth += 1;
    if (text[end] === ")" && --depth === 0) return text.slice(at, end);
  }
  return text.slice(at);
}

test("whatever can go wrong when a question is asked is told in Chinese, too", () => {
  // A figure of a claim that cannot be worked out is told beside it, by what is wrong with it.
  const apart = new Set(["src/questions/claims/recompute/expression.ts"]);
  const files = ["src/ask", "src/questions"].flatMap((folder) => sourceFiles(folder, [".ts"]));
  const thrown = files
    .filter(({ path }) => !path.endsWith(".test.ts") && !apart.has(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/new Problem(?=\()/g)].map(
        (match) => [path, inParentheses(text, (match.index ?? 0) + match[0].length)] as const,
      ),
    )
    .filter(([, given]) => !/^\(\s*"internal"/.test(given));
  expect(thrown.length).toBeGreaterThan(20);
  expect(thrown.filter(([, given]) => !/\p{Script=Han}/u.test(given))).toEqual([]);
});
