import { nameOf } from "../ask/say/name.ts";
import type { Carried, Row } from "../model/carried.ts";
import type { Made } from "./make.ts";

/** What leaves the machine with a dossier: everything it carries. Notes, paths and names of files are not in it. */
export interface Leaving {
  readonly subject: string;
  /** What the dossier is headed with: the title of a text, the name of an entity. */
  readonly title: string;
  readonly caseName: string;
  /** Statements carried, and how many of them an answer shows; the others only bear on it. */
  readonly statements: readonly { readonly id: string; readonly kind: string; readonly shown: boolean }[];
  readonly persons: readonly { readonly id: string; readonly name: string }[];
  readonly entities: number;
  readonly sources: readonly { readonly id: string; readonly title: string; readonly publisher: string }[];
}

export function leavingWith({ answers, asked }: Made): Leaving {
  const { carried, subject, caseName } = asked;
  const shown = new Set(answers.flatMap((answer) => Object.keys(answer.statements)));
  const kinds = new Map(rowsOf(carried).map(({ id = "", kind = "" }) => [id, kind]));
  return {
    ...{ subject, caseName },
    title: titled(answers, asked),
    statements: [...kinds].map(([id, kind]) => ({ id, kind, shown: shown.has(id) })),
    persons: carried.entities.flatMap(({ id = "", name = "", kind }) =>
      kind === "person" ? [{ id, name }] : [],
    ),
    entities: carried.entities.length,
    sources: carried.sources.map(({ id = "", title = "", publisher = "" }) => ({ id, title, publisher })),
  };
}

function titled(answers: Made["answers"], { carried, subject, lang }: Made["asked"]): string {
  const entity = answers.map(({ entities }) => entities[subject]).find((each) => each !== undefined);
  const text = carried.sources.find(({ id }) => id === subject);
  return nameOf(entity, lang, text?.title || subject);
}

const rowsOf = ({ events }: Carried): Row[] =>
  events.flatMap((event) => (event.what === "imported" ? event.statements : []));
