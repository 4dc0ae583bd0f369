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
 * statement, as `recordDetails.interests[0]`) and `json`. Each is parsed once for all `paths`.
 */
interface Site {
  readonly from: string;
  readonly paths: string[];
  readonly faults: Fault[];
}

const list = (texts: readonly string[]) => texts.map(literal).join(", ");

/** The queries that find every fault of objects shaped so; each selects `row` and `message`. */
export function compileChecks(shape: Shape, from: string): string[] {
  const sites: Site[] = [];
  check(site(sites, from), shape, "$", sites);
  return sites.filter(({ faults }) => faults.length > 0).map(query);
}

function site(sites: Site[], from: string): Site {
  const one: Site = { from, paths: [], faults: [] };
  sites.push(one);
  return one;
}

function query({ from, paths, faults }: Site): string {
  const any = faults.map(({ when }) => `(${when})`).join(" OR ");
  const says = faults.map(({ when, say }) => `CASE WHEN ${when} THEN ${say} END`).join(",\n");
  return `SELECT row, message FROM (SELECT row, unnest([${says}]) AS message
    FROM (SELECT row, inside, json_type(json, [${list(paths)}]) AS t, json_extract_string(json, [${list(paths)}]) AS v
      FROM (${from}))
    WHERE ${any}) WHERE message IS NOT NULL`;
}

/** The columns of a path within its site: its JSON type, its text, and its place in words. */
function columns(where: Site, path: string) {
  let k = where.paths.indexOf(path) + 1;
  if (k === 0) k = where.paths.push(path);
  const below = path.slice(1);
  return {
    type: `t[${k}]`,
    value: `v[${k}]`,
    place: below === "" ? "inside" : `ltrim(inside || ${literal(below)}, '.')`,
  };
}

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
  const { type, value, place } = columns(where, path);
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
    check(site(sites, items), shape.of, "$", sites);
  }
}

function fields(where: Site, shape: ObjectShape, path: string, sites: Site[]): void {
  const { type, place } = columns(where, path);
  const isObject = `${type} = 'OBJECT'`;
  const beside = (field: string) => columns(where, `${path}.${field}`);
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
  const then = columns(where, `${path}.${rule.field}`);
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
