import type { ImportRecord, Landing, Writer } from "../port.ts";

type Cells = Readonly<Record<string, string>>;

/** What a test brings in: rows of the staging tables by column; `id` and what must not be empty have defaults. */
export interface Brought {
  readonly name?: string;
  readonly at?: string;
  readonly strict?: boolean;
  readonly sha256?: string;
  readonly sources?: readonly Cells[];
  readonly entities?: readonly Cells[];
  readonly statements?: readonly Cells[];
  readonly stage?: Landing["stage"];
  readonly source?: Landing["source"];
  readonly progress?: Landing["progress"];
  readonly signal?: AbortSignal;
}

let files = 0;

/** Brings rows in the way a format does. */
export function bring(store: Writer, what: Brought): Promise<ImportRecord> {
  const name = what.name ?? "file";
  return store.land({
    name,
    sha256: what.sha256 ?? `digest-${++files}`,
    format: "test",
    reader: "test 1",
    at: what.at ?? "2020-06-01T12:00:00Z",
    strict: what.strict ?? false,
    source: what.source ?? { id: name, title: name },
    progress: what.progress ?? (() => undefined),
    ...(what.signal === undefined ? {} : { signal: what.signal }),
    stage: async (writer) => {
      await insert(writer, "stage_source", "sources.csv", what.sources ?? []);
      await insert(writer, "stage_entity", "entities.csv", what.entities ?? []);
      await insert(writer, "stage_statement", "interests.csv", what.statements ?? []);
      await what.stage?.(writer);
    },
  });
}

async function insert(writer: Writer, table: string, file: string, rows: readonly Cells[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const text = (value = "") => `'${value.replaceAll("'", "''")}'`;
  const values = rows.map(
    (row, k) => `(${[k + 2, `'${file}'`, ...columns.map((name) => text(row[name]))].join(", ")})`,
  );
  await writer.run(`INSERT INTO ${table} (row, file, ${columns.join(", ")}) VALUES ${values.join(", ")}`);
}

export const entity = (id: string, more: Cells = {}): Cells => ({
  id,
  name: id.toUpperCase(),
  kind: "company",
  ...more,
});

export const interest = (id: string, subject: string, object: string, more: Cells = {}): Cells => ({
  id,
  kind: "interest",
  subject,
  object,
  ...more,
});

/** Ids of the statements that count now, or counted as known on a day. */
export async function counting(store: Writer, known?: number): Promise<string[]> {
  const day = known === undefined ? "" : ` WHERE day <= ${known}`;
  const said = known === undefined ? "" : ` WHERE stated <= ${known}`;
  const rows = await store.rows<{ id: string }>(
    `SELECT s.id || ' ' || s.share_text AS id FROM (SELECT * FROM statement_all${said}) AS s
     ANTI JOIN (SELECT n FROM gone${day}) AS g ON g.n = s.n ORDER BY 1`,
  );
  return rows.map((row) => row.id.trim());
}
