import { bare, ENDING, fold } from "../../model/names.ts";
import { fill } from "./lookup.ts";
import { EMPTY, type Parts } from "./parts.ts";
import { quoted } from "./scan.ts";
import type { Session } from "./session.ts";

const LANG = "^([a-z]{2,3}|x)(-[A-Za-z0-9]{1,8})*:";

/** A list `a|b` split at its bars; a bar within an item is written \\|. */
const items = (column: string) =>
  `list_filter(list_transform(string_split(replace(${column}, '\\|', chr(30)), '|'), lambda x: trim(replace(x, chr(30), '|'))), lambda x: x <> '')`;

/** `trim`, where there is something to trim: it looks at every letter. */
const trimmed = (sql: string) =>
  `CASE WHEN starts_with(${sql}, ' ') OR ends_with(${sql}, ' ') THEN trim(${sql}) ELSE ${sql} END`;

/** A name of ASCII letters as `fold` has it; what is rare, other white space than single spaces, is looked at closely. */
const FOLDED = `CASE WHEN contains(x.text, '  ') OR contains(x.text, chr(9)) OR contains(x.text, chr(10)) OR contains(x.text, chr(12))
    OR contains(x.text, chr(13)) THEN trim(regexp_replace(lower(x.text), '\\s+', ' ', 'g')) ELSE ${trimmed("lower(x.text)")} END`;

/** Names of ASCII letters with their keys, as SQL over `rows(v, k, lang, text)`. */
const keysOf = (rows: string) => `SELECT v, k, lang, text, f, CASE WHEN short = '' THEN f ELSE short END,
    CASE WHEN regexp_full_match(letters, '[a-z0-9]*') THEN letters ELSE regexp_replace(letters, '[^a-z0-9]', '', 'g') END FROM (
    SELECT *, ${trimmed("cut")} AS short FROM (
      SELECT *, regexp_replace(f, ${quoted(ENDING)}, '') AS cut, replace(f, ' ', '') AS letters FROM (
        SELECT *, ${FOLDED} AS f FROM (${rows}) AS x WHERE NOT ${FOREIGN})))`;

/** The other names, with their keys from `key_of`. */
const foreignOf = (rows: string) =>
  `SELECT x.v, x.k, x.lang, x.text, y.folded, y.bare, y.latin FROM (${rows}) AS x JOIN key_of AS y ON y.text = x.text
   WHERE ${FOREIGN} ORDER BY x.v, x.k`;

const FOREIGN = "strlen(x.text) <> length(x.text)";

const MAIN = "SELECT v, 0 AS k, '' AS lang, name AS text FROM landed_entity";

/** Names and identifiers of the entities in `landed_entity`, with the keys they are found by. */
export async function nameNew(session: Session, parts: Parts): Promise<void> {
  const has = (column: string) => parts.of("stage_entity").some((part) => part.column(column) !== EMPTY);
  await session.run("CREATE TEMP TABLE other_name (v INTEGER, k BIGINT, lang VARCHAR, text VARCHAR)");
  if (has("names")) {
    await session.run(`INSERT INTO other_name
      SELECT v, k, CASE WHEN p = '' THEN 'und' ELSE p[:-2] END, trim(substr(x, length(p) + 1)) FROM (
        SELECT v, k, x, regexp_extract(x, ${quoted(LANG)}) AS p FROM (
          SELECT v, unnest(l) AS x, generate_subscripts(l, 1) AS k FROM (
            SELECT v, ${items("names")} AS l FROM landed_entity WHERE names <> ''))) WHERE trim(substr(x, length(p) + 1)) <> ''`);
  }
  const foreign = await foldForeign(session);
  for (const rows of [MAIN, "SELECT * FROM other_name"]) {
    await session.run(`INSERT INTO name ${keysOf(rows)}`);
    if (foreign > 0) await session.run(`INSERT INTO name ${foreignOf(rows)}`);
  }
  if (has("identifiers")) await identifyNew(session);
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

/** The keys of names that are not plain ASCII, each distinct name once, in JavaScript; returns how many there are. */
async function foldForeign(session: Session): Promise<number> {
  await session.run("CREATE TEMP TABLE key_of (text VARCHAR, folded VARCHAR, bare VARCHAR, latin VARCHAR)");
  const foreign = await session.columns(
    `SELECT DISTINCT x.text AS t FROM (SELECT name AS text FROM landed_entity UNION ALL SELECT text FROM other_name) AS x
     WHERE ${FOREIGN}`,
    { t: "text" },
  );
  const texts = foreign.column.t as readonly string[];
  if (texts.length === 0) return 0;
  const { romanisedFolded } = await import("./romanise.ts");
  const keys = texts.map((text) => {
    const folded = fold(text);
    return [text, folded, bare(folded), romanisedFolded(folded)];
  });
  await fill(session, "key_of", ["VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR"], keys);
  return texts.length;
}
