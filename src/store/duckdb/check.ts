import { ENTITY_KINDS } from "../../model/entity.ts";
import { RIGHT_CODES } from "../../model/rights.ts";
import { WHOLE } from "../../model/share.ts";
import { BASES, CONDITIONS, DIRECTNESS, KINDS } from "../../model/statement.ts";
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
    `'${called} "' || s.${column} || '" is not one of ${allowed.join(", ").replaceAll("'", "''")}'`,
  );
const undated = (column: string, join: string): Check =>
  bad(`${join}.fault IS NOT NULL`, `'${column}: ' || ${join}.fault`, "bad-date");
const repeated = bad("d.first IS NOT NULL", `'id "' || s.id || '" stands already in ' || d.first`);

const SOURCE: readonly Check[] = [blank("id"), blank("title"), repeated, undated("published", "p")];

const ENTITY: readonly Check[] = [
  blank("id"),
  bad("contains(s.id, '|')", `'id "' || s.id || '" contains "|", which separates ids in lists'`),
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

/**
 * Sets aside every staged row with a fault, with its file, row, code and the offending value; needs `date_of` and
 * `share_of`. Sources first, since a statement may rest only on a source that is there.
 */
export async function setAside(session: Session, ownSource: string): Promise<void> {
  await aside(session, "stage_source", SOURCE, DATES([["p", "published"]]));
  await aside(session, "stage_entity", ENTITY, "");
  await session.run(`CREATE TEMP TABLE known_source AS
    SELECT id FROM stage_source UNION SELECT id FROM source_version UNION
    SELECT DISTINCT source FROM stage_statement WHERE NOT EXISTS (SELECT 1 FROM stage_source) AND source <> '' UNION
    SELECT ${quoted(ownSource)}`);
  await aside(
    session,
    "stage_statement",
    STATEMENT,
    `${DATES([
      ["f", "from_text"],
      ["t", "to_text"],
      ["st", "stated_text"],
    ])}
     LEFT JOIN share_of AS h ON h.text = CASE WHEN s.kind = 'interest' THEN coalesce(s.share_text, '') END
     LEFT JOIN known_source AS k ON k.id = s.source`,
  );
}

async function aside(
  session: Session,
  table: string,
  checks: readonly Check[],
  joins: string,
): Promise<void> {
  await session.run("CREATE OR REPLACE TEMP TABLE repeated (rid BIGINT, first VARCHAR)");
  const [count] = await session.rows<{ repeats: boolean }>(
    `SELECT count(*) <> count(DISTINCT id) AS repeats FROM ${table}`,
  );
  if (count?.repeats) {
    await session.run(`INSERT INTO repeated SELECT rid, first FROM (
      SELECT rowid AS rid, first_value(file || ' row ' || row) OVER w AS first, row_number() OVER w AS k
      FROM ${table} WHERE id IN (SELECT id FROM ${table} GROUP BY id HAVING count(*) > 1)
      WINDOW w AS (PARTITION BY id ORDER BY file, row)) WHERE k > 1`);
  }
  await session.run(`CREATE OR REPLACE TEMP TABLE faulty AS SELECT rid, row, file, split_part(f, chr(31), 1) AS code,
      split_part(f, chr(31), 2) AS message FROM (
    SELECT s.rowid AS rid, s.row, s.file, ${fault(checks, (check) => `'${check.code}' || chr(31) || (${check.message})`)} AS f
    FROM ${table} AS s LEFT JOIN repeated AS d ON d.rid = s.rowid ${joins}) WHERE f IS NOT NULL`);
  await session.run("INSERT INTO stage_reject SELECT row, file, code, message FROM faulty");
  await session.run(`DELETE FROM ${table} WHERE rowid IN (SELECT rid FROM faulty)`);
}
