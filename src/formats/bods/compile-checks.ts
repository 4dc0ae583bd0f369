import { type Has, MAYBE } from "./present.ts";
import type { ObjectShape, Rule, Shape } from "./shape.ts";
import { literal } from "./sql.ts";
import { unspecified } from "./statement-shape.ts";
import { TEXT_FORMS } from "./text-forms.ts";

/** One thing that can be wrong: when (SQL, over the columns of its site) and what to say (SQL, a text). */
interface Fault {
  readonly when: string;
  readonly say: string;
}

/**
 * Objects of one sort, one a row: statements, the interests in them, … `from` selects `row`, `inside` (where in the
 * statement, as `recordDetails.interests[0]`) and `json`. Each is parsed once for the types and once for the values.
 */
interface Site {
  readonly from: string;
  /** The list of the statement these objects lie in, as a JSON path; '' for the statement itself. */
  readonly within: string;
  /** What any of these objects has; inside lists it is not known. */
  readonly has: Has;
  readonly types: string[];
  readonly values: string[];
  readonly faults: Fault[];
}

/** A query for `row` and `message`; where nothing has `within`, it need not be run. */
export interface Check {
  readonly within: string;
  readonly sql: string;
}

const list = (texts: readonly string[]) => texts.map(literal).join(", ");

/** The queries that find every fault of objects shaped so, at `path` of what `from` selects. */
export function compileChecks(shape: Shape, from: string, path = "$", has = MAYBE): Check[] {
  const sites: Site[] = [];
  check(site(sites, from, "", has), shape, path, sites);
  return sites
    .filter(({ faults }) => faults.length > 0)
    .map((one) => ({ within: one.within, sql: query(one) }));
}

function site(sites: Site[], from: string, within: string, has: Has): Site {
  const one: Site = { from, within, has, types: [], values: [], faults: [] };
  sites.push(one);
  return one;
}

/** The engine would push a condition on the message below and parse the JSON once for every use of it; not past an unnest. */
function query({ from, types, values, faults }: Site): string {
  const says = faults.map(({ when, say }) => `CASE WHEN ${when} THEN ${say} END`).join(",\n");
  const v = values.length > 0 ? `json_extract_string(json, [${list(values)}])` : "[]";
  return `SELECT row, message FROM (SELECT row, unnest([concat_ws('; ', ${says})]) AS message
    FROM (SELECT row, inside, json, json_type(json, [${list(types)}]) AS t, ${v} AS v FROM (${from})))
    WHERE message <> ''`;
}

/** The place of a path among the columns of its site, from 1. */
function column(paths: string[], path: string): number {
  const k = paths.indexOf(path) + 1;
  return k > 0 ? k : paths.push(path);
}

/** What is known of a path in its site: its JSON type, its text, and its place in words. Whole objects are read only to be shown. */
function columns(where: Site, path: string, whole = false) {
  const below = path.slice(1);
  if (!where.has(path))
    return { type: "CAST(NULL AS VARCHAR)", value: "CAST(NULL AS VARCHAR)", place: place(below) };
  return {
    type: `t[${column(where.types, path)}]`,
    value: whole ? `json_extract_string(json, ${literal(path)})` : `v[${column(where.values, path)}]`,
    place: place(below),
  };
}

const place = (below: string) => (below === "" ? "inside" : `ltrim(inside || ${literal(below)}, '.')`);

const cut = (value: string) =>
  `CASE WHEN length(${value}) > 60 THEN left(${value}, 60) || '…' ELSE ${value} END`;
const shown = (type: string, value: string) =>
  `CASE WHEN ${type} = 'VARCHAR' THEN '"' || ${cut(value)} || '"' WHEN ${type} = 'NULL' THEN 'null' ELSE ${cut(value)} END`;

const TYPES = { text: "'VARCHAR'", flag: "'BOOLEAN'", list: "'ARRAY'", object: "'OBJECT'" } as const;
const NUMBERS = "('UBIGINT', 'BIGINT', 'HUGEINT', 'DOUBLE')";
const WORDS = {
  text: "must be a text",
  flag: "must be true or false",
  list: "must be a list",
  object: "must be an object",
  percentage: "must be a number",
} as const;

function check(where: Site, shape: Shape, path: string, sites: Site[]): void {
  if (!where.has(path)) return;
  const { type, value, place } = columns(where, path, ["object", "list", "reference"].includes(shape.is));
  const fault = (when: string, what: string) =>
    where.faults.push({ when, say: `${place} || ${literal(` ${what}, not `)} || ${shown(type, value)}` });
  if (shape.is === "reference") {
    fault(
      `${type} NOT IN ('VARCHAR', 'OBJECT')`,
      "must be the recordId of a person or entity, or an object with a reason",
    );
    fields(where, unspecified, path, sites);
    return;
  }
  const right = shape.is === "percentage" ? `IN ${NUMBERS}` : `IN (${TYPES[shape.is]})`;
  fault(`${type} NOT ${right}`, WORDS[shape.is]);
  if (shape.is === "percentage") {
    fault(`${type} ${right} AND TRY_CAST(${value} AS DOUBLE) < 0`, "must be at least 0");
    fault(`${type} ${right} AND TRY_CAST(${value} AS DOUBLE) > 100`, "must be at most 100");
  }
  if (shape.is === "text") {
    const isText = `${type} = 'VARCHAR'`;
    if (shape.codes)
      fault(
        `${isText} AND ${value} NOT IN (${list(shape.codes)})`,
        `must be one of ${shape.codes.join(", ")}`,
      );
    if (shape.form) {
      const { holds, wanted } = TEXT_FORMS[shape.form];
      fault(`${isText} AND NOT ${holds(value)}`, wanted);
    }
    if (shape.least !== undefined)
      fault(
        `${isText} AND length(${value}) < ${shape.least}`,
        `must have at least ${shape.least} characters`,
      );
    if (shape.most !== undefined)
      fault(`${isText} AND length(${value}) > ${shape.most}`, `must have at most ${shape.most} characters`);
  }
  if (shape.is === "object") fields(where, shape, path, sites);
  if (shape.is === "list") {
    const inside = literal(`${path}[*]`);
    const below = literal(path.slice(1));
    const items = `SELECT row, inside || '[' || (k - 1) || ']' AS inside, item AS json FROM (
      SELECT row, inside, unnest(l) AS item, generate_subscripts(l, 1) AS k FROM (
        SELECT row, ltrim(inside || ${below}, '.') AS inside, json_extract(json, ${inside}) AS l FROM (${where.from})))`;
    check(site(sites, items, where.within === "" ? path : where.within, MAYBE), shape.of, "$", sites);
  }
}

function fields(where: Site, shape: ObjectShape, path: string, sites: Site[]): void {
  const { type, place } = columns(where, path, true);
  const isObject = `${type} = 'OBJECT'`;
  const beside = (field: string) => columns(where, `${path}.${field}`, true);
  const missing = (field: string, also: string) =>
    where.faults.push({
      when: `${isObject} AND ${also}${beside(field).type} IS NULL`,
      say: `${beside(field).place} || ' is missing'`,
    });
  for (const field of shape.required ?? []) missing(field, "");
  if (shape.oneOf) {
    where.faults.push({
      when: [isObject, ...shape.oneOf.map((field) => `${beside(field).type} IS NULL`)].join(" AND "),
      say: `${place} || ${literal(` must have ${shape.oneOf.join(" or ")}`)}`,
    });
  }
  for (const rule of shape.rules ?? []) apply(where, rule, path, missing);
  for (const [field, inner] of Object.entries(shape.fields)) check(where, inner, `${path}.${field}`, sites);
}

function apply(where: Site, rule: Rule, path: string, missing: (field: string, also: string) => void): void {
  const when = columns(where, `${path}.${rule.when}`);
  const then = columns(
    where,
    `${path}.${rule.field}`,
    "beEmpty" in rule.must && rule.must.beEmpty === "list",
  );
  const holds = `${when.value} ${rule.otherwise ? "NOT " : ""}IN (${list(rule.is)}) AND `;
  if ("exist" in rule.must) {
    missing(rule.field, holds);
    return;
  }
  const [wrong, wanted] =
    "be" in rule.must
      ? [
          `${then.type} = 'VARCHAR' AND ${then.value} NOT IN (${list(rule.must.be)})`,
          rule.must.be.join(" or "),
        ]
      : rule.must.beEmpty === "text"
        ? [`${then.type} = 'VARCHAR' AND ${then.value} <> ''`, "empty"]
        : [`${then.type} = 'ARRAY' AND ${then.value} <> '[]'`, "empty"];
  where.faults.push({
    when: `${holds}${wrong}`,
    say: `${then.place} || ${literal(` must be ${wanted} where ${rule.when} is `)} || ${when.value} || ', not ' || ${shown(then.type, then.value)}`,
  });
}
