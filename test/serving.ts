import { afterAll, beforeAll } from "vitest";
import { QUESTIONS } from "../src/questions/index.ts";
import { type Serving, start } from "../src/server/start.ts";
import { type OpenCase, openCase } from "../src/store/duckdb.ts";
import { builtInCase } from "./built-in-case.ts";

/** The built-in case, served while the tests of a file run; there once they do. */
export interface Served {
  readonly store: OpenCase;
  readonly serving: Serving;
  readonly remove: () => void;
}

/** Opens and serves it before the tests of a file, and takes it away after them. */
export function servedCase(): () => Served {
  let served: Served | null = null;
  beforeAll(async () => {
    const { path, remove } = await builtInCase();
    const store = await openCase(path, { threads: 1 });
    const now = () => "2026-01-01T00:00:00Z";
    const setting = { store, name: "case.duckdb", questions: QUESTIONS, version: "0.0.0", now };
    served = { store, serving: await start({ ...setting, command: async () => 0 }, 0), remove };
  });
  afterAll(async () => {
    await served?.serving.close();
    await served?.store.close();
    served?.remove();
  });
  return () => {
    if (served === null) throw new Error("nothing is served before the tests run");
    return served;
  };
}
