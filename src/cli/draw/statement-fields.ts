import type { Lang } from "../../ask/answer.ts";
import { nameOf } from "../../ask/say/name.ts";
import { denialsSay } from "../../draw/denied.ts";
import { plain } from "../../draw/sentence.ts";
import { statementSays } from "../../draw/statement.ts";
import type { Entity } from "../../model/entity.ts";
import type { Source } from "../../model/source.ts";
import type { Statement } from "../../model/statement.ts";
import { type Field, lookWords } from "../look-words.ts";

/** A statement with all that is needed to show it. */
interface Shown {
  readonly statement: Statement;
  readonly sources: Readonly<Record<string, Source>>;
  readonly entities: Readonly<Record<string, Entity>>;
  /** Who denies it, and what it denies, by id. */
  readonly denied: Readonly<Record<string, Statement>>;
}

/** All there is to a statement, a row a field; empty ones are left out. `labels`: the language of the names of fields. */
export function statementFields(card: Shown, lang: Lang, labels: Lang): string[][] {
  const { statement: s, sources, entities, denied } = card;
  const w = lookWords(labels);
  const named = (id: string) => (entities[id] ? `${nameOf(entities[id], lang)} (${id})` : id);
  const field = (name: Field, ...values: string[]) => values.map((value) => [w.fields[name], value]);
  const party = s.kind === "interest" ? "party" : w.fields.object;
  const about = sources[s.source];
  const of = denied[s.properties.of ?? ""];
  const rows = [
    ...field("id", s.id),
    ...field("kind", s.kind),
    ...field("status", w.status[s.status]),
    ...field("why", s.withdrawn ? `${s.withdrawn.on}: ${s.withdrawn.why}` : ""),
    ...field("says", plain(statementSays(s, entities, lang, denied))),
    ...field("subject", named(s.subject ?? "")),
    [party, named(s.object ?? "")],
    ...Object.entries(s.properties).map(([key, value]) => [key, value.split("|").map(named).join(" | ")]),
    ...field("denies", of === undefined ? "" : plain(statementSays(of, entities, lang))),
    ...field("from", s.from),
    ...field("to", s.to),
    ...field("basis", s.basis),
    ...field("stated", s.statedOn),
    ...field("quote", s.quote),
    ...field("dispute", s.dispute),
    ...field("note", s.note),
    ...field("denied", ...denialsSay(s, denied, entities, lang).map(plain)),
    ...field("source", sourceCalled(about, s.source)),
    ...field("place", s.locator),
    ...field("address", about?.url ?? ""),
    ...field("archived", about?.archivedUrl ?? ""),
    ...field("interested", named(about?.interested ?? "")),
    ...field("repeats", ...originsOf(about).map((id) => sourceCalled(sources[id], id))),
  ];
  return rows.filter(([, value]) => value !== "");
}

const originsOf = (source: Source | undefined): string[] =>
  (source?.derivedFrom ?? "")
    .split("|")
    .map((id) => id.trim())
    .filter((id) => id !== "");

const sourceCalled = (source: Source | undefined, id: string): string =>
  `${[source?.title, source?.publisher, source?.published].filter(Boolean).join(", ")} (${id})`.trim();
