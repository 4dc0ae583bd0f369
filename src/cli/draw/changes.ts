import type { MadeBefore } from "../../verify/made-before.ts";
import type { Change, Resting } from "../affected.ts";
import { clean } from "./width.ts";

/** What a withdrawal, or taking one back, did: the answers before and now, the dossiers that rest on it. */
export function changesSay(
  what: string,
  ids: readonly string[],
  day: string,
  changes: readonly Change[] | null,
  dossiers: readonly MadeBefore[],
): string {
  const head = ids.map((id) => `${what}: ${clean(id)}`);
  const lines = (changes ?? []).flatMap(({ question, entity, before, after }) => [
    `  ${question} ${clean(entity)}`,
    ...(before === after
      ? [`    the same finding on other evidence: ${clean(after)}`]
      : [`    before: ${clean(before)}`, `    now:    ${clean(after)}`]),
  ]);
  const count =
    changes === null
      ? "Too many answers may rest on it to list those that change."
      : changes.length === 0
        ? `No answer as of ${day} changes.`
        : `${changes.length} ${changes.length === 1 ? "answer changes" : "answers change"} as of ${day}:`;
  return joined([...head, count, ...lines, ...dossiersSay(dossiers)]);
}

/** What rests on statements that are still to be withdrawn. */
export function restingSays(
  what: string,
  ids: readonly string[],
  day: string,
  answers: readonly Resting[] | null,
  dossiers: readonly MadeBefore[],
): string {
  const head = ids.map((id) => `would be ${what}: ${clean(id)}`);
  const lines = (answers ?? []).map(
    ({ question, entity, says }) => `  ${question} ${clean(entity)}: ${clean(says)}`,
  );
  const count =
    answers === null
      ? "Too many answers may rest on it to list them."
      : answers.length === 0
        ? `No answer as of ${day} rests on it.`
        : `${answers.length} ${answers.length === 1 ? "answer rests" : "answers rest"} on it as of ${day}:`;
  return joined([...head, count, ...lines, ...dossiersSay(dossiers), "Nothing was changed."]);
}

function dossiersSay(dossiers: readonly MadeBefore[]): string[] {
  if (dossiers.length === 0) return [];
  const count = `${dossiers.length} ${dossiers.length === 1 ? "dossier rests" : "dossiers rest"} on it:`;
  return [
    count,
    ...dossiers.map(
      ({ at, subject, asOf, file, sha256 }) =>
        `  ${at.slice(0, 10)} ${clean(subject)} as of ${asOf}${file === "" ? "" : ` (${clean(file)})`}, sha256:${sha256}`,
    ),
  ];
}

const joined = (lines: readonly string[]) => `${lines.join("\n")}\n`;
