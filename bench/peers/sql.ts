import { DuckDBInstance } from "@duckdb/node-api";
import { tablesOfArrays, tablesOfCase } from "./sql-tables.ts";
import { tell } from "./told.ts";

/**
 * The fixpoint as a loop of SQL in DuckDB, a set of pairs at a time: `sql.ts certain|possible FOLDER [CASE]`, from tables
 * of edges, or making them from the statements of a case first.
 */
const [task = "", folder = "", file = ""] = process.argv.slice(2);
const certain = task === "certain";
const instance = await DuckDBInstance.create(":memory:", {
  memory_limit: "5GB",
  temp_directory: `${folder}.spill`,
});
const connection = await instance.connect();

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

let phantom = -1;
await tell(
  async () => {
    if (file === "") phantom = await tablesOfArrays(connection, folder);
    else await connection.run(`ATTACH '${file.replaceAll("'", "''")}' AS made (READ_ONLY)`);
  },
  async () => {
    if (file !== "") await tablesOfCase(connection);
    return fixpoint();
  },
);
