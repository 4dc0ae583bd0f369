import { parseDate } from "../../model/date.ts";
import { digestOf } from "./land-entities.ts";
import type { Session } from "./session.ts";

/** The earliest day a date can be; stands where the end of something is known only to be no later than a day. */
const FIRST_DAY = parseDate("0000").lo;

/** What stands where a cell is empty is the same content, written out or not. */
const or = (column: string, otherwise: string) => `coalesce(nullif(s.${column}, ''), ${otherwise})`;
const ofInterest = (column: string, otherwise: string) =>
  or(column, `CASE WHEN s.kind = 'interest' THEN '${otherwise}' END`);
/** A JSON pointer, a line or row number is a place in the file, not content: a file with a row more has not changed them all. */
const PLACE = `CASE WHEN s.locator LIKE '/%' OR s.locator LIKE 'line %' OR regexp_full_match(s.locator, '[^/]+ row \\d+')
  THEN '' ELSE s.locator END`;
const CONTENT: Readonly<Record<string, string>> = {
  record: or("record", "s.id"),
  ...same("kind", "subject", "object", "from_text", "to_text"),
  basis: or("basis", "'period'"),
  ...same("stated_text", "source", "quote", "dispute", "note"),
  interest_type: ofInterest("interest_type", "shareholding"),
  ...same("share_text", "class"),
  direct: ofInterest("direct", "direct"),
  ...same("conditional", "leader", "members", "joint"),
  reason: or("reason", "CASE WHEN s.kind = 'interest' AND coalesce(s.object, '') = '' THEN 'unknown' END"),
  ...same("closes"),
  props: or("props", "'{}'"),
  place: PLACE,
};

function same(...columns: string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, `s.${column}`]));
}

/** The digest of a staged row; `left` are cells taken as empty. */
const digest = (...left: string[]) =>
  digestOf(Object.entries(CONTENT).map(([column, sql]) => (left.includes(column) ? "''" : sql)));
const DIGEST = digest();

/** The same content: as written, or with the source or the day written out that the head had by default. */
const SAME = `(h.head.digest = ${DIGEST}
  OR (h.head.source = s.source AND h.head.digest = ${digest("source")})
  OR (h.head.stated = d.hi AND h.head.digest = ${digest("stated_text")})
  OR (h.head.source = s.source AND h.head.stated = d.hi AND h.head.digest = ${digest("source", "stated_text")}))`;

/** Appends the statements that are new or have new content. `day` is the day of the import, `own` the id of its own source. */
export async function landStatements(
  session: Session,
  n: number,
  day: number,
  own: string,
): Promise<{ fresh: number; unchanged: number }> {
  await session.run(`CREATE TEMP TABLE head_of AS SELECT id, max(struct_pack(import := import, n := n, digest := digest, source := source, stated := stated)) AS head
    FROM statement_live SEMI JOIN stage_statement USING (id) GROUP BY id`);
  await session.run(`CREATE TEMP TABLE unchanged AS SELECT s.rowid AS rid, h.head.n AS n
    FROM stage_statement AS s JOIN head_of AS h ON h.id = s.id LEFT JOIN date_of AS d ON d.text = s.stated_text WHERE ${SAME}`);
  await session.run(`INSERT INTO again SELECT ${n}, 'statement', n FROM unchanged`);
  await session.run(`CREATE TEMP TABLE source_day AS SELECT s.id, d.hi AS day
    FROM source_version AS s JOIN date_of AS d ON d.text = s.published WHERE d.hi IS NOT NULL`);
  await session.run(`CREATE TEMP TABLE members AS
    SELECT m.rid, string_agg(CAST(i.n AS VARCHAR), '|' ORDER BY m.k) AS ns FROM member_of AS m JOIN entity_id AS i ON i.id = m.id
    GROUP BY m.rid`);
  await session.run(insertion(n, own), { day });
  const [count] = await session.rows<{ fresh: number; unchanged: number }>(
    "SELECT (SELECT count(*) FROM stage_statement) - count(*) AS fresh, count(*) AS unchanged FROM unchanged",
  );
  return { fresh: count?.fresh ?? 0, unchanged: count?.unchanged ?? 0 };
}

function insertion(n: number, own: string): string {
  const text = (column: string, otherwise = "''") => `coalesce(nullif(s.${column}, ''), ${otherwise})`;
  const interest = (column: string, otherwise: string) =>
    `CASE WHEN s.kind = 'interest' THEN ${text(column, otherwise)} ELSE ${text(column)} END`;
  const id = own.replaceAll("'", "''");
  return `INSERT INTO statement
    SELECT nr, ${n}, id, record, kind, subject, object, from_text, ${closing("to_text", "coalesce(nullif(stated_text, ''), strftime(DATE '1970-01-01' + stated, '%Y-%m-%d'))")},
      from_lo, from_hi, ${closing("to_lo", "coalesce(stated_lo, stated)")}, ${closing("to_hi", "stated")}, basis, stated_text, stated, source, locator, quote,
      dispute, note, interest_type, share_text, low, high, low_open, high_open, class, direct, conditional, leader, members,
      joint, reason, props, digest
    FROM (SELECT CAST((SELECT coalesce(max(n), -1) + 1 FROM statement) + s.rowid - (SELECT min(rowid) FROM stage_statement) AS INTEGER) AS nr, s.id, ${text("record", "s.id")} AS record,
      s.kind, a.n AS subject, b.n AS object, ${text("from_text")} AS from_text, ${text("to_text")} AS to_text,
      f.lo AS from_lo, f.hi AS from_hi,
      CASE WHEN t.text IS NOT NULL THEN coalesce(t.lo, ${FIRST_DAY}) END AS to_lo, t.hi AS to_hi,
      ${text("basis", "'period'")} AS basis, ${text("stated_text")} AS stated_text, coalesce(st.hi, sd.day, CAST($day AS INTEGER)) AS stated, st.lo AS stated_lo,
      ${text("source", `'${id}'`)} AS source, ${text("locator", "s.file || ' row ' || s.row")} AS locator, ${text("quote")} AS quote,
      ${text("dispute")} AS dispute, ${text("note")} AS note, ${interest("interest_type", "'shareholding'")} AS interest_type,
      ${text("share_text")} AS share_text, h.low, h.high, h.low_open, h.high_open, ${text("class")} AS class,
      ${interest("direct", "'direct'")} AS direct, ${text("conditional")} AS conditional, l.n AS leader, coalesce(m.ns, '') AS members,
      ${text("joint")} AS joint,
      CASE WHEN s.kind = 'interest' AND coalesce(s.object, '') = '' THEN ${text("reason", "'unknown'")} ELSE ${text("reason")} END AS reason,
      ${text("props", "'{}'")} AS props, ${DIGEST} AS digest, s.closes
      FROM (SELECT s.rowid, s.* FROM stage_statement AS s ANTI JOIN unchanged AS u ON u.rid = s.rowid) AS s
      LEFT JOIN entity_id AS a ON a.id = s.subject
      LEFT JOIN entity_id AS b ON b.id = s.object
      LEFT JOIN entity_id AS l ON l.id = s.leader
      LEFT JOIN date_of AS f ON f.text = s.from_text
      LEFT JOIN date_of AS t ON t.text = s.to_text
      LEFT JOIN date_of AS st ON st.text = s.stated_text
      LEFT JOIN share_of AS h ON h.text = CASE WHEN s.kind = 'interest' THEN coalesce(s.share_text, '') END
      LEFT JOIN source_day AS sd ON sd.id = coalesce(nullif(s.source, ''), '${id}')
      LEFT JOIN members AS m ON m.rid = s.rowid)`;
}

/** A record that is closed ends on the day its closing was stated, unless the record says another. */
const closing = (column: string, end: string) =>
  `CASE WHEN closes = 'yes' AND to_text = '' THEN ${end} ELSE ${column} END`;
