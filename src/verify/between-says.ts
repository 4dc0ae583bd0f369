import type { Lang } from "../ask/answer.ts";
import type { AnswerBetween, Between } from "./between.ts";
import { betweenWords } from "./between-words.ts";
import { valueSays } from "./value-says.ts";

/** What differs between two dossiers, in sentences. */
export function betweenSays({ asked, statements, answers }: Between, lang: Lang): string[] {
  const w = betweenWords(lang);
  const { added, missing, changed } = statements;
  return [
    ...(answers.length === 0 ? [w.same] : answers.flatMap((one) => answerSays(one, lang))),
    ...asked.map(({ what, before, now }) => w.turned(w.asked[what], before || w.none, now || w.none)),
    w.statements(added.length, missing.length, changed.length),
    ...added.map(w.added),
    ...missing.map(w.missing),
    ...changed.map(w.changed),
  ];
}

function answerSays(
  { question, before, now, figures, revised, because }: AnswerBetween,
  lang: Lang,
): string[] {
  const w = betweenWords(lang);
  const why = because === null ? w.untried : because.length === 0 ? w.together : w.because(because);
  return [
    w.answer(question),
    ...(before === "" ? [w.fresh] : [w.before(before)]),
    w.now(now),
    ...figures.map(({ where, says, gives }) =>
      w.figure(where, valueSays(says, lang), valueSays(gives, lang)),
    ),
    ...(revised ? [w.revised] : []),
    ...(before === "" ? [] : [why]),
  ];
}
