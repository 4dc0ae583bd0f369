import type { Writer } from "../../store/port.ts";
import { TEXT_FORMS } from "./text-forms.ts";

/** The same interest in two versions of a relationship: same party, subject, right and directness, one for one. */
export const SAME = ["base", "subject", "object", "interest_type", "direct", "nth"] as const;
const same = SAME.join(", ");

const suffix = (k: string) => `CASE WHEN ${k} > 0 THEN '#' || ${k} ELSE '' END`;
const isDay = TEXT_FORMS.day.holds;

/** Relationships with more than one statement, in the file or in the case; all others stay as they were read. */
const SEVERAL = `SELECT base FROM bods_interest WHERE NOT settled GROUP BY base HAVING count(DISTINCT row) > 1
  UNION SELECT base FROM bods_before`;

const WAS = `row, k, base, statement, day, instant, closed, whole, subject, object, interest_type, direct, note,
  share_text, from_text, to_text`;

const TOLD = `SELECT true AS mine, ${WAS}, CAST(NULL AS VARCHAR) AS have FROM bods_interest SEMI JOIN (${SEVERAL}) AS m USING (base)
    WHERE NOT settled AND NOT (from_text <> '' AND to_text <> '' AND to_text < from_text)
  UNION ALL SELECT false, ${WAS}, have FROM bods_before`;

/** Each statement of a relationship: `ver` counts its days from 1; of several on one day the last is `valid`. */
const VERSION = `SELECT base, statement, day, mine, whole, row, dense_rank() OVER (PARTITION BY base ORDER BY day) AS ver,
    row_number() OVER (PARTITION BY base, day ORDER BY mine DESC, instant DESC, abs(row) DESC) = 1 AS valid
  FROM (SELECT base, statement, min(day) AS day, bool_or(mine) AS mine, bool_or(whole) AS whole, max(instant) AS instant,
    arg_max(row, abs(row)) AS row FROM bods_told GROUP BY base, statement)`;

/**
 * Whether a version says what the one before it said: then it is that one again, and what it adds — an end, a start
 * that was not known or is earlier — counts for the whole time. `over`: it says itself that the interest has ended.
 */
const CONTINUES = `coalesce(p_ver = ver - 1 AND (closed OR NOT p_closed) AND share_text = p_share AND (over OR p_to = '' OR p_to > day)
  AND (from_text = p_from OR (over AND from_text = '') OR (${isDay("from_text")} AND CASE WHEN p_from = '' THEN from_text <= p_day
    ELSE from_text < p_from AND p_from <= p_day END)), false)`;

const LINKED = `SELECT *, ${CONTINUES} AS continues FROM (
    SELECT *, closed OR (to_text <> '' AND to_text <= day) AS over, lag(ver) OVER w AS p_ver, lag(day) OVER w AS p_day,
      lag(closed) OVER w AS p_closed, lag(share_text) OVER w AS p_share, lag(from_text) OVER w AS p_from, lag(to_text) OVER w AS p_to
    FROM bods_kin WHERE valid WINDOW w AS (PARTITION BY ${same} ORDER BY ver))`;

const RUNS = `SELECT *, first_value(day) OVER r AS since, first_value(ver) OVER r AS first_ver, max(have) OVER r AS had,
    first_value(base || ${suffix("k")} || CASE WHEN ver > 1 THEN '@' || day ELSE '' END) OVER r AS name,
    first_value(over AND p_ver IS NOT NULL) OVER r AS absorbed, first_value(over AND p_ver IS NULL) OVER r AS history,
    last_value(CASE WHEN ${isDay("from_text")} THEN from_text END IGNORE NULLS) OVER s AS start,
    CASE WHEN closed AND to_text = '' THEN min(CASE WHEN closed THEN coalesce(nullif(to_text, ''), day) END) OVER s ELSE to_text END AS until
  FROM (SELECT *, sum(CASE WHEN continues THEN 0 ELSE 1 END) OVER (PARTITION BY ${same} ORDER BY ver) AS run FROM (${LINKED}))
  WINDOW r AS (PARTITION BY ${same}, run ORDER BY ver ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING),
    s AS (PARTITION BY ${same}, run ORDER BY ver ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;

/** From when a version counts: never from before the day it was stated, unless it is of the first version. */
const SINCE = `CASE WHEN absorbed THEN until WHEN first_ver > 1 AND NOT history THEN greatest(coalesce(start, ''), since)
  WHEN from_text = '' AND start IS NULL AND day > since THEN '..' || since ELSE coalesce(nullif(from_text, ''), start, '') END`;

/**
 * Where each row of the file stands: its record, its days, and for the writer what it said itself. Another statement of
 * the same day leaves nothing of it; nor is anything to be told of a relationship closed without saying what of it.
 */
const PLACED = `SELECT row, k, record, since, until, json_object('of', base, 'record', record, 'startDate', from_text, 'endDate', to_text) AS version
    FROM bods_period WHERE mine
  UNION ALL SELECT row, k, record, day, day, json_object('of', base, 'record', record, 'startDate', from_text, 'endDate', to_text)
    FROM bods_overridden WHERE mine
  UNION ALL SELECT i.row, i.k, v.record, v.day, v.day, json_object('of', v.base, 'record', v.record, 'startDate', v.day)
    FROM bods_interest AS i JOIN (SELECT *, base || CASE WHEN ver > 1 THEN '@' || day ELSE '' END AS record
      FROM bods_version WHERE valid AND mine AND whole) AS v ON v.row = i.row`;

/**
 * Tells the versions of each relationship apart in time. Makes `bods_version` (its statements, see `VERSION`) and
 * `bods_period`: of each interest of a valid version the `record` it is a version of, `since` when and `until` when
 * it counts, and whether it `continues` the version before. An update that changes an interest, or brings one, begins a
 * record of its own; so does what was closed and is named again. What is only named when it is over and was known in
 * other words before counts for no day (`absorbed`); what was not known counts on its own days.
 * Works on `bods_interest` and `bods_before`; `bods_overridden` gets what another statement of the same day replaced.
 */
export async function stageVersions(writer: Writer): Promise<void> {
  await writer.run(`CREATE OR REPLACE TEMP TABLE bods_told AS ${TOLD}`);
  await writer.run(`CREATE OR REPLACE TEMP TABLE bods_version AS ${VERSION}`);
  await writer.run(`CREATE OR REPLACE TEMP TABLE bods_kin AS SELECT t.*, v.ver, v.valid,
      row_number() OVER (PARTITION BY t.base, t.statement, t.subject, t.object, t.interest_type, t.direct ORDER BY t.note, t.k, abs(t.row)) AS nth
    FROM bods_told AS t JOIN bods_version AS v ON v.base = t.base AND v.statement = t.statement WHERE NOT (t.whole AND v.valid)`);
  await writer.run(`CREATE OR REPLACE TEMP TABLE bods_period AS
    SELECT mine, row, k, ver, day, closed, over, absorbed, continues, since AS run_since, until, ${same}, from_text, to_text, coalesce(had, name) AS record,
      CASE WHEN ${isDay("counts")} AND until <> '' AND counts > until THEN until ELSE counts END AS since
    FROM (SELECT *, ${SINCE} AS counts FROM (${RUNS}))`);
  await writer.run(`CREATE OR REPLACE TEMP TABLE bods_overridden AS
    SELECT o.mine, o.row, o.k, o.ver, o.day, o.base, o.from_text, o.to_text, coalesce(o.have <> coalesce(p.record, ''), false) AS lost,
      coalesce(o.have, o.base || ${suffix("o.k")} || '@' || o.day || '-' || left(md5(o.statement), 8)) AS record
    FROM bods_kin AS o LEFT JOIN bods_period AS p ON p.ver = o.ver AND ${SAME.map((c) => `p.${c} = o.${c}`).join(" AND ")}
    WHERE NOT o.valid`);
  await writer.run(`UPDATE bods_interest AS i SET record = p.record, from_text = p.since, to_text = p.until,
      props = CASE WHEN i.record = p.record AND i.from_text = p.since THEN props
        ELSE CAST(json_merge_patch(CAST(props AS JSON), json_object('version', p.version)) AS VARCHAR) END
    FROM (${PLACED}) AS p WHERE i.row = p.row AND i.k = p.k`);
  for (const table of ["bods_told", "bods_kin"]) await writer.run(`DROP TABLE ${table}`);
}
