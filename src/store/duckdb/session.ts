import type {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBPreparedStatement,
  DuckDBResultReader,
} from "@duckdb/node-api";
import { Problem } from "../../errors.ts";
import type { Column, ColumnType, Params } from "../port.ts";
import { eachChunk, intoColumns } from "./columns.ts";
import { TABLES, VIEWS } from "./schema.ts";
import { bound, plain } from "./values.ts";

/** One connection: a statement at a time, with the views of a case. */
export interface Session {
  run(sql: string, params?: Params): Promise<void>;
  rows<T>(sql: string, params?: Params): Promise<T[]>;
  /** Rows of a query that will be asked again with other parameters: it is planned once. */
  again<T>(sql: string, params: Params): Promise<T[]>;
  columns<K extends string>(
    sql: string,
    types: Readonly<Record<K, ColumnType>>,
    params?: Params,
  ): Promise<{ length: number; column: Record<K, Column> }>;
  each<K extends string>(
    sql: string,
    types: Readonly<Record<K, ColumnType>>,
    receive: (length: number, column: Readonly<Record<K, Column>>) => void,
    params?: Params,
  ): Promise<void>;
  readonly connection: DuckDBConnection;
}

export async function newSession(instance: DuckDBInstance): Promise<Session> {
  const connection = await instance.connect();
  const planned = new Map<string, DuckDBPreparedStatement>();
  return {
    connection,
    run: async (sql, params = {}) => {
      const { values, types } = bound(params);
      await connection.run(sql, values, types);
    },
    rows: async <T>(sql: string, params: Params = {}) => {
      const { values, types } = bound(params);
      return objects<T>(await connection.runAndReadAll(sql, values, types));
    },
    again: async <T>(sql: string, params: Params) => {
      const query = planned.get(sql) ?? (await connection.prepare(sql));
      planned.set(sql, query);
      const { values, types } = bound(params);
      query.bind(values, types);
      return objects<T>(await query.runAndReadAll());
    },
    columns: async (sql, wanted, params = {}) => {
      const { values, types } = bound(params);
      return intoColumns(await connection.stream(sql, values, types), wanted);
    },
    each: async (sql, wanted, receive, params = {}) => {
      const { values, types } = bound(params);
      await eachChunk(await connection.stream(sql, values, types), wanted, receive);
    },
  };
}

function objects<T>(result: DuckDBResultReader): T[] {
  const names = result.deduplicatedColumnNames();
  return result
    .getRows()
    .map((row) => Object.fromEntries(row.map((value, k) => [names[k] ?? "", plain(value)])) as T);
}

/** The views of a case, and, empty, the tables an older case lacks. */
export async function defineViews(session: Session, lacks: readonly string[]): Promise<void> {
  await session.run(
    [
      ...lacks.map((name) => `CREATE TEMP TABLE ${name} (${TABLES[name]})`),
      ...Object.entries(VIEWS).map(([name, sql]) => `CREATE TEMP VIEW ${name} AS ${sql}`),
    ].join(";\n"),
  );
}

const stopped = () => new Problem("cancelled", "reading the case: stopped", "The case was closed.");

/** Sessions for reading, made as they are needed and kept: a streamed result occupies its connection until it is drained. */
export class ReadPool {
  private readonly idle: Session[] = [];
  private readonly busy = new Set<Session>();
  private readonly waiting: { give: (session: Session) => void; refuse: (why: Error) => void }[] = [];
  private open = 0;
  private closed = false;
  private readonly make: () => Promise<Session>;
  private readonly most: number;

  constructor(make: () => Promise<Session>, most: number) {
    this.make = make;
    this.most = most;
  }

  async use<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = await this.take();
    this.busy.add(session);
    try {
      return await work(session);
    } finally {
      this.busy.delete(session);
      const next = this.waiting.shift();
      if (next) next.give(session);
      else if (this.closed) session.connection.closeSync();
      else this.idle.push(session);
    }
  }

  private async take(): Promise<Session> {
    if (this.closed) throw stopped();
    const session = this.idle.pop();
    if (session) return session;
    if (this.open >= this.most) return new Promise((give, refuse) => this.waiting.push({ give, refuse }));
    this.open++;
    try {
      return await this.make();
    } catch (error) {
      this.open--;
      throw error;
    }
  }

  /** Stops what is being read, with a "cancelled" for who waits for it; what waits its turn is not begun. */
  breakOff(): void {
    this.closed = true;
    for (const session of this.busy) session.connection.interrupt();
    for (const { refuse } of this.waiting.splice(0)) refuse(stopped());
  }

  /** Nothing more is read; what is being read is read to its end. */
  close(): void {
    this.closed = true;
    for (const session of this.idle) session.connection.closeSync();
    this.idle.length = 0;
  }
}
