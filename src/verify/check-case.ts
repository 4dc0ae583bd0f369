import { bringBack } from "../formats/carried/bring.ts";
import { takeOut } from "../formats/carried/take.ts";
import { type Break, brokenAt } from "../store/chain.ts";
import { type OpenCase, openCase } from "../store/duckdb.ts";

/** What was found of a case file. */
export interface CaseReport {
  readonly holds: boolean;
  readonly data: string;
  readonly log: {
    readonly lines: number;
    readonly broken: Break | null;
    /** Whether the data are those of the log's last line; true where there is no line. */
    readonly current: boolean;
  };
  /** Statements whose columns do not follow from what they say; null where there are too many to try. */
  readonly statements: { readonly checked: number; readonly wrong: readonly string[] } | null;
}

/** Statements beyond which a case is not read in once more. */
export const MOST_TRIED = 500_000;

/**
 * Checks a case against itself: the chain of its log, the digest of its data, and, by reading everything it holds into
 * an empty case, that every day, share and number in its tables follows from the texts beside them.
 */
export async function checkedCase(store: OpenCase): Promise<CaseReport> {
  const log = await store.log();
  const data = await store.digest();
  const broken = brokenAt(log);
  const current = log.length === 0 || log.at(-1)?.data === data;
  const [count] = await store.rows<{ n: number }>("SELECT count(*) AS n FROM statement_all");
  const statements = Number(count?.n ?? 0) > MOST_TRIED ? null : await tried(store);
  const holds = broken === null && current && (statements === null || statements.wrong.length === 0);
  return { holds, data, log: { lines: log.length, broken, current }, statements };
}

async function tried(store: OpenCase) {
  const ids = async (sql: string) => (await store.rows<{ id: string }>(sql)).map(({ id }) => id);
  const carried = await takeOut(store, {
    statements: await ids("SELECT DISTINCT id FROM statement_all"),
    entities: await ids("SELECT id FROM entity_now"),
    sources: await ids("SELECT id FROM source_now"),
  });
  const copy = await openCase(":memory:");
  try {
    await bringBack(copy, carried);
    const [here, there] = await Promise.all([told(store), told(copy)]);
    const wrong = new Set<string>();
    for (const [key, id] of here) if (!there.has(key)) wrong.add(id);
    for (const [key, id] of there) if (!here.has(key)) wrong.add(id);
    return { checked: here.size, wrong: [...wrong].sort() };
  } finally {
    await copy.close();
  }
}

/** Everything the columns say of each version of each statement, and from which day it no longer counts. */
async function told(store: OpenCase): Promise<Map<string, string>> {
  const rows = await store.rows<{ id: string }>(`
    SELECT s.id, s.record, s.kind, a.id AS subject, b.id AS object, s.from_text, s.to_text, s.from_lo, s.from_hi, s.to_lo,
      s.to_hi, s.basis, s.stated_text, s.stated, s.source, s.locator, s.quote, s.dispute, s.note, s.interest_type,
      s.share_text, s.low, s.high, s.low_open, s.high_open, s.class, s.direct, s.conditional, l.id AS leader, s.joint,
      s.reason, s.props, g.day, g.how, row_number() OVER (PARTITION BY s.id ORDER BY s.n) AS version
    FROM statement_all AS s LEFT JOIN entity_now AS a ON a.n = s.subject LEFT JOIN entity_now AS b ON b.n = s.object
    LEFT JOIN entity_now AS l ON l.n = s.leader
    ANTI JOIN (SELECT n FROM gone WHERE how = 'redacted') AS x ON x.n = s.n
    LEFT JOIN (SELECT n, min(day) AS day, min(how) AS how FROM gone GROUP BY n) AS g ON g.n = s.n`);
  return new Map(rows.map((row) => [JSON.stringify(row, plain), row.id]));
}

const plain = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
