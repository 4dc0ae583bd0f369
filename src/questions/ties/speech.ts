import type { Span } from "../../ask/block.ts";
import type { View } from "../../ask/question.ts";
import { formatDate } from "../../ask/say/date.ts";
import { nameOf } from "../../ask/say/name.ts";
import { formatDay } from "../../model/date.ts";
import type { Link, TiesFinding, TiesOverall } from "./finding.ts";
import type { TiesInput } from "./input.ts";
import { type TiesWords, tiesWords } from "./words.ts";

export type TiesView = View<TiesInput, TiesFinding, TiesOverall>;

/** The words, names and dates of an answer in the reader's language. */
export interface Speech {
  readonly view: TiesView;
  readonly words: TiesWords;
  readonly zh: boolean;
  readonly day: string;
  readonly name: (id: string) => string;
  readonly entity: (id: string) => Span;
  readonly date: (written: string) => string;
  /** The way of a path: A – B – C. */
  readonly way: (finding: TiesFinding) => string;
  readonly evidence: (of: Pick<Link, "evidence" | "contested">) => string;
}

export function speechFor(view: TiesView): Speech {
  const { lang, entities } = view;
  const words = tiesWords(lang);
  const name = (id: string) => nameOf(entities[id], lang, id);
  return {
    ...{ view, words, zh: lang === "zh", name },
    day: formatDate(formatDay(view.asOf), lang),
    entity: (id) => ({ text: name(id), entity: id }),
    date: (written) => (written === "" ? "" : formatDate(written, lang)),
    way: ({ path }) => path.map(name).join(" – "),
    evidence: ({ evidence, contested }) => words.evidence[evidence] + (contested ? words.contested : ""),
  };
}
