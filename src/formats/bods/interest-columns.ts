import { type Has, MAYBE, texts } from "./present.ts";
import { SHARE_FIELDS, shareText } from "./share-text.ts";
import { ASIDE, dayOf, literal, select, written } from "./sql.ts";

/** The columns of an interest, in the order of `stage_statement` without `row`, `file` and `closes`. */
export const INTEREST_COLUMNS = [
  "id",
  "record",
  "subject",
  "object",
  "from_text",
  "to_text",
  "basis",
  "stated_text",
  "locator",
  "quote",
  "dispute",
  "note",
  "interest_type",
  "share_text",
  "class",
  "direct",
  "conditional",
  "leader",
  "members",
  "joint",
  "reason",
  "props",
] as const;

const PATHS = {
  statement: "$.statementId",
  base: "$.recordId",
  stated: "$.statementDate",
  status: "$.recordStatus",
  declaration: "$.declaration",
  about: "$.declarationSubject",
  component: "$.recordDetails.isComponent",
  components: "$.recordDetails.componentRecords",
  subject_id: "$.recordDetails.subject",
  subject_reason: "$.recordDetails.subject.reason",
  subject_why: "$.recordDetails.subject.description",
  party_id: "$.recordDetails.interestedParty",
  party_reason: "$.recordDetails.interestedParty.reason",
  party_why: "$.recordDetails.interestedParty.description",
};

/** Our rights outside BODS are written as a BODS type with details that begin so. */
const OUTSIDE = "armslength:(generalPartner|actingInConcert|statedControl)(?:: )?";

const OWN = ["type", "directOrIndirect", "beneficialOwnershipOrControl", "details", "startDate", "endDate"];
const FIELDS = [...OWN, ...SHARE_FIELDS.map((field) => `share.${field}`)];

/** The text of a field of an interest; all of them are read at once as the list `w`. */
const of = (field: string) => `w[${FIELDS.indexOf(field) + 1}]`;
const FIELD_LIST = FIELDS.map((field) => literal(`$.${field}`)).join(", ");
const detail = `coalesce(${of("details")}, '')`;
const outside = `nullif(regexp_extract(${detail}, '^${OUTSIDE}', 1), '')`;
const foreign = `list_filter(annotations, lambda a: json_type(a, '$.armslength') IS NULL)`;
const whole = "status = 'closed' AND len(interests) = 0";

/** What only a writer of BODS needs, as texts; absent where it can be told from the rest. */
const PROPS = {
  statementId: "CASE WHEN several THEN statement END",
  recordId: "CASE WHEN several THEN base END",
  recordStatus: "CASE WHEN status = 'closed' THEN status END",
  declaration: "declaration",
  declarationSubject: "CASE WHEN about <> subject THEN about END",
  isComponent: "CASE WHEN component = 'true' THEN component END",
  componentRecords: "CASE WHEN components <> '[]' THEN components END",
  directOrIndirect: "CASE WHEN said <> direct THEN said END",
  beneficialOwnershipOrControl: of("beneficialOwnershipOrControl"),
  unspecifiedSubject: "subject_reason || coalesce(': ' || subject_why, '')",
  annotations: `CASE WHEN k = 0 AND len(${foreign}) > 0 THEN CAST(to_json(${foreign}) AS VARCHAR) END`,
};

/**
 * The interests of relationship statements, one row each, numbered by `k` from 0; a relationship without interests is
 * one unknown interest. `from` selects `row` and `json`; `place` is where a statement stands, as SQL over `row`.
 * Further columns: `base` (the record of the relationship), `statement`, `day` and `instant` (when it was made), `closed`,
 * `whole` (closed without saying what of it), and `settled` (written by us with the record it is a version of).
 *
 * Two statements of one relationship are two versions of its interests: `versions.ts` tells them apart in time. `directOrIndirect` that is
 * unknown or missing is unknown; with component records the interest is declared indirect: these explain it.
 */
export function interestColumns(from: string, place: string, has: Has = MAYBE): string {
  const annotated = has("$.annotations");
  const read = texts(PATHS, has);
  const props = annotated ? PROPS : { ...PROPS, annotations: "CAST(NULL AS VARCHAR)" };
  const columns: Record<(typeof INTEREST_COLUMNS)[number], string> = {
    id: "statement || CASE WHEN several THEN '#' || k ELSE '' END",
    record: "base || CASE WHEN k > 0 THEN '#' || k ELSE '' END",
    subject: "subject",
    object: "CASE WHEN party_reason IS NULL THEN party_id ELSE '' END",
    from_text: `coalesce(${of("startDate")}, '')`,
    to_text: `coalesce(${of("endDate")}, '')`,
    basis: "'period'",
    stated_text: dayOf("stated"),
    locator: `${place} || CASE WHEN len(interests) = 0 OR ${place} LIKE 'line %' THEN '' ELSE '/recordDetails/interests/' || k END`,
    quote: "''",
    dispute: "''",
    note: `regexp_replace(${detail}, '^${OUTSIDE}', '')`,
    interest_type: `coalesce(${outside}, ${of("type")}, 'unknownInterest')`,
    share_text: shareText((field) => of(`share.${field}`)),
    class: "''",
    direct: "direct",
    conditional: "''",
    leader: "''",
    members: "''",
    joint: "''",
    reason: "coalesce(party_reason || coalesce(': ' || party_why, ''), '')",
    props: `CASE WHEN coalesce(${Object.values(props).join(", ")}) IS NULL THEN '{}' ELSE CAST(json_merge_patch('{}', json_object(${Object.entries(
      props,
    )
      .map(([name, sql]) => `'${name}', ${sql}`)
      .join(", ")})) AS VARCHAR) END`,
  };
  const kept = Object.fromEntries(
    Object.entries(columns).map(([column, sql]) => [column, written(annotated, `a, '$.${column}'`, sql)]),
  );
  return `SELECT row, k, base, statement, ${dayOf("stated")} AS day, stated AS instant, coalesce(status = 'closed', false) AS closed,
    coalesce(${whole}, false) AS whole, ${annotated ? "json_extract_string(a, '$.record') IS NOT NULL" : "false"} AS settled, ${select(kept)} FROM (
    SELECT *, CASE WHEN said = 'unknown' AND components <> '[]' AND component = 'false' THEN 'indirect' ELSE said END AS direct,
      CASE WHEN subject_reason IS NULL THEN subject_id ELSE base || ':subject' END AS subject FROM (
    SELECT *, len(interests) > 1 AS several, coalesce(${of("directOrIndirect")}, 'unknown') AS said,
      ${annotated ? "json_extract(o, '$.interests[' || k || ']')" : "NULL"} AS a FROM (
    SELECT *, json_extract_string(i, [${FIELD_LIST}]) AS w FROM (
    SELECT row, o, annotations, interests, ${select(read.of)},
      unnest(CASE WHEN len(interests) = 0 THEN [CAST('{}' AS JSON)] ELSE interests END) AS i,
      CAST(unnest(range(greatest(len(interests), 1))) AS INTEGER) AS k
    FROM (SELECT row, ${annotated ? `${ASIDE} AS o, json_extract(json, '$.annotations[*]')` : "NULL AS o, NULL"} AS annotations,
      json_extract(json, '$.recordDetails.interests[*]') AS interests, ${read.list} AS v FROM (${from}))))))`;
}
