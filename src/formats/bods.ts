import { stageBods } from "./bods/stage.ts";
import type { Format } from "./format.ts";

/**
 * Beneficial ownership statements, BODS 0.4: an array, or one statement a line. Source: openownership/data-standard.
 *
 * Every statement is checked against the whole schema (`bods/statement-shape.ts`); a faulty one is set aside with each
 * field at fault. Kept of the good ones: relationships with all their versions, interests one by one with share, dates,
 * directness, unspecified parties and their reasons, declarations, component records and annotations; their sources;
 * of entities and persons what `bods/entity-columns.ts` lists. Not kept: addresses, days and places of birth, numbers
 * of identity documents, tax residence, parts of names, filings and securities beyond tickers, details of political
 * exposure, earlier statements of an entity or person, and where those statements themselves come from.
 *
 * Two versions of a relationship are two statements of one record: to see what was known on a day, ask with `--known`.
 */
export const bods: Format = {
  id: "bods",
  title: "BODS 0.4: ownership statements in JSON, or JSON lines",
  reader: "bods-0.4 2",
  recognises: (path, files) => files === null && /\.(json|jsonl|ndjson)$/i.test(path),
  files: (path) => [path],
  stage: stageBods,
};
