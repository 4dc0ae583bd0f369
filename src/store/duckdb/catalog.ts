import { Problem } from "../../errors.ts";
import { ADDED, SCHEMA_VERSION, TABLES } from "./schema.ts";
import type { Session } from "./session.ts";

/** What the file holds besides what the engine brings. Names are qualified: a macro in the file cannot stand in for them. */
const OBJECTS = `
  SELECT 'table' AS what, table_name AS name FROM system.main.duckdb_tables() WHERE NOT internal AND NOT temporary
  UNION ALL SELECT 'view', view_name FROM system.main.duckdb_views() WHERE NOT internal AND NOT temporary
  UNION ALL SELECT 'type', type_name FROM system.main.duckdb_types() WHERE NOT internal
  UNION ALL SELECT 'schema', schema_name FROM system.main.duckdb_schemas() WHERE NOT internal AND schema_name <> 'main'`;

const FUNCTIONS =
  "SELECT function_name AS name FROM system.main.duckdb_functions() WHERE NOT internal LIMIT 1";

/** Makes sure that the file brings no function of its own: a look through all there are, which takes a while. */
export async function checkFunctions(session: Session, path: string): Promise<void> {
  const [foreign] = await session.rows<{ name: string }>(FUNCTIONS);
  if (foreign) throw notACase(path, `it brings a function of its own, "${foreign.name}"`);
}

/**
 * Makes the tables of a new case, or makes sure that the file is a case this version reads, and nothing more than that;
 * whether it brings functions only where it is written to. `fresh`: it was not there before.
 * A case of an older version is given the tables it lacks; where it may not be written, they are returned.
 */
export async function checkCatalog(
  session: Session,
  path: string,
  {
    create,
    readOnly,
    fresh,
  }: { readonly create: boolean; readonly readOnly: boolean; readonly fresh: boolean },
): Promise<readonly string[]> {
  const objects = await session.rows<{ what: string; name: string }>(OBJECTS);
  const beforeWriting = () => (fresh ? undefined : checkFunctions(session, path));
  if (objects.length === 0 && create) {
    await beforeWriting();
    return createTables(session);
  }
  const foreign = objects.find((object) => object.what !== "table");
  if (foreign) throw notACase(path, `it brings a ${foreign.what} of its own, "${foreign.name}"`);
  if (!objects.some((object) => object.name === "meta")) throw notACase(path, "it lacks the tables of one");
  const version = await session.rows<{ value: string }>("SELECT value FROM meta WHERE key = 'schema'");
  const found = Number(version[0]?.value);
  if (found > SCHEMA_VERSION) {
    throw new Problem(
      "case-too-new",
      `${path} was written by a newer version (case format ${found}; this one reads up to ${SCHEMA_VERSION})`,
      "Update armslength.",
    );
  }
  if (!(found >= 1)) throw notACase(path, "it does not say which version wrote it");
  const lacks = Object.keys(TABLES).filter((name) => !objects.some((object) => object.name === name));
  const missing = lacks.find((name) => (ADDED[name] ?? 1) <= found);
  const extra = objects.find((object) => !(object.name in TABLES));
  if (missing || extra)
    throw notACase(path, missing ? `it lacks the table ${missing}` : `it has a table ${extra?.name}`);
  if (found === SCHEMA_VERSION || readOnly) return lacks;
  await beforeWriting();
  await session.run("BEGIN");
  for (const name of lacks) await session.run(`CREATE TABLE ${name} (${TABLES[name]})`);
  await session.run(`UPDATE meta SET value = '${SCHEMA_VERSION}' WHERE key = 'schema'`);
  await session.run("COMMIT");
  return [];
}

const notACase = (path: string, why: string) =>
  new Problem(
    "not-a-case",
    `${path} is not a case file: ${why}`,
    "Make one with `armslength new FILE` and import into it.",
  );

async function createTables(session: Session): Promise<readonly string[]> {
  await session.run("BEGIN");
  await session.run(
    Object.entries(TABLES)
      .map(([name, columns]) => `CREATE TABLE ${name} (${columns})`)
      .join(";\n"),
  );
  await session.run(`INSERT INTO meta VALUES ('schema', '${SCHEMA_VERSION}'), ('entities', '0')`);
  await session.run("COMMIT");
  return [];
}
