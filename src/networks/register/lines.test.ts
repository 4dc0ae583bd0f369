import { expect, it } from "vitest";
import { textOf } from "../../../test/text-of.ts";
import { memoryOf, PAGE } from "../../graph/kernel.ts";
import { formatUnits } from "../../model/share.ts";
import { BEFORE, type Everyone, linesOf, PAIRED, type Texts } from "./lines.ts";
import type { Ids } from "./listed.ts";
import { byNode, type PairsByNode, roomFor, setPair, setVotes } from "./recorded.ts";

const TEXTS: Texts = {
  possible: [" perhaps ", ": "],
  certain: [" surely ", "! "],
  noVotes: "–\n",
  open: [".\n", " (low).\n", " (high).\n", " (both).\n"],
  alone: [" nobody\n", " 没有人\n"],
};
const PRIME = 7919;
/** Units of both ends of the votes: those at which something changes in how they are written, and any. */
const FIGURES = [0, 1, 5e9, 1e10, 99_999_999_999, 1e11, 333_333_333_333, 5e11, 500_000_000_001, 1e12];
const figure = (k: number) =>
  k % 3 === 0 ? (FIGURES[(k / 3) % 10] as number) : (k * 104_395_301) % (k % 2 === 0 ? 1e12 : 1e10);

interface World {
  readonly everyone: Everyone;
  readonly pairs: PairsByNode;
  /** What the line of each entity must be. */
  readonly lines: readonly string[];
}

/** Entities by every way a line comes about, the pairs among them in a memory of their own from the byte `at` on. */
function world(count: number, at: number, free: number): World {
  const id = (n: number) => (n % 7 === 0 ? `实体-${n}` : n % 101 === 0 ? "x".repeat(1000) + n : `e${n}`);
  const sorted = Int32Array.from({ length: count }, (_, rank) => (rank * PRIME) % count);
  const memory = memoryOf(at + 32 * count + PAGE);
  if (memory === null) throw new Error("no memory");
  // What others left there.
  new Uint8Array(memory.buffer).fill(0xa5);
  const first = at / 32;
  const all = { words: new Int32Array(memory.buffer), figures: new Float64Array(memory.buffer) };
  const how = new Uint8Array(count);
  const lines: string[] = [];
  const places: number[] = [];
  for (let n = 0; n < count; n++) {
    const kind = (n * 13) % 9;
    if (kind < 2) {
      how[n] = kind;
      lines.push(id(n) + TEXTS.alone[kind]);
    } else if (kind === 2) {
      how[n] = BEFORE;
      lines.push(n % 5 === 0 ? "" : `"${id(n)}", ${"他自己的 ".repeat(n % 900)}\n`);
    } else {
      how[n] = PAIRED;
      const controller = (n * 31) % count;
      const [low, high] = [figure(n), figure(n * 7 + 1)];
      const place = first + places.length;
      places.push(place);
      setPair(all, place, n, controller);
      const votes = { lowValue: low, highValue: high, lowOpen: n % 4 > 1, highOpen: n % 2 === 1 };
      setVotes(all, place, kind > 5, n % 17 === 0 ? null : votes);
      lines.push(paired(id(n), id(controller), kind > 5, n % 17 === 0 ? null : votes));
    }
  }
  const ids = idsOf(Array.from({ length: count }, (_, n) => id(n)));
  const before = (n: number) => new TextEncoder().encode(lines[n]);
  const found = byNode({ all, places: Int32Array.from(places) }, count + 3);
  const within = { memory, from: 64, to: free };
  return { everyone: { ids, sorted, how, texts: TEXTS, before }, pairs: { ...found, within }, lines };
}

interface Votes {
  readonly lowValue: number;
  readonly highValue: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

function paired(id: string, controller: string, certain: boolean, votes: Votes | null): string {
  const [before, after] = certain ? TEXTS.certain : TEXTS.possible;
  const begun = id + before + controller + after;
  if (votes === null) return begun + TEXTS.noVotes;
  const low = Math.min(votes.lowValue, votes.highValue);
  const ends = (votes.lowOpen ? 1 : 0) + (votes.highOpen ? 2 : 0);
  return `${begun}${formatUnits(low)},${formatUnits(votes.highValue)}${TEXTS.open[low < votes.highValue ? ends : 0]}`;
}

function idsOf(list: readonly string[]): Ids {
  const encoder = new TextEncoder();
  const each = list.map((id) => encoder.encode(`${id}\u001f`));
  const start = new Uint32Array(list.length + 1);
  for (const [n, { length }] of each.entries()) start[n + 1] = (start[n] as number) + length;
  const bytes = new Uint8Array(start[list.length] as number);
  for (const [n, part] of each.entries()) bytes.set(part, start[n]);
  return { bytes, start };
}

const inOrder = ({ everyone, lines }: World, first = 0, end = lines.length) =>
  [...everyone.sorted.subarray(first, end)].map((n) => lines[n]).join("");

it.each([1, 2, 4095, 4096, 30_011])(
  "lines are what each entity's is, in order: %d of them",
  async (count) => {
    const made = world(count, 1 << 24, 1 << 24);
    const pieces: Uint8Array[] = [];
    for await (const written of linesOf(made.pairs, made.everyone)) pieces.push(...(written.pieces ?? []));
    expect(textOf(pieces) === inOrder(made)).toBe(true);
  },
);

it("many lines come some at a time", async () => {
  const made = world(300_000, 1 << 28, 1 << 28);
  const pieces: Uint8Array[] = [];
  let next = 0;
  for await (const written of linesOf(made.pairs, made.everyone)) {
    expect(written.first).toBe(next);
    next = written.end;
    pieces.push(...(written.pieces ?? []));
  }
  expect(next).toBe(300_000);
  expect(textOf(pieces) === inOrder(made)).toBe(true);
});

it("says where it has no memory: none for the ids, none for the lines, nothing in WebAssembly", async () => {
  const small = world(5000, 1 << 22, 4096);
  for await (const _ of linesOf(small.pairs, small.everyone)) throw new Error("there was no room for ids");

  const { pairs, everyone, lines } = world(30_011, 1 << 24, 1 << 24);
  const { memory } = pairs.within ?? {};
  while (memory && memory.buffer.byteLength < 2 ** 32 - 9 * PAGE)
    memory.grow(Math.min(1 << 14, (2 ** 32 - 9 * PAGE - memory.buffer.byteLength) / PAGE));
  const asked = [];
  for await (const written of linesOf(pairs, everyone)) asked.push(written);
  expect(asked).toEqual([{ first: 0, end: lines.length, pieces: null }]);

  const apart = byNode({ all: roomFor(4), places: new Int32Array(0) }, 4);
  for await (const _ of linesOf(apart, everyone)) throw new Error("there is no memory at all");
});
