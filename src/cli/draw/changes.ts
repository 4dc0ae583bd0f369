import type { MadeBefore } from "../../verify/made-before.ts";
import type { Change, Resting } from "../affected.ts";
import type { KeepWords, Turn } from "../keep-words.ts";
import { clean } from "./width.ts";

/** What a withdrawal, a redaction, or taking one back, did: the answers before and now, the dossiers that rest on it. */
export function changesSay(
  w: KeepWords,
  turn: Turn,
  ids: readonly string[],
  day: string,
  changes: readonly Change[] | null,
  dossiers: readonly MadeBefore[],
): string {
  const said = (finding: string | null) => clean(finding ?? w.noAnswer);
  const about = (change?: Change) => change && `  ${change.question} ${clean(change.entity)}`;
  const lines = (changes ?? []).flatMap((change, n, all) => {
    const { before, after } = change;
    const told =
      before === after
        ? [`    ${w.same(said(after))}`]
        : [`    ${w.before(said(before))}`, `    ${w.now(said(after))}`];
    const head = about(change);
    return head === undefined || head === about(all[n - 1]) ? told : [head, ...told];
  });
  const answers = new Set(changes?.map(({ question, entity }) => `${question} ${entity}`));
  const count = changes === null ? w.tooMany : w.change(answers.size, day);
  return joined([
    ...ids.map((id) => w.turned(turn, clean(id))),
    count,
    ...lines,
    ...dossiersSay(w, dossiers),
  ]);
}

/** What rests on statements that are still to be withdrawn or redacted. */
export function restingSays(
  w: KeepWords,
  turn: Turn,
  ids: readonly string[],
  day: string,
  answers: readonly Resting[] | null,
  dossiers: readonly MadeBefore[],
): string {
  const lines = (answers ?? []).map(
    ({ question, entity, says }) => `  ${question} ${clean(entity)}: ${clean(says)}`,
  );
  const count = answers === null ? w.tooMany : w.rest(answers.length, day);
  const head = ids.map((id) => w.wouldBe(turn, clean(id)));
  return joined([...head, count, ...lines, ...dossiersSay(w, dossiers), w.unchanged]);
}

const dossiersSay = (w: KeepWords, dossiers: readonly MadeBefore[]): string[] =>
  dossiers.length === 0
    ? []
    : [
        w.dossiers(dossiers.length),
        ...dossiers.map(
          ({ at, subject, asOf, file, sha256 }) =>
            `  ${w.dossier(at.slice(0, 10), clean(subject), asOf, clean(file), sha256)}`,
        ),
      ];

const joined = (lines: readonly string[]) => `${lines.join("\n")}\n`;
