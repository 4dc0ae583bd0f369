import { Problem } from "../errors.ts";
import { fold } from "../model/names.ts";
import { knownStatements, type Reader } from "../store/port.ts";

/** A statement that may bear on a claim, and why it is suggested. Nothing is attached by it. */
export interface Suggestion {
  readonly statement: string;
  /** Entities the claim names and it mentions. */
  readonly entities: readonly string[];
  /** Words both use, folded; the rare ones count more. */
  readonly words: readonly string[];
  readonly score: number;
}

const ENTITY_COUNTS = 3;
const MOST_OF_A_WORD = 4;
const LEAST = 2;
/** Statements read that are no text of their own, such as holdings of a named entity. */
const MOST_OTHERS = 400;
/** Words that tell nothing of what a sentence is about. */
const STOP = new Set(
  "about after against also been before being between both could does during each from have having into less more most much must only other over said same says several should some such than that their them then there these they this those through under until very were what when where which while whom whose will with would years".split(
    " ",
  ),
);

/** What a folded text is about: its longer Latin words, and pairs of neighbouring Han characters. */
export function wordsIn(folded: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (/\p{Script=Han}/u.test(word)) {
      for (const [run] of word.matchAll(/\p{Script=Han}+/gu))
        for (let k = 0; k + 1 < run.length; k++) found.add(run.slice(k, k + 2));
    } else if (word.length > 3 && !STOP.has(word)) found.add(word);
  }
  return found;
}

/** A name within a text, not as a part of a longer word; Han has no words to be parts of. */
const mentions = (folded: string, name: string): boolean => {
  if (/\p{Script=Han}/u.test(name)) return folded.includes(name);
  return ` ${folded.replace(/[^\p{L}\p{N}.&]+/gu, " ").replace(/\.( |$)/g, " ")} `.includes(` ${name} `);
};

interface Candidate {
  readonly id: string;
  readonly text: string;
  /** Ids of entities it names in columns of its own. */
  readonly entities: readonly string[];
}

/**
 * Statements of the case that mention entities the claim names, or share words with it, best first: three for each
 * entity, and for each shared word up to four, more the fewer statements use it. With `search` those words are looked
 * for instead of the claim's. What is attached already, and the text's own claims, are left out.
 */
export async function suggestedFor(
  store: Reader,
  claim: string,
  limit: number,
  search = "",
): Promise<Suggestion[]> {
  const [asked] = (await store.statements([claim])).filter((one) => one.kind === "claim");
  if (!asked)
    throw new Problem(
      "unknown-statement",
      `there is no claim "${claim}"`,
      "`armslength ask claims TEXT` lists them.",
    );
  const wanted = fold(search.trim() === "" ? (asked.properties.statement ?? "") : search);
  const about =
    search.trim() === "" ? (asked.properties.about ?? "").split("|").filter((id) => id !== "") : [];
  const named = await entitiesNamed(store, wanted, about);
  const words = wordsIn(wanted);
  const attached = await attachedTo(store, claim);
  const all = await candidates(store, asked.properties.text ?? "", named);
  const texts = all.map((one) => ({ one, folded: fold(one.text) }));
  const used = new Map<string, number>();
  const shared = texts.map(({ folded }) => {
    const some = [...wordsIn(folded)].filter((word) => words.has(word));
    for (const word of some) used.set(word, (used.get(word) ?? 0) + 1);
    return some;
  });
  return texts
    .flatMap(({ one, folded }, n): Suggestion[] => {
      if (one.id === claim || attached.has(one.id)) return [];
      const entities = [...named]
        .filter(([id, names]) => one.entities.includes(id) || names.some((name) => mentions(folded, name)))
        .map(([id]) => id);
      const common = shared[n] ?? [];
      const rare = common.map((word) =>
        Math.min(MOST_OF_A_WORD, Math.floor(Math.log2(all.length / (used.get(word) ?? 1)))),
      );
      const score = ENTITY_COUNTS * entities.length + rare.reduce((sum, each) => sum + each, 0);
      return score < LEAST
        ? []
        : [{ statement: one.id, entities: entities.sort(), words: common.sort(), score }];
    })
    .sort((a, b) => b.score - a.score || (a.statement < b.statement ? -1 : 1))
    .slice(0, limit);
}

/** Entities a text names, or that are given, with the names they go by. */
async function entitiesNamed(
  store: Reader,
  folded: string,
  given: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await store.rows<{ id: string; folded: string }>(
    `SELECT e.id, x.folded FROM name_now AS x JOIN entity_now AS e ON e.n = x.n
     WHERE e.n IN (SELECT n FROM name_now WHERE length(folded) > 1 AND contains($folded, folded))
        OR e.id IN (SELECT unnest(string_split($given, chr(31))))`,
    { folded, given: given.join("\u001f") },
  );
  const names = new Map<string, string[]>();
  for (const row of rows) names.set(row.id, [...(names.get(row.id) ?? []), row.folded]);
  return new Map(
    [...names].filter(([id, all]) => given.includes(id) || all.some((name) => mentions(folded, name))),
  );
}

async function attachedTo(store: Reader, claim: string): Promise<Set<string>> {
  const rows = await store.rows<{ id: string }>(
    `SELECT json_extract_string(s.props, '$.statement') AS id FROM ${knownStatements(null)}
     WHERE s.kind = 'evidence' AND json_extract_string(s.props, '$.claim') = $claim`,
    { claim },
  );
  return new Set(rows.map((row) => row.id));
}

/** Claims of other texts, and what else is said of the entities named. */
async function candidates(
  store: Reader,
  text: string,
  named: ReadonlyMap<string, unknown>,
): Promise<Candidate[]> {
  const rows = await store.rows<{ id: string; said: string; entities: string }>(
    `SELECT s.id, coalesce(json_extract_string(s.props, '$.statement'), '') AS said,
       concat_ws('|', a.id, b.id, json_extract_string(s.props, '$.about'), json_extract_string(s.props, '$.speaker')) AS entities
     FROM ${knownStatements(null)} LEFT JOIN entity_now AS a ON a.n = s.subject LEFT JOIN entity_now AS b ON b.n = s.object
     WHERE s.kind = 'claim' AND json_extract_string(s.props, '$.text') <> $text
     UNION ALL (SELECT s.id, s.quote, concat_ws('|', a.id, b.id)
     FROM ${knownStatements(null)} LEFT JOIN entity_now AS a ON a.n = s.subject LEFT JOIN entity_now AS b ON b.n = s.object
     WHERE s.kind NOT IN ('claim', 'evidence', 'hypothesis', 'rating')
       AND (a.id IN (SELECT unnest(string_split($named, chr(31)))) OR b.id IN (SELECT unnest(string_split($named, chr(31)))))
     ORDER BY s.id LIMIT ${MOST_OTHERS})`,
    { text, named: [...named.keys()].join("\u001f") },
  );
  return rows.map((row) => ({ id: row.id, text: row.said, entities: row.entities.split("|") }));
}
