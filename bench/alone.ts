import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** Bytes an import may use, here and there; DuckDB exceeds its limit by up to 0.6 GB. */
export const MEMORY = 6 * 2 ** 30;

const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;

/**
 * DuckDB by itself: the same files, each read into a table of a new database as its users would, types found out by the
 * engine. The objects in a BODS file are of three shapes, so that it has to look at all of them first (`sample_size`).
 */
export async function readAlone(from: string, file: string): Promise<{ seconds: number; rows: number }> {
  const database = `${file}.alone`;
  for (const each of [database, `${database}.wal`]) rmSync(each, { force: true });
  const instance = await DuckDBInstance.create(database, { memory_limit: `${MEMORY / 2 ** 20}MiB` });
  const connection = await instance.connect();
  const tables = statSync(from).isDirectory()
    ? readdirSync(from).map((name) => `read_csv(${quoted(join(from, name))})`)
    : [`read_json(${quoted(from)}, sample_size = -1)`];
  let rows = 0;
  const start = performance.now();
  for (const [k, table] of tables.entries()) {
    const made = await connection.runAndReadAll(`CREATE TABLE t${k} AS SELECT * FROM ${table}`);
    rows += Number(made.getRows()[0]?.[0]);
  }
  const seconds = Math.round(performance.now() - start) / 1000;
  connection.closeSync();
  instance.closeSync();
  for (const each of [database, `${database}.wal`]) rmSync(each, { force: true });
  return { seconds, rows };
}
