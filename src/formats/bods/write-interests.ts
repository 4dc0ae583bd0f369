import { PERCENT, WHOLE } from "../../model/share.ts";
import { DERIVED, RELATIONSHIP } from "./case-versions.ts";
import { CODES } from "./codes.ts";
import { INTEREST_COLUMNS, interestColumns } from "./interest-columns.ts";
import { SOURCE_COLUMNS, sourceColumns } from "./source-columns.ts";
import { literal } from "./sql.ts";
import { TEXT_FORMS } from "./text-forms.ts";
import { annotated, differing } from "./write-annotation.ts";

const prop = (name: string) => `json_extract_string(props, '$.${name}')`;
const day = (column: string) => `strftime(DATE '1970-01-01' + ${column}, '%Y-%m-%d')`;
const isDay = TEXT_FORMS.day.holds;

/**
 * Every version of every interest that was not withdrawn; of several with one id the last. `base` is the relationship,
 * `version` counts its statements. `placed`: the record and the start of a version follow from the versions before it,
 * so they are written as first stated, and closings that follow from them not at all.
 */
const COUNTING = `SELECT * FROM (
    SELECT *, dense_rank() OVER (PARTITION BY base ORDER BY stated, first) AS version FROM (
      SELECT *, min(n) OVER (PARTITION BY key) AS first FROM (
        SELECT s.*, coalesce(json_extract_string(s.props, '$.statementId'), s.id) AS key, ${RELATIONSHIP} AS base,
          coalesce(json_extract_string(s.props, '$.version.record') = s.record, false)
            AND NOT bool_or(g.n IS NOT NULL) OVER (PARTITION BY ${RELATIONSHIP}) AS placed, g.n IS NOT NULL AS withdrawn,
          row_number() OVER (PARTITION BY s.id ORDER BY s.import DESC, s.n DESC) AS age
        FROM statement_all AS s LEFT JOIN (SELECT DISTINCT n FROM gone WHERE how <> 'superseded') AS g ON g.n = s.n
        WHERE s.kind = 'interest')
      WHERE age = 1 AND NOT withdrawn AND NOT (placed AND ${DERIVED})))`;

const MEMBERS = `SELECT x.n, string_agg(e.id, '|' ORDER BY x.k) AS ids FROM (
    SELECT n, CAST(unnest(l) AS INTEGER) AS member, generate_subscripts(l, 1) AS k
    FROM (SELECT n, string_split(members, '|') AS l FROM chosen WHERE members <> '')) AS x
  JOIN entity_now AS e ON e.n = x.member GROUP BY x.n`;

/** A share unit as a decimal percentage. */
const decimal = (units: string) =>
  `CAST(rtrim(rtrim((${units} // ${PERCENT}) || '.' || lpad(CAST(${units} % ${PERCENT} AS VARCHAR), 10, '0'), '0'), '.') AS JSON)`;

const SHARE = `CASE WHEN low = high THEN json_object('exact', ${decimal("low")})
  WHEN low > 0 OR low_open OR high < ${WHOLE} OR high_open THEN json_object(
    'minimum', CASE WHEN low > 0 AND NOT low_open THEN ${decimal("low")} END,
    'exclusiveMinimum', CASE WHEN low_open THEN ${decimal("low")} END,
    'maximum', CASE WHEN high < ${WHOLE} AND NOT high_open THEN ${decimal("high")} END,
    'exclusiveMaximum', CASE WHEN high_open THEN ${decimal("high")} END) END`;

/** A day as it is; a month or a year as its first day, as the standard has it; a span has no place in BODS. */
const rounded = (text: string) => `CASE WHEN ${isDay(text)} THEN ${text}
  WHEN regexp_full_match(${text}, '\\d{4}-\\d{2}') THEN ${text} || '-01' WHEN regexp_full_match(${text}, '\\d{4}') THEN ${text} || '-01-01' END`;

/** The rights BODS has no type for, as the nearest of its types; the details begin with our code. */
const OUTSIDE = {
  generalPartner: "controlByLegalFramework",
  actingInConcert: "otherInfluenceOrControl",
  statedControl: "otherInfluenceOrControl",
} as const;
const outside = Object.keys(OUTSIDE).map(literal).join(", ");

const INTEREST = `json_object(
  'type', CASE interest_type ${Object.entries(OUTSIDE)
    .map(([ours, theirs]) => `WHEN '${ours}' THEN '${theirs}'`)
    .join(" ")} ELSE interest_type END,
  'directOrIndirect', coalesce(${prop("directOrIndirect")}, direct),
  'beneficialOwnershipOrControl', CASE ${prop("beneficialOwnershipOrControl")} WHEN 'true' THEN true WHEN 'false' THEN false END,
  'details', CASE WHEN interest_type IN (${outside}) THEN 'armslength:' || interest_type || CASE WHEN note = '' THEN '' ELSE ': ' || note END
    WHEN note <> '' THEN note END,
  'share', ${SHARE},
  'startDate', ${rounded("from_text")},
  'endDate', ${rounded("to_text")})`;

const CODED = `list_contains([${CODES.unspecifiedReason.map(literal).join(", ")}], split_part(why, ': ', 1))`;
/** Why nobody is named: the code and, after it, the words; what begins with no code is words alone. */
const unspecified = (why: string) =>
  `(SELECT json_object('reason', CASE WHEN ${CODED} THEN split_part(why, ': ', 1) ELSE 'unknown' END,
    'description', CASE WHEN NOT ${CODED} THEN nullif(why, '') WHEN contains(why, ': ') THEN substr(why, strpos(why, ': ') + 2) END)
  FROM (SELECT ${why} AS why))`;

const SOURCE = `json_object('type', CASE WHEN len(types) > 0 AND len(list_filter(types, lambda x: NOT list_contains([${CODES.sourceType.map(literal).join(", ")}], x))) = 0 THEN types END,
  'description', nullif(title, ''), 'url', CASE WHEN ${TEXT_FORMS.uri.holds("url")} THEN url END,
  'retrievedAt', CASE WHEN ${isDay("retrieved")} THEN retrieved END,
  'assertedBy', CASE WHEN starts_with(source_note, 'asserted by: ') THEN list_transform(string_split(substr(source_note, 14), '; '), lambda x: json_object('name', x)) END)`;
const PUBLICATION = `CASE WHEN publisher <> '' THEN json_object('publicationDate', CASE WHEN ${isDay("published")} THEN published
    WHEN ${isDay("retrieved")} THEN retrieved ELSE ${day("stated")} END, 'bodsVersion', '0.4',
  'license', CASE WHEN ${TEXT_FORMS.uri.holds("licence")} THEN licence END, 'publisher', json_object('name', publisher)) END`;

const DETAILS = `json_object('isComponent', component,
  'componentRecords', CASE WHEN NOT component THEN CAST(${prop("componentRecords")} AS JSON) END,
  'subject', CASE WHEN ${prop("unspecifiedSubject")} IS NULL THEN to_json(subject_id) ELSE ${unspecified(prop("unspecifiedSubject"))} END,
  'interestedParty', CASE WHEN object_id <> '' THEN to_json(object_id) ELSE ${unspecified("reason")} END,
  'interests', interests)`;

const MADE = `SELECT first AS row, json_merge_patch('{}', json_object(
    'statementId', CASE WHEN length(key) BETWEEN 32 AND 64 THEN key ELSE 'armslength-' || md5(key) END,
    'statementDate', CASE WHEN ${isDay("stated_text")} THEN stated_text ELSE ${day("stated")} END,
    'annotations', json_extract(${prop("annotations")}, '$'),
    'publicationDetails', ${PUBLICATION}, 'source', ${SOURCE},
    'declaration', ${prop("declaration")},
    'declarationSubject', coalesce(${prop("declarationSubject")}, subject_id),
    'recordId', base, 'recordType', 'relationship',
    'recordStatus', CASE WHEN closed THEN 'closed' WHEN version > 1 THEN 'updated' ELSE 'new' END,
    'recordDetails', ${DETAILS})) AS json FROM grouped`;

const PLACED: Partial<Record<(typeof INTEREST_COLUMNS)[number], string>> = {
  from_text: prop("version.startDate"),
  to_text: `coalesce(${prop("version.endDate")}, to_text)`,
  record: "base || CASE WHEN k > 0 THEN '#' || k ELSE '' END",
  props: `CAST(json_merge_patch(CAST(props AS JSON), '{"version":null}') AS VARCHAR)`,
};
const OWN = INTEREST_COLUMNS.filter(
  (column) => !["subject", "object", "leader", "members", "stated_text"].includes(column),
).map((column) => {
  const stated = PLACED[column];
  return stated === undefined ? column : `CASE WHEN placed THEN ${stated} ELSE ${column} END AS ${column}`;
});

/**
 * Relationship statements of one page, as one column `json`: what `interestColumns` and `sourceColumns` read back as
 * the same statements. Interests that came from one relationship stand in one again. A page is the statements whose
 * key falls on `$page` of `$pages`; `$component` takes those that are components of another, or the others.
 */
export const relationshipStatements = (): string => `WITH
  chosen AS (SELECT * FROM (${COUNTING}) WHERE $pages = 1 OR CAST(md5_number_lower(key) >> 4 AS BIGINT) % $pages = $page),
  member_of AS (${MEMBERS}),
  own AS (SELECT ${OWN.join(", ")}, n, key, base, version, stated, low, high, low_open, high_open,
      source, subject, object, leader, members, stated_text, k, first FROM (
    SELECT s.* EXCLUDE (subject, object, leader, members, stated_text), a.id AS subject, coalesce(b.id, '') AS object,
      coalesce(l.id, '') AS leader, coalesce(m.ids, '') AS members,
      CASE WHEN s.stated_text <> '' THEN s.stated_text WHEN c.published = ${day("s.stated")} THEN '' ELSE ${day("s.stated")} END AS stated_text,
      row_number() OVER (PARTITION BY s.key ORDER BY s.n) - 1 AS k
    FROM chosen AS s LEFT JOIN entity_now AS a ON a.n = s.subject LEFT JOIN entity_now AS b ON b.n = s.object
    LEFT JOIN entity_now AS l ON l.n = s.leader LEFT JOIN member_of AS m ON m.n = s.n LEFT JOIN source_now AS c ON c.id = s.source)),
  interest AS (SELECT first, k, json_merge_patch('{}', ${INTEREST}) AS interest, ${prop("recordStatus")} = 'closed' AS closing FROM own),
  several AS (SELECT first, array_agg(interest ORDER BY k) AS interests, bool_and(coalesce(closing, false)) AS closed FROM interest GROUP BY first),
  grouped AS MATERIALIZED (SELECT o.first, o.key, o.base, o.version, o.stated, o.stated_text, o.subject AS subject_id, o.object AS object_id, o.reason, o.props,
      coalesce(json_extract_string(o.props, '$.isComponent') = 'true', false) AS component, v.interests, v.closed, c.title, c.publisher, c.url, c.published, c.retrieved,
      c.licence, c.note AS source_note, list_filter(string_split(c.kind, ', '), lambda x: x <> '') AS types
    FROM own AS o JOIN several AS v ON v.first = o.first LEFT JOIN source_now AS c ON c.id = o.source
    WHERE o.k = 0 AND coalesce(json_extract_string(o.props, '$.isComponent') = 'true', false) = $component),
  made AS MATERIALIZED (${MADE}),
  read AS (${interestColumns("SELECT row, json FROM made", "''")}),
  kept AS (SELECT o.first, array_agg(coalesce(CAST(x AS JSON), CAST('{}' AS JSON)) ORDER BY o.k) AS interests, bool_or(x IS NOT NULL) AS some
    FROM (SELECT o.first, o.k, ${differing(INTEREST_COLUMNS, "r", "o")} AS x FROM own AS o JOIN read AS r ON r.row = o.first AND r.k = o.k) AS o
    GROUP BY o.first),
  read_source AS (${sourceColumns("SELECT row, json FROM made")}),
  kept_source AS (SELECT o.first, ${differing(SOURCE_COLUMNS, "r", "c")} AS source
    FROM own AS o JOIN read_source AS r ON r.row = o.first LEFT JOIN source_now AS c ON c.id = o.source WHERE o.k = 0)
  SELECT CAST(${annotated(
    "m.json",
    "CASE WHEN k.some OR c.source IS NOT NULL THEN true END",
    "json_merge_patch('{}', json_object('source', CAST(c.source AS JSON), 'interests', CASE WHEN k.some THEN k.interests END))",
  )} AS VARCHAR) AS json
  FROM made AS m JOIN kept AS k ON k.first = m.row JOIN kept_source AS c ON c.first = m.row ORDER BY m.row`;
