import type { Params, Reader } from "../port.ts";
import { fault } from "./fault.ts";
import { findEntities, resolveEntity } from "./find.ts";
import { readEntities, readSources, readStatements } from "./read.ts";
import type { Session } from "./session.ts";

export type Use = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

/** The reading half over sessions, wherever those come from. */
export function reading(use: Use): Omit<Reader, "engine" | "digest" | "close"> {
  const asked = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    try {
      return await use(work);
    } catch (error) {
      throw fault(error, "reading the case");
    }
  };
  const rows = <T>(sql: string, params?: Params): Promise<T[]> =>
    asked((session) => session.rows<T>(sql, params));
  return {
    rows,
    columns: (sql, types, params) => asked((session) => session.columns(sql, types, params)),
    each: (sql, types, receive, params) => asked((session) => session.each(sql, types, receive, params)),
    entities: (ids) => readEntities(rows, ids),
    statements: (ids) => readStatements(rows, ids),
    sources: (ids) => readSources(rows, ids),
    find: (text, limit) => findEntities(rows, text, limit),
    resolve: (name) => resolveEntity(rows, name),
  };
}
