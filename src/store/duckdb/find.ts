import { Problem } from "../../errors.ts";
import type { Entity } from "../../model/entity.ts";
import { bare, fold } from "../../model/names.ts";
import { type Rows, readEntities } from "./read.ts";

const SHOWN = 10;
const WORDS = 6;
const LIKENESS = 0.8;
/** How many letters longer or shorter a name may be to be suggested for another. */
const APART = 12;

async function latin(text: string): Promise<string> {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const { romanised } = await import("./romanise.ts");
  return romanised(text);
}

/** Entities whose id or a name matches, in any script, best first: the whole name, its start, a word's start, anywhere. */
export async function findEntities(rows: Rows, text: string, limit: number): Promise<Entity[]> {
  const folded = fold(text);
  if (folded === "" || limit < 1) return [];
  const words = folded.split(" ").slice(0, WORDS);
  const params: Record<string, string | number> = {
    id: text.trim(),
    folded,
    bare: bare(folded),
    latin: await latin(text),
    limit,
  };
  for (const [k, word] of words.entries()) params[`w${k}`] = word;
  const every = words.map((_, k) => `contains(folded, $w${k})`).join(" AND ");
  const found = await rows<{ id: string }>(
    `WITH hit AS (
       SELECT n, CASE WHEN folded = $folded THEN 1 WHEN bare = $bare THEN 2 WHEN latin = $latin THEN 3
         WHEN starts_with(folded, $folded) THEN 4 WHEN contains(folded, ' ' || $folded) THEN 5
         WHEN contains(folded, $folded) THEN 6 WHEN $latin <> '' AND starts_with(latin, $latin) THEN 7 ELSE 8 END AS rank,
         length(text) AS size
       FROM name_now WHERE (${every}) OR bare = $bare OR ($latin <> '' AND contains(latin, $latin))
       UNION ALL SELECT n, 0, 0 FROM entity_id_now WHERE id = $id
       UNION ALL SELECT n, 9, length(id) FROM (SELECT n, id FROM entity_id_now WHERE contains(lower(id), $folded)) AS i
         ANTI JOIN entity_version AS e ON e.n = i.n),
     best AS (SELECT n, min(rank) AS rank, min(size) AS size FROM hit GROUP BY n)
     SELECT e.id FROM best AS b JOIN entity_id_now AS e ON e.n = b.n ORDER BY b.rank, b.size, e.id LIMIT $limit`,
    params,
  );
  return readEntities(
    rows,
    found.map((one) => one.id),
  );
}

const STEPS = [
  "SELECT n FROM name_now WHERE folded = $folded",
  "SELECT n FROM name_now WHERE bare = $bare",
  "SELECT n FROM name_now WHERE starts_with(folded, $folded)",
] as const;

/** The one entity meant by an id or a name: an id, else a whole name, else one without its legal form, else the start of one. */
export async function resolveEntity(
  rows: Rows,
  entities: (ids: readonly string[]) => Promise<Entity[]>,
  name: string,
): Promise<Entity> {
  const given = name.trim();
  const [exact] = await entities(given === "" ? [] : [given]);
  if (exact) return exact;
  const folded = fold(given);
  const short = bare(folded);
  for (const step of folded === "" ? [] : STEPS) {
    const params = step.includes("$bare") ? { bare: short } : { folded };
    const found = await rows<{ id: string; name: string }>(
      `SELECT i.id, e.name FROM (SELECT DISTINCT n FROM (${step})) AS m JOIN entity_version AS e ON e.n = m.n
       JOIN entity_id_now AS i ON i.n = m.n ORDER BY length(e.name), i.id LIMIT ${SHOWN + 1}`,
      params,
    );
    if (found.length > 1) throw ambiguous(name, found);
    const [only] = await entities(found.map((one) => one.id));
    if (only) return only;
  }
  throw await unknown(rows, name);
}

function ambiguous(name: string, found: readonly { id: string; name: string }[]): Problem {
  const some = found.length > SHOWN;
  return new Problem(
    "ambiguous-entity",
    `"${name}" could be ${some ? `any of more than ${SHOWN}` : found.length} entities`,
    "Name the one you mean by its id.",
    found.slice(0, SHOWN).map((one) => `${one.name} (${one.id})`),
  );
}

async function unknown(rows: Rows, name: string): Promise<Problem> {
  const key = await latin(name);
  const near = await findEntities(rows, name, 5);
  const alike = await rows<{ id: string; name: string }>(
    `SELECT i.id, e.name FROM (
       SELECT n, max(jaro_winkler_similarity(latin, $key)) AS s FROM name_now
       WHERE (left(latin, 2) = left($key, 2) OR right(latin, 4) = right($key, 4)) AND abs(length(latin) - length($key)) <= ${APART}
       GROUP BY n) AS m
     JOIN entity_version AS e ON e.n = m.n JOIN entity_id_now AS i ON i.n = m.n
     WHERE m.s >= ${LIKENESS} ORDER BY m.s DESC, i.id LIMIT 5`,
    { key },
  );
  const choices = new Set([...near, ...alike].map((one) => `${one.name} (${one.id})`));
  return new Problem(
    "unknown-entity",
    `there is no entity "${name}" in this case`,
    choices.size > 0
      ? "Did you mean one of these?"
      : "Search with `armslength find`, or import data about it.",
    [...choices].slice(0, 5),
  );
}
