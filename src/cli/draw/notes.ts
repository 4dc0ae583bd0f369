import type { Answer } from "../../ask/answer.ts";
import type { Sentence } from "../../ask/block.ts";
import { runs } from "../../draw/runs.ts";
import { citation, safeUrl } from "../../draw/statement.ts";
import { clean } from "./width.ts";

/** A source as it is cited, and the address in it that may be a link; empty where there is none. */
export interface Note {
  readonly n: number;
  readonly text: string;
  readonly url: string;
}

/** Numbers of sources, given as they are first needed; listed at the end. */
export interface Numbered {
  /** ` [1, 3]`, or nothing. */
  readonly of: (because: readonly string[]) => string;
  readonly list: () => readonly Note[];
}

export function numbered(answer: Pick<Answer, "statements" | "sources" | "lang">): Numbered {
  const order = new Map<string, number>();
  return {
    of: (because) => {
      const numbers = because.flatMap((id) => {
        const source = answer.statements[id]?.source;
        if (source === undefined) return [];
        if (!order.has(source)) order.set(source, order.size + 1);
        return order.get(source) ?? [];
      });
      const each = [...new Set(numbers)].sort((a, b) => a - b);
      return each.length === 0 ? "" : ` [${runs(each)}]`;
    },
    list: () =>
      [...order].map(([id, n]) => {
        const source = answer.sources[id];
        const text = source ? clean(citation(source, "", answer.lang)) : clean(id);
        return { n, text, url: clean(safeUrl(source?.url ?? "") ?? "") };
      }),
  };
}

/** A sentence as text, each part followed by the numbers of its sources. */
export const spoken = (sentence: Sentence, notes: Numbered): string =>
  sentence
    .map((span) => (typeof span === "string" ? clean(span) : clean(span.text) + notes.of(span.because ?? [])))
    .join("");
