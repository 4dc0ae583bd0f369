import { BulkControl, piecesOf } from "../../graph/bulk-control.ts";
import { endSearch } from "../../graph/end-search.ts";
import { addressOf, type Kernel } from "../../graph/kernel.ts";
import { eachRingRoot, eachRoot } from "../../graph/roots.ts";
import { membersFor } from "../../threads/crew.ts";
import { nextChunk } from "./chunks.ts";
import { FoundPairs } from "./found-pairs.ts";
import { countLater } from "./later.ts";
import { byNode, type PairsByNode, recordedBy } from "./recorded.ts";
import type { Register } from "./register.ts";
import { LOWER, twoEnds, UPPER } from "./two-ends.ts";
import { reachOfUnnamed } from "./unnamed.ts";
import { GroupVotes } from "./votes.ts";

const PROGRESS = 1 << 17;
type Told = (done: number, total: number) => void;

/** Every node with its ultimate controllers; 1 in `unnamed` where one unnamed party might control it. */
export interface Ultimate extends PairsByNode {
  readonly unnamed: Uint8Array;
}

/**
 * Every node with its ultimate controllers: searches both ends from every party that nobody else certainly controls;
 * `progress` is called with parties done. So many `members` share the work; with none, and where there is not enough
 * memory, it is done without WebAssembly. The memory is used from the byte `from` on.
 */
export async function ultimatePairs(
  register: Register,
  progress: Told,
  members = membersFor(register.nodes),
  from?: number,
): Promise<Ultimate> {
  const shared = members === 0 ? null : await together(register, progress, members, from);
  return shared ?? alone(register, progress);
}

async function together(
  register: Register,
  progress: Told,
  members: number,
  from?: number,
): Promise<Ultimate | null> {
  const ends = await twoEnds(register, members, from);
  if (ends === null) return null;
  const { nodes } = register;
  const { memory, crew } = ends;
  const kernels = crew.own as readonly [Kernel, Kernel];
  const lower = new BulkControl(memory, kernels[LOWER], nodes, true);
  const upper = new BulkControl(memory, kernels[UPPER], nodes, false);
  try {
    const pieces = piecesOf(kernels[UPPER], nodes);
    const running = crew.run({ part: UPPER, name: "ultimate", pieces, args: [nodes] }, (done) =>
      progress(Math.round((done / pieces) * nodes), nodes),
    );
    // This thread's own part of the work, while the others are at theirs.
    const unnamed = reachOfUnnamed(register, upper);
    await running;
    const below = new Uint8Array(memory.buffer, addressOf(kernels[UPPER].BELOW), nodes);
    eachRingRoot(register.lower, lower, ends.held, below, (x) => kernels[UPPER].ultimateOf(x, pieces));
    const recorded = recordedBy(ends);
    if (recorded === null) return null;
    countLater(recorded, new GroupVotes(register, lower, upper), [lower, upper]);
    const within = { memory, from: ends.from, to: nextChunk(ends.records) };
    return { ...byNode(recorded, nodes), within, unnamed };
  } finally {
    await crew.close();
  }
}

function alone(register: Register, progress: Told): Ultimate {
  const { nodes, own, entities } = register;
  const lower = endSearch(register.lower, true);
  const upper = endSearch(register.upper, false);
  const found = new FoundPairs(register, lower, upper);
  let done = 0;
  eachRoot(register.lower, lower, (x) => {
    if (++done % PROGRESS === 0) progress(done, nodes);
    if (x === own.phantom) return;
    if (x >= entities && own.virtual.get(x)?.kind === "block") return;
    found.add(x);
  });
  return { ...found.byNode(nodes), unnamed: reachOfUnnamed(register, upper) };
}
