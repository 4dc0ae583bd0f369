import type { Answer } from "../ask/answer.ts";
import type { Entity } from "../model/entity.ts";
import type { Source } from "../model/source.ts";
import type { Statement } from "../model/statement.ts";

/** Everything several answers refer to, and the number of each source in the order it is first cited. */
export interface Notes {
  readonly entities: Readonly<Record<string, Entity>>;
  readonly statements: Readonly<Record<string, Statement>>;
  readonly sources: readonly Source[];
  readonly numberOf: (source: string) => number | undefined;
  /** The numbers of the sources behind some statements, ascending. */
  readonly of: (because: readonly string[]) => readonly number[];
}

/** Numbers the sources of some answers: those cited in the order a reader meets them, then those they repeat. */
export function notesOf(answers: readonly Answer[]): Notes {
  const merged = <T>(pick: (answer: Answer) => Readonly<Record<string, T>>) =>
    Object.assign({}, ...answers.map(pick)) as Record<string, T>;
  const entities = merged((answer) => answer.entities);
  const statements = merged((answer) => answer.statements);
  const all = merged((answer) => answer.sources);
  const order = new Map<string, number>();
  const meet = (id: string | undefined) => {
    if (id !== undefined && id in all && !order.has(id)) order.set(id, order.size + 1);
  };
  for (const answer of answers) eachBecause(answer.blocks, (id) => meet(statements[id]?.source));
  for (const id of Object.keys(statements).sort()) meet(statements[id]?.source);
  for (const id of Object.keys(all).sort()) meet(id);
  const sources = [...order.keys()].flatMap((id) => all[id] ?? []);
  return {
    entities,
    statements,
    sources,
    numberOf: (source) => order.get(source),
    of: (because) => {
      const numbers = because.flatMap((id) => order.get(statements[id]?.source ?? "") ?? []);
      return [...new Set(numbers)].sort((a, b) => a - b);
    },
  };
}

function eachBecause(value: unknown, on: (id: string) => void): void {
  if (Array.isArray(value)) for (const each of value) eachBecause(each, on);
  else if (value !== null && typeof value === "object") {
    for (const [key, each] of Object.entries(value)) {
      if (key === "because" && Array.isArray(each)) for (const id of each) on(String(id));
      else eachBecause(each, on);
    }
  }
}
