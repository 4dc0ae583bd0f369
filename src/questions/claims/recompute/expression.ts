import { Problem } from "../../../errors.ts";

/** How a figure follows from others. */
export type Expression =
  | { readonly kind: "statement"; readonly id: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "count"; readonly ids: readonly string[] }
  | { readonly kind: "days"; readonly from: string; readonly to: string }
  | { readonly kind: "+" | "-" | "*" | "/"; readonly left: Expression; readonly right: Expression };

const TOKEN = /\s*(\(|\)|\d+(?:\.\d+)?(?:\s*(?:percent\b|%))?(?![\w.:-])|[^\s()|]+(?:\s*\|\s*[^\s()|]+)*)/y;
const HINT = "Write ids and numbers with + - * / between them, `count A|B`, `days A` or `days A..B`.";

/**
 * Reads `F001 / F003`, `F002 * F003`, `(a + b) / 2`, `count F1|F2`, `days F1..F2`. Signs stand between spaces, as ids may
 * hold them. Throws `bad-input`.
 */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text);
  let at = 0;
  const bad = (why: string) => new Problem("bad-input", `computed "${text}": ${why}`, HINT);

  const chain = (signs: readonly string[], part: () => Expression): Expression => {
    let left = part();
    for (let sign = tokens[at]; sign !== undefined && signs.includes(sign); sign = tokens[at]) {
      at++;
      left = { kind: sign as "+", left, right: part() };
    }
    return left;
  };
  const sum = (): Expression => chain(["+", "-"], () => chain(["*", "/"], factor));
  const factor = (): Expression => {
    const token = tokens[at++];
    if (token === undefined) throw bad("it breaks off");
    if (token === "(") {
      const inner = sum();
      if (tokens[at++] !== ")") throw bad("a bracket is not closed");
      return inner;
    }
    if (token === ")" || /^[+\-*/]$/.test(token)) throw bad(`"${token}" stands where a figure should`);
    if (token === "count" || token === "days") {
      const ids = tokens[at++];
      if (ids === undefined) throw bad(`${token} of what?`);
      return token === "count" ? { kind: "count", ids: listOf(ids) } : days(ids);
    }
    return /^\d+(\.\d+)?(\s*(percent|%))?$/.test(token)
      ? { kind: "number", text: token }
      : { kind: "statement", id: token };
  };
  const read = sum();
  if (at < tokens.length) throw bad(`"${tokens[at]}" stands where a sign should`);
  return read;
}

const listOf = (ids: string): string[] => ids.split("|").map((id) => id.trim());

function days(ids: string): Expression {
  const [from = "", to = from] = ids.split("..");
  return { kind: "days", from, to: ids.includes("..") ? to : from };
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) tokens.push(found[1] ?? "");
  return tokens;
}

/** Every statement an expression names, in order, once each. */
export function namedIn(expression: Expression): string[] {
  switch (expression.kind) {
    case "statement":
      return [expression.id];
    case "number":
      return [];
    case "count":
      return [...new Set(expression.ids)];
    case "days":
      return [...new Set([expression.from, expression.to])];
    default:
      return [...new Set([...namedIn(expression.left), ...namedIn(expression.right)])];
  }
}
