import type { Clocks } from "../../ask/question.ts";
import { ENTITY_KINDS } from "../../model/entity.ts";
import type { Reader } from "../../store/port.ts";
import { kindsFrom } from "../case-network.ts";
import { heldOn } from "../held.ts";
import { readInterests } from "../interests.ts";
import { readCompact } from "./compact.ts";
import { type Register, register } from "./register.ts";

/** The entities of a case: their ids by ordinal, and their ordinals in the order of their ids. */
export interface Listed {
  readonly ids: readonly string[];
  readonly sorted: Int32Array;
}

/** Lists who there is. Many strings slow down all that makes arrays after them: ask for it last. */
export async function listEntities(store: Reader): Promise<Listed> {
  const { length, column } = await store.columns("SELECT n, id FROM entity_now ORDER BY id", {
    n: "int32",
    id: "text",
  });
  const sorted = column.n as Int32Array;
  const ids = new Array<string>(length).fill("");
  for (let i = 0; i < length; i++) ids[sorted[i] as number] = (column.id as readonly string[])[i] as string;
  return { ids, sorted };
}

/** What each entity is, by ordinal, as an index into ENTITY_KINDS. */
async function readKinds(store: Reader): Promise<Uint8Array> {
  const codes = ENTITY_KINDS.map((kind, i) => `WHEN '${kind}' THEN ${i}`).join(" ");
  const { length, column } = await store.columns(
    `SELECT n, CASE kind ${codes} ELSE ${ENTITY_KINDS.indexOf("unknown")} END AS code FROM entity_now`,
    { n: "int32", code: "int32" },
  );
  const kind = new Uint8Array(length);
  for (let i = 0; i < length; i++)
    kind[(column.n as Int32Array)[i] as number] = (column.code as Int32Array)[i] as number;
  return kind;
}

/** Reads the control of everyone over everything as it stood on a day. */
export async function registerOf(store: Reader, clocks: Clocks): Promise<Register> {
  const kind = await readKinds(store);
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
