import { parseDate } from "../../model/date.ts";
import { isLiteral } from "./literal.ts";
import { EMPTY, type Part, type Parts } from "./parts.ts";
import { digestOf } from "./row-digest.ts";
import { quoted } from "./scan.ts";
import { asWritten } from "./seldom.ts";
import type { Session } from "./session.ts";

/** The earliest day a date can be; stands where the end of something is known only to be no later than a day. */
const FIRST_DAY = parseDate("0000").lo;

export interface Landed {
  readonly n: number;
  /** The day of the import. */
  readonly day: number;
  /** The source of statements that name none. */
  readonly own: string;
  /** The first number that is free. */
  readonly next: number;
}

/** Appends the statements that are new or have new content, part by part. */
export async function landStatements(
  session: Session,
  parts: Parts,
  landed: Landed,
): Promise<{ fresh: number; unchanged: number }> {
  await session.run("CREATE TEMP TABLE unchanged (rid BIGINT, n INTEGER)");
  if (landed.next > 0) await noteUnchanged(session, parts, landed.n);
  await session.run(`CREATE TEMP TABLE source_day AS SELECT s.id, d.hi AS day
    FROM source_version AS s JOIN date_of AS d ON d.text = s.published WHERE d.hi IS NOT NULL`);
  await session.run("CREATE TEMP TABLE members (rid BIGINT, ns VARCHAR)");
  if (parts.of("stage_statement").some((part) => part.column("members") !== EMPTY)) {
    await session.run(`INSERT INTO members
      SELECT m.rid, string_agg(CAST(i.n AS VARCHAR), '|' ORDER BY m.k) FROM member_of AS m JOIN ordinal_of AS i ON i.id = m.id
      GROUP BY m.rid`);
  }
  const [count] = await session.rows<{ staged: number; least: number; unchanged: number }>(
    `SELECT count(*) AS staged, coalesce(min(rid), 0) AS least, (SELECT count(*) FROM unchanged) AS unchanged FROM staged_statement`,
  );
  const { staged = 0, least = 0, unchanged = 0 } = count ?? {};
  const only = await onlySource(session, landed);
  for (const part of parts.of("stage_statement"))
    await session.run(insertion(part, landed, landed.next - least, unchanged > 0, only));
  return { fresh: staged - unchanged, unchanged };
}

/** A source that all statements rest on, and the day they are stated on where they name none, as SQL. */
interface OnlySource {
  readonly id: string;
  readonly day: string;
}

/** Most files rest on one source: then it is looked up once, and not by every row. */
async function onlySource(session: Session, { own, day }: Landed): Promise<OnlySource | null> {
  const named = await session.rows<{ id: string; day: number | null }>(
    `SELECT s.id, d.day FROM (SELECT DISTINCT CASE WHEN id = '' THEN $own ELSE id END AS id FROM named_source) AS s
     LEFT JOIN source_day AS d ON d.id = s.id LIMIT 2`,
    { own },
  );
  const [one] = named;
  return one && named.length === 1 ? { id: quoted(one.id), day: String(one.day ?? day) } : null;
}

/** Notes the staged rows that say what the head of their id says, as written or with its own source or day written out. */
async function noteUnchanged(session: Session, parts: Parts, n: number): Promise<void> {
  await session.run(`CREATE TEMP TABLE head_of AS
    SELECT id AS head_id, max(struct_pack(import := import, n := n, digest := digest, source := source, stated := stated)) AS head
    FROM statement_live SEMI JOIN staged_statement USING (id) GROUP BY id`);
  for (const part of parts.of("stage_statement")) {
    const bySource = `h.head.source = ${part.column("source")}`;
    const byDay = "h.head.stated = d.hi";
    await session.run(`INSERT INTO unchanged SELECT ${part.rid.replace("rowid", "s.rowid")}, h.head.n FROM ${part.table} AS s
      JOIN head_of AS h ON h.head_id = ${part.column("id")} LEFT JOIN date_of AS d ON d.text = ${part.column("stated_text")}
      WHERE h.head.digest = ${digest(part)} OR (${bySource} AND h.head.digest = ${digest(part, "source")})
        OR (${byDay} AND h.head.digest = ${digest(part, "stated_text")})
        OR (${bySource} AND ${byDay} AND h.head.digest = ${digest(part, "source", "stated_text")})`);
  }
  await session.run(`INSERT INTO again SELECT ${n}, 'statement', n FROM unchanged`);
}

/** A cell, and what stands for it where it is empty. */
function cell(sql: string, otherwise: string): string {
  if (sql === EMPTY) return otherwise;
  return isLiteral(sql) || otherwise === EMPTY ? sql : `coalesce(nullif(${sql}, ''), ${otherwise})`;
}

/** The cells of a part as they count: what stands where one is empty is the same content, written out or not. */
function content(part: Part): Readonly<Record<string, string>> {
  const kind = part.column("kind");
  const text = (column: string, otherwise = EMPTY) => cell(part.column(column), otherwise);
  const same = (...columns: string[]) => Object.fromEntries(columns.map((column) => [column, text(column)]));
  const interest = (column: string, otherwise: string) => {
    if (isLiteral(kind)) return text(column, kind === "'interest'" ? otherwise : EMPTY);
    return `CASE WHEN ${kind} = 'interest' THEN ${text(column, otherwise)} ELSE ${text(column)} END`;
  };
  const unnamed = `${kind} = 'interest' AND ${part.column("object")} = ''`;
  return {
    record: text("record", part.column("id")),
    ...same("kind", "subject", "object", "from_text", "to_text"),
    basis: text("basis", "'period'"),
    ...same("stated_text", "source", "quote", "dispute", "note"),
    interest_type: interest("interest_type", "'shareholding'"),
    ...same("share_text", "class"),
    direct: interest("direct", "'direct'"),
    ...same("conditional", "leader", "members", "joint"),
    reason:
      isLiteral(kind) && kind !== "'interest'"
        ? text("reason")
        : `CASE WHEN ${unnamed} THEN ${text("reason", "'unknown'")} ELSE ${text("reason")} END`,
    ...same("closes"),
    props: text("props", "'{}'"),
  };
}

/**
 * The digest of a staged row; `left` are cells taken as empty. A JSON pointer, a line or row number is a place in the
 * file, not content: a file with a row more has not changed them all.
 */
function digest(part: Part, ...left: string[]): string {
  const locator = part.column("locator");
  const place = isLiteral(locator)
    ? locator
    : `CASE WHEN ${locator} LIKE '/%' OR ${locator} LIKE 'line %' OR regexp_full_match(${locator}, '[^/]+ row \\d+') THEN '' ELSE ${locator} END`;
  const cells = Object.entries(content(part)).map(([column, sql]) => (left.includes(column) ? EMPTY : sql));
  return digestOf([...cells, place]);
}

/** The cells that something is looked up by. */
const SOUGHT = ["subject", "object", "leader", "from_text", "to_text", "stated_text", "members", "closes"];

/**
 * The statements of a part as rows of the case; what its empty columns would need is left out. `shift`: from the number
 * of a staged row to that of a statement. The rows are looked up by all threads and then put back into their order; what
 * is the same in all of them is added after that, so that it is not carried along.
 */
function insertion(
  part: Part,
  landed: Landed,
  shift: number,
  repeats: boolean,
  only: OnlySource | null,
): string {
  const has = (column: string) => part.column(column) !== EMPTY;
  const { source = EMPTY, ...cells } = content(part);
  const record = cells.record === part.column("id") ? "id" : "record";
  const said = (column: string) => {
    const sql = cells[column] ?? column;
    return isLiteral(sql) ? sql : column === "record" ? record : column;
  };
  const joins: string[] = [];
  const kind = cells.kind ?? EMPTY;
  const share = isLiteral(said("share_text")) ? said("share_text") : "s.share_text";
  const ofInterest = isLiteral(kind) ? share : `CASE WHEN s.kind = 'interest' THEN ${share} END`;
  const found: string[] = [];
  /** The names of what a lookup gives; NULL, and no lookup, where there is nothing to look up. */
  const look = <K extends string>(any: boolean, table: string, wanted: Record<K, string>) => {
    if (any) {
      joins.push(`LEFT JOIN ${table}`);
      found.push(...Object.entries(wanted).map(([name, sql]) => `${sql} AS ${name}`));
    }
    return Object.fromEntries(Object.keys(wanted).map((name) => [name, any ? name : "NULL"])) as Record<
      K,
      string
    >;
  };
  const { subject_n } = look(has("subject"), "ordinal_of AS a ON a.id = s.subject", { subject_n: "a.n" });
  const { object_n } = look(has("object"), "ordinal_of AS b ON b.id = s.object", { object_n: "b.n" });
  const { leader_n } = look(has("leader"), "ordinal_of AS l ON l.id = s.leader", { leader_n: "l.n" });
  const from = look(has("from_text"), "date_of AS f ON f.text = s.from_text", {
    from_lo: "f.lo",
    from_hi: "f.hi",
  });
  const to = look(has("to_text"), "date_of AS t ON t.text = s.to_text", {
    to_lo: `CASE WHEN t.text IS NOT NULL THEN coalesce(t.lo, ${FIRST_DAY}) END`,
    to_hi: "t.hi",
  });
  const { stated_lo } = look(has("stated_text"), "date_of AS st ON st.text = s.stated_text", {
    stated_lo: "st.lo",
  });
  const { ns } = look(has("members"), "members AS m ON m.rid = s.rid", { ns: "m.ns" });
  const { low, high, low_open, high_open } = look(
    !isLiteral(kind) || kind === "'interest'",
    `share_of AS h ON h.text = ${ofInterest}`,
    {
      ...{ low: "h.low", high: "h.high", low_open: "h.low_open", high_open: "h.high_open" },
    },
  );
  const ends = (column: string, sql: string) =>
    has("closes")
      ? `CASE WHEN closes = 'yes' AND ${said("to_text")} = '' THEN ${sql} ELSE ${column} END`
      : column;
  const day = `coalesce(${has("stated_text") ? "st.hi, " : ""}${only?.day ?? `sd.day, ${landed.day}`})`;
  const stated = only && !has("stated_text") ? only.day : "stated";
  const dated = `strftime(DATE '1970-01-01' + CAST(${stated} AS INTEGER), '%Y-%m-%d')`;
  const lies = (row: string) => `${part.column("file")} || ' row ' || ${row}`;
  const carried = Object.entries(cells).filter(
    ([column, sql]) => sql !== EMPTY && (said(column) === column || SOUGHT.includes(column)),
  );
  const rows = `SELECT ${part.rid} AS rid, CAST(${part.rid} + ${shift} AS INTEGER) AS nr, ${part.column("id")} AS id,
      ${carried.map(([column, sql]) => `${sql} AS ${column}, `).join("")}
      ${only ? "" : `${cell(source, quoted(landed.own))} AS source, `}${has("locator") ? `${cell(part.column("locator"), lies(part.column("row")))} AS locator` : `${part.column("row")} AS row`},
      ${digest(part)} AS digest FROM ${part.table}`;
  const kept = (column: string, sql = said(column)) => asWritten("statement", column, sql);
  const all = (...columns: string[]) => columns.map((column) => kept(column)).join(", ");
  return `INSERT INTO statement SELECT nr, ${landed.n}, id, ${all("record", "kind")}, ${subject_n}, ${object_n}, ${said("from_text")},
      ${kept("to_text", ends(said("to_text"), `coalesce(nullif(${said("stated_text")}, ''), ${dated})`))}, ${from.from_lo}, ${from.from_hi},
      ${ends(to.to_lo, `coalesce(${stated_lo}, ${stated})`)}, ${ends(to.to_hi, stated)}, ${all("basis", "stated_text")}, ${stated}, ${only?.id ?? "source"},
      ${has("locator") ? "locator" : lies("row")},
      ${all("quote", "dispute", "note", "interest_type", "share_text")}, ${low}, ${high}, ${low_open}, ${high_open},
      ${all("class", "direct", "conditional")}, ${leader_n}, ${ns}, ${all("joint", "reason", "props")}, digest
    FROM (SELECT s.*${[...found, ...(only && !has("stated_text") ? [] : [`${day} AS stated`])].map((sql) => `, ${sql}`).join("")}
      FROM (${rows}) AS s ${repeats ? "ANTI JOIN unchanged AS u ON u.rid = s.rid" : ""} ${joins.join("\n")}
      ${only ? "" : "LEFT JOIN source_day AS sd ON sd.id = s.source"}
      ORDER BY nr)`;
}
