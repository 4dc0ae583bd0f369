import { type Carried, ENTITY_CELLS, type Row, SOURCE_CELLS, STATEMENT_CELLS } from "../../model/carried.ts";
import type { Writer } from "../../store/port.ts";

/** Rows of one statement at a time: what a query may hold. */
const AT_ONCE = 2_000;

/** Brings a carried part into an empty case: what happened to its statements happens again, at the moments it did. */
export async function bringBack(store: Writer, { entities, sources, events }: Carried): Promise<void> {
  const first = { what: "imported" as const, at: events[0]?.at ?? "1970-01-01T00:00:00Z", statements: [] };
  const all: Carried["events"] = events[0]?.what === "imported" ? events : [first, ...events];
  for (const [n, event] of all.entries()) {
    if (event.what === "withdrawn") await store.withdraw(event.statements, event.why, event.at);
    else if (event.what === "restored") await store.restore(event.statements, event.why, event.at);
    else if (event.what === "imported")
      await landed(store, n, event.at, event.statements, n === 0 ? { entities, sources } : NOBODY);
  }
}

const NOBODY = { entities: [], sources: [] };

async function landed(
  store: Writer,
  n: number,
  at: string,
  statements: readonly Row[],
  more: Pick<Carried, "entities" | "sources">,
): Promise<void> {
  await store.land({
    ...{ name: `carried ${n + 1}`, sha256: `carried ${n + 1}`, format: "carried", reader: "carried 1", at },
    strict: true,
    source: { id: "carried", title: "carried" },
    progress: () => undefined,
    stage: async (writer) => {
      await insert(writer, "stage_source", SOURCE_CELLS, more.sources as readonly Row[]);
      await insert(writer, "stage_entity", ENTITY_CELLS, more.entities as readonly Row[]);
      await insert(writer, "stage_statement", STATEMENT_CELLS, statements);
    },
  });
}

async function insert(writer: Writer, table: string, cells: readonly string[], rows: readonly Row[]) {
  const text = (value = "") => `'${value.replaceAll("'", "''")}'`;
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const values = rows
      .slice(start, start + AT_ONCE)
      .map((row, k) => `(${start + k + 1}, 'carried', ${cells.map((name) => text(row[name])).join(", ")})`);
    await writer.run(`INSERT INTO ${table} (row, file, ${cells.join(", ")}) VALUES ${values.join(", ")}`);
  }
}
