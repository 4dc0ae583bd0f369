import { bare, ENDING, fold } from "../../model/names.ts";
import { fill } from "./lookup.ts";
import { quoted } from "./scan.ts";
import type { Session } from "./session.ts";

const LANG = "^([a-z]{2,3}|x)(-[A-Za-z0-9]{1,8})*:";

/** A list `a|b` split at its bars; a bar within an item is written \\|. */
const items = (column: string) =>
  `list_filter(list_transform(string_split(replace(${column}, '\\|', chr(30)), '|'), lambda x: trim(replace(x, chr(30), '|'))), lambda x: x <> '')`;

/** Names and identifiers of the staged entities in `new_entity`, with the keys they are found by. */
export async function nameNew(session: Session): Promise<void> {
  const staged = "stage_entity AS s JOIN new_entity AS w ON w.rid = s.rowid";
  await session.run(`CREATE TEMP TABLE new_name AS
    SELECT w.v, 0 AS k, '' AS lang, s.name AS text FROM ${staged}
    UNION ALL
    SELECT v, k, CASE WHEN p = '' THEN 'und' ELSE p[:-2] END, trim(substr(x, length(p) + 1)) FROM (
      SELECT v, k, x, regexp_extract(x, ${quoted(LANG)}) AS p FROM (
        SELECT v, unnest(l) AS x, generate_subscripts(l, 1) AS k FROM (
          SELECT w.v, ${items("s.names")} AS l FROM ${staged} WHERE s.names <> ''))) WHERE trim(substr(x, length(p) + 1)) <> ''`);
  await foldForeign(session);
  await session.run(`INSERT INTO name SELECT v, k, lang, text, f, CASE WHEN short = '' THEN f ELSE short END,
      regexp_replace(f, '[^a-z0-9]', '', 'g') FROM (
      SELECT v, k, lang, text, f, trim(regexp_replace(f, ${quoted(ENDING)}, '')) AS short FROM (
        SELECT v, k, lang, text, trim(regexp_replace(lower(text), '\\s+', ' ', 'g')) AS f
        FROM new_name WHERE strlen(text) = length(text)))`);
  await session.run(`INSERT INTO name SELECT x.v, x.k, x.lang, x.text, y.folded, y.bare, y.latin
    FROM new_name AS x JOIN key_of AS y ON y.text = x.text`);
  const identifier = `CASE WHEN contains(x, ':') THEN trim(split_part(x, ':', 1)) ELSE '' END,
      CASE WHEN contains(x, ':') THEN trim(substr(x, strpos(x, ':') + 1)) ELSE x END`;
  const said = "trim(substr(x, strpos(x, ':') + 1)) <> ''";
  await session.run(`INSERT INTO identifier SELECT v, 1, ${identifier} FROM (
      SELECT w.v, trim(s.identifiers) AS x FROM ${staged} WHERE s.identifiers <> '' AND NOT contains(s.identifiers, '|'))
    WHERE ${said}`);
  await session.run(`INSERT INTO identifier SELECT v, k, ${identifier} FROM (
      SELECT v, unnest(l) AS x, generate_subscripts(l, 1) AS k FROM (
        SELECT w.v, ${items("s.identifiers")} AS l FROM ${staged} WHERE contains(s.identifiers, '|')))
    WHERE ${said}`);
}

/** The keys of names that are not plain ASCII, each distinct name once, in JavaScript; the rest is folded by the engine. */
async function foldForeign(session: Session): Promise<void> {
  await session.run("CREATE TEMP TABLE key_of (text VARCHAR, folded VARCHAR, bare VARCHAR, latin VARCHAR)");
  const foreign = await session.columns(
    "SELECT DISTINCT text AS t FROM new_name WHERE strlen(text) <> length(text)",
    { t: "text" },
  );
  const texts = foreign.column.t as readonly string[];
  if (texts.length === 0) return;
  const { romanised } = await import("./romanise.ts");
  const keys = texts.map((text) => [text, fold(text), bare(fold(text)), romanised(text)]);
  await fill(session, "key_of", ["VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR"], keys);
}
