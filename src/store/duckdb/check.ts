import { ENTITY_KINDS } from "../../model/entity.ts";
import { RIGHT_CODES } from "../../model/rights.ts";
import { WHOLE } from "../../model/share.ts";
import { BASES, CONDITIONS, DIRECTNESS, KINDS } from "../../model/statement.ts";
import { type Parts, rowsOf } from "./parts.ts";
import { quoted } from "./scan.ts";
import type { Session } from "./session.ts";

/** A fault of a row as SQL: when it is one, and the sentence that says so. */
interface Check {
  readonly code: "bad-row" | "bad-date" | "bad-share";
  readonly when: string;
  readonly message: string;
}

const list = (items: readonly string[]) => items.map(quoted).join(", ");
const bad = (when: string, message: string, code: Check["code"] = "bad-row"): Check => ({
  code,
  when,
  message,
});

const blank = (column: string, kinds?: readonly string[]): Check =>
  bad(
    `coalesce(s.${column}, '') = ''${kinds ? ` AND s.kind IN (${list(kinds)})` : ""}`,
    `'${column === "object" ? "the other party" : column} is empty'`,
  );
const unlisted = (column: string, allowed: readonly string[], called = column): Check =>
  bad(
    `coalesce(s.${column}, '') NOT IN ('', ${list(allowed)})`,
    `'${called} "' || s.${column} || '" is not one of ${allowed.join(", ").replaceAll("'", "''")}' || ${meant(`s.${column}`, allowed)}`,
  );

/** "; is shareholding meant?", of a word that differs from one of a list by a letter in four at most. */
const meant = (text: string, allowed: readonly string[]): string =>
  `coalesce('; is ' || list_filter([${list(allowed)}],
    lambda word: levenshtein(lower(word), lower(${text})) <= greatest(1, length(word) // 4))[1] || ' meant?', '')`;
const undated = (column: string, join: string): Check =>
  bad(`${join}.fault IS NOT NULL`, `'${column}: ' || ${join}.fault`, "bad-date");
const repeated = bad("d.first IS NOT NULL", `'id "' || s.id || '" stands already in ' || d.first`);

/** Lists of ids go through the engine with U+001F between them. */
const unseparated = (column: string, called = column): Check =>
  bad(
    `contains(s.${column}, chr(31))`,
    `'${called} "' || replace(s.${column}, chr(31), '␟') || '" contains U+001F, which separates ids'`,
  );

const SOURCE: readonly Check[] = [
  blank("id"),
  unseparated("id"),
  blank("title"),
  repeated,
  undated("published", "p"),
];

const ENTITY: readonly Check[] = [
  blank("id"),
  bad("contains(s.id, '|')", `'id "' || s.id || '" contains "|", which separates ids in lists'`),
  unseparated("id"),
  blank("name"),
  blank("kind"),
  unlisted("kind", ENTITY_KINDS),
  repeated,
];

const BETWEEN = [
  "interest",
  "office",
  "membership",
  "family",
  "association",
  "publishes",
  "supplies",
] as const;
const OWN_SHARES = "s.interest_type IN ('', 'shareholding', 'votingRights')";

const STATEMENT: readonly Check[] = [
  blank("id"),
  ...["id", "subject", "object", "leader", "source"].map((column) => unseparated(column)),
  unseparated("members", "with"),
  blank("kind"),
  unlisted("kind", KINDS),
  repeated,
  blank("subject", [...BETWEEN, "share", "action"]),
  blank(
    "object",
    BETWEEN.filter((kind) => kind !== "interest"),
  ),
  unlisted("basis", BASES),
  unlisted("interest_type", RIGHT_CODES, "right"),
  unlisted("direct", DIRECTNESS),
  unlisted(
    "conditional",
    CONDITIONS.filter((text) => text !== ""),
  ),
  unlisted("closes", ["yes"]),
  bad("h.fault IS NOT NULL", "h.fault", "bad-share"),
  undated("from", "f"),
  undated("to", "t"),
  undated("stated_on", "st"),
  bad("t.hi < f.lo", `'it ends (' || s.to_text || ') before it starts (' || s.from_text || ')'`, "bad-date"),
  bad(
    `s.kind = 'interest' AND s.subject = s.object AND NOT (${OWN_SHARES.replace("s.interest_type", "coalesce(s.interest_type, '')")}
      AND coalesce(h.low, 0) < ${WHOLE})`,
    `'"' || s.subject || '" as a holder of itself: a company can hold its own shares, nothing else of itself'`,
  ),
  bad(
    "coalesce(s.source, '') <> '' AND k.id IS NULL",
    `'source "' || s.source || '" is not in the table of sources'`,
  ),
];

const fault = (checks: readonly Check[], part: (check: Check) => string): string =>
  `CASE ${checks.map((check) => `WHEN ${check.when} THEN ${part(check)}`).join("\n")} END`;

const DATES = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([join, column]) => `LEFT JOIN date_of AS ${join} ON ${join}.text = s.${column}`).join("\n");

const STATEMENT_JOINS = `${DATES([
  ["f", "from_text"],
  ["t", "to_text"],
  ["st", "stated_text"],
])}
  LEFT JOIN share_of AS h ON h.text = CASE WHEN s.kind = 'interest' THEN s.share_text END
  LEFT JOIN known_source AS k ON k.id = s.source`;

/**
 * Which statements the joins are worth for, as SQL: all of them where a date, a share, an id or a source of the file is
 * bad, else those with two dates, or held by themselves, or at fault without a look elsewhere.
 */
async function suspects(session: Session): Promise<string> {
  const [bad] = await session.rows<{ any: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM repeated) OR EXISTS (SELECT 1 FROM date_of WHERE fault IS NOT NULL)
       OR EXISTS (SELECT 1 FROM share_of WHERE fault IS NOT NULL)
       OR EXISTS (SELECT 1 FROM named_source AS s ANTI JOIN known_source AS k ON k.id = s.id WHERE s.id <> '') AS "any"`,
  );
  if (bad?.any) return "true";
  const own = STATEMENT.map(({ when }) => when).filter((when) => !/\b(?:d|h|f|t|st|k)\./.test(when));
  return [...own, "s.from_text <> '' AND s.to_text <> ''", "s.subject = s.object"]
    .map((when) => `(${when})`)
    .join(" OR ");
}

/**
 * Sets aside every staged row with a fault, with its file, row, code and the offending value; needs `date_of` and
 * `share_of`. Sources first, since a statement may rest only on a source that is there. Leaves `named_source`, the
 * sources that statements name.
 */
export async function setAside(session: Session, parts: Parts, ownSource: string): Promise<void> {
  await noteRepeated(session, "(SELECT rowid AS rid, row, file, id FROM stage_source)");
  const [sources, published] = ["SELECT rowid AS rid, * FROM stage_source", DATES([["p", "published"]])];
  if (await anyFaulty(session, sources, SOURCE, published))
    await aside(session, "stage_source", sources, "rowid", SOURCE, published);
  await noteRepeated(session, "staged_entity");
  if (await anyFaulty(session, "SELECT * FROM staged_entity", ENTITY, ""))
    for (const part of parts.of("stage_entity"))
      await aside(session, part.table, rowsOf(part, "stage_entity"), part.rid, ENTITY, "");
  await nameSources(session);
  await session.run(`CREATE TEMP TABLE known_source AS
    SELECT id FROM stage_source UNION SELECT id FROM source_version UNION
    SELECT id FROM named_source WHERE NOT EXISTS (SELECT 1 FROM stage_source) AND id <> '' UNION
    SELECT ${quoted(ownSource)}`);
  await noteRepeated(session, "staged_statement");
  const suspect = await suspects(session);
  const all = `SELECT * FROM staged_statement AS s WHERE ${suspect}`;
  if (!(await anyFaulty(session, all, STATEMENT, STATEMENT_JOINS))) return;
  let gone = 0;
  for (const part of parts.of("stage_statement")) {
    const rows = `SELECT * FROM (${rowsOf(part, "stage_statement")}) AS s WHERE ${suspect}`;
    gone += await aside(session, part.table, rows, part.rid, STATEMENT, STATEMENT_JOINS);
  }
  if (gone > 0) await nameSources(session);
}

const nameSources = (session: Session) =>
  session.run(
    "CREATE OR REPLACE TEMP TABLE named_source AS SELECT DISTINCT source AS id FROM staged_statement",
  );

/**
 * `repeated(rid, first)`: every row whose id stands in a row before it, and where. Hashes are counted first, in a third
 * of the room: as many as rows, and no id is there twice.
 */
async function noteRepeated(session: Session, rows: string): Promise<void> {
  await session.run("CREATE OR REPLACE TEMP TABLE repeated (rid BIGINT, first VARCHAR)");
  const [count] = await session.rows<{ repeats: boolean }>(
    `SELECT count(*) <> count(DISTINCT hash(id)) AS repeats FROM ${rows}`,
  );
  if (!count?.repeats) return;
  await session.run(`INSERT INTO repeated SELECT rid, first FROM (
    SELECT rid, first_value(file || ' row ' || row) OVER w AS first, row_number() OVER w AS k
    FROM ${rows} WHERE id IN (SELECT id FROM ${rows} GROUP BY id HAVING count(*) > 1)
    WINDOW w AS (PARTITION BY id ORDER BY file, row)) WHERE k > 1`);
}

const withRepeated = (rows: string, joins: string) =>
  `FROM (${rows}) AS s LEFT JOIN repeated AS d ON d.rid = s.rid ${joins}`;

/** Mostly nothing is: the sentences of faults take the engine longer to make out than to say. */
async function anyFaulty(
  session: Session,
  rows: string,
  checks: readonly Check[],
  joins: string,
): Promise<boolean> {
  const any = checks.map(({ when }) => `(${when})`).join(" OR ");
  const [found] = await session.rows<{ any: boolean }>(
    `SELECT EXISTS (SELECT 1 ${withRepeated(rows, joins)} WHERE ${any}) AS "any"`,
  );
  return found?.any ?? false;
}

async function aside(
  session: Session,
  table: string,
  rows: string,
  rid: string,
  checks: readonly Check[],
  joins: string,
): Promise<number> {
  await session.run(`CREATE OR REPLACE TEMP TABLE faulty AS SELECT rid, row, file, split_part(f, chr(31), 1) AS code,
      split_part(f, chr(31), 2) AS message FROM (
    SELECT s.rid, s.row, s.file, ${fault(checks, (check) => `'${check.code}' || chr(31) || (${check.message})`)} AS f
    ${withRepeated(rows, joins)}) WHERE f IS NOT NULL`);
  const [count] = await session.rows<{ n: number }>("SELECT count(*) AS n FROM faulty");
  if (!count || count.n === 0) return 0;
  await session.run("INSERT INTO stage_reject SELECT row, file, code, message FROM faulty");
  await session.run(`DELETE FROM ${table} WHERE ${rid} IN (SELECT rid FROM faulty)`);
  return count.n;
}
