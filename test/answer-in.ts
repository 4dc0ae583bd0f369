import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Answer, Lang } from "../src/ask/answer.ts";
import { ask } from "../src/ask/ask.ts";
import { readClocks } from "../src/ask/clocks.ts";
import type { Question } from "../src/ask/question.ts";
import { bringIn } from "../src/formats/bring-in.ts";
import { type OpenCase, openCase } from "../src/store/duckdb.ts";

const AT = "2024-01-01T00:00:00Z";

/** The tables of a case folder by file name, or the path of a file or folder to import. */
export type Tables = Readonly<Record<string, string>> | string;

/** Imports tables into a case in memory, as a person would, and hands it on; a row set aside is an error. */
export async function inCase<T>(tables: Tables, work: (store: OpenCase) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "armslength-case-"));
  const from = typeof tables === "string" ? resolve(tables) : folder;
  const store = await openCase(":memory:", { allow: [from] });
  try {
    if (typeof tables !== "string")
      for (const [name, text] of Object.entries(tables)) writeFileSync(join(folder, name), text);
    const record = await bringIn(store, from, { at: AT });
    if (record.rejects > 0) throw new Error(JSON.stringify(await store.rejects(record.n)));
    return await work(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** One answer through the same door as every surface. */
export const answer = (
  store: OpenCase,
  question: Question,
  input: Readonly<Record<string, unknown>>,
  asOf: string,
  lang: Lang = "en",
): Promise<Answer> =>
  ask(question, store, {
    input,
    clocks: readClocks({ "as-of": asOf }, AT),
    lang,
    at: AT,
    version: "test",
  });

/** One answer in a case made for it. */
export const answerIn = (
  tables: Tables,
  question: Question,
  input: Readonly<Record<string, unknown>>,
  asOf: string,
): Promise<Answer> => inCase(tables, (store) => answer(store, question, input, asOf));
