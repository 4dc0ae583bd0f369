import type { Writer } from "../../store/port.ts";
import type { Shape } from "./shape.ts";
import { literal } from "./sql.ts";
import { recordShapes, statementShape } from "./statement-shape.ts";

/** Whether any statement of a file has something at a JSON path; what none has need be neither checked nor read. */
export type Has = (path: string) => boolean;

/** For statements nobody looked through. */
export const MAYBE: Has = () => true;

/** The objects of a shape that do not lie in lists, as JSON paths. */
function objects(shape: Shape, path: string): string[] {
  if (shape.is === "reference") return [path];
  if (shape.is !== "object") return [];
  return [
    path,
    ...Object.entries(shape.fields).flatMap(([field, inner]) => objects(inner, `${path}.${field}`)),
  ];
}

const OBJECTS = [
  ...new Set([
    ...objects(statementShape, "$"),
    ...Object.values(recordShapes).flatMap((shape) => objects(shape, "$.recordDetails")),
  ]),
];

const KEYS = `json_keys(json, [${OBJECTS.map(literal).join(", ")}])`;

/**
 * Looks through all of `bods_statement` once, for the keys of every object the standard knows outside lists: of
 * statements with the same keys at one of them.
 */
export async function present(writer: Writer): Promise<Has> {
  const keys = await writer.rows<{ k: number; key: string }>(
    `SELECT DISTINCT k, unnest(l[k]) AS key FROM (
       SELECT l, unnest(range(1, ${OBJECTS.length + 1})) AS k FROM (
         SELECT ${KEYS} AS l FROM (SELECT any_value(json) AS json FROM bods_statement GROUP BY hash(${KEYS}))))`,
  );
  const found = new Set(keys.map(({ k, key }) => `${OBJECTS[k - 1]}.${key}`));
  return (path) => path === "$" || found.has(path);
}

/** The texts at some paths, read at once as the list `v`, and by name the SQL that takes each from it. */
export function texts<K extends string>(
  paths: Readonly<Record<K, string>>,
  has: Has,
): { readonly list: string; readonly of: Readonly<Record<K, string>> } {
  const there = (Object.entries(paths) as [K, string][]).filter(([, path]) => has(path));
  const of = Object.fromEntries(
    (Object.keys(paths) as K[]).map((name) => {
      const at = there.findIndex(([other]) => other === name);
      return [name, at < 0 ? "CAST(NULL AS VARCHAR)" : `v[${at + 1}]`];
    }),
  ) as Record<K, string>;
  const list =
    there.length === 0
      ? "CAST([] AS VARCHAR[])"
      : `json_extract_string(json, [${there.map(([, path]) => literal(path)).join(", ")}])`;
  return { list, of };
}
