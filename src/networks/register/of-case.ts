import type { Clocks } from "../../ask/question.ts";
import { ENTITY_KINDS } from "../../model/entity.ts";
import type { Reader } from "../../store/port.ts";
import { kindsFrom } from "../case-network.ts";
import { heldOn } from "../held.ts";
import { readInterests } from "../interests.ts";
import { readCompact } from "./compact.ts";
import { type Register, register } from "./register.ts";

/** The entities of a case, by ordinal, and in the order of their ids. */
export interface Listed {
  readonly ids: readonly string[];
  readonly kind: Uint8Array;
  readonly sorted: Int32Array;
}

/** Reads who there is. */
export async function listEntities(store: Reader): Promise<Listed> {
  const codes = ENTITY_KINDS.map((kind, i) => `WHEN '${kind}' THEN ${i}`).join(" ");
  const { length, column } = await store.columns(
    `SELECT n, id, CASE kind ${codes} ELSE ${ENTITY_KINDS.indexOf("unknown")} END AS code FROM entity_now ORDER BY id`,
    { n: "int32", id: "text", code: "int32" },
  );
  const sorted = column.n as Int32Array;
  const ids = new Array<string>(length).fill("");
  const kind = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const ordinal = sorted[i] as number;
    ids[ordinal] = (column.id as readonly string[])[i] as string;
    kind[ordinal] = (column.code as Int32Array)[i] as number;
  }
  return { ids, kind, sorted };
}

/** Reads the control of everyone over everything as it stood on a day. */
export async function registerOf(store: Reader, clocks: Clocks, { kind }: Listed): Promise<Register> {
  const entities = kind.length;
  const rows = await readCompact(store, clocks, entities);
  return register(rows, entities, kindsFrom(kind), async (odd) => {
    const interests = await readInterests(store, clocks.known, marked(odd));
    return heldOn(interests, clocks.asOf, clocks.carry);
  });
}

function* marked(flags: Uint8Array): Generator<number> {
  for (let n = flags.indexOf(1); n >= 0; n = flags.indexOf(1, n + 1)) yield n;
}
