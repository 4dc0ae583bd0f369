import type { Lang } from "../answer.ts";

/** A right with the class of shares it is of, as a source names it; as it is where there is none. */
export function inClass(right: string, name: string, lang: Lang): string {
  if (name === "") return right;
  if (lang === "zh") return `${right}（${name}类）`;
  return `${right} (${/^class\b/i.test(name) ? name : `class ${name}`})`;
}
