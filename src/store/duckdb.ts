import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { Problem } from "../errors.ts";
import { caseDigest } from "./duckdb/digest.ts";
import { fault } from "./duckdb/fault.ts";
import { importRecords, importRejects } from "./duckdb/imports.ts";
import { casePath, MEMORY } from "./duckdb/instance.ts";
import { land } from "./duckdb/land.ts";
import { logAlone, logLines } from "./duckdb/log.ts";
import { type LookUps, lookUps } from "./duckdb/look-ups.ts";
import { addNote, readNotes, removeNote } from "./duckdb/notes.ts";
import { faultless, reading, type Use } from "./duckdb/reading.ts";
import { isMarked, markForRewriting, redact, rewrite } from "./duckdb/redact.ts";
import { isBroken, start, stop } from "./duckdb/running.ts";
import { tableOf } from "./duckdb/scan.ts";
import { spoiledLines } from "./duckdb/spoiled.ts";
import { Staging } from "./duckdb/staging.ts";
import { undo } from "./duckdb/undo.ts";
import { withdraw, withdrawals } from "./duckdb/withdraw.ts";
import type { Writer } from "./port.ts";

export interface CaseOptions {
  /** Make the file where there is none. */
  readonly create?: boolean;
  readonly readOnly?: boolean;
  /** Files and folders the engine may read where they are; others are linked into the staging folder. */
  readonly allow?: readonly string[];
  /** Bytes; default 60 % of what the process may use. */
  readonly memory?: number;
  readonly threads?: number;
  /** Rows of entities and statements up to which a case is not big (see `Reader.isBig`); default 200,000. */
  readonly small?: number;
}

const SMALL = 200_000;

/** A case that is open. `staging` is the folder beside it for uploads; null for a case in memory or one only read. */
export interface OpenCase extends Writer {
  readonly staging: string | null;
}

const { version } = createRequire(import.meta.url)("@duckdb/node-api/package.json") as { version: string };

const outside = async (): Promise<never> => {
  throw new Problem("internal", "a format wrote outside a landing", "Report this.");
};

/** Opens a case file (or `:memory:`). One process at a time may write; several may read while none writes. */
export async function openCase(path: string, options: CaseOptions = {}): Promise<OpenCase> {
  const full = casePath(path);
  const readOnly = options.readOnly ?? false;
  if (full !== MEMORY && !existsSync(full) && (readOnly || !options.create)) {
    throw new Problem(
      "case-missing",
      `there is no case ${path}`,
      "Make one with `armslength new FILE`.",
      [],
      [`没有案卷 ${path}。`, "用 `armslength new 文件名` 可以新建。"],
    );
  }
  const folder = full === MEMORY || readOnly ? null : `${full}.staging`;
  const staging = new Staging(folder, options.allow ?? []);
  let running = await start(full, { ...options, readOnly, create: options.create ?? false }, staging);
  staging.clear();
  const rewritten = async () => {
    stop(running);
    try {
      await rewrite(full);
    } finally {
      running = await start(full, { ...options, readOnly, create: false }, staging);
    }
  };
  if (!readOnly && full !== MEMORY && isMarked(full)) await rewritten();

  let digest: Promise<string> | undefined;
  let known: LookUps | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  /** One change at a time, on the one writing session; `evidence`: of more than what is beside the data. */
  const change = async <T>(work: () => Promise<T>, evidence = true): Promise<T> => {
    if (readOnly)
      throw new Problem("forbidden", "the case was opened for reading only", "Open it for writing.");
    const done = queue.then(work).finally(async () => {
      if (evidence) {
        digest = undefined;
        known?.drop();
        known = undefined;
      }
      if (full === MEMORY || !(await isBroken(running))) return;
      stop(running);
      running = await start(full, { ...options, readOnly, create: false }, staging);
    });
    queue = done.catch(() => undefined);
    return done;
  };

  const use: Use = (work) => running.pool.use(work);
  const found = () => {
    const careful = faultless(use);
    known ??= lookUps(
      careful,
      (sql, params) => careful((session) => session.rows(sql, params)),
      options.small ?? SMALL,
    );
    return known;
  };

  const one: OpenCase = {
    engine: `duckdb ${version}`,
    staging: folder,
    ...reading(use, found),
    digest: () => {
      digest ??= running.pool.use(caseDigest).catch((error: unknown) => {
        digest = undefined;
        throw fault(error, "reading the case");
      });
      return digest;
    },
    scan: (file) => tableOf(file, staging.admit(file.path)),
    imports: () => running.pool.use(importRecords),
    rejects: (n) => running.pool.use((session) => importRejects(session, n)),
    run: outside,
    stage: outside,
    spoiled: outside,
    land: (landing) =>
      change(() => land(running.engine.session, landingWriter, landing).finally(() => staging.release())),
    undo: (n, at) => change(() => undo(running.engine.session, n, at)),
    withdraw: (ids, why, at) => change(() => withdraw(running.engine.session, "withdrawn", ids, why, at)),
    restore: (ids, why, at) => change(() => withdraw(running.engine.session, "restored", ids, why, at)),
    redact: (what, at) =>
      change(async () => {
        if (full === MEMORY) return redact(running.engine.session, what, at);
        markForRewriting(full);
        await redact(running.engine.session, what, at);
        await rewritten();
      }),
    withdrawals: () => running.pool.use(withdrawals),
    log: () => running.pool.use(logLines),
    notes: (about) => running.pool.use((session) => readNotes(session, about)),
    addNote: (about, text, at) => change(() => addNote(running.engine.session, about, text, at), false),
    removeNote: (k) => change(() => removeNote(running.engine.session, k), false),
    note: (what, at, detail) => change(() => logAlone(running.engine.session, what, at, detail), false),
    close: async () => {
      await queue;
      running.pool.breakOff();
      stop(running);
      staging.clear();
    },
  };
  const landingWriter: Writer = {
    ...one,
    ...reading((work) => work(running.engine.session)),
    run: async (sql, params) => {
      try {
        await running.engine.session.run(sql, params);
      } catch (error) {
        throw fault(error, "reading the file");
      }
    },
    spoiled: (file) => spoiledLines(running.engine.session, staging.admit(file.path), file.path),
    land: outside,
    undo: outside,
    withdraw: outside,
    restore: outside,
    note: outside,
    redact: outside,
    addNote: outside,
    removeNote: outside,
  };
  return one;
}
