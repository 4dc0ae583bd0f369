import { closeSync, existsSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { Problem } from "../../errors.ts";
import { knownStatements, type Reader } from "../../store/port.ts";
import { entityStatements } from "./write-entities.ts";
import { relationshipStatements } from "./write-interests.ts";

/** What a case came to in BODS: how many statements of each record type, and what has no place in BODS, by kind. */
export interface WrittenBods {
  readonly entities: number;
  readonly relationships: number;
  readonly leftOut: Readonly<Record<string, number>>;
}

const PAGE = 50_000;

/**
 * Writes a case as BODS 0.4 statements, entities and persons first, components before what they explain. Interests are
 * written with all their versions; withdrawn ones and kinds other than interests are not: these are counted.
 * `emit` gets one statement as JSON text at a time; `day` is the day of writing (YYYY-MM-DD).
 */
async function writeBods(
  reader: Reader,
  day: string,
  emit: (statement: string) => void,
): Promise<WrittenBods> {
  const [size] = await reader.rows<{ entities: number; interests: number }>(
    `SELECT (SELECT count(*) FROM entity_now) AS entities, (SELECT count(*) FROM statement_all WHERE kind = 'interest') AS interests`,
  );
  let entities = 0;
  const places = await placeNames(reader);
  for (let first = 0; first < (size?.entities ?? 0); first += PAGE) {
    entities += await page(reader, entityStatements(), { first, next: first + PAGE, day, places }, emit);
  }
  let relationships = 0;
  const pages = Math.max(1, Math.ceil((size?.interests ?? 0) / PAGE));
  for (const component of [true, false]) {
    for (let k = 0; k < pages; k++) {
      relationships += await page(reader, relationshipStatements(), { pages, page: k, component }, emit);
    }
  }
  const others = await reader.rows<{ kind: string; count: number }>(
    `SELECT s.kind, count(*) AS count FROM ${knownStatements(null)} WHERE s.kind <> 'interest' GROUP BY s.kind ORDER BY s.kind`,
  );
  return {
    entities,
    relationships,
    leftOut: Object.fromEntries(others.map(({ kind, count }) => [kind, count])),
  };
}

async function page(
  reader: Reader,
  sql: string,
  params: Readonly<Record<string, string | number | boolean>>,
  emit: (statement: string) => void,
): Promise<number> {
  const { length, column } = await reader.columns(sql, { json: "text" }, params);
  for (const json of column.json) emit(String(json));
  return length;
}

/** English names of the countries in the case, by code, as JSON. */
async function placeNames(reader: Reader): Promise<string> {
  const found = await reader.rows<{ code: string }>(
    `SELECT DISTINCT unnest(regexp_extract_all(jurisdiction || ' ' || note, '\\b[A-Z]{2}\\b')) AS code FROM entity_now`,
  );
  const names = new Intl.DisplayNames("en", { type: "region" });
  return JSON.stringify(Object.fromEntries(found.map(({ code }) => [code, names.of(code) ?? code])));
}

/**
 * Writes a case to a file: JSON lines where its name ends in .jsonl or .ndjson, else one array. The file appears only
 * when it is whole; an existing one is left alone (`file-exists`).
 */
export async function exportBods(reader: Reader, path: string, day: string): Promise<WrittenBods> {
  if (existsSync(path))
    throw new Problem("file-exists", `${path} exists`, "Name another file, or remove it first.");
  const lines = /\.(jsonl|ndjson)$/i.test(path);
  const part = `${path}.part`;
  const handle = openSync(part, "w");
  try {
    let before = lines ? "" : "[\n";
    const written = await writeBods(reader, day, (statement) => {
      writeSync(handle, before + statement + (lines ? "\n" : ""));
      before = lines ? "" : ",\n";
    });
    if (!lines) writeSync(handle, before === "[\n" ? "[]\n" : "\n]\n");
    closeSync(handle);
    renameSync(part, path);
    return written;
  } catch (error) {
    closeSync(handle);
    rmSync(part, { force: true });
    throw error;
  }
}
