import ts from "typescript";
import { expect, test } from "vitest";
import { isTest, type SourceFile, sourceFiles } from "./source-files.ts";

/** The entry points, which alone read the clock, the environment and randomness, and hand them on. */
const ENTRY_ROOMS = ["src/cli/", "src/server/", "src/web/"];

const IMPURE = [
  /^(?:globalThis\.)?Date\.now$/,
  /^(?:globalThis\.)?performance\.now$/,
  /^Math\.random$/,
  /^(?:globalThis\.)?process\.env$/,
  /^(?:globalThis\.)?crypto\.(?:randomUUID|getRandomValues)$/,
];
const IMPURE_IMPORTS = ["randomUUID", "randomBytes", "randomInt", "hrtime", "tmpdir", "homedir", "env"];

/** Places where a file reads the clock, the environment or randomness. */
function impurities(file: SourceFile): string[] {
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const at = (node: ts.Node) =>
    found.push(
      `${file.path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText()}`,
    );
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && IMPURE.some((name) => name.test(node.getText()))) at(node);
    if (ts.isImportSpecifier(node) && IMPURE_IMPORTS.includes((node.propertyName ?? node.name).text))
      at(node);
    if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length) at(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

test("nothing but the entry points reads the clock, the environment or randomness", () => {
  const files = sourceFiles("src", [".ts"]).filter(
    (file) => !isTest(file.path) && !ENTRY_ROOMS.some((room) => file.path.startsWith(room)),
  );
  expect(files.length).toBeGreaterThan(40);
  expect(files.flatMap(impurities)).toEqual([]);
});

test.each([
  "const a = Date.now();",
  "new Date()",
  "process.env.HOME",
  'import { randomUUID } from "node:crypto";',
])("%s is caught", (text) => {
  expect(impurities({ path: "planted.ts", text })).toHaveLength(1);
});

test("a date made from a value is no clock", () => {
  expect(impurities({ path: "planted.ts", text: "new Date(day * 86400000)" })).toEqual([]);
});
