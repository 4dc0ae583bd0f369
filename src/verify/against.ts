import { digestsOf, type Payload } from "../dossier/payload.ts";
import { takeOut } from "../formats/carried/take.ts";
import type { Carried } from "../model/carried.ts";
import type { Reader, Writer } from "../store/port.ts";

/** What became, in a case, of a statement that a dossier carries. */
export interface Became {
  readonly statement: string;
  readonly what: "withdrawn" | "superseded" | "redacted" | "changed" | "not there";
  /** Of a withdrawn one: from which day, and why. */
  readonly on: string;
  readonly why: string;
}

/** What became of the statements of a dossier in the case it was made of, or another. */
export async function becameOf(
  store: Reader & Pick<Writer, "imports" | "withdrawals">,
  { carried }: Pick<Payload, "carried">,
): Promise<Became[]> {
  const before = told(carried);
  const ids = Object.keys(before);
  const now = told(await takeOut(store, { statements: ids, entities: [], sources: [] }));
  const there = new Map((await store.statements(ids)).map((one) => [one.id, one]));
  const gone = withdrawnIn(carried);
  return ids.flatMap((statement): Became[] => {
    const one = there.get(statement);
    if (!one) return [{ statement, what: "not there", on: "", why: "" }];
    const { on = "", why = "" } = one.withdrawn ?? {};
    if (one.status === "withdrawn" && !gone.has(statement))
      return [{ statement, what: "withdrawn", on, why }];
    if (now[statement] === before[statement]) return [];
    return [{ statement, what: one.status === "active" ? "changed" : one.status, on, why }];
  });
}

/** The digests of what statements say, whatever became of them. */
const told = (carried: Carried) =>
  digestsOf({ ...carried, events: carried.events.filter(({ what }) => what === "imported") }).statements;

/** The statements that are withdrawn at the end of what is carried. */
function withdrawnIn({ events }: Carried): Set<string> {
  const gone = new Set<string>();
  for (const event of events)
    if (event.what === "withdrawn") for (const id of event.statements) gone.add(id);
    else if (event.what === "restored") for (const id of event.statements) gone.delete(id);
  return gone;
}
