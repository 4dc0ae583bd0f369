import type { Writer } from "../../store/port.ts";
import { INTEREST_COLUMNS } from "./interest-columns.ts";

const COPIED = INTEREST_COLUMNS.filter(
  (column) => !["id", "stated_text", "locator", "props"].includes(column),
);

/**
 * A later statement of a relationship replaces all its interests. Those it no longer names end with it: each gets a
 * closing of its own, which says what was held and until when. The version before may be in the file or in the case.
 * A statement that closes a relationship without repeating its interests closes those of the version before.
 * Works on `bods_interest` (see `interestColumns`), before it is staged.
 */
export async function stageClosings(writer: Writer): Promise<void> {
  await writer.run(`CREATE OR REPLACE TEMP TABLE bods_before AS ${await before(writer)}`);
  await writer.run(`CREATE OR REPLACE TEMP TABLE bods_version AS
    SELECT base, row, statement, stated_text, source, whole, locator, size, lag(row) OVER w AS previous FROM (
      SELECT base, row, first(regexp_replace(id, '#\\d+$', '') ORDER BY k) AS statement, first(stated_text ORDER BY k) AS stated_text,
        first(source ORDER BY k) AS source, bool_or(whole) AS whole,
        first(regexp_replace(locator, '/recordDetails/interests/\\d+$', '') ORDER BY k) AS locator,
        CASE WHEN bool_or(whole) THEN 0 ELSE max(k) + 1 END AS size FROM bods_interest GROUP BY base, row)
    WINDOW w AS (PARTITION BY base ORDER BY stated_text, row)`);
  await writer.run(`CREATE OR REPLACE TEMP TABLE bods_closing AS
    SELECT v.row, i.k, v.base, true AS closed, false AS whole,
      v.statement || CASE WHEN i.k > 0 THEN '#' || i.k ELSE '' END AS id, v.stated_text, v.locator, v.source,
      CAST(json_merge_patch(CAST(i.props AS JSON), json_object('statementId', v.statement, 'recordId', v.base,
        'recordStatus', CASE WHEN v.whole THEN 'closed' END)) AS VARCHAR) AS props,
      ${COPIED.map((column) => `i.${column}`).join(", ")}
    FROM bods_version AS v JOIN (SELECT * FROM bods_interest UNION ALL BY NAME SELECT * FROM bods_before) AS i
      ON i.base = v.base AND i.row = coalesce(v.previous, -1)
    WHERE NOT i.closed AND NOT i.whole AND i.to_text = '' AND i.k >= v.size AND i.stated_text <= v.stated_text`);
  await writer.run(`DELETE FROM bods_interest WHERE whole AND row IN (SELECT row FROM bods_closing)`);
  await writer.run("INSERT INTO bods_interest BY NAME SELECT * FROM bods_closing");
  for (const table of ["bods_before", "bods_version", "bods_closing"])
    await writer.run(`DROP TABLE ${table}`);
}

/** Interests the case holds of relationships that the file speaks of, in the form of `bods_interest`, as row −1. */
async function before(writer: Writer): Promise<string> {
  const [held] = await writer.rows<{ any: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM statement_all WHERE kind = 'interest') AS "any"`,
  );
  if (!held?.any) return "SELECT * FROM bods_interest WHERE false";
  return `SELECT CAST(-1 AS BIGINT) AS row,
      CAST(coalesce(nullif(regexp_extract(x.record, '#(\\d+)$', 1), ''), '0') AS INTEGER) AS k, x.base,
      x.to_text <> '' AS closed, false AS whole, x.id, x.record, a.id AS subject, coalesce(b.id, '') AS object,
      x.from_text, x.to_text, x.basis, strftime(DATE '1970-01-01' + x.stated, '%Y-%m-%d') AS stated_text, x.locator,
      x.quote, x.dispute, x.note, x.interest_type, x.share_text, x.class, x.direct, x.conditional, '' AS leader,
      '' AS members, x.joint, x.reason, x.props, x.source
    FROM (SELECT s.*, regexp_replace(s.record, '#\\d+$', '') AS base FROM statement_all AS s
      ANTI JOIN gone AS g ON g.n = s.n WHERE s.kind = 'interest') AS x
    JOIN (SELECT DISTINCT base FROM bods_interest) AS f ON f.base = x.base
    ANTI JOIN bods_interest AS own ON own.id = x.id
    LEFT JOIN entity_now AS a ON a.n = x.subject LEFT JOIN entity_now AS b ON b.n = x.object`;
}
