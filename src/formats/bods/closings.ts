import type { Writer } from "../../store/port.ts";
import { stageCaseVersions } from "./case-versions.ts";
import { INTEREST_COLUMNS } from "./interest-columns.ts";
import { SAME, stageVersions } from "./versions.ts";

const WRITTEN = ["id", "record", "from_text", "to_text", "stated_text", "locator", "props"];
const COPIED = INTEREST_COLUMNS.filter((column) => !WRITTEN.includes(column));

/** Every interest that the next version of its relationship does not continue, with the day it ends. */
const ENDED = `SELECT y.row, y.k, y.base, n.row AS by_row, n.whole, y.record, y.from_text,
    CASE WHEN y.since = '' THEN '..' || y.run_since ELSE y.since END AS since,
    CASE WHEN x.absorbed THEN least(x.until, n.day) ELSE n.day END AS until
  FROM bods_period AS y JOIN bods_version AS n ON n.base = y.base AND n.ver = y.ver + 1 AND n.valid AND n.mine
  LEFT JOIN bods_period AS x ON x.ver = n.ver AND ${SAME.map((column) => `x.${column} = y.${column}`).join(" AND ")}
  WHERE NOT y.closed AND NOT coalesce(x.continues, false) AND (y.until = '' OR y.until > n.day)`;

/** What the case has of a day of which another statement has come since counts for no day, where that leaves it out. */
const DROPPED = `SELECT o.row, o.k, o.base, n.row AS by_row, false AS whole, o.record, o.from_text, o.day AS since, o.day AS until
  FROM bods_overridden AS o JOIN bods_version AS n ON n.base = o.base AND n.ver = o.ver AND n.valid AND n.mine
  WHERE o.lost AND o.record NOT IN (SELECT record FROM bods_ended)`;

/**
 * An update of a relationship is a change over time: the versions before it hold until the day it was stated, whether
 * they came with the file or with an earlier import. Each interest that it changes or leaves out gets a closing of its
 * own, which says what was held and until when; the closing supersedes the open statement from that day on, so that
 * who asks what was known before still finds it open. A statement that closes a relationship without repeating its
 * interests closes those of the version before. Works on `bods_interest` (see `interestColumns`), before it is staged.
 */
export async function stageClosings(writer: Writer): Promise<void> {
  await stageCaseVersions(writer);
  if (!(await hasVersions(writer))) {
    await writer.run("DROP TABLE bods_before");
    return;
  }
  await stageVersions(writer);
  await writer.run(`CREATE OR REPLACE TEMP TABLE bods_ended AS ${ENDED}`);
  await writer.run(`INSERT INTO bods_ended ${DROPPED}`);
  await writer.run(`CREATE OR REPLACE TEMP TABLE bods_closing AS
    SELECT v.row, i.k, e.base, v.statement, v.day, v.instant, e.whole AS closed, false AS whole, true AS settled, NOT e.whole AS derived,
      v.statement || CASE WHEN NOT e.whole THEN '#end' || replace(substr(e.record, length(e.base) + 1), '#', '-')
        WHEN i.k > 0 THEN '#' || i.k ELSE '' END AS id,
      e.record, CASE WHEN e.since > e.until AND e.since NOT LIKE '..%' THEN e.until ELSE e.since END AS from_text, e.until AS to_text,
      v.stated_text, regexp_replace(v.locator, '/recordDetails/interests/\\d+$', '') AS locator, v.source,
      CAST(json_merge_patch(json_merge_patch(CAST(i.props AS JSON), json_object('version', NULL)),
        json_object('statementId', v.statement, 'recordId', e.base, 'recordStatus', CASE WHEN e.whole THEN 'closed' END),
        json_object('version', CASE WHEN e.whole THEN json_object('of', e.base, 'record', e.record, 'startDate', e.from_text, 'endDate', '')
          ELSE json_object('of', e.base, 'record', e.record, 'ends', true) END)) AS VARCHAR) AS props,
      ${COPIED.map((column) => `i.${column}`).join(", ")}
    FROM bods_ended AS e JOIN (SELECT * FROM bods_interest UNION ALL BY NAME SELECT * FROM bods_before) AS i ON i.row = e.row AND i.k = e.k
    JOIN bods_interest AS v ON v.row = e.by_row AND v.k = 0`);
  await writer.run(
    "DELETE FROM bods_interest WHERE whole AND row IN (SELECT row FROM bods_closing WHERE NOT derived)",
  );
  await writer.run("INSERT INTO bods_interest BY NAME SELECT * FROM bods_closing");
  for (const table of [
    "bods_before",
    "bods_version",
    "bods_period",
    "bods_overridden",
    "bods_ended",
    "bods_closing",
  ])
    await writer.run(`DROP TABLE ${table}`);
}

/** Whether any relationship has a statement besides another, in the file or in the case: as many as hashes, and none has. */
async function hasVersions(writer: Writer): Promise<boolean> {
  const [found] = await writer.rows<{ any: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM bods_before) OR count(*) FILTER (k = 0) <> count(DISTINCT hash(base)) OR bool_or(whole) AS "any"
     FROM bods_interest`,
  );
  return found?.any ?? false;
}
