import type { Reader } from "../store/port.ts";

const CHUNK = 5_000;

/** What a statement of BODS says of itself beyond the interest. */
export interface DeclarationMarks {
  /** The party is declared to be a beneficial owner, or in control. */
  readonly owner: boolean;
  /** It only explains another statement. */
  readonly component: boolean;
  /** Ids of the records that explain it: entities and relationships. */
  readonly components: readonly string[];
  /** The record it is a version of. */
  readonly record: string;
}

const MARKED = ["beneficialOwnershipOrControl", "isComponent", "componentRecords"];

/** The marks of statements by ordinal; a statement without any is not in it. */
export async function declarationMarks(
  store: Reader,
  ordinals: Iterable<number>,
): Promise<Map<number, DeclarationMarks>> {
  const wanted: number[] = [];
  for (const [n, { properties }] of await store.statementsAt([...new Set(ordinals)].filter((n) => n >= 0)))
    if (mayBeMarked(properties)) wanted.push(n);
  const found = new Map<number, DeclarationMarks>();
  for (let i = 0; i < wanted.length; i += CHUNK) {
    const rows = await store.rows<{ n: number; record: string; props: string }>(
      `SELECT CAST(n AS INTEGER) AS n, record, props FROM statement_all
       WHERE n IN (${wanted.slice(i, i + CHUNK).join(", ")})
         AND (${MARKED.map((mark) => `contains(props, '"${mark}"')`).join(" OR ")})`,
    );
    for (const { n, record, props } of rows) found.set(Number(n), marksOf(record, JSON.parse(props)));
  }
  return found;
}

/** Most statements say nothing of the kind anywhere, and need no second look. */
const mayBeMarked = (properties: Readonly<Record<string, string>>): boolean => {
  for (const key in properties)
    if (MARKED.some((mark) => key.includes(mark) || properties[key]?.includes(mark))) return true;
  return false;
};

function marksOf(record: string, props: Readonly<Record<string, unknown>>): DeclarationMarks {
  return {
    owner: String(props.beneficialOwnershipOrControl ?? "") === "true",
    component: String(props.isComponent ?? "") === "true",
    components: listed(props.componentRecords),
    record: typeof props.recordId === "string" ? props.recordId : record,
  };
}

/** A list, or one written as text. */
function listed(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "string" && value.startsWith("[") ? listed(JSON.parse(value)) : [];
}
