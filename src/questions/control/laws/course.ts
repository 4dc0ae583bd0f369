import type { Law } from "../../../laws/law.ts";
import { parseDay } from "../../../model/date.ts";
import { becauseOf } from "../analyse.ts";
import type { Course } from "../history.ts";
import { type LawFacts, lawFacts } from "./facts.ts";
import { judge } from "./judge.ts";

/** Statements gone through at most, day by day: a law is dearer to work out than control. */
const MOST_STATEMENTS = 400_000;

/** A law as a rule that is put to one day after another, as long as it applies. */
export const courseUnder = (law: Law, about: Pick<LawFacts, "kind" | "jurisdiction" | "listed">): Course => ({
  on: (analysis) => {
    const { verdict, parties } = judge(law, lawFacts(analysis, about));
    return {
      verdict,
      parties,
      because: () =>
        parties.flatMap(({ certainty, grounds }) =>
          grounds
            .filter((ground) => ground.certainty === certainty)
            .flatMap(({ steps }) => steps.flatMap(({ statements }) => statements)),
        ),
      rests: Array.from({ length: analysis.held.length }, (_, row) => [
        ...becauseOf(analysis.held, row),
      ]).flat(),
    };
  },
  from: law.from === "" ? Number.NEGATIVE_INFINITY : parseDay(law.from),
  to: law.to === "" ? Number.POSITIVE_INFINITY : parseDay(law.to) + 1,
  most: MOST_STATEMENTS,
});
