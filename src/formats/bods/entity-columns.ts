import { type Has, MAYBE, texts } from "./present.ts";
import { ASIDE, item, select, words, written } from "./sql.ts";

/** The columns of an entity that BODS says something about, in the order of `stage_entity`. */
export const ENTITY_COLUMNS = [
  "id",
  "name",
  "kind",
  "jurisdiction",
  "sector",
  "names",
  "identifiers",
  "note",
] as const;

const PATHS = {
  record: "$.recordType",
  id: "$.recordId",
  name: "$.recordDetails.name",
  type: "$.recordDetails.entityType.type",
  subtype: "$.recordDetails.entityType.subtype",
  details: "$.recordDetails.entityType.details",
  code: "$.recordDetails.jurisdiction.code",
  place: "$.recordDetails.jurisdiction.name",
  founded: "$.recordDetails.foundingDate",
  dissolved: "$.recordDetails.dissolutionDate",
  uri: "$.recordDetails.uri",
  statute: "$.recordDetails.formedByStatute.name",
  listed: "$.recordDetails.publicListing.hasPublicListing",
  entity_reason: "$.recordDetails.unspecifiedEntityDetails.reason",
  entity_why: "$.recordDetails.unspecifiedEntityDetails.description",
  person: "$.recordDetails.personType",
  person_reason: "$.recordDetails.unspecifiedPersonDetails.reason",
  person_why: "$.recordDetails.unspecifiedPersonDetails.description",
  born: "$.recordDetails.birthDate",
  died: "$.recordDetails.deathDate",
  exposed: "$.recordDetails.politicalExposure.status",
};

const LISTS = {
  also: ["$.recordDetails.alternateNames", "json_extract_string(json, '$.recordDetails.alternateNames[*]')"],
  named: ["$.recordDetails.names", "json_extract(json, '$.recordDetails.names[*]')"],
  numbers: ["$.recordDetails.identifiers", "json_extract(json, '$.recordDetails.identifiers[*]')"],
  tickers: [
    "$.recordDetails.publicListing.securitiesListings",
    "json_extract_string(json, '$.recordDetails.publicListing.securitiesListings[*].security.ticker')",
  ],
  nationalities: ["$.recordDetails.nationalities", "json_extract(json, '$.recordDetails.nationalities[*]')"],
} as const;

/** The lists of a statement; one that no statement of the file has is empty. */
const lists = (has: Has): Record<string, string> =>
  Object.fromEntries(
    Object.entries(LISTS).map(([name, [path, sql]]) => [
      name,
      has(path) ? sql : `CAST([] AS ${sql.startsWith("json_extract_string") ? "VARCHAR" : "JSON"}[])`,
    ]),
  );

/** The form an entity of each kind takes in BODS unless its note says another: type and subtype. */
export const FORMS: Readonly<Record<string, readonly [type: string, subtype: string]>> = {
  company: ["registeredEntity", ""],
  partnership: ["registeredEntity", "other"],
  trust: ["arrangement", "trust"],
  arrangement: ["arrangement", ""],
  state: ["state", ""],
  "state-body": ["stateBody", ""],
  unknown: ["unknownEntity", ""],
  fund: ["arrangement", "other"],
  outlet: ["legalEntity", "other"],
  product: ["arrangement", "other"],
  group: ["arrangement", "other"],
};

/** How a name of each BODS type is tagged: the private part of a language tag, at most eight letters. */
export const NAME_TAGS = {
  legal: "und-x-legal",
  translation: "und-x-translat",
  transliteration: "und-x-translit",
  former: "und-x-former",
  birth: "und-x-birth",
  alternative: "und",
} as const;

const KIND = `CASE WHEN record = 'person' THEN 'person' WHEN subtype = 'trust' THEN 'trust' ELSE CASE type
  WHEN 'arrangement' THEN 'arrangement' WHEN 'state' THEN 'state' WHEN 'stateBody' THEN 'state-body'
  WHEN 'unknownEntity' THEN 'unknown' WHEN 'anonymousEntity' THEN 'unknown' ELSE 'company' END END`;

/** The type and subtype, where they say more than the kind does. */
const FORM = `CASE WHEN record = 'entity' AND concat_ws(', ', type, subtype) NOT IN
  ('registeredEntity', 'arrangement, trust', 'arrangement', 'state', 'stateBody', 'unknownEntity')
  THEN concat_ws(', ', type, subtype) END`;

const LABEL = `CASE WHEN person = 'anonymousPerson' THEN 'Anonymous person' WHEN person = 'unknownPerson' THEN 'Unknown person'
  WHEN record = 'person' THEN 'Unnamed person' WHEN type = 'anonymousEntity' THEN 'Anonymous entity'
  WHEN type = 'unknownEntity' THEN 'Unknown entity' END`;

const REASON = "coalesce(entity_reason, person_reason)";
const filled = (text: string) => `nullif(trim(coalesce(${text}, '')), '')`;
const said = (label: string, value: string) => `'${label}: ' || ${filled(value)}`;
const codeOrName = "coalesce(json_extract_string(c, '$.code'), json_extract_string(c, '$.name'))";

/** Of a person's identifiers, numbers of identity documents and tax files are not kept. */
const PRIVATE = `regexp_matches(upper(coalesce(json_extract_string(c, '$.scheme'), '') || ' ' || coalesce(json_extract_string(c, '$.schemeName'), '')),
  'PASSPORT|TAX|ID-?CARD|NATIONAL ID|IDENTITY|SOCIAL|PERSONAL PUBLIC|DRIV')`;

const NAME_OF = (k: string) => filled(`json_extract_string(${k}, '$.fullName')`);
const TAG = `CASE json_extract_string(c, '$.type') ${Object.entries(NAME_TAGS)
  .map(([type, tag]) => `WHEN '${type}' THEN '${tag}:'`)
  .join(" ")} ELSE 'und:' END`;

/** A person's main name: the first legal one, else the first. */
const MAIN = `CASE WHEN len(named) > 1 THEN coalesce(list_position(list_transform(named, lambda c: json_extract_string(c, '$.type')), 'legal'), 1) ELSE 1 END`;
/** Lists are gone through only where there is something in them. */
const NAMES = `CASE WHEN len(also) > 0 OR len(named) > 1 THEN array_to_string(list_concat(
  list_transform(list_filter(also, lambda c: trim(c) <> ''), lambda c: 'und:' || ${item("trim(c)")}),
  list_transform(list_filter(list_concat(named[1:main - 1], named[main + 1:]), lambda c: ${NAME_OF("c")} IS NOT NULL),
    lambda c: ${TAG} || ${item(NAME_OF("c"))})), '|') ELSE '' END`;
const SCHEME = `replace(coalesce(json_extract_string(c, '$.scheme'), json_extract_string(c, '$.schemeName')), ':', ' ')`;
const NUMBERS = `CASE WHEN len(numbers) > 0 OR uri IS NOT NULL THEN array_to_string(list_concat(
  list_transform(list_filter(numbers, lambda c: ${filled("json_extract_string(c, '$.id')")} IS NOT NULL AND NOT (record = 'person' AND ${PRIVATE})),
    lambda c: ${item(`${SCHEME} || ':' || trim(json_extract_string(c, '$.id'))`)}),
  CASE WHEN uri IS NULL THEN [] ELSE ['uri:' || ${item("uri")}] END), '|') ELSE '' END`;

const NOTE = `concat_ws('; ', ${[
  said("form", FORM),
  said("form in words", "details"),
  said("person", "CASE WHEN person <> 'knownPerson' THEN person END"),
  said("unspecified", `${REASON} || coalesce(', ' || ${filled("coalesce(entity_why, person_why)")}, '')`),
  said("founded", "founded"),
  said("dissolved", "dissolved"),
  said("formed by", "statute"),
  said("publicly listed", "CASE listed WHEN 'true' THEN 'yes' WHEN 'false' THEN 'no' END"),
  said("tickers", "array_to_string(tickers, ', ')"),
  said("born", "left(born, 7)"),
  said("died", "left(died, 7)"),
  said("nationalities", "CASE WHEN len(nations) > 1 THEN array_to_string(nations, ', ') END"),
  said("politically exposed", "exposed"),
].join(",\n")})`;

/**
 * Entities and persons as the case keeps them. `from` selects `row` and `json` of entity and person statements.
 *
 * Kept: names (all of them, with their type), kind, jurisdiction (of a person: the first nationality), identifiers, and
 * as a note in plain words: form, why somebody is anonymous, founding, dissolution, statute, listing and tickers; of
 * persons year and month of birth and death, nationalities, political exposure. Not kept, because no question needs
 * it: addresses, places and days of birth, tax residence, numbers of identity documents, parts of names, filings,
 * details of exposure; and, because an entity has no clock of its own in a case, all but its latest statement.
 */
export function entityColumns(from: string, has: Has = MAYBE): string {
  const annotated = has("$.annotations");
  const columns: Record<(typeof ENTITY_COLUMNS)[number], string> = {
    id: "id",
    name: `coalesce(${filled("CASE WHEN record = 'person' THEN NULL ELSE name END")}, ${NAME_OF("named[main]")},
      ${LABEL} || coalesce(' (' || ${words(REASON)} || ')', ''), id)`,
    kind: KIND,
    jurisdiction:
      "CASE WHEN record = 'person' THEN coalesce(nations[1], '') ELSE coalesce(code, place, '') END",
    sector: "''",
    names: NAMES,
    identifiers: NUMBERS,
    note: NOTE,
  };
  const kept = Object.entries(columns).map(([column, sql]) => [
    column,
    column === "id" ? sql : written(annotated, `o, '$.entity.${column}'`, sql),
  ]);
  const read = texts(PATHS, has);
  return `SELECT row, ${select(Object.fromEntries(kept))} FROM (SELECT row, o, ${select(read.of)},
      also, named, numbers, tickers, ${MAIN} AS main, CASE WHEN len(nationalities) > 0 THEN list_transform(nationalities, lambda c: ${codeOrName}) ELSE [] END AS nations
    FROM (SELECT row, ${annotated ? ASIDE : "NULL"} AS o, ${read.list} AS v, ${select(lists(has))} FROM (${from})))`;
}
