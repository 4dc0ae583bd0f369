import type { Day } from "../model/date.ts";
import type { Entity } from "../model/entity.ts";
import type { Source } from "../model/source.ts";
import type { Statement } from "../model/statement.ts";
import type { Event, LogEntry } from "./log.ts";

/** A value bound to a `$name` of a query. */
export type Param = string | number | bigint | boolean | null;
export type Params = Readonly<Record<string, Param>>;

/**
 * A column of a big result: numbers as typed arrays (NULL as −1 in Int32, NaN in Float64), text as strings (NULL as ''),
 * bytes as they are (NULL as none).
 */
export type Column = Int32Array | Float64Array | Uint8Array | readonly string[] | readonly Uint8Array[];
export type ColumnType = "int32" | "float64" | "bool" | "text" | "bytes";

/**
 * Reading a case. SQL stays within what ENGINES.md calls portable. Views every engine provides:
 *
 * - `entity_now(n, id, name, kind, jurisdiction, sector, note, placeholder)`; `n` is a dense ordinal from 0,
 *   stable but for `undo`
 * - `entity_id_now(n, id)`: the same entities, without looking for more; `entity_version(n, kind)`: those some source
 *   describes, the others are of kind 'unknown'
 * - `name_now(n, lang, text, folded, k)`, `identifier_now(n, scheme, value, k)`; `k` is their order, 0 the main name
 * - `source_now(id, title, publisher, url, archived_url, published, retrieved, lang, kind, licence, derived_from, interested, sha256, note)`
 * - `statement_all(n, import, id, record, kind, subject, object, from_text, to_text, from_lo, from_hi, to_lo, to_hi,
 *   basis, stated_text, stated, source, locator, quote, dispute, note, interest_type, share_text, low, high, low_open,
 *   high_open, class, direct, conditional, leader, members, joint, reason, props)`: every statement of every import
 *   not undone; `subject`, `object`, `leader` are entity ordinals; days are integers since 1970; `from_lo` NULL is
 *   unknown (no bound), `to_lo`/`to_hi` NULL is no end (an end known only to be no later than a day has the first day of
 *   the year 0 as `to_lo`); `n` is unique and ascends, with gaps; `low`/`high` are share units; `members` are entity ordinals
 *   joined by `|`; `reason` is why a party is unspecified; `props` is a JSON object of the kind's columns as written.
 * - `statement_qualified`: those of `statement_all` that say more than who has how much of whom: of a basis other than
 *   'period', or with anything in `class`, `conditional`, `members`, `joint`, `reason`, `dispute` or `leader`
 * - `gone(n, day, how)`: statements superseded, withdrawn or redacted, from which day; of several rows for one the earliest counts
 * - `withdrawal(n, day, why)`: statements that are withdrawn, from which day, and the reason given
 */
export interface Reader {
  readonly engine: string;
  /** `sha256:…` of what the case holds; the same data, the same digest. */
  digest(): Promise<string>;
  /** Whether a case is so big that it is looked through for the first answers, instead of being read whole. */
  isBig(): Promise<boolean>;
  /**
   * Makes the indexes look-ups are answered from, and has the rows in memory if they do not take too much; without, a big
   * case has indexes after many look-ups only. Asked again, it does nothing until the case changes.
   */
  prepare(): Promise<void>;
  /** Small results, as objects. */
  rows<T>(sql: string, params?: Params): Promise<T[]>;
  /** Big results, column by column, never as row objects. */
  columns<K extends string>(
    sql: string,
    types: Readonly<Record<K, ColumnType>>,
    params?: Params,
  ): Promise<{ readonly length: number; readonly column: Readonly<Record<K, Column>> }>;
  /** Results too big to keep, handed on in pieces: each column is valid, up to `length`, until `receive` returns. */
  each<K extends string>(
    sql: string,
    types: Readonly<Record<K, ColumnType>>,
    receive: (length: number, column: Readonly<Record<K, Column>>) => void,
    params?: Params,
  ): Promise<void>;
  entities(ids: readonly string[]): Promise<Entity[]>;
  statements(ids: readonly string[]): Promise<Statement[]>;
  sources(ids: readonly string[]): Promise<Source[]>;
  /** The ordinal of an entity id, −1 where there is none. */
  ordinal(id: string): Promise<number>;
  /** Ids of entities by ordinal, in the order asked for; ordinals that are nobody's are left out. */
  entityIds(ordinals: Iterable<number>): Promise<ReadonlyMap<number, string>>;
  /** Statements by ordinal, each the very version, those that no longer count included. */
  statementsAt(ordinals: Iterable<number>): Promise<ReadonlyMap<number, Statement>>;
  /** Entities by name in any script, best first. */
  find(text: string, limit: number): Promise<Entity[]>;
  /** Sources that make claims, those with the most claims that have evidence first. */
  texts(): Promise<TextOfClaims[]>;
  /** An id or a name, as INTERFACES.md says it is matched; throws `unknown-entity` or `ambiguous-entity`. */
  resolve(name: string): Promise<Entity>;
  close(): Promise<void>;
}

/** A source that makes claims; without a source of that id its title is the id. */
export interface TextOfClaims {
  readonly id: string;
  readonly title: string;
  readonly claims: number;
  /** How many of them have evidence. */
  readonly attached: number;
}

/** A file as the engine's own vectorised reader sees it: a table expression to select from, all columns text. */
export type Scan =
  | {
      readonly as: "csv";
      readonly path: string;
      /** What stands between the cells; a comma unless told. */
      readonly separator?: "," | ";" | "\t" | "|";
      /** False where a quote is a character like any other. */
      readonly quotes?: boolean;
    }
  /** One column `json` with each object of an array, or each line, in their order. */
  | { readonly as: "json"; readonly path: string };

/**
 * Writing a case: the one door in is a `Landing`. A format fills the staging tables by SQL (all columns VARCHAR
 * but `row` BIGINT; missing is '' or NULL), then `land` checks, numbers and appends in one transaction:
 *
 * - `stage_source(row, file, id, title, publisher, url, archived_url, published, retrieved, lang, kind, licence, derived_from, interested, sha256, note)`
 * - `stage_entity(row, file, id, name, kind, jurisdiction, sector, names, identifiers, note)`; names `zh:…|en:…`, a bar
 *   within a name `\|`
 * - `stage_statement(row, file, id, record, kind, subject, object, from_text, to_text, basis, stated_text, source,
 *   locator, quote, dispute, note, interest_type, share_text, class, direct, conditional, leader, members, joint, reason, closes, props)`;
 *   subjects and objects are entity ids; `record` defaults to the id; `closes` 'yes' ends the record on `stated_text`;
 *   `locator` defaults to file and row. A locator that is a JSON pointer or `line …` is a place in the file, not content:
 *   a row that only moved is unchanged. A known `id` with new content supersedes; of one `record`, the version stated last
 * - `stage_reject(row, file, code, message)`: rows the format itself set aside (never also in the tables above)
 *
 * Any SQL may insert into these. Tables of millions of rows come in by `stage`: a narrow table of what the file says,
 * which nothing copies once more.
 */
export interface Writer extends Reader {
  /** Runs a statement inside the landing under way. */
  run(sql: string, params?: Params): Promise<void>;
  scan(file: Scan): string;
  /** Stages what a query selects, all rows at once; the case is filled straight from there. */
  stage(batch: Batch): Promise<StagedRows>;
  /**
   * The lines of a scanned CSV file that are no rows of its table; asked after the scan was read, in the same landing.
   * A file that is not UTF-8, or that breaks off, throws `wrong-encoding` or `bad-file`.
   */
  spoiled(file: Scan): Promise<Spoiled[]>;
  land(landing: Landing): Promise<ImportRecord>;
  imports(): Promise<ImportRecord[]>;
  rejects(n: number): Promise<Reject[]>;
  undo(n: number, at: string): Promise<ImportRecord>;
  /**
   * Statements no longer stand, from the day of `at`: all of them, or, whatever happens, none. What is withdrawn already
   * stays as it was. Throws `unknown-statement`.
   */
  withdraw(ids: readonly string[], why: string, at: string): Promise<void>;
  /** Statements that were withdrawn stand again, as if they never had been: all or none. Throws `unknown-statement`. */
  restore(ids: readonly string[], why: string, at: string): Promise<void>;
  /**
   * Destroys what statements and sources say, all versions of them; their ids and digests stay, and they never counted.
   * All of them or none. Throws `unknown-statement`.
   */
  redact(what: Redaction, at: string): Promise<void>;
  /** Every withdrawal, oldest first, also those taken back. */
  withdrawals(): Promise<Withdrawal[]>;
  /** What was done to the case, oldest first: imports, withdrawals and undos note themselves. */
  log(): Promise<LogEntry[]>;
  /** Notes in the log what is done outside the data. */
  note(what: Event, at: string, detail: Readonly<Record<string, unknown>>): Promise<void>;
  /** What the user wrote for themselves, oldest first: all, or on one thing (an id). No evidence, never exported. */
  notes(about: string | null): Promise<Note[]>;
  addNote(about: string, text: string, at: string): Promise<Note>;
  /** Deletes a note for good. Throws `unknown-note`. */
  removeNote(k: number): Promise<void>;
}

/** Statements and sources whose content is to be destroyed, and why; the reason is kept. */
export interface Redaction {
  readonly statements: readonly string[];
  readonly sources: readonly string[];
  readonly why: string;
}

/** A note of the user's; `about` is the id of an entity, statement, source or claim. */
export interface Note {
  readonly k: number;
  readonly at: string;
  readonly about: string;
  readonly text: string;
}

/** Statements withdrawn at one moment for one reason. */
export interface Withdrawal {
  readonly at: string;
  readonly why: string;
  /** Their ids, sorted. */
  readonly statements: readonly string[];
  /** The sources they rest on, sorted. */
  readonly sources: readonly string[];
  /** When and why it was taken back, or null. */
  readonly undone: { readonly at: string; readonly why: string } | null;
}

/** Rows for a staging table, as SQL over `from` (a scan, or a query in parentheses). */
export interface Batch {
  readonly into: "stage_source" | "stage_entity" | "stage_statement";
  readonly file: string;
  /** By column of the staging table; those left out are empty, a literal takes no room. */
  readonly columns: Readonly<Record<string, string>>;
  readonly from: string;
  /** The row in the file: SQL, or the number of the first where all are counted on from there. */
  readonly row: string | number;
  /** Which rows are rows; the others are counted and dropped. */
  readonly where: string;
}

/** A table of staged rows. What is set aside is deleted from it, and put into `stage_reject`. */
export interface StagedRows {
  readonly table: string;
  /** A column of the staging table (`row` and `file` too) as SQL over `table`. */
  readonly column: (name: string) => string;
  /** Gives the table a column `row`, in which lines that were no rows may then be counted in. */
  readonly number: () => Promise<void>;
}

/** A line of a file, from 1, and why it is no row. */
export interface Spoiled {
  readonly line: number;
  readonly message: string;
}

export interface Landing {
  /** What the import is called: the file or folder name, no path. */
  readonly name: string;
  /** Digest over the bytes of all files, by the entry point. */
  readonly sha256: string;
  readonly format: string;
  readonly reader: string;
  /** Now, as an ISO instant, by the entry point. */
  readonly at: string;
  readonly strict: boolean;
  /** The source of rows that name none: the file itself. */
  readonly source: Partial<Source> & { readonly id: string; readonly title: string };
  /** Fills the staging tables. */
  readonly stage: (writer: Writer) => Promise<void>;
  readonly progress: (done: number, total: number, what: string) => void;
  /** Stops the import: it throws `cancelled` and nothing is written. */
  readonly signal?: AbortSignal;
}

export interface ImportRecord {
  readonly n: number;
  readonly name: string;
  readonly sha256: string;
  readonly format: string;
  readonly reader: string;
  readonly at: string;
  readonly entities: number;
  readonly sources: number;
  readonly statements: number;
  readonly superseded: number;
  readonly unchanged: number;
  readonly rejects: number;
  /** Statements it brought or repeated that are withdrawn: they do not count. */
  readonly withdrawn: number;
  /** Statements it brought, with new content, in place of withdrawn ones: they count. */
  readonly revived: number;
  /** When it was taken back, or null. */
  readonly undone: string | null;
  /** True where the same bytes were there already and nothing was written. */
  readonly known: boolean;
}

export interface Reject {
  readonly file: string;
  readonly row: number;
  readonly code: string;
  readonly message: string;
}

/** SQL for the statements known on a day (or today), superseded and withdrawn ones left out; all, or qualified ones alone. */
export function knownStatements(
  known: Day | null,
  among: "statement_all" | "statement_qualified" = "statement_all",
): string {
  const by = known === null ? "" : ` WHERE day <= ${Math.trunc(known)}`;
  const said = known === null ? "" : ` WHERE stated <= ${Math.trunc(known)}`;
  return `(SELECT * FROM ${among}${said}) AS s ANTI JOIN (SELECT n FROM gone${by}) AS g ON s.n = g.n`;
}
