import { Problem } from "../errors.ts";
import { formatDay } from "../model/date.ts";
import type { Reader } from "../store/port.ts";
import { aheadNote } from "./ahead.ts";
import type { Answer, Lang } from "./answer.ts";
import type { Block } from "./block.ts";
import { citedBy } from "./cited.ts";
import { denialsBlock } from "./denials.ts";
import { figuresOf } from "./figures-of.ts";
import { type Given, readInput } from "./input.ts";
import { place } from "./place.ts";
import type { Clocks, Context, Question, View } from "./question.ts";
import { toldApart } from "./say/told-apart.ts";

export interface Asking {
  readonly input: Given;
  readonly clocks: Clocks;
  readonly lang: Lang;
  /** Now, as an ISO instant, by the entry point. */
  readonly at: string;
  /** Of the program. */
  readonly version: string;
  readonly progress?: (done: number, total: number, what: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Asks a question of a case. Throws what `readInput` throws, `cancelled` where the signal says so, and `internal` where
 * the question breaks its contract: a finding or a figure without a source.
 */
export async function ask(question: Question, store: Reader, asking: Asking): Promise<Answer> {
  const { clocks, lang } = asking;
  const context = contextOf(store, asking);
  const input = await readInput(question, asking.input, store);
  const data = await store.digest();
  const { findings, gaps, overall } = await question.run(context, input);
  const cited = await citedBy(store, { findings, gaps, overall }, input, clocks.known);
  const more = overall === undefined ? {} : { overall };
  const { asOf, known } = clocks;
  const entities = toldApart(cited.entities, lang);
  const view = { input, findings, gaps, ...more, lang, asOf, known, entities };
  const [first, ...rest] = question.show(view as View<unknown, unknown>).map(placed);
  const ahead = aheadNote(asOf, asking.at, lang);
  const blocks = [
    ...(first ? [first] : []),
    ...ahead,
    ...rest,
    ...denialsBlock({ ...cited, entities }, lang),
  ];
  checkSourced(question.id, findings, gaps.length > 0, blocks);
  return {
    question: question.id,
    revision: question.revision,
    input,
    lang,
    asOf: formatDay(asOf),
    knownAsOf: known === null ? null : formatDay(known),
    findings,
    ...more,
    gaps,
    blocks,
    entities: cited.entities,
    statements: cited.statements,
    sources: cited.sources,
    run: {
      ...{ version: asking.version, engine: store.engine, data, at: asking.at },
      ...(question.rules && { rules: question.rules(input) }),
    },
  };
}

/** What a question runs with; its progress stops the work where nobody waits any more. */
export function contextOf(store: Reader, asking: Pick<Asking, "clocks" | "progress" | "signal">): Context {
  const { clocks, progress, signal } = asking;
  const moved = (done: number, total: number, what: string) => {
    if (signal?.aborted)
      throw new Problem(
        "cancelled",
        "stopped",
        "Nothing was written.",
        [],
        ["已停止。", "没有写入任何内容。"],
      );
    progress?.(done, total, what);
  };
  return { ...clocks, store, progress: moved };
}

const placed = (block: Block): Block => (block.kind === "network" ? place(block) : block);

/** No figure without a source: each finding and each figure names a statement; only what is not known may name none. */
function checkSourced(
  id: string,
  findings: readonly unknown[],
  gaps: boolean,
  blocks: readonly Block[],
): void {
  const bare = findings.findIndex((finding) => !gaps && because(finding).length === 0);
  if (bare >= 0) {
    throw new Problem("internal", `finding ${bare + 1} of "${id}" names no source`, "Report this.");
  }
  for (const { figure } of blocks.flatMap(figuresOf)) {
    if (figure.because.length > 0 || gaps || figure.value === "0") continue;
    const value = JSON.stringify(figure.value);
    throw new Problem("internal", `a figure of "${id}" (${value}) names no source`, "Report this.");
  }
}

const because = (finding: unknown): readonly unknown[] =>
  (finding as { because?: readonly unknown[] } | null)?.because ?? [];
