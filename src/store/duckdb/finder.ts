import type { Entity } from "../../model/entity.ts";
import type { Source } from "../../model/source.ts";
import type { Statement } from "../../model/statement.ts";
import {
  type Rows,
  readEntities,
  readEntityIds,
  readOrdinal,
  readSources,
  readStatementsAt,
} from "./read.ts";

/** Finds rows of a case as it stands, by id or by ordinal; what is unknown is left out. */
export interface Finder {
  /** −1 where there is no entity of that id. */
  ordinal(id: string): Promise<number>;
  entityIds(ordinals: readonly number[]): Promise<ReadonlyMap<number, string>>;
  entities(ids: readonly string[]): Promise<readonly Entity[]>;
  sources(ids: readonly string[]): Promise<readonly Source[]>;
  /** Each the very version, those that no longer count included. */
  statements(ordinals: readonly number[]): Promise<ReadonlyMap<number, Statement>>;
}

/** By looking through the columns of ordinals or ids: some hundredths of a second each, over millions of rows. */
export const scanning = (rows: Rows): Finder => ({
  ordinal: (id) => readOrdinal(rows, id),
  entityIds: (ordinals) => readEntityIds(rows, ordinals),
  entities: (ids) => readEntities(rows, ids),
  sources: (ids) => readSources(rows, ids),
  statements: (ordinals) => readStatementsAt(rows, ordinals),
});
