import { CODES } from "./codes.ts";
import { ENTITY_COLUMNS, entityColumns, FORMS, NAME_TAGS } from "./entity-columns.ts";
import { item, literal } from "./sql.ts";
import { TEXT_FORMS } from "./text-forms.ts";
import { annotated, differing } from "./write-annotation.ts";

const fact = (label: string) => `nullif(trim(regexp_extract(note, '(?:^|; )${label}: ([^;]*)', 1)), '')`;
const known = (value: string, codes: readonly string[]) =>
  `CASE WHEN ${value} IN (${codes.map(literal).join(", ")}) THEN ${value} END`;
const valid = (value: string, form: keyof typeof TEXT_FORMS) =>
  `CASE WHEN ${TEXT_FORMS[form].holds(value)} THEN ${value} END`;

/** The forms BODS allows, as `type` or `type, subtype`. */
const ALLOWED = CODES.entityType.flatMap((type) => {
  const subtypes = {
    arrangement: ["trust", "nomination"],
    legalEntity: ["trust"],
    stateBody: ["governmentDepartment", "stateAgency"],
  };
  const more: readonly string[] = type in subtypes ? subtypes[type as keyof typeof subtypes] : [];
  return [type, ...[...more, "other"].map((subtype) => `${type}, ${subtype}`)];
});
const FORM = `coalesce(${known(fact("form"), ALLOWED)}, CASE kind ${Object.entries(FORMS)
  .map(([kind, [type, subtype]]) => `WHEN '${kind}' THEN '${subtype === "" ? type : `${type}, ${subtype}`}'`)
  .join(" ")} END)`;
const KIND_IN_WORDS = "CASE WHEN kind IN ('partnership', 'fund', 'outlet', 'product', 'group') THEN kind END";

const REASON = known("split_part(unspecified, ', ', 1)", CODES.unspecifiedReason);
const UNSPECIFIED = `CASE WHEN ${REASON} IS NOT NULL THEN json_object('reason', ${REASON},
  'description', CASE WHEN contains(unspecified, ', ') THEN substr(unspecified, strpos(unspecified, ', ') + 2) END) END`;

/** A name the reader makes up where there is none; not written. */
const MADE_UP = `(name = id OR regexp_matches(name, '^(Anonymous|Unknown|Unnamed|Unspecified) (entity|person)( \\(|$)'))`;
const NAME = `CASE WHEN NOT ${MADE_UP} THEN name END`;

/** A place with its English name, from the parameter `$places`; what is no code is a name. */
const place = (code: string, pattern: string) => `CASE WHEN regexp_full_match(${code}, '${pattern}')
  THEN json_object('name', coalesce(json_extract_string(CAST($places AS JSON), '/' || ${code}), ${code}), 'code', ${code})
  ELSE json_object('name', ${code}) END`;

const nonEmpty = (list: string) => `CASE WHEN len(${list}) > 0 THEN ${list} END`;
const NUMBERS = nonEmpty(
  "list_transform(numbers, lambda x: CASE WHEN x.scheme = '' THEN json_object('schemeName', '', 'id', x.value) ELSE json_object('scheme', x.scheme, 'id', x.value) END)",
);

const ENTITY = `json_object(
  'isComponent', component,
  'entityType', json_object('type', split_part(form, ', ', 1), 'subtype', nullif(split_part(form, ', ', 2), ''),
    'details', coalesce(${fact("form in words")}, ${KIND_IN_WORDS})),
  'unspecifiedEntityDetails', ${UNSPECIFIED},
  'name', ${NAME},
  'alternateNames', ${nonEmpty("list_transform(also, lambda x: x.text)")},
  'jurisdiction', CASE WHEN jurisdiction <> '' THEN ${place("jurisdiction", "[A-Z]{2}(-[A-Z0-9]{1,3})?")} END,
  'identifiers', ${NUMBERS},
  'uri', uri,
  'foundingDate', ${valid(fact("founded"), "day")},
  'dissolutionDate', ${valid(fact("dissolved"), "day")},
  'formedByStatute', CASE WHEN ${fact("formed by")} IS NOT NULL THEN json_object('name', ${fact("formed by")}) END,
  'publicListing', CASE ${fact("publicly listed")} WHEN 'yes' THEN json_object('hasPublicListing', true)
    WHEN 'no' THEN json_object('hasPublicListing', false) END)`;

const TYPE_OF_NAME = `CASE x.lang ${Object.entries(NAME_TAGS)
  .map(([type, tag]) => `WHEN '${tag}' THEN '${type}'`)
  .join(" ")} ELSE 'alternative' END`;
const PERSON = `json_object(
  'isComponent', component,
  'personType', coalesce(${known(fact("person"), CODES.personType)}, 'knownPerson'),
  'unspecifiedPersonDetails', ${UNSPECIFIED},
  'names', ${nonEmpty(`list_concat(CASE WHEN ${MADE_UP} THEN [] ELSE [json_object('fullName', name)] END,
    list_transform(also, lambda x: json_object('type', ${TYPE_OF_NAME}, 'fullName', x.text)))`)},
  'identifiers', ${NUMBERS},
  'nationalities', ${nonEmpty(`list_transform(list_filter(string_split(coalesce(${fact("nationalities")}, jurisdiction), ', '), lambda x: x <> ''),
    lambda x: ${place("x", "[A-Z]{2}")})`)},
  'birthDate', ${valid(fact("born"), "day-month-or-year")},
  'deathDate', ${valid(fact("died"), "day-month-or-year")},
  'politicalExposure', CASE WHEN ${known(fact("politically exposed"), CODES.pepStatus)} IS NOT NULL
    THEN json_object('status', ${fact("politically exposed")}) END)`;

const JOINED = {
  names: `string_agg(lang || ':' || ${item("text")}, '|' ORDER BY k)`,
  identifiers: `string_agg(scheme || ':' || ${item("value")}, '|' ORDER BY k)`,
};

/**
 * Statements of the entities with ordinals from `$first` to before `$next`, as one column `json`: what `entityColumns`
 * reads back as the same entity. What BODS has no field for is in one annotation. `$day` is the day of writing.
 */
export const entityStatements = (): string => {
  const made = `SELECT n AS row, json_merge_patch('{}', json_object('statementId', 'armslength-' || md5(id || chr(31) || CAST(details AS VARCHAR)),
      'declarationSubject', id, 'statementDate', $day, 'recordId', id,
      'recordType', CASE WHEN kind = 'person' THEN 'person' ELSE 'entity' END, 'recordDetails', details)) AS json
    FROM (SELECT n, id, kind, CASE WHEN kind = 'person' THEN ${PERSON} ELSE ${ENTITY} END AS details
      FROM (SELECT *, ${FORM} AS form, ${fact("unspecified")} AS unspecified FROM case_entity))`;
  return `WITH component AS (SELECT DISTINCT unnest(json_extract_string(json_extract_string(props, '$.componentRecords'), '$[*]')) AS id
      FROM statement_all WHERE contains(props, '"componentRecords"')),
    chosen AS (SELECT * FROM entity_now WHERE NOT placeholder AND n >= $first AND n < $next),
    name_of AS (SELECT n, array_agg(struct_pack(lang := lang, text := text) ORDER BY k) AS also, ${JOINED.names} AS names
      FROM name_now WHERE k > 0 AND n >= $first AND n < $next GROUP BY n),
    number_of AS (SELECT n, array_agg(struct_pack(scheme := scheme, value := value) ORDER BY k) FILTER (scheme <> 'uri') AS numbers,
        first(value ORDER BY k) FILTER (scheme = 'uri' AND ${TEXT_FORMS.uri.holds("value")}) AS uri, ${JOINED.identifiers} AS identifiers
      FROM identifier_now WHERE n >= $first AND n < $next GROUP BY n),
    case_entity AS (SELECT e.n, e.id, e.name, e.kind, e.jurisdiction, e.sector, e.note, coalesce(a.names, '') AS names,
        coalesce(b.identifiers, '') AS identifiers, coalesce(a.also, []) AS also, coalesce(b.numbers, []) AS numbers,
        CASE WHEN e.kind <> 'person' THEN b.uri END AS uri, c.id IS NOT NULL AS component
      FROM chosen AS e LEFT JOIN name_of AS a ON a.n = e.n LEFT JOIN number_of AS b ON b.n = e.n
      LEFT JOIN component AS c ON c.id = e.id
      ANTI JOIN (SELECT DISTINCT subject AS n FROM statement_all WHERE contains(props, '"unspecifiedSubject"')) AS u ON u.n = e.n),
    made AS MATERIALIZED (${made}),
    read AS (${entityColumns("SELECT row, json FROM made")}),
    kept AS (SELECT e.n, ${differing(
      ENTITY_COLUMNS.filter((column) => column !== "id"),
      "r",
      "e",
    )} AS entity
      FROM case_entity AS e JOIN read AS r ON r.row = e.n)
    SELECT CAST(${annotated("m.json", "k.entity", "json_object('entity', CAST(k.entity AS JSON))")} AS VARCHAR) AS json
    FROM made AS m JOIN kept AS k ON k.n = m.row ORDER BY m.row`;
};
