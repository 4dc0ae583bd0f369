import { BulkControl, piecesOf } from "../../graph/bulk-control.ts";
import { endSearch } from "../../graph/end-search.ts";
import type { Kernel } from "../../graph/kernel.ts";
import { membersFor } from "../../threads/crew.ts";
import { clearChunks } from "./chunks.ts";
import { FoundPairs } from "./found-pairs.ts";
import { countLater } from "./later.ts";
import { listOf, type Pairs, recordedBy } from "./recorded.ts";
import type { Register } from "./register.ts";
import { tallied } from "./tallied.ts";
import { LISTED, LOWER, type TwoEnds, twoEnds, UPPER } from "./two-ends.ts";
import { GroupVotes } from "./votes.ts";

/** Sources in a piece of work. */
const PIECE = 1 << 9;

type Told = (done: number, total: number) => void;
type Searching = (sources: Int32Array) => Promise<Pairs> | Pairs;

/**
 * Whom each of some sources controls, in their order, many sources at a time. `check` is told before how many pairs of
 * entities there are in all, and may throw; `told` how far that is counted. So many `members` share the work; with none,
 * and where there is not enough memory, it is done without WebAssembly. The memory is used from the byte `from` on.
 */
export async function* pairsOf(
  register: Register,
  sources: Int32Array,
  { check, told }: { readonly check: (count: number) => void; readonly told: Told },
  members = membersFor(register.nodes),
  from?: number,
): AsyncGenerator<Pairs> {
  const ends = members === 0 ? null : await twoEnds(register, members, from);
  try {
    check(sumOf(await (ends === null ? countAlone(register, told) : countTogether(register, ends, told))));
    const search = ends === null ? alone(register) : together(register, ends);
    for (let at = 0; at < sources.length; at += LISTED) yield await search(sources.subarray(at, at + LISTED));
  } finally {
    await ends?.crew.close();
  }
}

const sumOf = (counts: Int32Array) => counts.reduce((sum, n) => sum + n, 0);

async function countAlone({ upper, entities }: Register, told: Told): Promise<Int32Array> {
  return (await tallied(upper, false, entities, told, 0)).subarray(0, entities);
}

async function countTogether(
  { nodes, entities }: Register,
  { memory, crew, counts }: TwoEnds,
  told: Told,
): Promise<Int32Array> {
  const pieces = piecesOf(crew.own[UPPER] as Kernel, nodes);
  await crew.run({ part: UPPER, name: "tallyMost", pieces, args: [nodes, entities, counts] }, (done) =>
    told(Math.round((done / pieces) * nodes), nodes),
  );
  return new Int32Array(memory.buffer, counts, entities);
}

function together(register: Register, ends: TwoEnds): Searching {
  const { nodes } = register;
  const { memory, crew, list } = ends;
  const kernels = crew.own as readonly [Kernel, Kernel];
  const lower = new BulkControl(memory, kernels[LOWER], nodes, true);
  const upper = new BulkControl(memory, kernels[UPPER], nodes, false);
  const votes = new GroupVotes(register, lower, upper);
  let plain: Searching | undefined;
  let first = 0;
  return async (sources) => {
    new Int32Array(memory.buffer, list, sources.length).set(sources);
    clearChunks(memory, ends.records);
    const pieces = Math.ceil(sources.length / PIECE);
    const args = [list, sources.length, PIECE, first];
    await crew.run({ part: UPPER, name: "listed", pieces, args });
    first += pieces;
    const recorded = recordedBy(ends);
    if (recorded === null) {
      plain ??= alone(register);
      return plain(sources);
    }
    countLater(recorded, votes, [lower, upper]);
    return listOf(recorded);
  };
}

function alone(register: Register): Searching {
  const lower = endSearch(register.lower, true);
  const found = new FoundPairs(register, lower, endSearch(register.upper, false));
  return (sources) => {
    for (const x of sources) {
      lower.search(x);
      found.add(x);
    }
    return found.take();
  };
}
