import { setImmediate } from "node:timers/promises";
import { bare, ENDING, fold } from "../../model/names.ts";
import { fill } from "./lookup.ts";
import type { Parts } from "./parts.ts";
import { quoted } from "./scan.ts";
import type { Session } from "./session.ts";

const LANG = "^([a-z]{2,3}|x)(-[A-Za-z0-9]{1,8})*:";

/** A list `a|b` split at its bars; a bar within an item is written \\|. */
const items = (column: string) =>
  `list_filter(list_transform(string_split(replace(${column}, '\\|', chr(30)), '|'), lambda x: trim(replace(x, chr(30), '|'))), lambda x: x <> '')`;

/** `trim`, where there is something to trim: it looks at every letter. */
const trimmed = (sql: string) =>
  `CASE WHEN starts_with(${sql}, ' ') OR ends_with(${sql}, ' ') THEN trim(${sql}) ELSE ${sql} END`;

/** Whether a name has other white space than single spaces between words: the engine's `lower` and `fold` then differ. */
const SPACED = `starts_with(text, ' ') OR ends_with(text, ' ') OR contains(text, '  ') OR contains(text, chr(9))
  OR contains(text, chr(10)) OR contains(text, chr(12)) OR contains(text, chr(13))`;

/** Names of ASCII letters with their keys, as SQL over `rows(v, k, lang, text)`. */
const keysOf = (rows: string) => `SELECT v, k, lang, text, f, CASE WHEN short = '' THEN f ELSE short END,
    CASE WHEN regexp_full_match(letters, '[a-z0-9]*') THEN letters ELSE regexp_replace(letters, '[^a-z0-9]', '', 'g') END FROM (
    SELECT *, ${trimmed("cut")} AS short FROM (
      SELECT *, regexp_replace(f, ${quoted(ENDING)}, '') AS cut, replace(f, ' ', '') AS letters FROM (
        SELECT *, CASE WHEN ${SPACED} THEN trim(regexp_replace(low, '\\s+', ' ', 'g')) ELSE low END AS f FROM (
          SELECT *, lower(x.text) AS low FROM (${rows}) AS x WHERE NOT ${FOREIGN}))))`;

/** The other names, with their keys from `key_of`. */
const foreignOf = (rows: string) =>
  `SELECT x.v, x.k, x.lang, x.text, y.folded, y.bare, y.latin FROM (${rows}) AS x JOIN key_of AS y ON y.text = x.text
   WHERE ${FOREIGN} ORDER BY x.v, x.k`;

const FOREIGN = "strlen(x.text) <> length(x.text)";

/** Between so many names the engine is given its next step. */
const BATCH = 500;

type Keys = readonly (readonly string[])[];

const MAIN = "SELECT v, 0 AS k, NULL AS lang, name AS text FROM landed_entity";

/**
 * The names of the entities in `landed_entity` besides the main ones, in `other_name`. Returns each distinct name, main
 * or other, that is not plain ASCII.
 */
export async function noteNames(session: Session, parts: Parts): Promise<readonly string[]> {
  await session.run("CREATE TEMP TABLE other_name (v INTEGER, k BIGINT, lang VARCHAR, text VARCHAR)");
  if (parts.has("stage_entity", "names")) {
    await session.run(`INSERT INTO other_name
      SELECT v, k, CASE WHEN p = '' THEN 'und' ELSE p[:-2] END, trim(substr(x, length(p) + 1)) FROM (
        SELECT v, k, x, regexp_extract(x, ${quoted(LANG)}) AS p FROM (
          SELECT v, unnest(l) AS x, generate_subscripts(l, 1) AS k FROM (
            SELECT v, ${items("names")} AS l FROM landed_entity WHERE names <> ''))) WHERE trim(substr(x, length(p) + 1)) <> ''`);
  }
  const foreign = await session.columns(
    `SELECT DISTINCT x.text AS t FROM (SELECT name AS text FROM landed_entity UNION ALL SELECT text FROM other_name) AS x
     WHERE ${FOREIGN}`,
    { t: "text" },
  );
  return foreign.column.t as readonly string[];
}

/** Names that are not plain ASCII with their keys, worked out in JavaScript while the engine is at something else. */
export async function foreignKeys(texts: readonly string[]): Promise<Keys> {
  if (texts.length === 0) return [];
  const { romanisedFolded } = await import("./romanise.ts");
  const keys: string[][] = [];
  for (const [i, text] of texts.entries()) {
    if (i % BATCH === 0) await setImmediate();
    const folded = fold(text);
    keys.push([text, folded, bare(folded), romanisedFolded(folded)]);
  }
  return keys;
}

/** Names and identifiers of the entities in `landed_entity`, with the keys they are found by. */
export async function nameNew(session: Session, parts: Parts, foreign: Keys): Promise<void> {
  await session.run("CREATE TEMP TABLE key_of (text VARCHAR, folded VARCHAR, bare VARCHAR, latin VARCHAR)");
  await fill(session, "key_of", ["VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR"], foreign);
  for (const rows of [MAIN, ...(parts.has("stage_entity", "names") ? ["SELECT * FROM other_name"] : [])]) {
    await session.run(`INSERT INTO name ${keysOf(rows)}`);
    if (foreign.length > 0) await session.run(`INSERT INTO name ${foreignOf(rows)}`);
  }
  if (parts.has("stage_entity", "identifiers")) await identifyNew(session);
}

async function identifyNew(session: Session): Promise<void> {
  const identifier = `CASE WHEN contains(x, ':') THEN trim(split_part(x, ':', 1)) ELSE '' END,
      CASE WHEN contains(x, ':') THEN trim(substr(x, strpos(x, ':') + 1)) ELSE x END`;
  const said = "trim(substr(x, strpos(x, ':') + 1)) <> ''";
  await session.run(`INSERT INTO identifier SELECT v, 1, ${identifier} FROM (
      SELECT v, trim(identifiers) AS x FROM landed_entity WHERE identifiers <> '' AND NOT contains(identifiers, '|'))
    WHERE ${said}`);
  await session.run(`INSERT INTO identifier SELECT v, k, ${identifier} FROM (
      SELECT v, unnest(l) AS x, generate_subscripts(l, 1) AS k FROM (
        SELECT v, ${items("identifiers")} AS l FROM landed_entity WHERE contains(identifiers, '|')))
    WHERE ${said}`);
}
