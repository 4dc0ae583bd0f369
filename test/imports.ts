import { parse } from "svelte/compiler";
import ts from "typescript";
import type { SourceFile } from "./source-files.ts";

export interface Import {
  readonly specifier: string;
  /** Gone after compilation: `import type`, `export type`, `import("…").T`, or type specifiers only. */
  readonly typeOnly: boolean;
}

/** Every import of a TypeScript or Svelte file, re-exports, dynamic imports and import types included. */
export function importsOf(file: SourceFile): Import[] {
  return scripts(file).flatMap((text) => importsIn(text, file.path));
}

function scripts(file: SourceFile): string[] {
  if (!file.path.endsWith(".svelte")) return [file.text];
  const tree = parse(file.text, { modern: true });
  return [tree.module, tree.instance].flatMap((script) => {
    if (!script) return [];
    const { start, end } = script.content as unknown as { start: number; end: number };
    return [file.text.slice(start, end)];
  });
}

function importsIn(text: string, path: string): Import[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean, where: ts.Node) => {
    if (node && ts.isStringLiteralLike(node)) found.push({ specifier: node.text, typeOnly });
    else throw new Error(`${path}: an import of something else than a string (${ts.SyntaxKind[where.kind]})`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsTypes(node.importClause), node);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node.moduleSpecifier, node.isTypeOnly || onlyTypes(node.exportClause), node);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true, node);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false, node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function importsTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  return clause.name === undefined && onlyTypes(clause.namedBindings);
}

function onlyTypes(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (!names || !(ts.isNamedImports(names) || ts.isNamedExports(names))) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}
