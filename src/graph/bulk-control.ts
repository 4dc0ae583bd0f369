import type { ControlNetwork } from "./control.ts";
import type { EndSearch } from "./end-search.ts";
import {
  addressOf,
  instancesOf,
  type Kernel,
  kernelModule,
  Layout,
  type Memory,
  memoryOf,
} from "./kernel.ts";

/**
 * The same answers as `ControlSearch`, in WebAssembly (`kernels/control.ts`), for searches from millions of sources: the
 * network is copied into a memory of its own and reduced there to what decides. Cost: O(nodes + edges) once, then linear
 * in the edges reached.
 */
export class BulkControl implements EndSearch {
  readonly found: Int32Array;
  readonly #stamp: Int32Array;
  readonly #run: Int32Array;
  readonly #search: (source: number) => number;
  readonly #also: (node: number) => number;

  /** One end of a network to be searched, in a memory from the byte `from` on, a multiple of 64; null where it does not fit. */
  static over(net: ControlNetwork, certain: boolean, from = 64): BulkControl | null {
    const layout = Layout.blank();
    if (layout === null) return null;
    const own = placeEnd(layout, net, certain, from);
    const end = layout.place("placeOwn", own, net.nodes, net.company.length, 1);
    const memory = memoryOf(end);
    if (memory === null) return null;
    const [kernel] = instancesOf(kernelModule(), memory, [layout]);
    writeEnd(memory, kernel, net, certain);
    for (const { name, pieces, args } of reducing(kernel, net, certain))
      for (let piece = 0; piece < pieces; piece++) (kernel[name] as Work)(piece, ...args);
    return new BulkControl(memory, kernel, net.nodes, certain);
  }

  /** Over an end that was written and reduced before. */
  constructor(memory: Memory, kernel: Kernel, nodes: number, certain: boolean) {
    this.#search = certain ? kernel.searchLeast : kernel.searchMost;
    this.#also = certain ? kernel.alsoLeast : kernel.alsoMost;
    this.#stamp = new Int32Array(memory.buffer, addressOf(kernel.STAMP), nodes);
    this.#run = new Int32Array(memory.buffer, addressOf(kernel.RUN), 1);
    this.found = new Int32Array(memory.buffer, addressOf(kernel.FOUND), nodes);
  }

  search(source: number): number {
    return this.#search(source);
  }

  also(node: number): number {
    return this.#also(node);
  }

  reached(node: number): boolean {
    return this.#stamp[node] === this.#run[0];
  }
}

/** Lays out one end of a network from a byte on; returns where it ends. */
export function placeEnd(layout: Layout, net: ControlNetwork, certain: boolean, from: number): number {
  const { nodes, rightTo, holdBallot, company, whole } = net;
  const place = certain ? "placeLeast" : "placeMost";
  return layout.place(place, from, nodes, rightTo.length, holdBallot.length, company.length, whole);
}

/** Writes it there. */
export function writeEnd(memory: Memory, to: Kernel, net: ControlNetwork, certain: boolean): void {
  const { buffer } = memory;
  type Place = Parameters<typeof addressOf>[0];
  const words = (place: Place, from: Int32Array) =>
    new Int32Array(buffer, addressOf(place), from.length).set(from);
  const figures = (place: Place, from: Float64Array) =>
    new Float64Array(buffer, addressOf(place), from.length).set(from);
  const bytes = (place: Place, from: Uint8Array) =>
    new Uint8Array(buffer, addressOf(place), from.length).set(from);
  words(to.RIGHT_START, net.rightStart);
  words(to.RIGHT_TO, net.rightTo);
  words(to.HOLD_START, net.holdStart);
  words(to.HOLD_BALLOT, net.holdBallot);
  figures(to.HOLD_LOW, net.holdLow);
  bytes(to.HOLD_FLAGS, net.holdFlags);
  words(to.COMPANY, net.company);
  figures(to.TREASURY_LOW, net.treasuryLow);
  figures(to.NAMED_LOW, net.namedLow);
  if (certain) {
    words(to.NAMED_OPEN, net.namedOpen);
    words(to.BALLOTS, net.ballots);
    bytes(to.TREASURY_OPEN, net.treasuryOpen);
  } else {
    figures(to.HOLD_HIGH, net.holdHigh);
    figures(to.TREASURY_HIGH, net.treasuryHigh);
  }
}

type Work = (piece: number, ...args: readonly number[]) => void;

/** A pass of a kernel: a function to be called with 0 … `pieces` − 1 and the rest, by one or several at once. */
export interface Pass {
  readonly name: "reduceLeast" | "reduceMost" | "tallyLeast" | "tallyMost" | "ultimate";
  readonly pieces: number;
  readonly args: readonly number[];
}

/** The passes that reduce an end as written to what decides, one after the other. */
export function reducing(
  kernel: Kernel,
  { nodes, holdBallot, company }: ControlNetwork,
  certain: boolean,
): Pass[] {
  const [ballots, holdings] = [company.length, holdBallot.length];
  return [ballots, holdings, ballots, ballots, nodes, nodes].map((count, pass) => ({
    name: certain ? "reduceLeast" : "reduceMost",
    pieces: piecesOf(kernel, count),
    args: [pass, count],
  }));
}

export const piecesOf = ({ PIECE }: Kernel, count: number): number => Math.ceil(count / PIECE.value);
