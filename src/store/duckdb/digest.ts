import { createHash } from "node:crypto";
import type { Session } from "./session.ts";

/** 60 bits of md5 over text columns, as in `digestOf`, of an aggregate. */
const hash = (...columns: string[]) =>
  `CAST(md5_number_lower(concat_ws(chr(31), ${columns.join(", ")})) >> 4 AS BIGINT)`;

/**
 * `sha256:…` of what the case holds. Sums over the digests of statements, entities, sources and of what is gone, so that
 * neither the order nor the number of imports matters, and millions of rows take about a second.
 */
export async function caseDigest(session: Session): Promise<string> {
  const [sums] = await session.rows<Record<string, string | null>>(`SELECT
    (SELECT CAST(sum(${hash("source", "stated", "c", "d")}) AS VARCHAR) FROM (
      SELECT source, stated, count(*) AS c, sum(digest) AS d FROM statement_live GROUP BY source, stated)) AS statements,
    (SELECT CAST(sum(digest) AS VARCHAR) FROM entity_version) AS entities,
    (SELECT CAST(sum(digest) AS VARCHAR) FROM source_version) AS sources,
    (SELECT CAST(sum(${hash("how", "day", "c", "d")}) AS VARCHAR) FROM (
      SELECT g.how, g.day, count(*) AS c, sum(s.digest) AS d FROM (SELECT n, how, min(day) AS day FROM gone GROUP BY n, how) AS g
      JOIN statement_live AS s ON s.n = g.n GROUP BY g.how, g.day)) AS gone`);
  const text = ["statements", "entities", "sources", "gone"]
    .map((key) => `${key} ${sums?.[key] ?? "0"}`)
    .join("\n");
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
