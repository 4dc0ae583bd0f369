import type { Statement } from "../../model/statement.ts";
import type { Params, Reader } from "../port.ts";
import { fault } from "./fault.ts";
import { findEntities, resolveEntity } from "./find.ts";
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
import type { Warm } from "./warm.ts";

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

/** The reading half over sessions, wherever those come from; `warm` where what they read stands still. */
export function reading(use: Use, warm?: () => Warm): Omit<Reader, "engine" | "digest" | "close"> {
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
  if (warm === undefined) {
    const entities = (ids: readonly string[]) => readEntities(rows, ids);
    return {
      ...common,
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
    entities: (ids) => warm().entities(ids),
    statements: (ids) => statementsFrom(warm(), rows, ids),
    sources: (ids) => warm().sources(ids),
    entityIds: (ordinals) => warm().entityIds(ordinals),
    statementsAt: (ordinals) => warm().statementsAt(rows, ordinals),
    ordinal: (id) => warm().ordinal(id),
    resolve: (name) => resolveEntity(rows, (ids) => warm().entities(ids), name),
  };
}

/** Statements by id: those handed out of late as they are, the others by a search for their ids. */
async function statementsFrom(warm: Warm, rows: Rows, ids: readonly string[]): Promise<Statement[]> {
  const searched = await readStatements(
    rows,
    ids.filter((id) => warm.statement(id) === undefined),
  );
  const found = new Map(searched.map((one) => [one.id, one]));
  return [...new Set(ids)].flatMap((id) => warm.statement(id) ?? found.get(id) ?? []);
}
