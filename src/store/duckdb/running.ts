import { existsSync } from "node:fs";
import { checkCatalog, checkFunctions } from "./catalog.ts";
import { fault } from "./fault.ts";
import { type Engine, type EngineOptions, MEMORY, openEngine } from "./instance.ts";
import { defineViews, newSession, ReadPool, type Session } from "./session.ts";
import type { Staging } from "./staging.ts";

const READERS = 4;

/** An engine over a checked case, its writing session and the pool of reading ones. */
export interface Running {
  readonly engine: Engine;
  readonly pool: ReadPool;
}

/** Starts the engine on a case; with `create`, an empty file or none becomes a case. */
export async function start(
  path: string,
  options: EngineOptions & { readonly create: boolean },
  staging: Staging,
): Promise<Running> {
  const fresh = path === MEMORY || !existsSync(path);
  const engine = await openEngine(path, options, staging);
  const create = path === MEMORY || options.create;
  let lacks: readonly string[] = [];
  try {
    lacks = await checkCatalog(engine.session, path, { create, readOnly: options.readOnly, fresh });
    const views = defineViews(engine.session, lacks);
    const functions = fresh ? undefined : beside(engine, (session) => checkFunctions(session, path));
    // Neither is left running where the other fails.
    await Promise.allSettled([views, functions]);
    await Promise.all([views, functions]);
  } catch (error) {
    engine.close();
    throw fault(error, path);
  }
  const pool = new ReadPool(async () => {
    const session = await newSession(engine.instance);
    await defineViews(session, lacks);
    return session;
  }, READERS);
  return { engine, pool };
}

/** Work on a session of its own. */
async function beside(engine: Engine, work: (session: Session) => Promise<void>): Promise<void> {
  const session = await newSession(engine.instance);
  try {
    await work(session);
  } finally {
    session.connection.closeSync();
  }
}

export function stop({ engine, pool }: Running): void {
  pool.close();
  engine.session.connection.closeSync();
  engine.close();
}

/** A disk that is full while the engine commits makes it refuse all further work: true then, and it must be started anew. */
export async function isBroken({ engine }: Running): Promise<boolean> {
  try {
    await engine.session.run("SELECT 1");
    return false;
  } catch {
    return true;
  }
}
