import type { Has } from "./present.ts";
import { MAYBE } from "./present.ts";
import type { ObjectShape, Rule, Shape, TextForm } from "./shape.ts";
import { literal } from "./sql.ts";
import { TEXT_FORMS } from "./text-forms.ts";

/** Objects of one sort, as in `compile-checks.ts`; `fields` are the parts of each that are read, all at once. */
interface Site {
  readonly from: string;
  readonly has: Has;
  readonly fields: Fields;
}

interface Fields {
  [name: string]: Fields | "JSON";
}

/**
 * Queries for the `row` of every statement that may have a fault: what they leave out has none. They say neither what
 * is wrong nor where, so each object is read once, and most texts are only looked at as they stand in the file. Whether
 * anything is null is for the caller to find out.
 */
export function compileSuspects(shape: Shape, from: string, path = "$", has: Has = MAYBE): string[] {
  const site: Site = { from, has, fields: {} };
  const queries: string[] = [];
  const sound = soundness(site, shape, path, true, queries);
  const read = path === "$" && shape.is !== "object" ? "json" : structure(site.fields);
  queries.push(`SELECT row FROM (SELECT row, unnest([NOT (${sound})]) AS suspect
    FROM (SELECT row, json, ${read} AS x FROM (${from}))) WHERE suspect`);
  return queries;
}

const structure = (fields: Fields) => `json_transform(json, ${literal(JSON.stringify(filled(fields)))})`;

/** The engine wants a part of every object; one that nobody reads will do. */
const filled = (fields: Fields): Fields => {
  const parts = Object.entries(fields).map(([name, below]) => [
    name,
    below === "JSON" ? below : filled(below),
  ]);
  return parts.length === 0 ? { "-": "JSON" } : Object.fromEntries(parts);
};

/** The part of an object at a path: JSON as it is written, or an object whose parts are read in turn; NULL if not there. */
function part(site: Site, path: string, whole: boolean): string {
  const names = path.split(".").slice(1);
  let fields = site.fields;
  for (const [k, name] of names.entries()) {
    if (k === names.length - 1 && !whole) fields[name] ??= "JSON";
    else {
      const inner = fields[name];
      const below: Fields = typeof inner === "object" ? inner : {};
      fields[name] = below;
      fields = below;
    }
  }
  const found = ["x", ...names.map((name) => `"${name}"`)].join(".");
  return whole ? found : `CAST(${found} AS VARCHAR)`;
}

/**
 * When what stands at a path is surely in order, as SQL; never NULL. What is no object has none of the parts of one: where
 * none is there, there must be nothing. Nulls are not seen at all.
 */
function soundness(site: Site, shape: Shape, path: string, required: boolean, queries: string[]): string {
  if (!site.has(path)) return required ? "false" : "true";
  if (shape.is === "object") return objectSoundness(site, shape, path, required, queries);
  const text = part(site, path, false);
  if (shape.is === "list") {
    const items = `SELECT row, unnest(json_extract(json, ${literal(`${path}[*]`)})) AS json FROM (${site.from})`;
    queries.push(...compileSuspects(shape.of, items));
  }
  const fine = `coalesce(${leaf(shape, text)}, false)`;
  return required ? fine : `(${text} IS NULL OR ${fine})`;
}

const list = (texts: readonly string[]) => texts.map(literal).join(", ");
const inQuotes = (texts: readonly string[]) => list(texts.map((text) => `"${text}"`));
const isText = (text: string) => `starts_with(${text}, '"')`;

function leaf(shape: Exclude<Shape, ObjectShape>, text: string): string {
  if (shape.is === "reference") return isText(text);
  if (shape.is === "list") return `starts_with(${text}, '[')`;
  if (shape.is === "flag") return `${text} IN ('true', 'false')`;
  if (shape.is === "percentage") return `TRY_CAST(${text} AS DOUBLE) BETWEEN 0 AND 100`;
  if (shape.codes) return `${text} IN (${inQuotes(shape.codes)})`;
  const { least = 0, most } = shape;
  const bounds = least > 0 || most !== undefined;
  return [
    isText(text),
    ...(shape.form ? [formed(shape.form, text)] : []),
    ...(bounds
      ? [`NOT contains(${text}, '\\')`, `length(${text}) BETWEEN ${least + 2} AND ${(most ?? 1e9) + 2}`]
      : []),
  ].join(" AND ");
}

/** A form holds of a text in quotes; none of them allows a backslash, so that what holds is what the text says. */
function formed(form: TextForm, text: string): string {
  const inside = `substring(${text}, 2, length(${text}) - 2)`;
  const { holds } = TEXT_FORMS[form];
  if (form !== "day-or-instant") return holds(inside);
  return `CASE WHEN ${TEXT_FORMS.day.holds(inside)} THEN true ELSE ${holds(inside)} END`;
}

function objectSoundness(
  site: Site,
  shape: ObjectShape,
  path: string,
  required: boolean,
  queries: string[],
): string {
  const needed = shape.required ?? [];
  const known = [...new Set([...Object.keys(shape.fields), ...needed])].filter((field) =>
    site.has(`${path}.${field}`),
  );
  const there = (field: string) =>
    known.includes(field) ? `${part(site, `${path}.${field}`, isObject(shape, field))} IS NOT NULL` : "false";
  const inner = [
    ...needed.filter((field) => !(field in shape.fields)).map(there),
    ...Object.entries(shape.fields).map(([field, below]) =>
      soundness(site, below, `${path}.${field}`, needed.includes(field), queries),
    ),
    ...(shape.oneOf ? [`(${shape.oneOf.map(there).join(" OR ")})`] : []),
    ...(shape.rules ?? []).map((rule) => kept(site, rule, path, there)),
  ].join(" AND ");
  const absent = required ? "false" : `NOT json_exists(json, ${literal(path)})`;
  return `CASE WHEN ${known.map(there).join(" OR ") || "false"} THEN ${inner} ELSE ${absent} END`;
}

/** Fields without a shape of their own are objects: `recordDetails`. */
const isObject = (shape: ObjectShape, field: string) => (shape.fields[field]?.is ?? "object") === "object";

function kept(site: Site, rule: Rule, path: string, there: (field: string) => string): string {
  const has = (field: string) => site.has(`${path}.${field}`);
  if (!has(rule.when)) return "true";
  const when = part(site, `${path}.${rule.when}`, false);
  const among = `${when} IN (${list(rule.is)}, ${inQuotes(rule.is)})`;
  const idle = rule.otherwise ? `coalesce(${among}, true)` : `NOT coalesce(${among}, false)`;
  if ("exist" in rule.must) return `(${idle} OR ${there(rule.field)})`;
  if (!has(rule.field)) return "true";
  const then = part(site, `${path}.${rule.field}`, false);
  const allowed = "be" in rule.must ? inQuotes(rule.must.be) : rule.must.beEmpty === "text" ? `'""'` : "'[]'";
  return `(${idle} OR coalesce(${then} IN (${allowed}), true))`;
}
