import type { Statement } from "../../model/statement.ts";
import type { Params, Reader } from "../port.ts";
import { fault } from "./fault.ts";
import { findEntities, resolveEntity } from "./find.ts";
import type { LookUps } from "./look-ups.ts";
import {
  type Rows,
  readEntities,
  readEntityIds,
  readOrdinal,
  readSources,
  readStatements,
  readStatementsAt,
} from "./read.ts";
import type { Session } from "./session.ts";
import { readTexts } from "./texts.ts";

export type Use = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

/** Sessions as they are used, a failure said as a Problem. */
export const faultless =
  (use: Use): Use =>
  async (work) => {
    try {
      return await use(work);
    } catch (error) {
      throw fault(error, "reading the case");
    }
  };

/** The reading half over sessions, wherever those come from; with `lookUps` where what they read stands still. */
export function reading(use: Use, lookUps?: () => LookUps): Omit<Reader, "engine" | "digest" | "close"> {
  const asked = faultless(use);
  const rows = <T>(sql: string, params?: Params): Promise<T[]> =>
    asked((session) => session.rows<T>(sql, params));
  const common = {
    rows,
    columns: (sql, types, params) => asked((session) => session.columns(sql, types, params)),
    each: (sql, types, receive, params) => asked((session) => session.each(sql, types, receive, params)),
    find: (text, limit) => findEntities(rows, text, limit),
    texts: () => readTexts(rows),
  } satisfies Partial<Reader>;
  if (lookUps === undefined) {
    const entities = (ids: readonly string[]) => readEntities(rows, ids);
    return {
      ...common,
      isBig: async () => false,
      prepare: async () => undefined,
      entities,
      statements: (ids) => readStatements(rows, ids),
      sources: (ids) => readSources(rows, ids),
      entityIds: (ordinals) => readEntityIds(rows, ordinals),
      statementsAt: (ordinals) => readStatementsAt(rows, ordinals),
      ordinal: (id) => readOrdinal(rows, id),
      resolve: (name) => resolveEntity(rows, entities, name),
    };
  }
  return {
    ...common,
    isBig: () => lookUps().isBig(),
    prepare: () => lookUps().prepare(),
    entities: (ids) => lookUps().entities(ids),
    statements: (ids) => statementsFrom(lookUps(), rows, ids),
    sources: (ids) => lookUps().sources(ids),
    entityIds: (ordinals) => lookUps().entityIds(ordinals),
    statementsAt: (ordinals) => lookUps().statementsAt(ordinals),
    ordinal: (id) => lookUps().ordinal(id),
    resolve: (name) => resolveEntity(rows, (ids) => lookUps().entities(ids), name),
  };
}

/** Statements by id: those handed out of late as they are, the others by a search for their ids. */
async function statementsFrom(known: LookUps, rows: Rows, ids: readonly string[]): Promise<Statement[]> {
  const searched = await readStatements(
    rows,
    ids.filter((id) => known.statement(id) === undefined),
  );
  const found = new Map(searched.map((one) => [one.id, one]));
  return [...new Set(ids)].flatMap((id) => known.statement(id) ?? found.get(id) ?? []);
}
