import { Problem } from "../../errors.ts";
import type { Entity } from "../../model/entity.ts";
import { bare, fold } from "../../model/names.ts";
import { bestNamed } from "./best-named.ts";
import { type Rows, readEntities } from "./read.ts";

const SHOWN = 10;
const SUGGESTED = 5;
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
  const params: Record<string, string> = {
    folded,
    bare: bare(folded),
    latin: await latin(text),
  };
  for (const [k, word] of words.entries()) params[`w${k}`] = word;
  const every = words.map((_, k) => `contains(folded, $w${k})`).join(" AND ");
  const named = await bestNamed(
    rows,
    `SELECT v, CASE WHEN folded = $folded THEN 1 WHEN bare = $bare THEN 2 WHEN latin = $latin THEN 3
       WHEN starts_with(folded, $folded) THEN 4 WHEN contains(folded, ' ' || $folded) THEN 5
       WHEN contains(folded, $folded) THEN 6 WHEN $latin <> '' AND starts_with(latin, $latin) THEN 7 ELSE 8 END AS rank,
       length(text) AS size
     FROM name WHERE (${every}) OR bare = $bare OR ($latin <> '' AND contains(latin, $latin))`,
    params,
    limit,
  );
  const ids = [text.trim(), ...named.map(({ id }) => id)];
  if (named.length < limit) ids.push(...(await placeholders(rows, folded, limit)));
  return (await readEntities(rows, ids)).slice(0, limit);
}

/** Ids of entities that nothing is known of, whose id has a text in it, the shortest first. */
async function placeholders(rows: Rows, folded: string, limit: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    `SELECT i.id FROM (SELECT n, id FROM entity_id_now WHERE contains(lower(id), $folded)) AS i
     ANTI JOIN entity_version AS e ON e.n = i.n ORDER BY length(i.id), i.id LIMIT ${limit}`,
    { folded },
  );
  return found.map(({ id }) => id);
}

/** Names as which one may be meant, the surest first: a whole one; then one without its legal form, and the start of one. */
const STEPS = [
  "SELECT v, 1 AS rank, 0 AS size FROM name WHERE folded = $folded",
  `SELECT v, CASE WHEN bare = $bare THEN 2 ELSE 3 END AS rank, length(text) AS size FROM name
   WHERE bare = $bare OR starts_with(folded, $folded)`,
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
    const params = step.includes("$bare") ? { folded, bare: short } : { folded };
    const found = await bestNamed(rows, step, params, SHOWN + 1);
    const meant = await entities(found.filter(({ rank }) => rank === found[0]?.rank).map(({ id }) => id));
    if (meant.length > 1) throw ambiguous(name, meant);
    if (meant[0]) return meant[0];
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
    [
      `“${name}”可能指${some ? `${SHOWN} 个以上` : ` ${found.length} 个`}对象。`,
      "请用编号指明您所指的一个。",
    ],
  );
}

async function unknown(rows: Rows, name: string): Promise<Problem> {
  const key = await latin(name);
  const near = await findEntities(rows, name, SUGGESTED);
  const alike = await bestNamed(
    rows,
    `SELECT v, -s AS rank, 0 AS size FROM (SELECT v, jaro_winkler_similarity(latin, $key) AS s FROM name
       WHERE (starts_with(latin, left($key, 2)) OR ends_with(latin, right($key, 4)))
         AND strlen(latin) BETWEEN length($key) - ${APART} AND length($key) + ${APART}) WHERE s >= ${LIKENESS}`,
    { key },
    SUGGESTED,
  );
  const found = await readEntities(
    rows,
    alike.map(({ id }) => id),
  );
  const choices = new Set([...near, ...found].map((one) => `${one.name} (${one.id})`));
  return new Problem(
    "unknown-entity",
    `there is no entity "${name}" in this case`,
    choices.size > 0
      ? "Did you mean one of these?"
      : "Try another spelling (`find` on the command line searches), or import data about it.",
    [...choices].slice(0, SUGGESTED),
    [
      `本案卷中没有名为“${name}”的对象。`,
      choices.size > 0
        ? "您是否要找下列之一？"
        : "请换一种写法（命令行可用 `find` 查找），或导入有关它的记录。",
    ],
  );
}
