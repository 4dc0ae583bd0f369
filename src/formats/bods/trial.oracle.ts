import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { OpenCase } from "../../store/duckdb.ts";
import { openCase } from "../../store/duckdb.ts";
import { bringIn } from "../bring-in.ts";

export const fixture = (name: string): string =>
  new URL(`../../../fixtures/bods/${name}`, import.meta.url).pathname;

/** Runs with a folder of its own, which is removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "bods-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs with a case in memory that holds what a file or folder says. */
export async function withCase<T>(
  path: string,
  work: (one: OpenCase, rejects: { row: number; code: string; message: string }[]) => Promise<T>,
  options: { strict?: boolean; as?: string } = {},
): Promise<T> {
  const one = await openCase(":memory:", { allow: [dirname(path)] });
  try {
    const record = await bringIn(one, path, { ...options, at: "2026-01-01T00:00:00Z" });
    return await work(one, await one.rejects(record.n));
  } finally {
    await one.close();
  }
}

/** The same for statements, through a file. */
export const withStatements = <T>(
  statements: unknown,
  work: Parameters<typeof withCase<T>>[1],
  options: { strict?: boolean } = {},
): Promise<T> =>
  inFolder((folder) => {
    const path = join(folder, "statements.json");
    writeFileSync(path, JSON.stringify(statements));
    return withCase(path, work, { as: "bods", ...options });
  });

/** All a case holds of entities, sources and interests, in an order that does not depend on its ordinals. */
export const contents = async (one: OpenCase) => ({
  entities: await one.rows(
    "SELECT id, name, kind, jurisdiction, sector, note, placeholder FROM entity_now ORDER BY id",
  ),
  names: await one.rows(
    "SELECT e.id, x.lang, x.text, x.k FROM name_now AS x JOIN entity_now AS e ON e.n = x.n ORDER BY ALL",
  ),
  identifiers: await one.rows(
    "SELECT e.id, x.scheme, x.value, x.k FROM identifier_now AS x JOIN entity_now AS e ON e.n = x.n ORDER BY ALL",
  ),
  sources: await one.rows(
    "SELECT * FROM source_now WHERE id IN (SELECT source FROM statement_all WHERE kind = 'interest') ORDER BY id",
  ),
  interests:
    await one.rows(`SELECT s.id, s.record, a.id AS subject, b.id AS object, s.from_text, s.to_text, s.from_lo, s.from_hi,
      s.to_lo, s.to_hi, s.basis, s.stated, s.source, s.locator, s.quote, s.dispute, s.note, s.interest_type, s.share_text, s.low,
      s.high, s.low_open, s.high_open, s.class, s.direct, s.conditional, l.id AS leader, m.members, s.joint, s.reason, s.props
    FROM statement_all AS s LEFT JOIN entity_now AS a ON a.n = s.subject LEFT JOIN entity_now AS b ON b.n = s.object
    LEFT JOIN entity_now AS l ON l.n = s.leader
    LEFT JOIN (SELECT x.n, string_agg(e.id, '|' ORDER BY e.id) AS members FROM (
      SELECT n, CAST(unnest(string_split(members, '|')) AS INTEGER) AS m FROM statement_all WHERE members <> '') AS x
      JOIN entity_now AS e ON e.n = x.m GROUP BY x.n) AS m ON m.n = s.n
    WHERE s.kind = 'interest' ORDER BY ALL`),
  gone: await one.rows(
    "SELECT s.id, g.day, g.how FROM gone AS g JOIN statement_all AS s ON s.n = g.n WHERE s.kind = 'interest' ORDER BY ALL",
  ),
});
