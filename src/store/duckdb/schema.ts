import { readAll, speaks } from "./seldom.ts";

/**
 * Raised when a table is added, or rows are written that an older program would misread; a case of a newer version is
 * refused, an older one has its missing tables added. 2: `log`, `note`. 3: columns that say nothing (`seldom.ts`).
 */
export const SCHEMA_VERSION = 3;

/** The version that added a table, where it was not the first. */
export const ADDED: Readonly<Record<string, number>> = { log: 2, note: 2 };

/**
 * Text of which nearly every row has its own: written in half the time that what the engine would choose takes, and read as
 * fast. Only new files are made with it; nothing that reads knows.
 */
const OWN = "VARCHAR USING COMPRESSION 'zstd'";

/** The tables of a case file. Rows are added and never changed, but for the ordinals of entities (see `renumber`). */
export const TABLES: Readonly<Record<string, string>> = {
  /** `schema`: the version; `entities`: how many ordinals count. Entities only undone imports named come after those. */
  meta: "key VARCHAR, value VARCHAR",
  imported: `n INTEGER, name VARCHAR, sha256 VARCHAR, format VARCHAR, reader VARCHAR, instant VARCHAR, day INTEGER, source VARCHAR,
    entities BIGINT, sources BIGINT, statements BIGINT, superseded BIGINT, unchanged BIGINT, rejects BIGINT`,
  undone: "import INTEGER, instant VARCHAR",
  reject: "import INTEGER, file VARCHAR, row BIGINT, code VARCHAR, message VARCHAR",
  /** The ordinal of every entity id that was ever mentioned. */
  entity_id: `n INTEGER, id ${OWN}`,
  /** Versions of entities; `v` numbers them. */
  entity: `v INTEGER, import INTEGER, n INTEGER, name ${OWN}, kind VARCHAR, jurisdiction VARCHAR, sector VARCHAR,
    names VARCHAR, identifiers VARCHAR, note VARCHAR, digest BIGINT`,
  /** Version `v` gave way to one of `import`. */
  entity_gone: "v INTEGER, import INTEGER",
  name: `v INTEGER, k INTEGER, lang VARCHAR, text ${OWN}, folded ${OWN}, bare ${OWN}, latin ${OWN}`,
  identifier: `v INTEGER, k INTEGER, scheme VARCHAR, value ${OWN}`,
  source: `v INTEGER, import INTEGER, id VARCHAR, title VARCHAR, publisher VARCHAR, url VARCHAR, archived_url VARCHAR,
    published VARCHAR, retrieved VARCHAR, lang VARCHAR, kind VARCHAR, licence VARCHAR, derived_from VARCHAR,
    interested VARCHAR, sha256 VARCHAR, note VARCHAR, digest BIGINT`,
  source_gone: "v INTEGER, import INTEGER",
  statement: `n INTEGER, import INTEGER, id ${OWN}, record ${OWN}, kind VARCHAR, subject INTEGER, object INTEGER,
    from_text VARCHAR, to_text VARCHAR, from_lo INTEGER, from_hi INTEGER, to_lo INTEGER, to_hi INTEGER, basis VARCHAR,
    stated_text VARCHAR, stated INTEGER, source VARCHAR, locator ${OWN}, quote VARCHAR, dispute VARCHAR, note VARCHAR,
    interest_type VARCHAR, share_text VARCHAR, low BIGINT, high BIGINT, low_open BOOLEAN, high_open BOOLEAN,
    class VARCHAR, direct VARCHAR, conditional VARCHAR, leader INTEGER, members VARCHAR, joint VARCHAR, reason VARCHAR,
    props VARCHAR, digest BIGINT`,
  /**
   * Statement `n` no longer counts from `day`: another version, `heir`, of `import` took its place, or it was withdrawn
   * (no heir). `corrected`: the other version has the same id. `how` 'restored' takes one withdrawal back: a statement
   * is withdrawn while it has more rows of the one than of the other.
   */
  statement_gone: `n INTEGER, day INTEGER, how VARCHAR, import INTEGER, heir INTEGER, corrected BOOLEAN, why VARCHAR, instant VARCHAR`,
  /** Import `import` said again, word for word, what version `v` (or statement `v`) had said. */
  again: "import INTEGER, what VARCHAR, v INTEGER",
  /** What was done to the case, a line each, every line with the digest of the one before (see `log.ts`). */
  log: "k INTEGER, instant VARCHAR, what VARCHAR, detail VARCHAR, data VARCHAR, previous VARCHAR, digest VARCHAR",
  /** What the user wrote about something, for themselves: no evidence, and the only rows that are changed and deleted. */
  note: "k INTEGER, instant VARCHAR, about VARCHAR, text VARCHAR",
};

const live = (table: string) => `${table} AS x ANTI JOIN undone AS u ON x.import = u.import`;

const SOURCE = `id, title, publisher, url, archived_url, published, retrieved, lang, kind, licence, derived_from, interested,
  sha256, note`;
const STATEMENT = `n, import, id, record, kind, subject, object, from_text, to_text, from_lo, from_hi, to_lo, to_hi, basis,
  stated_text, stated, source, locator, quote, dispute, note, interest_type, share_text, low, high, low_open, high_open,
  class, direct, conditional, leader, members, joint, reason, props`;

/** What few statements say that makes more of them than who has how much of whom. */
const QUALIFIES = ["basis", "class", "conditional", "members", "joint", "reason", "dispute"];

/**
 * Views of a session; they never come from the file, so that a received case cannot bring its own. Whether any
 * statement is qualified the engine mostly knows without looking: a column of NULLs has nothing to look at.
 */
export const VIEWS: Readonly<Record<string, string>> = {
  entity_version: `SELECT x.* FROM (SELECT ${readAll("entity")} FROM ${live("entity")}) AS x
    ANTI JOIN (SELECT x.v FROM ${live("entity_gone")}) AS g ON x.v = g.v`,
  source_version: `SELECT x.* FROM (SELECT x.* FROM ${live("source")}) AS x
    ANTI JOIN (SELECT x.v FROM ${live("source_gone")}) AS g ON x.v = g.v`,
  statement_live: `SELECT ${readAll("statement")} FROM ${live("statement")}`,
  statement_all: `SELECT ${STATEMENT} FROM statement_live`,
  statement_qualified: `SELECT ${STATEMENT}
    FROM (SELECT ${readAll("statement")} FROM ${live("statement")} WHERE ${speaks("statement", QUALIFIES)} OR leader IS NOT NULL)`,
  gone_live: `SELECT x.* FROM ${live("statement_gone")}`,
  withdrawal: `SELECT n, arg_max(day, instant) FILTER (WHERE how = 'withdrawn') AS day,
      arg_max(why, instant) FILTER (WHERE how = 'withdrawn') AS why
    FROM gone_live WHERE how IN ('withdrawn', 'restored') GROUP BY n
    HAVING count(*) FILTER (WHERE how = 'withdrawn') > count(*) FILTER (WHERE how = 'restored')`,
  gone: `SELECT g.n, g.day, g.how FROM gone_live AS g
    ANTI JOIN (SELECT n FROM gone_live WHERE corrected) AS c ON g.heir = c.n AND NOT g.corrected
    WHERE g.how NOT IN ('withdrawn', 'restored') UNION ALL SELECT n, day, 'withdrawn' FROM withdrawal`,
  entity_id_now: `SELECT n, id FROM entity_id WHERE n < (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'entities')`,
  entity_now: `SELECT i.n, i.id, coalesce(e.name, i.id) AS name, coalesce(e.kind, 'unknown') AS kind,
      coalesce(e.jurisdiction, '') AS jurisdiction, coalesce(e.sector, '') AS sector, coalesce(e.note, '') AS note,
      e.v IS NULL AS placeholder
    FROM entity_id_now AS i LEFT JOIN entity_version AS e ON i.n = e.n`,
  name_now: `SELECT e.n, x.lang, x.text, x.folded, x.bare, x.latin, x.k FROM (SELECT ${readAll("name")} FROM name AS x) AS x
    JOIN entity_version AS e ON x.v = e.v`,
  identifier_now:
    "SELECT e.n, x.scheme, x.value, x.k FROM identifier AS x JOIN entity_version AS e ON x.v = e.v",
  source_now: `SELECT ${SOURCE} FROM source_version`,
};

const text = (columns: string) =>
  columns
    .split(",")
    .map((column) => `${column.trim()} VARCHAR`)
    .join(", ");

/** The staging tables of a landing (see `Writer`). */
export const STAGING: Readonly<Record<string, string>> = {
  stage_source: `row BIGINT, file VARCHAR, ${text(SOURCE)}`,
  stage_entity: `row BIGINT, file VARCHAR, ${text("id, name, kind, jurisdiction, sector, names, identifiers, note")}`,
  stage_statement: `row BIGINT, file VARCHAR, ${text(`id, record, kind, subject, object, from_text, to_text, basis,
    stated_text, source, locator, quote, dispute, note, interest_type, share_text, class, direct, conditional, leader,
    members, joint, reason, closes, props`)}`,
  stage_reject: "row BIGINT, file VARCHAR, code VARCHAR, message VARCHAR",
};
