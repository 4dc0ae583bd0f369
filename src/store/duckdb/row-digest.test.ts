import { createHash } from "node:crypto";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOf } from "./row-digest.ts";

/** The upper 60 bits of the last 8 bytes of md5, the last byte first. */
function expected(cells: readonly string[]): bigint {
  const bytes = createHash("md5").update(cells.join("\u001f")).digest();
  return bytes.readBigUInt64LE(8) >> 4n;
}

const cell = fc.oneof(
  fc.constantFrom("", "a", "it's", "报"),
  fc.string({ unit: "grapheme", maxLength: 70 }).filter((one) => !one.includes("\0")),
);

test("the digest of a row is 60 bits of md5 over its cells, those of a table and those written out alike", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 6 }),
      async (cells) => {
        const literals = cells.map(([text]) => `'${text.replaceAll("'", "''")}'`);
        const columns = literals.map((literal, k) => `${literal} AS c${k}`).join(", ");
        const sql = digestOf(cells.map(([, written], k) => (written ? (literals[k] ?? "") : `c${k}`)));
        const read = await connection.runAndReadAll(`SELECT ${sql} FROM (SELECT ${columns})`);
        expect(read.getRows()[0]?.[0]).toBe(expected(cells.map(([text]) => text)));
      },
    ),
    { numRuns: 200 },
  );
  connection.closeSync();
  instance.closeSync();
});
