import { byId, type Cited, citedBy, withOrigins } from "../ask/cited.ts";
import { Problem } from "../errors.ts";
import type { Entity } from "../model/entity.ts";
import type { Source } from "../model/source.ts";
import type { Statement } from "../model/statement.ts";
import {
  type Counts,
  countsOf,
  type SourceCount,
  sourceCounts,
  statementsAbout,
  statementsFrom,
} from "../store/about.ts";
import type { ImportRecord, Reader, Writer } from "../store/port.ts";

/** Statements shown of one entity or one source. */
const MOST = 5000;

/** What a case holds and what came in. */
export interface CaseCard extends Counts {
  readonly name: string;
  readonly digest: string;
  readonly imports: readonly ImportRecord[];
}

/** An entity with the statements that name it, their sources, and everyone those name. */
export interface EntityCard {
  readonly entity: Entity;
  readonly statements: readonly Statement[];
  /** What the denials among them deny, and who denies one of them, by id. */
  readonly denied: Readonly<Record<string, Statement>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly entities: Readonly<Record<string, Entity>>;
}

/** A source, what it repeats, and the statements that rest on it. */
export interface SourceCard {
  readonly source: Source;
  readonly origins: readonly Source[];
  /** Of its statements, how many are withdrawn, by day and reason. */
  readonly withdrawals: readonly { readonly on: string; readonly why: string; readonly statements: number }[];
  readonly statements: readonly Statement[];
  /** What the denials among them deny, and who denies one of them, by id. */
  readonly denied: Readonly<Record<string, Statement>>;
  readonly entities: Readonly<Record<string, Entity>>;
}

export const caseCard = async (store: Writer, name: string): Promise<CaseCard> => ({
  name,
  ...(await countsOf(store)),
  digest: await store.digest(),
  imports: await store.imports(),
});

/** The card of an entity named by id or name; throws `unknown-entity`, `ambiguous-entity`. */
export async function entityCard(store: Reader, name: string): Promise<EntityCard> {
  const entity = await store.resolve(name);
  const because = await statementsAbout(store, entity.id, MOST);
  const { sources, ...cited } = await citedBy(store, { because }, entity.id);
  const { denied, entities } = await withDenied(store, cited);
  return { entity, statements: Object.values(cited.statements), denied, sources, entities };
}

/** The card of a source; throws `unknown-source`. */
export async function sourceCard(store: Reader, id: string): Promise<SourceCard> {
  const [source, ...origins] = await withOrigins(store, [id]);
  if (!source)
    throw new Problem(
      "unknown-source",
      `there is no source "${id}"`,
      "`armslength sources` lists them.",
      [],
      [`没有来源“${id}”。`, "用 `armslength sources` 可以列出所有来源。"],
    );
  const because = await statementsFrom(store, id, MOST);
  const cited = await citedBy(store, { because }, source.interested);
  const { denied, entities } = await withDenied(store, cited);
  const listed = Object.values(cited.statements).filter((one) => one.source === id);
  return { source, origins, withdrawals: withdrawalsIn(listed), statements: listed, denied, entities };
}

function withdrawalsIn(statements: readonly Statement[]): SourceCard["withdrawals"] {
  const groups = new Map<string, { on: string; why: string; statements: number }>();
  for (const { withdrawn } of statements) {
    if (!withdrawn) continue;
    const key = `${withdrawn.on} ${withdrawn.why}`;
    const group = groups.get(key) ?? { ...withdrawn, statements: 0 };
    group.statements += 1;
    groups.set(key, group);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** A statement with its source and everyone it names; throws `unknown-statement`. */
export async function statementCard(store: Reader, id: string) {
  const [statement] = await store.statements([id]);
  if (!statement) {
    throw new Problem(
      "unknown-statement",
      `there is no statement "${id}"`,
      "`armslength show ENTITY` lists the statements about it.",
      [],
      [`没有陈述“${id}”。`, "用 `armslength show 对象` 可以列出有关它的陈述。"],
    );
  }
  const { sources, ...cited } = await citedBy(store, { because: [id] }, "");
  return { statement, sources, ...(await withDenied(store, cited)) };
}

/** The denials among some statements with what they are about, and everyone named in either. */
async function withDenied(store: Reader, { statements, entities }: Pick<Cited, "statements" | "entities">) {
  const of = Object.values(statements).flatMap(({ kind, properties }) =>
    kind === "denial" && properties.of ? [properties.of] : [],
  );
  const there = (await store.statements([...new Set(of)].sort())).map(({ id }) => id);
  const more = await citedBy(store, { because: there }, "");
  const denials = Object.values(statements).filter(({ kind }) => kind === "denial");
  return { denied: { ...byId(denials), ...more.statements }, entities: { ...more.entities, ...entities } };
}

/** All sources by id, each with the number of statements that rest on it. */
export async function sourceList(store: Reader): Promise<readonly (Source & SourceCount)[]> {
  const counts = await sourceCounts(store);
  const sources = byId(await store.sources(counts.map((one) => one.id)));
  return counts.flatMap((count) => {
    const source = sources[count.id];
    return source ? [{ ...source, ...count }] : [];
  });
}
