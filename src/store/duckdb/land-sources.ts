import type { Landing } from "../port.ts";
import { fill } from "./lookup.ts";
import { digestOf } from "./row-digest.ts";
import type { Session } from "./session.ts";

const TEXT = [
  "id",
  "title",
  "publisher",
  "url",
  "archived_url",
  "published",
  "retrieved",
  "lang",
  "kind",
  "licence",
  "derived_from",
  "interested",
  "sha256",
  "note",
];

/**
 * Appends the sources that are new or have new content: those staged, the file itself where a row names no source,
 * and a bare one for each id the file names without describing it (only where it has no table of sources).
 */
export async function landSources(session: Session, n: number, landing: Landing): Promise<number> {
  const own = landing.source;
  const [need] = await session.rows<{ own: boolean }>(
    "SELECT EXISTS (SELECT 1 FROM named_source WHERE id IN ('', $id)) AND NOT EXISTS (SELECT 1 FROM stage_source WHERE id = $id) AS own",
    { id: own.id },
  );
  if (need?.own) {
    const row = [
      own.id,
      own.title,
      own.publisher,
      own.url,
      own.archivedUrl,
      own.published,
      own.retrieved,
      own.lang,
      own.kind,
      own.licence,
      own.derivedFrom,
      own.interested,
      own.sha256 ?? landing.sha256,
      own.note,
    ];
    await fill(
      session,
      "stage_source",
      ["BIGINT", "VARCHAR", ...TEXT.map(() => "VARCHAR")],
      [[0, landing.name, ...row.map((cell) => cell ?? "")]],
    );
  }
  await session.run(`INSERT INTO stage_source (row, file, id, title, url)
    SELECT 0, '', s.id, s.id, CASE WHEN s.id LIKE 'http%://%' THEN s.id ELSE '' END
    FROM named_source AS s ANTI JOIN (SELECT id FROM stage_source UNION SELECT id FROM source_version) AS k ON k.id = s.id
    WHERE s.id <> ''`);
  await session.run(`CREATE TEMP TABLE fresh_source AS
    SELECT row_number() OVER (ORDER BY s.rowid) AS rid, s.*, ${digestOf(TEXT.map((column) => `coalesce(s.${column}, '')`))} AS digest, o.v AS old, o.digest AS old_digest
    FROM stage_source AS s LEFT JOIN source_version AS o ON o.id = s.id`);
  await session.run(
    `INSERT INTO again SELECT ${n}, 'source', old FROM fresh_source WHERE old_digest = digest`,
  );
  await session.run("DELETE FROM fresh_source WHERE old_digest = digest");
  await session.run(`INSERT INTO again SELECT ${n}, 'source', o.v FROM source_version AS o
    JOIN named_source AS s ON s.id = o.id
    ANTI JOIN stage_source AS t ON t.id = o.id`);
  await session.run(`INSERT INTO source SELECT (SELECT coalesce(max(v), -1) + 1 FROM source) + rid - (SELECT min(rid) FROM fresh_source), ${n}, id, title,
    ${TEXT.slice(2)
      .map((column) => `coalesce(${column}, '')`)
      .join(", ")}, digest FROM fresh_source`);
  await session.run(
    `INSERT INTO source_gone SELECT o.v, ${n} FROM source AS o JOIN fresh_source AS f ON f.id = o.id WHERE o.import < ${n}`,
  );
  const [count] = await session.rows<{ n: number }>("SELECT count(*) AS n FROM fresh_source");
  return count?.n ?? 0;
}
