/** Text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What Armslength wrote beside BODS's own fields, if it wrote this statement: see `write-annotation.ts`. */
export const ASIDE = "json_extract(json, '$.annotations[*].armslength')[1]";

/** A column as Armslength wrote it beside, in `o`, or else as read; where a file has no annotations, always as read. */
export const written = (annotated: boolean, json: string, sql: string): string =>
  annotated ? `coalesce(json_extract_string(${json}), ${sql})` : sql;

/** The day of a date or an instant. */
export const dayOf = (text: string): string => `left(${text}, 10)`;

/** An item of a list a|b, its own bars escaped; the backslash that would escape the next bar is dropped. */
export const item = (text: string): string => `replace(regexp_replace(${text}, '\\\\+$', ''), '|', '\\|')`;

/** `interestedPartyExemptFromDisclosure` as words. */
export const words = (code: string): string => `lower(regexp_replace(${code}, '([A-Z])', ' \\1', 'g'))`;

/** Named expressions as a select list. */
export const select = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, sql]) => `${sql} AS ${name}`)
    .join(",\n");
