import type { Payload } from "../dossier/payload.ts";
import { takeOut } from "../formats/carried/take.ts";
import type { Reader, Writer } from "../store/port.ts";
import { standingIn, withdrawnIn } from "./standing.ts";

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
  const before = standingIn(carried);
  const ids = Object.keys(before);
  const now = standingIn(await takeOut(store, { statements: ids, entities: [], sources: [] }));
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
