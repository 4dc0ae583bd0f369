import { CONTROL_KERNEL } from "./control-kernel.ts";

type Place = { readonly value: number };

/** What `kernels/control.ts` exports: where everything is, and what it does there. */
export interface Kernel
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
      | "NAMED_OPEN"
      | "STAMP"
      | "FOUND"
      | "RUN"
      | "ROW_START"
      | "ROWS"
      | "ROW_BITS"
      | "ROW_LOW"
      | "ROW_HIGH"
      | "MARKS"
      | "BELOW"
      | "PIECE"
      | "IDS"
      | "ID_START"
      | "SORTED"
      | "HOW"
      | "MADE"
      | "MADE_START"
      | "TEXT"
      | "TEXT_START"
      | "PAIR"
      | "PAIR_START",
      Place
    >
  > {
  placeLeast(...fromSizesWhole: number[]): number;
  placeMost(...fromSizesWhole: number[]): number;
  placeOwn(from: number, nodes: number, ballots: number, first: number): number;
  placeRows(from: number, nodes: number, entities: number, rows: number, codes: number): number;
  placeChunks(next: number): void;
  placeLines(...fromSizes: number[]): number;
  joinLower(stamp: number, found: number, run: number): void;
  searchLeast(source: number): number;
  searchMost(source: number): number;
  alsoLeast(node: number): number;
  alsoMost(node: number): number;
  /** These work through one piece of many, and may do so for several at once. */
  reduceLeast(piece: number, pass: number, count: number): void;
  reduceMost(piece: number, pass: number, count: number): void;
  tallyLeast(piece: number, sources: number, below: number, into: number): void;
  tallyMost(piece: number, sources: number, below: number, into: number): void;
  ultimate(piece: number, sources: number): void;
  ultimateOf(source: number, piece: number): void;
  lines(nth: number, first: number, size: number, entities: number): void;
}

/** A function of a kernel and what it is called with. */
export type Call = readonly [name: keyof Kernel, ...args: number[]];

/** One instance among several on one memory: what lays it out, and which one before it searches the lower end for it. */
export interface Part {
  readonly calls: readonly Call[];
  readonly lower?: number;
}

/** A memory as everybody sees it who does not know the engine's own types. */
export interface Memory {
  /** The bytes as they are until it grows next. */
  readonly buffer: ArrayBufferLike;
  /** By so many pages. */
  grow(pages: number): number;
}

/** Instances of a module on a memory. It stands by itself: its own text is what another thread runs. */
export function instancesOf(module: object, memory: Memory, parts: readonly Part[]): Kernel[] {
  const made: Kernel[] = [];
  for (const { calls, lower } of parts) {
    const below = lower === undefined ? undefined : made[lower];
    const searchLower = below === undefined ? Math.abs : below.searchLeast;
    const { exports } = new WebAssembly.Instance(module, { env: { memory }, ultimate: { searchLower } });
    const kernel = exports as unknown as Kernel;
    for (const [name, ...args] of calls) (kernel[name] as (...args: number[]) => unknown)(...args);
    if (below !== undefined) kernel.joinLower(below.STAMP.value, below.FOUND.value, below.RUN.value);
    made.push(kernel);
  }
  return made;
}

/** Bytes of a page, and how many pages WebAssembly has at most: 4 GiB. */
export const PAGE = 1 << 16;
export const MOST_PAGES = 1 << 16;

/** A memory of so many bytes that several threads may share and that may grow; null where there is no such. */
export function memoryOf(bytes: number): Memory | null {
  const initial = Math.ceil(bytes / PAGE);
  if (initial > MOST_PAGES) return null;
  try {
    return new WebAssembly.Memory({ initial, maximum: MOST_PAGES, shared: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Where a part begins: addresses above 2 GiB come as negative numbers. */
export const addressOf = ({ value }: Place): number => value >>> 0;

let once: WebAssembly.Module | null = null;
export function kernelModule(): object {
  once ??= new WebAssembly.Module(Uint8Array.from(atob(CONTROL_KERNEL), (c) => c.charCodeAt(0)));
  return once;
}

/** An instance that only says where things would be: what it was asked, to be asked again of others. */
export class Layout {
  readonly calls: Call[] = [];
  readonly kernel: Kernel;

  private constructor(kernel: Kernel) {
    this.kernel = kernel;
  }

  /** A blank one; null where a process may not have the addresses WebAssembly sets aside, however little it uses. */
  static blank(): Layout | null {
    const memory = memoryOf(PAGE);
    return memory && new Layout(instancesOf(kernelModule(), memory, [{ calls: [] }])[0]);
  }

  /** Lays something out; returns the byte where it ends. */
  place(...call: Call): number {
    this.calls.push(call);
    const [name, ...args] = call;
    return (this.kernel[name] as (...args: number[]) => number)(...args);
  }
}
