import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, expect, test } from "vitest";
import { openCase } from "../store/duckdb.ts";
import { bringIn } from "./bring-in.ts";

const folder = mkdtempSync(join(tmpdir(), "armslength-order-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** More rows than one thread of the engine takes at a time, of which there are 122,880 in a part. */
const ROWS = 400_000;
/** Ids whose order is not that of the file, each once. */
const id = (k: number) => `e${(k * 7_919) % ROWS}`;

async function written(path: string, line: (k: number) => string, head: string): Promise<string> {
  function* lines() {
    yield head;
    for (let k = 0; k < ROWS; k++) yield `${line(k)}\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
  return path;
}

/** Places at which an entity is not the one of that row. */
async function strayed(path: string): Promise<number> {
  const store = await openCase(":memory:", { threads: 4, allow: [folder] });
  try {
    const record = await bringIn(store, path, { at: "2024-06-01T00:00:00Z" });
    expect([record.entities, record.rejects]).toEqual([ROWS, 0]);
    const { column } = await store.columns("SELECT id FROM entity_id_now ORDER BY n", { id: "text" });
    return (column.id as string[]).filter((found, k) => found !== id(k)).length;
  } finally {
    await store.close();
  }
}

test("entities of a large BODS file are numbered as they stand in it, whichever thread read them", async () => {
  const statement = (k: number) =>
    JSON.stringify({
      statementId: String(k).padStart(32, "0"),
      statementDate: "2024-01-01",
      declarationSubject: id(k),
      recordId: id(k),
      recordType: "entity",
      recordStatus: "new",
      recordDetails: { isComponent: false, entityType: { type: "registeredEntity" }, name: id(k) },
    });
  expect(await strayed(await written(join(folder, "large.jsonl"), statement, ""))).toBe(0);
});

test("those of a large table with many words for an empty cell, too", async () => {
  const path = join(folder, "mapped");
  mkdirSync(path);
  const words = ["-", "--", "n/a", "none", "unknown", "nil", "?", "tbc", "see notes", "not stated", "0", "."];
  const entities = [{ id: "{a}", name: "{a}", kind: "company" }];
  const mapping = { mapping: 1, title: "t", files: [{ file: "t.csv", empty: words, entities }] };
  writeFileSync(join(path, "m.map.json"), JSON.stringify(mapping));
  await written(join(path, "t.csv"), (k) => `${id(k)},${words[k % words.length]}`, "a,b\n");
  expect(await strayed(path)).toBe(0);
});

test("those of a large case folder, too", async () => {
  const path = join(folder, "case");
  mkdirSync(path);
  await written(join(path, "entities.csv"), (k) => `${id(k)},${id(k)},company`, "id,name,kind\n");
  expect(await strayed(path)).toBe(0);
});
