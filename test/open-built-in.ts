import { afterAll, beforeAll } from "vitest";
import { type OpenCase, openCase } from "../src/store/duckdb.ts";
import { builtInCase } from "./built-in-case.ts";

/** The built-in case, open for reading while the tests of a file run; called at its top, and then for the store. */
export function openBuiltIn(): () => OpenCase {
  let store: OpenCase | undefined;
  let remove = () => {};
  beforeAll(async () => {
    const built = await builtInCase();
    remove = built.remove;
    store = await openCase(built.path, { readOnly: true });
  });
  afterAll(async () => {
    await store?.close();
    remove();
  });
  return () => {
    if (!store) throw new Error("the built-in case is not open yet");
    return store;
  };
}
