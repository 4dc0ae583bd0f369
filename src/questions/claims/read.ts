import type { Day } from "../../model/date.ts";
import type { Statement } from "../../model/statement.ts";
import { knownStatements, type Reader } from "../../store/port.ts";

/** A statement with the days it is true from and until, where they are known. */
export interface Dated {
  readonly statement: Statement;
  readonly from: Day | null;
  readonly fromLast: Day | null;
  readonly to: Day | null;
}

/** What a text claims and all that is attached to it, as known on a day. */
export interface TextRead {
  readonly claims: readonly Statement[];
  /** Rows of evidence by claim. */
  readonly links: ReadonlyMap<string, readonly Statement[]>;
  /** Attached statements, and those recomputations name, by id. */
  readonly stated: ReadonlyMap<string, Dated>;
  /** Denials of claims and of what is attached, by the statement denied. */
  readonly denials: ReadonlyMap<string, readonly Statement[]>;
}

export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const listed = (ids: Iterable<string>) => [...new Set(ids)].map(quoted).join(", ") || "''";
const column = (name: string) => `json_extract_string(s.props, '$.${name}')`;

/** Rows of one kind that stand, by what one of their columns says; in the order of their ids, numbers as numbers. */
export async function rowsOf(
  store: Reader,
  known: Day | null,
  kind: string,
  name: string,
  values: Iterable<string>,
): Promise<Statement[]> {
  const rows = await store.rows<{ n: number }>(
    `SELECT s.n FROM ${knownStatements(known)} WHERE s.kind = ${quoted(kind)} AND ${column(name)} IN (${listed(values)})`,
  );
  const found = await store.statementsAt(rows.map(({ n }) => Number(n)));
  return [...found.values()].sort((a, b) => naturally(a.id, b.id));
}

/** Statements of these ids that stand. */
export async function statedIn(store: Reader, known: Day | null, ids: Iterable<string>) {
  const rows = await store.rows<{
    n: number;
    from_lo: number | null;
    from_hi: number | null;
    to_hi: number | null;
  }>(
    `SELECT s.n, s.from_lo, s.from_hi, s.to_hi FROM ${knownStatements(known)} WHERE s.id IN (${listed(ids)})`,
  );
  const found = await store.statementsAt(rows.map(({ n }) => Number(n)));
  const day = (value: number | null) => (value === null ? null : Number(value));
  return new Map(
    rows.flatMap((row) => {
      const statement = found.get(Number(row.n));
      if (!statement) return [];
      const dated: Dated = {
        statement,
        from: day(row.from_lo),
        fromLast: day(row.from_hi),
        to: day(row.to_hi),
      };
      return [[statement.id, dated] as const];
    }),
  );
}

/** Reads the claims of a text; of one alone where `claim` is given. `more` names further statements to read. */
export async function readText(
  store: Reader,
  known: Day | null,
  text: string,
  more: (claims: readonly Statement[]) => readonly string[],
): Promise<TextRead> {
  const claims = await rowsOf(store, known, "claim", "text", [text]);
  const ids = claims.map((claim) => claim.id);
  const links = await rowsOf(store, known, "evidence", "claim", ids);
  const first = await statedIn(store, known, [
    ...links.map((link) => link.properties.statement ?? ""),
    ...more(claims),
  ]);
  const further = more([...first.values()].map((one) => one.statement)).filter((id) => !first.has(id));
  const stated = new Map([...first, ...(await statedIn(store, known, further))]);
  const denials = await rowsOf(store, known, "denial", "of", [...ids, ...first.keys()]);
  return { claims, links: by(links, "claim"), stated, denials: by(denials, "of") };
}

function by(rows: readonly Statement[], name: string): Map<string, Statement[]> {
  const found = new Map<string, Statement[]>();
  for (const row of rows) {
    const key = row.properties[name] ?? "";
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

/** C2 before C10. */
export function naturally(a: string, b: string): number {
  const parts = (text: string) => text.split(/(\d+)/);
  const [x, y] = [parts(a), parts(b)];
  for (let k = 0; k < Math.min(x.length, y.length); k++) {
    const [p, q] = [x[k] as string, y[k] as string];
    if (p === q) continue;
    if (k % 2 === 1 && Number(p) !== Number(q)) return Number(p) - Number(q);
    return p < q ? -1 : 1;
  }
  return x.length - y.length;
}
