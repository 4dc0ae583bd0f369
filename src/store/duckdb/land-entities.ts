import { nameNew } from "./name-keys.ts";
import type { Session } from "./session.ts";

/** 60 bits of md5 over columns as text: what tells new content from old. */
export const digestOf = (columns: readonly string[]): string =>
  `CAST(md5_number_lower(concat_ws(chr(31), ${columns.map((column) => `coalesce(${column}, '')`).join(", ")})) >> 4 AS BIGINT)`;

const ENTITY = ["id", "name", "kind", "jurisdiction", "sector", "names", "identifiers", "note"];

/**
 * Gives every id the staging tables mention its ordinal, and appends the entities that are new or have new content.
 * An id without an entity of its own gets an ordinal all the same: a placeholder.
 */
export async function landEntities(session: Session, n: number): Promise<number> {
  await numberIds(session);
  await session.run(`CREATE TEMP TABLE fresh_entity AS
    SELECT s.rowid AS rid, i.n, ${digestOf(ENTITY.map((column) => `s.${column}`))} AS digest, e.v AS old, e.digest AS old_digest
    FROM stage_entity AS s JOIN entity_id AS i ON i.id = s.id LEFT JOIN entity_version AS e ON e.n = i.n`);
  await session.run(
    `INSERT INTO again SELECT ${n}, 'entity', old FROM fresh_entity WHERE old_digest = digest`,
  );
  await session.run(`CREATE TEMP TABLE new_entity AS SELECT rid, n, digest,
      CAST((SELECT coalesce(max(v), -1) + 1 FROM entity) + rid - (SELECT min(rid) FROM fresh_entity) AS INTEGER) AS v
    FROM fresh_entity WHERE old_digest IS DISTINCT FROM digest`);
  await session.run(`INSERT INTO entity SELECT w.v, ${n}, w.n, s.name, s.kind, coalesce(s.jurisdiction, ''), coalesce(s.sector, ''),
      coalesce(s.names, ''), coalesce(s.identifiers, ''), coalesce(s.note, ''), w.digest
    FROM stage_entity AS s JOIN new_entity AS w ON w.rid = s.rowid`);
  await nameNew(session);
  await session.run(`INSERT INTO entity_gone
    SELECT o.v, ${n} FROM entity AS o JOIN new_entity AS w ON w.n = o.n WHERE o.v <> w.v`);
  const [count] = await session.rows<{ n: number }>("SELECT count(*) AS n FROM new_entity");
  return count?.n ?? 0;
}

async function numberIds(session: Session): Promise<void> {
  await session.run(`CREATE TEMP TABLE member_of AS
    SELECT rid, k, id FROM (SELECT rid, unnest(ids) AS id, generate_subscripts(ids, 1) AS k FROM (
      SELECT rowid AS rid, string_split(members, '|') AS ids FROM stage_statement WHERE members <> '')) WHERE id <> ''`);
  await session.run(`INSERT INTO entity_id
    SELECT (SELECT count(*) FROM entity_id) + row_number() OVER (ORDER BY rid) - 1, id
    FROM (SELECT rowid AS rid, id FROM stage_entity) AS s ANTI JOIN entity_id AS i ON i.id = s.id`);
  const mentioned = ["subject", "object", "leader"].map(
    (column) => `SELECT ${column} AS id FROM stage_statement`,
  );
  await session.run(`INSERT INTO entity_id
    SELECT (SELECT count(*) FROM entity_id) + row_number() OVER (ORDER BY id) - 1, id FROM (
      SELECT DISTINCT s.id FROM (${mentioned.join(" UNION ALL ")} UNION ALL SELECT id FROM member_of) AS s
      ANTI JOIN entity_id AS i ON i.id = s.id WHERE s.id <> '')`);
}
