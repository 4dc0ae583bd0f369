import type { Clocks } from "../../ask/question.ts";
import type { Reader } from "../../store/port.ts";
import { kindsFrom, readKinds } from "../case-network.ts";
import { heldOn } from "../held.ts";
import { readInterests } from "../read-interests.ts";
import { readCompact } from "./compact.ts";
import { type Register, register } from "./register.ts";

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
