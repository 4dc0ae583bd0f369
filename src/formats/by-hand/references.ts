import { Problem, type ProblemCode } from "../../errors.ts";
import { knownStatements, type Writer } from "../../store/port.ts";
import { quoted } from "../case-folder/columns.ts";
import { type Cells, tableOf } from "./cells.ts";

interface Row {
  readonly kind: string;
  readonly cells: Cells;
}
type Target = "source" | "entity" | "statement" | "claim or set" | "evidence" | "hypothesis";

/** What the columns of a kind refer to, besides its subject and object and the source, which are known. */
const REFERS: Readonly<Record<string, Readonly<Record<string, Target>>>> = {
  source: { derived_from: "source", interested: "entity" },
  interest: { leader: "entity", with: "entity" },
  action: { of: "statement" },
  claim: { text: "source", about: "entity", speaker: "entity", also: "source" },
  evidence: { claim: "claim or set", statement: "statement" },
  rating: { evidence: "evidence", hypothesis: "hypothesis" },
  denial: { of: "statement" },
};
/** Words that stand where an id could. */
const WORDS: Readonly<Record<string, readonly string[]>> = { speaker: ["anonymous"] };

const CODE: Readonly<Record<Target, ProblemCode>> = {
  source: "unknown-source",
  entity: "unknown-entity",
  statement: "unknown-statement",
  "claim or set": "unknown-statement",
  evidence: "unknown-statement",
  hypothesis: "unknown-statement",
};
const HINT: Readonly<Record<Target, string>> = {
  source: "`armslength sources` lists them; a new one is entered with `enter source`.",
  entity: "`armslength find TEXT` searches; a new one is entered with `enter entity`.",
  statement: "`armslength show ENTITY` and `armslength suggest CLAIM` list statements.",
  "claim or set":
    "`armslength ask claims TEXT` lists the claims of a text; a set is what its explanations name.",
  evidence: "An item is attached with `enter evidence`.",
  hypothesis: "An explanation is entered with `enter hypothesis`.",
};

/** Whatever rows refer to must be in the case, or among them; throws what is missing, and how to find or enter it. */
export async function checkReferences(writer: Writer, rows: readonly Row[], own: string): Promise<void> {
  const wanted = rows.flatMap((row) => referencesOf(row).filter(([, id]) => id !== own));
  for (const target of new Set(wanted.map(([, , to]) => to))) {
    const ids = [...new Set(wanted.flatMap(([, id, to]) => (to === target ? [id] : [])))];
    const there = new Set([...amongRows(rows, target), ...(await inCase(writer, target, ids))]);
    const missing = wanted.find(([, id, to]) => to === target && !there.has(id));
    if (missing)
      throw new Problem(CODE[target], `${missing[0]}: there is no ${target} "${missing[1]}"`, HINT[target]);
  }
}

/** Column, id and what it must be the id of. */
function referencesOf({ kind, cells }: Row): (readonly [string, string, Target])[] {
  const columns: Record<string, Target> = { ...REFERS[kind] };
  if (kind !== "source" && kind !== "entity") {
    const { subject, object } = tableOf(kind);
    for (const column of [subject, object]) if (column !== null) columns[column] = "entity";
    columns.source = "source";
  }
  return Object.entries(columns).flatMap(([column, target]) =>
    (cells[column] ?? "")
      .split("|")
      .map((id) => id.trim())
      .filter((id) => id !== "" && !WORDS[column]?.includes(id))
      .map((id) => [column, id, target] as const),
  );
}

function amongRows(rows: readonly Row[], target: Target): string[] {
  const ids = (kinds: (kind: string) => boolean, column = "id") =>
    rows.flatMap((row) => (kinds(row.kind) ? [row.cells[column] ?? ""] : []));
  if (target === "claim or set")
    return [...ids((kind) => kind === "claim"), ...ids((kind) => kind === "hypothesis", "set")];
  if (target === "statement") return ids((kind) => kind !== "source" && kind !== "entity");
  return ids((kind) => kind === target);
}

async function inCase(writer: Writer, target: Target, ids: readonly string[]): Promise<string[]> {
  if (target === "source") return (await writer.sources(ids)).map((one) => one.id);
  if (target === "entity")
    return (await writer.entities(ids)).filter((one) => !one.placeholder).map((one) => one.id);
  const list = ids.map(quoted).join(", ");
  const kinds: Readonly<Record<string, string>> = {
    statement: "",
    "claim or set": " AND s.kind = 'claim'",
    evidence: " AND s.kind = 'evidence'",
    hypothesis: " AND s.kind = 'hypothesis'",
  };
  const rows = await writer.rows<{ id: string }>(
    `SELECT s.id FROM ${knownStatements(null)} WHERE s.id IN (${list})${kinds[target] ?? ""}
     UNION ALL SELECT DISTINCT json_extract_string(s.props, '$.set') AS id FROM ${knownStatements(null)}
       WHERE s.kind = 'hypothesis' AND ${target === "claim or set" ? "true" : "false"}`,
  );
  return rows.map((one) => one.id);
}
