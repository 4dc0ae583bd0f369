import { placeEnd, reducing, writeEnd } from "../../graph/bulk-control.ts";
import type { ControlNetwork } from "../../graph/control.ts";
import {
  addressOf,
  instancesOf,
  type Kernel,
  kernelModule,
  Layout,
  type Memory,
  memoryOf,
  type Part,
} from "../../graph/kernel.ts";
import { heldNodes } from "../../graph/roots.ts";
import { type Crew, crewOf } from "../../threads/crew.ts";
import { clearChunks, nextChunk } from "./chunks.ts";
import type { Register } from "./register.ts";

/** Which of the instances on one memory is over which end. */
export const [LOWER, UPPER] = [0, 1] as const;

/** Both ends of a register on one memory, reduced, to be searched by several at once. */
export interface TwoEnds {
  readonly memory: Memory;
  readonly crew: Crew<Kernel>;
  /** The byte from which on the ends stand. */
  readonly from: number;
  /** The byte from which on the crew records what it finds (`recorded.ts`). */
  readonly records: number;
  /** Node → 1 where somebody has a holding in it. */
  readonly held: Uint8Array;
  /** The byte from which on there is room for a list of `LISTED` nodes. */
  readonly list: number;
  /** … and for a count for each node. */
  readonly counts: number;
}
export const LISTED = 1 << 17;

/** Writes and reduces them for so many members, from a byte on, a multiple of 64; null where there is not as much memory. */
export async function twoEnds(register: Register, members: number, from = 64): Promise<TwoEnds | null> {
  const [below, above] = [Layout.blank(), Layout.blank()];
  if (below === null || above === null) return null;
  const { parts, list, counts, records } = placed(register, members, below, above, from);
  const memory = memoryOf(records);
  if (memory === null) return null;
  const crew = crewOf({ module: kernelModule(), memory, make: instancesOf, parts });
  try {
    const [lower, upper] = crew.own as [Kernel, Kernel];
    writeEnd(memory, lower, register.lower, true);
    writeEnd(memory, upper, register.upper, false);
    const held = heldNodes(register.lower);
    writeRows(memory, upper, register, held);
    clearChunks(memory, records);
    for (const pass of reducing(lower, register.lower, true)) await crew.run({ part: LOWER, ...pass });
    for (const pass of reducing(upper, register.upper, false)) await crew.run({ part: UPPER, ...pass });
    return { memory, crew, from, records, held, list, counts };
  } catch (error) {
    await crew.close();
    throw error;
  }
}

/** How each member's two instances are laid out: the ends and rows are the same for all, what they search with is their own. */
function placed(register: Register, members: number, lower: Layout, upper: Layout, from: number) {
  const { nodes, entities, holders } = register;
  let at = placeEnd(lower, register.lower, true, from);
  at = placeEnd(upper, register.upper, false, at);
  const rows = holders.start[entities] as number;
  at = upper.place("placeRows", at, nodes, entities, rows, holders.bits.length);
  const own = Array.from({ length: members }, (_, k) => {
    const call = (layout: Layout, { company }: ControlNetwork) => {
      const args = [at, nodes, company.length, k === 0 ? 1 : 0] as const;
      at = layout.kernel.placeOwn(...args);
      return ["placeOwn", ...args] as const;
    };
    return [call(lower, register.lower), call(upper, register.upper)] as const;
  });
  const list = at;
  const counts = list + 4 * LISTED;
  const records = counts + Math.ceil(nodes / 16) * 64 + 64;
  const parts = own.map(([below, above]): Part[] => [
    { calls: [...lower.calls, below] },
    { calls: [...upper.calls, above, ["placeChunks", nextChunk(records)]], lower: LOWER },
  ]);
  return { parts, list, counts, records };
}

/** Marks of a node, as `kernels/ultimate.ts` reads them: somebody has a holding in it; it controls nobody in its own name; it is no plain company. */
const [HELD, MUTE, ODD] = [1, 2, 4];

function writeRows({ buffer }: Memory, to: Kernel, register: Register, held: Uint8Array): void {
  const { entities, nodes, holders, own } = register;
  const words = (place: { readonly value: number }, from: Int32Array) =>
    new Int32Array(buffer, addressOf(place), from.length).set(from);
  words(to.ROW_START, holders.start);
  words(to.ROWS, holders.rows.subarray(0, 2 * (holders.start[entities] as number)));
  new Uint8Array(buffer, addressOf(to.ROW_BITS), holders.bits.length).set(holders.bits);
  new Float64Array(buffer, addressOf(to.ROW_LOW), holders.low.length).set(holders.low);
  new Float64Array(buffer, addressOf(to.ROW_HIGH), holders.high.length).set(holders.high);
  const marks = new Uint8Array(buffer, addressOf(to.MARKS), nodes);
  for (let n = 0; n < entities; n++) marks[n] = (held[n] === 1 ? HELD : 0) | (holders.odd[n] === 1 ? ODD : 0);
  for (let n = entities; n < nodes; n++) {
    const mute = n === own.phantom || own.virtual.get(n)?.kind === "block";
    marks[n] = ODD | (held[n] === 1 ? HELD : 0) | (mute ? MUTE : 0);
  }
}
