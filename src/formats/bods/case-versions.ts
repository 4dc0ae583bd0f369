import type { Writer } from "../../store/port.ts";

/** The relationship a statement of the case is of: what its staging noted, else its record. */
export const RELATIONSHIP =
  "coalesce(json_extract_string(props, '$.version.of'), json_extract_string(props, '$.recordId'), record)";

/** A closing that follows from two versions standing side by side; never written, since reading them gives it again. */
export const DERIVED = "coalesce(json_extract_string(props, '$.version.ends') = 'true', false)";

/**
 * Makes `bods_before`: what the case holds of the relationships that `bods_interest` speaks of, but for statements the
 * file repeats, in the columns of `bods_interest` as the files had them, and `have`, the record it stands under.
 * `row` is below zero, each its own.
 */
export async function stageCaseVersions(writer: Writer): Promise<void> {
  const [held] = await writer.rows<{ any: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM statement_all WHERE kind = 'interest') AS "any"`,
  );
  await writer.run(`CREATE OR REPLACE TEMP TABLE bods_before AS ${held?.any ? CASE_VERSIONS : NONE}`);
}

const NONE = "SELECT *, record AS have FROM bods_interest WHERE false";

const CASE_VERSIONS = `SELECT CAST(-1 - x.n AS BIGINT) AS row,
    CAST(coalesce(nullif(regexp_extract(x.id, '#(\\d+)$', 1), ''), '0') AS INTEGER) AS k, x.base, x.statement,
    strftime(DATE '1970-01-01' + x.stated, '%Y-%m-%d') AS day, strftime(DATE '1970-01-01' + x.stated, '%Y-%m-%d') AS instant,
    coalesce(json_extract_string(x.props, '$.recordStatus') = 'closed', false) AS closed, false AS whole, false AS settled,
    x.id, x.record, x.record AS have, a.id AS subject, coalesce(b.id, '') AS object,
    coalesce(json_extract_string(x.props, '$.version.startDate'), x.from_text) AS from_text,
    coalesce(json_extract_string(x.props, '$.version.endDate'), x.to_text) AS to_text, x.basis, x.stated_text, x.locator, x.quote, x.dispute, x.note, x.interest_type, x.share_text, x.class,
    x.direct, x.conditional, '' AS leader, '' AS members, x.joint, x.reason,
    CAST(json_merge_patch(CAST(x.props AS JSON), '{"version":null}') AS VARCHAR) AS props, x.source
  FROM (SELECT *, coalesce(json_extract_string(props, '$.statementId'), id) AS statement FROM (
      SELECT s.*, ${RELATIONSHIP} AS base, row_number() OVER (PARTITION BY s.id ORDER BY s.import DESC, s.n DESC) AS age
      FROM statement_all AS s ANTI JOIN (SELECT n FROM gone WHERE how <> 'superseded') AS g ON g.n = s.n
      WHERE s.kind = 'interest' AND NOT ${DERIVED}) WHERE age = 1) AS x
  JOIN (SELECT DISTINCT base FROM bods_interest) AS f ON f.base = x.base
  ANTI JOIN (SELECT DISTINCT statement FROM bods_interest) AS own ON own.statement = x.statement
  JOIN entity_now AS a ON a.n = x.subject LEFT JOIN entity_now AS b ON b.n = x.object`;
