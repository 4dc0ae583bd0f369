import ts from "typescript";
import { camel } from "./question-template.ts";

/** Puts a question into the text of questions/index.ts: its import in order, its name at the end of the list. */
export function registerQuestion(list: string, id: string): string {
  const name = camel(id);
  const tree = ts.createSourceFile("index.ts", list, ts.ScriptTarget.Latest, true);
  const imports = tree.statements.filter(ts.isImportDeclaration);
  const array = tree.statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) => [...statement.declarationList.declarations])
    .find((declaration) => declaration.name.getText() === "QUESTIONS")?.initializer;
  const last = imports.at(-1);
  if (!last || !array || !ts.isArrayLiteralExpression(array))
    throw new Error("questions/index.ts has no list QUESTIONS");
  const at = array.elements.end;
  const separator = array.elements.length === 0 ? "" : array.elements.hasTrailingComma ? " " : ", ";
  const withName = `${list.slice(0, at)}${separator}${name}${list.slice(at)}`;
  const line = `import { ${name} } from "./${id}/index.ts";`;
  const path = (node: ts.ImportDeclaration) => (node.moduleSpecifier as ts.StringLiteral).text;
  const next = imports.find((node) => path(node).startsWith("./") && path(node) > `./${id}/index.ts`);
  const place = next ? next.getStart() : last.end;
  return `${withName.slice(0, place)}${next ? `${line}\n` : `\n${line}`}${withName.slice(place)}`;
}
