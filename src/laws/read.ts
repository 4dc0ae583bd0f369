import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../errors.ts";
import { type Fault, faultsOf } from "./check.ts";
import { Law } from "./law.ts";

/** A law and the file that says it. */
interface Said {
  readonly file: string;
  readonly law: Law;
}

/**
 * Every law of a folder, one a file, in the order they are shown in. A file that is none is `bad-file`, with its name,
 * the place in it, and what stands there.
 */
export function readLaws(folder: string): readonly Law[] {
  const files = readdirSync(folder).filter((name) => /^[^.].*\.json$/.test(name));
  const all = files.sort().map((file) => ({ file, law: lawIn(folder, file) }));
  checkTogether(folder, all);
  return all.map(({ law }) => law).sort(inOrder);
}

/** Those that say their place by it, the others after them by id. */
function inOrder(a: Law, b: Law): number {
  const [first, second] = [a.order ?? Number.POSITIVE_INFINITY, b.order ?? Number.POSITIVE_INFINITY];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function lawIn(folder: string, file: string): Law {
  const raw = jsonOf(folder, file);
  const found = Law.safeParse(raw);
  const faults = found.success ? faultsOf(found.data) : found.error.issues.map(faultOf);
  if (found.success && faults.length === 0) return found.data;
  const [first = "", ...others] = faults.map((fault) => `${file}: ${told(fault, raw)}`);
  throw bad(folder, first, others);
}

function jsonOf(folder: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, file), "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw bad(folder, `${file} is not JSON: ${error.message}`);
  }
}

/** What no file can be asked alone: that ids are theirs and of one each, and that one is the rule of `control`. */
function checkTogether(folder: string, all: readonly Said[]): void {
  for (const { file, law } of all) {
    const other = all.find((one) => one.law.id === law.id && one.file !== file);
    if (other) throw bad(folder, `${file} and ${other.file} both have id "${law.id}"`);
  }
  for (const { file, law } of all)
    if (file !== `${law.id}.json`)
      throw bad(folder, `${file}: id is "${law.id}": it must be the name of the file, without .json`);
  const [control, second] = all.filter(({ law }) => law.control);
  if (control && second) throw bad(folder, `${control.file} and ${second.file} both have "control": true`);
  if (!control) throw bad(folder, 'no law has "control": true: there is no rule to work out control by');
}

type Issue = NonNullable<ReturnType<typeof Law.safeParse>["error"]>["issues"][number];

function faultOf(issue: Issue): Fault {
  const at = issue.path;
  if (issue.code !== "unrecognized_keys") return { at, why: issue.message };
  return { at: [...at, issue.keys[0] as string], why: "there is no such field here" };
}

/** A fault in words: where, what stands there, and why that is wrong; of what is not there, that it is missing. */
function told({ at, why }: Fault, raw: unknown): string {
  const value = at.reduce<unknown>((from, step) => (from as Record<PropertyKey, unknown>)?.[step], raw);
  const steps = at.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`));
  const where = steps.join("").replace(/^\./, "") || "the whole";
  return value === undefined ? `${where} is missing` : `${where} is ${JSON.stringify(value)}: ${why}`;
}

const bad = (folder: string, message: string, choices: readonly string[] = []) =>
  new Problem(
    "bad-file",
    message,
    `Correct it, or take it out of ${folder}. What a law says, field by field: docs/laws.md.`,
    choices,
  );
