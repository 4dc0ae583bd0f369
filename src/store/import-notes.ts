import type { ImportRecord, Writer } from "./port.ts";

/** What an import did that its counts do not tell. */
export interface ImportNotes {
  /** Ids its statements name and nothing describes: they stand as placeholders. */
  readonly undescribed: number;
  /** The first of them, with how many statements name each and what may have been meant. */
  readonly shown: readonly {
    readonly id: string;
    readonly statements: number;
    readonly near: readonly string[];
  }[];
  /** Statements that name no source: they rest on the import itself. */
  readonly sourceless: number;
  /** The latest import of the same bytes that was taken back, where it is in again by this one. */
  readonly before: { readonly n: number; readonly undone: string } | null;
}

const MOST_SHOWN = 20;
const MOST_NEAR = 3;

/** Looks at what an import brought; nothing to say of bytes that were there already. */
export async function importNotes(store: Writer, record: ImportRecord): Promise<ImportNotes> {
  if (record.known) return { undescribed: 0, shown: [], sourceless: 0, before: null };
  const { n, name, sha256 } = record;
  const named = `SELECT i.id, count(*) AS statements FROM (
      SELECT n, subject AS e FROM statement_all WHERE import = $n
      UNION SELECT n, object FROM statement_all WHERE import = $n
      UNION SELECT n, leader FROM statement_all WHERE import = $n
      UNION SELECT n, CAST(unnest(string_split(members, '|')) AS INTEGER) FROM statement_all
        WHERE import = $n AND members <> '') AS s
    JOIN entity_now AS i ON i.n = s.e WHERE i.placeholder GROUP BY i.id`;
  const [count] = await store.rows<{ n: number }>(`SELECT count(*) AS n FROM (${named})`, { n });
  const rows = await store.rows<{ id: string; statements: number }>(
    `${named} ORDER BY statements DESC, i.id LIMIT ${MOST_SHOWN}`,
    { n },
  );
  const shown = [];
  for (const { id, statements } of rows)
    shown.push({ id, statements: Number(statements), near: await nearTo(store, id) });
  const [bare] = await store.rows<{ n: number }>(
    "SELECT count(*) AS n FROM statement_all WHERE import = $n AND source = $name",
    { n, name },
  );
  const before = (await store.imports())
    .filter((one) => one.n < n && one.sha256 === sha256 && one.undone !== null)
    .at(-1);
  return {
    undescribed: Number(count?.n ?? 0),
    shown,
    sourceless: Number(bare?.n ?? 0),
    before: before ? { n: before.n, undone: before.undone ?? "" } : null,
  };
}

/** Described entities whose id is a few letters away, then those of that name. */
async function nearTo(store: Writer, id: string): Promise<string[]> {
  const most = Math.max(1, Math.floor(id.length / 5));
  const ids = await store.rows<{ id: string }>(
    `SELECT id FROM entity_now WHERE NOT placeholder AND length(id) BETWEEN $from AND $to AND levenshtein(id, $id) <= $most
     ORDER BY levenshtein(id, $id), id LIMIT ${MOST_NEAR}`,
    { id, most, from: id.length - most, to: id.length + most },
  );
  const called = (await store.find(id.replace(/^\w+:/, "").replaceAll(/[_-]/g, " "), MOST_NEAR))
    .filter((one) => !one.placeholder)
    .map((one) => one.id);
  return [...new Set([...ids.map((one) => one.id), ...called])]
    .filter((one) => one !== id)
    .slice(0, MOST_NEAR);
}
