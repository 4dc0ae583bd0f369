import { type Has, MAYBE } from "./present.ts";
import { ASIDE, dayOf, select, written } from "./sql.ts";

/** The columns of a source, in the order of `stage_source`. */
export const SOURCE_COLUMNS = [
  "id",
  "title",
  "publisher",
  "url",
  "archived_url",
  "published",
  "retrieved",
  "lang",
  "kind",
  "licence",
  "derived_from",
  "interested",
  "sha256",
  "note",
] as const;

const PATHS = [
  "$.source.description",
  "$.source.url",
  "$.source.retrievedAt",
  "$.publicationDetails.publicationDate",
  "$.publicationDetails.license",
  "$.publicationDetails.publisher.name",
  "$.publicationDetails.publisher.url",
];

const names = "array_to_string(json_extract_string(json, '$.source.assertedBy[*].name'), '; ')";
const types = "array_to_string(json_extract_string(json, '$.source.type[*]'), ', ')";

/**
 * The source of each statement: what `source` and `publicationDetails` say of it. A statement that names neither has
 * none of its own (id ''), the file is its source then. `from` selects `row` and `json`.
 */
export function sourceColumns(from: string, has: Has = MAYBE): string {
  const annotated = has("$.annotations");
  const said: Record<string, string> = {
    title: `coalesce(nullif(v[1], ''), nullif(concat_ws(', ', nullif(coalesce(v[6], v[7]), ''),
      CASE WHEN names <> '' THEN 'as asserted by ' || names END), ''), 'BODS statements')`,
    publisher: "coalesce(v[6], '')",
    url: "coalesce(v[2], v[7], '')",
    archived_url: "''",
    published: `coalesce(${dayOf("v[4]")}, '')`,
    retrieved: `coalesce(${dayOf("v[3]")}, '')`,
    lang: "''",
    kind: "types",
    licence: "coalesce(v[5], '')",
    derived_from: "''",
    interested: "CASE WHEN contains(types, 'selfDeclaration') THEN names ELSE '' END",
    sha256: "''",
    note: "CASE WHEN names <> '' THEN 'asserted by: ' || names ELSE '' END",
  };
  const kept = Object.fromEntries(
    Object.entries(said).map(([column, sql]) => [column, written(annotated, `o, '$.source.${column}'`, sql)]),
  );
  const all = Object.keys(said).join(", ");
  return `SELECT row, coalesce(own, CASE WHEN nothing THEN '' ELSE 'bods-' || left(md5(concat_ws(chr(31), ${all})), 16) END) AS id, ${all}
    FROM (SELECT row, ${annotated ? "json_extract_string(o, '$.source.id')" : "CAST(NULL AS VARCHAR)"} AS own, nothing, ${select(kept)}
      FROM (SELECT row, ${annotated ? ASIDE : "NULL"} AS o, json_extract_string(json, [${PATHS.map((path) => `'${path}'`).join(", ")}]) AS v,
          ${has("$.source.assertedBy") ? `coalesce(${names}, '')` : "''"} AS names, ${has("$.source.type") ? `coalesce(${types}, '')` : "''"} AS types,
          json_type(json, '$.source') IS NULL AND json_type(json, '$.publicationDetails') IS NULL AS nothing
        FROM (${from})))`;
}
