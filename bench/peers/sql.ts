import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  INTEGER,
  UTINYINT,
} from "@duckdb/node-api";
import { readArrays } from "./arrays.ts";
import { tell } from "./told.ts";

/** The fixpoint as a loop of SQL in DuckDB, a set of pairs at a time, from tables of edges: `sql.ts certain|possible FOLDER`. */
const [task = "", folder = ""] = process.argv.slice(2);
const certain = task === "certain";
const CHUNK = 2048;

type Column = { readonly type: DuckDBType; readonly values: ArrayLike<number> };

function fill(
  connection: DuckDBConnection,
  appenderOf: Awaited<ReturnType<DuckDBConnection["createAppender"]>>,
  columns: readonly Column[],
): void {
  const rows = columns[0]?.values.length ?? 0;
  for (let from = 0; from < rows; from += CHUNK) {
    const size = Math.min(CHUNK, rows - from);
    const chunk = DuckDBDataChunk.create(
      columns.map((c) => c.type),
      size,
    );
    columns.forEach((c, k) => {
      chunk.setColumnValues(k, Array.prototype.slice.call(c.values, from, from + size));
    });
    appenderOf.appendDataChunk(chunk);
  }
  appenderOf.closeSync();
  void connection;
}

const instance = await DuckDBInstance.create(":memory:", {
  memory_limit: "5GB",
  temp_directory: `${folder}.spill`,
});
const connection = await instance.connect();
let phantom = -1;

async function read(): Promise<void> {
  const net = readArrays(folder);
  phantom = net.phantom as number;
  const ints = (name: string) => ({ type: INTEGER, values: net[name] as Int32Array });
  const reals = (name: string) => ({ type: DOUBLE, values: net[name] as Float64Array });
  const tails = (start: Int32Array) => {
    const tail = new Int32Array(start.at(-1) as number);
    for (let n = 0; n + 1 < start.length; n++) tail.fill(n, start[n], start[n + 1]);
    return { type: INTEGER, values: tail };
  };
  const table = async (name: string, columns: string, values: readonly Column[]) => {
    await connection.run(`CREATE TABLE ${name} (${columns})`);
    fill(connection, await connection.createAppender(name), values);
  };
  await table("hold", "holder INTEGER, ballot INTEGER, low DOUBLE, high DOUBLE, flags UTINYINT", [
    tails(net.holdStart as Int32Array),
    ints("holdBallot"),
    reals("holdLow"),
    reals("holdHigh"),
    { type: UTINYINT, values: net.holdFlags as Uint8Array },
  ]);
  await table("rule", "holder INTEGER, company INTEGER", [
    tails(net.rightStart as Int32Array),
    ints("rightTo"),
  ]);
  const company = net.company as Int32Array;
  await table(
    "ballot",
    "ballot INTEGER, company INTEGER, treasury_low DOUBLE, treasury_high DOUBLE, treasury_open UTINYINT, named DOUBLE, ballots INTEGER",
    [
      { type: INTEGER, values: Int32Array.from(company, (_, b) => b) },
      ints("company"),
      reals("treasuryLow"),
      reals("treasuryHigh"),
      { type: UTINYINT, values: net.treasuryOpen as Uint8Array },
      reals("namedLow"),
      { type: INTEGER, values: Int32Array.from(company, (c) => (net.ballots as Int32Array)[c] as number) },
    ],
  );
  await connection.run(`CREATE TABLE whole AS SELECT CAST(${net.whole} AS DOUBLE) AS whole`);
}

const SUMS = `sum(low) AS low, max(low_open) AS low_open, max(alone) AS alone, max(alone_open) AS alone_open,
  sum(high) AS high, max(alone_high) AS alone_high`;
/** An open lower end among those that stand alone counts by itself: two times the figure and one more. */
const PARTS = `CASE WHEN flags & 4 = 0 THEN low ELSE 0 END AS low,
  CASE WHEN flags & 4 = 0 THEN flags & 1 ELSE 0 END AS low_open,
  CASE WHEN flags & 4 <> 0 THEN low ELSE 0 END AS alone,
  CASE WHEN flags & 5 = 5 THEN low ELSE -1 END AS alone_open,
  high, CASE WHEN flags & 4 <> 0 THEN high ELSE 0 END AS alone_high`;
const WINS = certain
  ? `2 * low + treasury_low > whole OR (2 * low + treasury_low = whole AND (treasury_open = 1 OR low_open = 1))
     OR 2 * alone + treasury_low > whole
     OR (2 * alone + treasury_low = whole AND (treasury_open = 1 OR alone_open = alone))`
  : `2 * votes + least(treasury_high, space - votes) > whole OR 2 * alone_high + treasury_high > whole`;
const SPACE = "whole - (named - low) AS space";
const VOTES = "least(least(high, whole), whole - (named - low) - treasury_low) AS votes";

/** Each round: what the newly controlled hold, added to what was held before; who wins by it is new. */
async function fixpoint(): Promise<object> {
  const run = (sql: string) => connection.run(sql);
  await run(`CREATE TABLE pair AS SELECT holder AS source, holder AS target FROM
    (SELECT holder FROM hold UNION SELECT holder FROM rule) WHERE holder <> ${phantom}`);
  await run("CREATE TABLE fresh0 AS SELECT * FROM pair");
  await run(`CREATE TABLE part AS SELECT 0 AS source, 0 AS ballot, ${SUMS} FROM
    (SELECT ${PARTS} FROM hold) WHERE false`);
  let rounds = 0;
  for (; ; rounds++) {
    const fresh = `fresh${rounds}`;
    await run(`CREATE TABLE touched AS SELECT source, ballot, ${SUMS} FROM
      (SELECT source, ballot, ${PARTS} FROM ${fresh} JOIN hold ON holder = target) GROUP BY source, ballot`);
    await run(`INSERT INTO part SELECT * FROM touched`);
    const total =
      rounds === 0
        ? "touched"
        : `(SELECT source, ballot, ${SUMS} FROM part SEMI JOIN touched USING (source, ballot) GROUP BY source, ballot)`;
    await run(`CREATE TABLE won AS SELECT source, company, ballots, ballot FROM
      (SELECT *, ${SPACE}, ${VOTES} FROM ${total} JOIN ballot USING (ballot), whole) WHERE ${WINS}`);
    if (certain) {
      await run(
        rounds === 0
          ? "CREATE TABLE several AS SELECT * FROM won WHERE ballots > 1"
          : "INSERT INTO several SELECT * FROM won WHERE ballots > 1",
      );
      await run("DELETE FROM won WHERE ballots > 1");
      await run(`INSERT INTO won SELECT source, company, any_value(ballots), 0 FROM several
        GROUP BY source, company HAVING count(DISTINCT ballot) = any_value(ballots)`);
    }
    await run(`CREATE TABLE fresh${rounds + 1} AS SELECT DISTINCT source, company AS target FROM
      (SELECT source, company FROM won UNION ALL SELECT source, company FROM ${fresh} JOIN rule ON holder = target) AS w
      ANTI JOIN pair ON pair.source = w.source AND pair.target = w.company`);
    await run(`INSERT INTO pair SELECT * FROM fresh${rounds + 1}`);
    const left = (
      await connection.runAndReadAll(`SELECT count(*) FROM fresh${rounds + 1}`)
    ).getRows()[0]?.[0];
    await run(`DROP TABLE touched; DROP TABLE won; DROP TABLE ${fresh};`);
    if (left === 0n) break;
  }
  const [row] = (
    await connection.runAndReadAll(`SELECT count(*), CAST(sum((source % 9973 + 1)::HUGEINT * (target % 9967 + 1)) AS VARCHAR)
      FROM pair WHERE source <> target`)
  ).getRows();
  return { count: Number(row?.[0]), digest: String(row?.[1]), rounds: rounds + 1 };
}

await tell(read, fixpoint);
