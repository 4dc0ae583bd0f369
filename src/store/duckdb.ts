import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { Problem } from "../errors.ts";
import { checkCatalog } from "./duckdb/catalog.ts";
import { caseDigest } from "./duckdb/digest.ts";
import { fault } from "./duckdb/fault.ts";
import { findEntities, resolveEntity } from "./duckdb/find.ts";
import { importRecords, importRejects } from "./duckdb/imports.ts";
import { casePath, type Engine, MEMORY, openEngine } from "./duckdb/instance.ts";
import { land } from "./duckdb/land.ts";
import { readEntities, readSources, readStatements } from "./duckdb/read.ts";
import { tableOf } from "./duckdb/scan.ts";
import { defineViews, newSession, ReadPool, type Session } from "./duckdb/session.ts";
import { spoiledLines } from "./duckdb/spoiled.ts";
import { Staging } from "./duckdb/staging.ts";
import { undo } from "./duckdb/undo.ts";
import { withdraw } from "./duckdb/withdraw.ts";
import type { Params, Reader, Scan, Writer } from "./port.ts";

export interface CaseOptions {
  /** Make the file where there is none. */
  readonly create?: boolean;
  readonly readOnly?: boolean;
  /** Files and folders the engine may read where they are; others are linked into the staging folder. */
  readonly allow?: readonly string[];
  /** Bytes; default 60 % of what the process may use. */
  readonly memory?: number;
  readonly threads?: number;
}

/** A case that is open. `staging` is the folder beside it for uploads; null for a case in memory or one only read. */
export interface OpenCase extends Writer {
  readonly staging: string | null;
}

type Use = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

const READERS = 4;
const { version } = createRequire(import.meta.url)("@duckdb/node-api/package.json") as { version: string };

/** Opens a case file (or `:memory:`). One process at a time may write; several may read while none writes. */
export async function openCase(path: string, options: CaseOptions = {}): Promise<OpenCase> {
  const full = casePath(path);
  const readOnly = options.readOnly ?? false;
  if (full !== MEMORY && !existsSync(full) && (readOnly || !options.create)) {
    throw new Problem("case-missing", `there is no case ${path}`, "Make one with `armslength new FILE`.");
  }
  const folder = full === MEMORY || readOnly ? null : `${full}.staging`;
  const staging = new Staging(folder, options.allow ?? []);
  const engine = await openEngine(full, { ...options, readOnly }, staging);
  try {
    staging.clear();
    await checkCatalog(engine.session, path, full === MEMORY || (options.create ?? false));
    await defineViews(engine.session);
  } catch (error) {
    engine.close();
    throw fault(error, path);
  }
  return opened(engine, staging, folder, readOnly);
}

type Reading = Omit<Reader, "engine" | "digest" | "close">;

/** The reading half over sessions, wherever those come from. */
function reading(use: Use): Reading {
  const rows = async <T>(sql: string, params?: Params): Promise<T[]> => {
    try {
      return await use((session) => session.rows<T>(sql, params));
    } catch (error) {
      throw fault(error, "reading the case");
    }
  };
  return {
    rows,
    columns: async (sql, types, params) => {
      try {
        return await use((session) => session.columns(sql, types, params));
      } catch (error) {
        throw fault(error, "reading the case");
      }
    },
    entities: (ids) => readEntities(rows, ids),
    statements: (ids) => readStatements(rows, ids),
    sources: (ids) => readSources(rows, ids),
    find: (text, limit) => findEntities(rows, text, limit),
    resolve: (name) => resolveEntity(rows, name),
  };
}

function opened(engine: Engine, staging: Staging, folder: string | null, readOnly: boolean): OpenCase {
  const pool = new ReadPool(async () => {
    const session = await newSession(engine.instance);
    await defineViews(session);
    return session;
  }, READERS);
  let digest: Promise<string> | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  /** One change at a time, on the one writing session. */
  const change = <T>(work: () => Promise<T>): Promise<T> => {
    if (readOnly)
      throw new Problem("forbidden", "the case was opened for reading only", "Open it for writing.");
    const done = queue.then(work).finally(() => {
      digest = undefined;
    });
    queue = done.catch(() => undefined);
    return done;
  };
  const outside = () => {
    throw new Problem("internal", "a format wrote outside a landing", "Report this.");
  };
  const base = {
    engine: `duckdb ${version}`,
    staging: folder,
    digest: () => {
      digest ??= pool.use(caseDigest);
      return digest;
    },
    close: async () => {
      await queue;
      pool.close();
      engine.session.connection.closeSync();
      engine.close();
      staging.clear();
    },
  };
  const scan = (file: Scan) => tableOf(file, staging.admit(file.path));
  const everyone = reading((work) => pool.use(work));
  const one: OpenCase = {
    ...base,
    ...everyone,
    run: async () => outside(),
    scan,
    spoiled: async () => outside(),
    land: (landing) =>
      change(() => land(engine.session, landingWriter, landing).finally(() => staging.release())),
    imports: () => pool.use(importRecords),
    rejects: (n) => pool.use((session) => importRejects(session, n)),
    undo: (n, at) => change(() => undo(engine.session, n, at)),
    withdraw: (id, why, at) => change(() => withdraw(engine.session, id, why, at)),
  };
  const landingWriter: Writer = {
    ...one,
    ...reading((work) => work(engine.session)),
    run: async (sql, params) => {
      try {
        await engine.session.run(sql, params);
      } catch (error) {
        throw fault(error, "reading the file");
      }
    },
    spoiled: (file) => spoiledLines(engine.session, staging.admit(file.path), file.path),
    land: async () => outside(),
    undo: async () => outside(),
    withdraw: async () => outside(),
  };
  return one;
}
