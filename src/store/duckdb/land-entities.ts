import { foreignKeys, nameNew, noteNames } from "./name-keys.ts";
import { EMPTY, type Parts, rowsOf } from "./parts.ts";
import { digestOf } from "./row-digest.ts";
import { asWritten } from "./seldom.ts";
import type { Session } from "./session.ts";

const CONTENT = ["id", "name", "kind", "jurisdiction", "sector", "names", "identifiers", "note"];

/**
 * Gives every id the staging tables mention its ordinal, and appends the entities that are new or have new content.
 * An id without an entity of its own gets an ordinal all the same: a placeholder.
 */
export async function landEntities(session: Session, n: number, parts: Parts): Promise<number> {
  const [at] = await session.rows<{ ids: number; v: number; least: number; dense: boolean }>(
    `SELECT (SELECT count(*) FROM entity_id) AS ids, (SELECT coalesce(max(v), -1) + 1 FROM entity) AS v,
       coalesce(min(rid), 0) AS least, coalesce(max(rid) - min(rid) + 1, 0) = count(*) AS dense FROM staged_entity`,
  );
  const { ids = 0, v = 0, least = 0, dense = false } = at ?? {};
  const first = ids === 0 && dense;
  await session.run("CREATE TEMP TABLE mentioned_id (n INTEGER, id VARCHAR)");
  await (first ? takeAll(session, v - least, least) : takeNew(session, n, v));
  await numberMentioned(session, parts);
  const foreign = await noteNames(session, parts);
  const seldom = ["sector", "names", "identifiers", "note"].map((column) =>
    asWritten("entity", column, parts.has("stage_entity", column) ? column : EMPTY),
  );
  const [keys] = await Promise.all([
    foreignKeys(foreign),
    session.run(`INSERT INTO entity
      SELECT v, ${n}, n, name, kind, jurisdiction, ${seldom.join(", ")}, digest FROM landed_entity`),
  ]);
  await nameNew(session, parts, keys);
  if (!first) {
    await session.run(`INSERT INTO entity_gone
      SELECT o.v, ${n} FROM entity AS o JOIN new_entity AS w ON w.n = o.n WHERE o.v <> w.v`);
  }
  const [count] = await session.rows<{ n: number }>("SELECT count(*) AS n FROM landed_entity");
  return count?.n ?? 0;
}

/**
 * Into an empty case all rows come as they stand: their order numbers them. Ids are looked up where they were staged,
 * which all threads look through; through what the transaction has written, one alone.
 */
async function takeAll(session: Session, shift: number, least: number): Promise<void> {
  await session.run(`INSERT INTO entity_id SELECT CAST(rid - ${least} AS INTEGER), id FROM staged_entity`);
  await session.run(`CREATE TEMP VIEW ordinal_of AS
    SELECT CAST(rid - ${least} AS INTEGER) AS n, id FROM staged_entity UNION ALL SELECT n, id FROM mentioned_id`);
  await session.run(`CREATE TEMP VIEW landed_entity AS SELECT s.*, CAST(rid + ${shift} AS INTEGER) AS v,
      CAST(rid - ${least} AS INTEGER) AS n, ${digestOf(CONTENT.map((column) => `s.${column}`))} AS digest FROM staged_entity AS s`);
}

/** Of the staged entities those that are not in the case word for word; the others are noted as said again. */
async function takeNew(session: Session, n: number, v: number): Promise<void> {
  await session.run(`INSERT INTO entity_id
    SELECT (SELECT count(*) FROM entity_id) + row_number() OVER (ORDER BY rid) - 1, id
    FROM (SELECT rid, id FROM staged_entity) AS s ANTI JOIN entity_id AS i ON i.id = s.id`);
  await session.run("CREATE TEMP VIEW ordinal_of AS SELECT n, id FROM entity_id");
  await session.run(`CREATE TEMP TABLE fresh_entity AS
    SELECT s.rid, i.n, ${digestOf(CONTENT.map((column) => `s.${column}`))} AS digest, e.v AS old, e.digest AS old_digest
    FROM staged_entity AS s JOIN entity_id AS i ON i.id = s.id LEFT JOIN entity_version AS e ON e.n = i.n`);
  await session.run(
    `INSERT INTO again SELECT ${n}, 'entity', old FROM fresh_entity WHERE old_digest = digest`,
  );
  await session.run(`CREATE TEMP TABLE new_entity AS SELECT rid, n, digest,
      CAST(${v} + rid - (SELECT min(rid) FROM fresh_entity) AS INTEGER) AS v
    FROM fresh_entity WHERE old_digest IS DISTINCT FROM digest`);
  await session.run(`CREATE TEMP VIEW landed_entity AS SELECT s.*, w.v, w.n, w.digest
    FROM staged_entity AS s JOIN new_entity AS w ON w.rid = s.rid`);
}

/** Ordinals for the ids that only statements mention, in the order of the ids; `ordinal_of(n, id)` then has every id. */
async function numberMentioned(session: Session, parts: Parts): Promise<void> {
  await session.run("CREATE TEMP TABLE member_of (rid BIGINT, k BIGINT, id VARCHAR)");
  const mentioned: string[] = ["SELECT id FROM member_of"];
  for (const part of parts.of("stage_statement")) {
    const rows = rowsOf(part, "stage_statement");
    if (part.column("members") !== "''") {
      await session.run(`INSERT INTO member_of
        SELECT rid, k, id FROM (SELECT rid, unnest(ids) AS id, generate_subscripts(ids, 1) AS k FROM (
          SELECT rid, string_split(members, '|') AS ids FROM (${rows}) WHERE members <> '')) WHERE id <> ''`);
    }
    for (const column of ["subject", "object", "leader"])
      if (part.column(column) !== "''") mentioned.push(`SELECT ${part.column(column)} FROM ${part.table}`);
  }
  await session.run(`INSERT INTO mentioned_id
    SELECT (SELECT count(*) FROM entity_id) + row_number() OVER (ORDER BY id) - 1, id FROM (
      SELECT DISTINCT s.id FROM (${mentioned.join(" UNION ALL ")}) AS s
      ANTI JOIN ordinal_of AS i ON i.id = s.id WHERE s.id <> '')`);
  await session.run("INSERT INTO entity_id SELECT n, id FROM mentioned_id");
}
