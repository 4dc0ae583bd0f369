import type { ControlNetwork } from "./control.ts";
import { CONTROL_KERNEL } from "./control-kernel.ts";
import type { EndSearch } from "./end-search.ts";

type Place = { readonly value: number };

/** What `kernels/control.ts` exports: where everything is, and what it does there. */
interface Kernel
  extends Readonly<
    Record<
      | "RIGHT_START"
      | "RIGHT_TO"
      | "HOLD_START"
      | "HOLD_BALLOT"
      | "HOLD_LOW"
      | "HOLD_HIGH"
      | "HOLD_FLAGS"
      | "COMPANY"
      | "BALLOTS"
      | "TREASURY_LOW"
      | "TREASURY_HIGH"
      | "TREASURY_OPEN"
      | "NAMED_LOW"
      | "STAMP"
      | "STARTS"
      | "FOUND",
      Place
    >
  > {
  placeLeast(...fromSizesWhole: number[]): number;
  placeMost(...fromSizesWhole: number[]): number;
  reduceLeast(pass: number, from: number, to: number): void;
  reduceMost(pass: number, from: number, to: number): void;
  searchLeast(source: number, run: number): number;
  searchMost(source: number, run: number): number;
  alsoLeast(node: number): number;
  alsoMost(node: number): number;
}

const PAGE = 1 << 16;
const MOST_PAGES = 1 << 16;
/** Of the network's parts, done in one call. */
const PIECE = 1 << 14;

/**
 * The same answers as `ControlSearch`, in WebAssembly (`kernels/control.ts`), for searches from millions of sources: it
 * copies the network into a memory of its own and reduces it there to what decides. Cost: O(nodes + edges) once, then
 * linear in the edges reached.
 */
export class BulkControl implements EndSearch {
  readonly found: Int32Array;
  readonly #stamp: Int32Array;
  readonly #search: (source: number, run: number) => number;
  readonly #also: (node: number) => number;
  /** A bit a node: a search from it may find somebody; that of most need not be begun. */
  readonly #starts: Uint32Array;
  #run = 0;
  #source = 0;
  #begun = true;

  /**
   * One end of a network to be searched, in a memory from the byte `from` on, a multiple of 64; null where it takes more
   * than WebAssembly has, 4 GiB.
   */
  static over(net: ControlNetwork, certain: boolean, from = 64): BulkControl | null {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES });
    const kernel = new WebAssembly.Instance(compiled(), { env: { memory } }).exports as unknown as Kernel;
    const place = certain ? kernel.placeLeast : kernel.placeMost;
    const { nodes, rightTo, holdBallot, company, whole } = net;
    const end = place(from, nodes, rightTo.length, holdBallot.length, company.length, whole);
    const pages = Math.ceil(end / PAGE);
    if (pages > MOST_PAGES) return null;
    memory.grow(pages - 1);
    write(memory.buffer, kernel, net, certain);
    const reduce = certain ? kernel.reduceLeast : kernel.reduceMost;
    for (const [pass, count] of [company.length, holdBallot.length, company.length, nodes].entries())
      for (let from = 0; from < count; from += PIECE) reduce(pass, from, Math.min(from + PIECE, count));
    return new BulkControl(memory.buffer, kernel, nodes, certain);
  }

  private constructor(memory: ArrayBuffer, kernel: Kernel, nodes: number, certain: boolean) {
    this.#search = certain ? kernel.searchLeast : kernel.searchMost;
    this.#also = certain ? kernel.alsoLeast : kernel.alsoMost;
    this.#stamp = new Int32Array(memory, at(kernel.STAMP), nodes).fill(0);
    this.#starts = new Uint32Array(memory, at(kernel.STARTS), (nodes >>> 5) + 1);
    this.found = new Int32Array(memory, at(kernel.FOUND), nodes);
  }

  search(source: number): number {
    this.#run++;
    this.#source = source;
    this.#begun = ((this.#starts[source >>> 5] as number) & (1 << (source & 31))) !== 0;
    if (this.#begun) return this.#search(source, this.#run);
    this.#stamp[source] = this.#run;
    return 0;
  }

  also(node: number): number {
    if (!this.#begun) this.#search(this.#source, this.#run);
    this.#begun = true;
    return this.#also(node);
  }

  reached(node: number): boolean {
    return this.#stamp[node] === this.#run;
  }
}

/** Addresses above 2 GiB come as negative numbers. */
const at = ({ value }: Place) => value >>> 0;

function write(memory: ArrayBuffer, to: Kernel, net: ControlNetwork, certain: boolean): void {
  const words = (place: Place, from: Int32Array) => new Int32Array(memory, at(place), from.length).set(from);
  const figures = (place: Place, from: Float64Array) =>
    new Float64Array(memory, at(place), from.length).set(from);
  const bytes = (place: Place, from: Uint8Array) => new Uint8Array(memory, at(place), from.length).set(from);
  words(to.RIGHT_START, net.rightStart);
  words(to.RIGHT_TO, net.rightTo);
  words(to.HOLD_START, net.holdStart);
  words(to.HOLD_BALLOT, net.holdBallot);
  figures(to.HOLD_LOW, net.holdLow);
  bytes(to.HOLD_FLAGS, net.holdFlags);
  words(to.COMPANY, net.company);
  figures(to.TREASURY_LOW, net.treasuryLow);
  if (certain) {
    words(to.BALLOTS, net.ballots);
    bytes(to.TREASURY_OPEN, net.treasuryOpen);
  } else {
    figures(to.HOLD_HIGH, net.holdHigh);
    figures(to.TREASURY_HIGH, net.treasuryHigh);
    figures(to.NAMED_LOW, net.namedLow);
  }
}

let once: WebAssembly.Module | null = null;
function compiled(): WebAssembly.Module {
  once ??= new WebAssembly.Module(Uint8Array.from(atob(CONTROL_KERNEL), (c) => c.charCodeAt(0)));
  return once;
}
