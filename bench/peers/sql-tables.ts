import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  INTEGER,
  UTINYINT,
} from "@duckdb/node-api";
import { readArrays } from "./arrays.ts";

type Column = { readonly type: DuckDBType; readonly values: ArrayLike<number> };

const CHUNK = 2048;
const HOLD = "holder INTEGER, ballot INTEGER, low DOUBLE, high DOUBLE, flags UTINYINT";
const BALLOT = `ballot INTEGER, company INTEGER, treasury_low DOUBLE, treasury_high DOUBLE, treasury_open UTINYINT,
  named DOUBLE, ballots INTEGER`;

async function table(
  connection: DuckDBConnection,
  name: string,
  names: string,
  columns: readonly Column[],
): Promise<void> {
  await connection.run(`CREATE TABLE ${name} (${names})`);
  const appender = await connection.createAppender(name);
  const rows = columns[0]?.values.length ?? 0;
  const types = columns.map((c) => c.type);
  for (let from = 0; from < rows; from += CHUNK) {
    const size = Math.min(CHUNK, rows - from);
    const chunk = DuckDBDataChunk.create(types, size);
    columns.forEach((c, k) => {
      chunk.setColumnValues(k, Array.prototype.slice.call(c.values, from, from + size));
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** The edges every peer has, as tables; returns the node that stands for everybody unnamed. */
export async function tablesOfArrays(connection: DuckDBConnection, folder: string): Promise<number> {
  const net = readArrays(folder);
  const ints = (name: string) => ({ type: INTEGER, values: net[name] as Int32Array });
  const reals = (name: string) => ({ type: DOUBLE, values: net[name] as Float64Array });
  const bytes = (name: string) => ({ type: UTINYINT, values: net[name] as Uint8Array });
  const tails = (name: string) => {
    const start = net[name] as Int32Array;
    const tail = new Int32Array(start.at(-1) as number);
    for (let n = 0; n + 1 < start.length; n++) tail.fill(n, start[n], start[n + 1]);
    return { type: INTEGER, values: tail };
  };
  const hold = [
    tails("holdStart"),
    ints("holdBallot"),
    reals("holdLow"),
    reals("holdHigh"),
    bytes("holdFlags"),
  ];
  await table(connection, "hold", HOLD, hold);
  await table(connection, "rule", "holder INTEGER, company INTEGER", [tails("rightStart"), ints("rightTo")]);
  const company = net.company as Int32Array;
  const ballots = net.ballots as Int32Array;
  await table(connection, "ballot", BALLOT, [
    { type: INTEGER, values: Int32Array.from(company, (_, b) => b) },
    ints("company"),
    reals("treasuryLow"),
    reals("treasuryHigh"),
    bytes("treasuryOpen"),
    reals("namedLow"),
    { type: INTEGER, values: Int32Array.from(company, (c) => ballots[c] as number) },
  ]);
  await connection.run(`CREATE TABLE whole AS SELECT CAST(${net.whole} AS DOUBLE) AS whole`);
  return net.phantom as number;
}

const DAY = "CAST(DATE '2023-01-01' - DATE '1970-01-01' AS INTEGER)";

/**
 * The same tables from the statements of a case, by rules simple enough for one query each: votes where a holder has them
 * on record, else its shares; a contract, or more than half of the board, is control; own shares carry no votes. Nobody
 * outranks anybody, holdings above the whole stay.
 */
export async function tablesOfCase(connection: DuckDBConnection): Promise<void> {
  const whole = 1_000_000_000_000;
  await connection.run(`CREATE TABLE stake AS SELECT subject AS company, object AS holder, interest_type AS sort,
      CAST(coalesce(low, 0) AS DOUBLE) AS low, CAST(coalesce(high, ${whole}) AS DOUBLE) AS high,
      CAST(low_open AS UTINYINT) + CASE WHEN direct = 'unknown' THEN 4 ELSE 0 END AS flags
    FROM made.statement ANTI JOIN made.statement_gone USING (n)
    WHERE kind = 'interest' AND object IS NOT NULL AND direct <> 'indirect'
      AND coalesce(from_hi, stated) <= ${DAY} AND (to_hi IS NULL OR to_lo > ${DAY})`);
  await connection.run(`CREATE TABLE hold AS SELECT holder, company AS ballot,
      coalesce(max(low) FILTER (sort = 'votingRights'), max(low)) AS low, max(high) AS high, CAST(max(flags) AS UTINYINT) AS flags
    FROM stake WHERE sort IN ('shareholding', 'votingRights') AND holder <> company GROUP BY ALL`);
  await connection.run(`CREATE TABLE rule AS SELECT DISTINCT holder, company FROM stake WHERE holder <> company
    AND (sort = 'rightsGrantedByContract' OR sort = 'appointmentOfBoard' AND (low > ${whole / 2} OR low = ${whole / 2} AND flags & 1 = 1))`);
  await connection.run(`CREATE TABLE ballot AS SELECT ballot, ballot AS company, coalesce(own, 0) AS treasury_low,
      coalesce(own, 0) AS treasury_high, CAST(0 AS UTINYINT) AS treasury_open, 0.0 AS named, 1 AS ballots
    FROM (SELECT DISTINCT ballot FROM hold) LEFT JOIN (SELECT company AS ballot, sum(low) AS own FROM stake
      WHERE holder = company AND sort = 'shareholding' GROUP BY company) USING (ballot)`);
  await connection.run(`CREATE TABLE whole AS SELECT CAST(${whole} AS DOUBLE) AS whole`);
}
