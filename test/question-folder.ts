import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SECTIONS = ["Definition", "Literature", "Limits"] as const;
/** With these words the scaffold marks what an author has still to write. */
const UNWRITTEN = /^To write:/m;

/** What the folder of a question lacks, in words; empty where it is complete. */
export function lacking(folder: string, id: string): string[] {
  const missing = (file: string) => (existsSync(join(folder, file)) ? [] : [`${id}: no ${file}`]);
  const page = join(folder, "method.md");
  const method = existsSync(page) ? incompleteMethod(readFileSync(page, "utf8")) : ["no method.md"];
  const files = readdirSync(folder);
  const tests = files.filter((file) => file.endsWith(".test.ts"));
  return [
    ...missing("index.ts"),
    ...method.map((fault) => `${id}: method.md: ${fault}`),
    ...incompleteCases(join(folder, "cases")).map((fault) => `${id}: ${fault}`),
    ...(tests.length > 0 ? [] : [`${id}: no test`]),
  ];
}

/** A method page defines its terms, names its literature, and states its limits. */
export function incompleteMethod(page: string): string[] {
  const sections = new Map(
    page.split(/^## /m).map((part) => {
      const [title = "", ...body] = part.split("\n");
      return [title.trim(), body.join("\n").trim()] as const;
    }),
  );
  return SECTIONS.flatMap((title) => {
    const body = sections.get(title);
    if (body === undefined) return [`no section "${title}"`];
    if (body === "") return [`section "${title}" is empty`];
    return UNWRITTEN.test(body) ? [`section "${title}" is still to be written`] : [];
  });
}

/** At least one case, each of them an object that says what it is and what is expected. */
function incompleteCases(folder: string): string[] {
  const cases = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".json")) : [];
  if (cases.length === 0) return ["no cases/*.json"];
  return cases.flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const fault =
      text.trim().length < 3 ? "is empty" : /"To write:/.test(text) ? "is still to be written" : "";
    return fault === "" ? [] : [`cases/${file} ${fault}`];
  });
}
