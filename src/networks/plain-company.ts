import { ALONE, HIGH_OPEN, LOW_OPEN } from "../graph/control.ts";
import { WHOLE } from "../model/share.ts";
import type { Ballots } from "./ballots.ts";
import { EFFECT } from "./company.ts";
import type { Edges } from "./edges.ts";
import { type HeldTable, isSure } from "./held.ts";
import { HELD_HIGH_OPEN, HELD_INDIRECT, HELD_LOW_OPEN, HELD_UNKNOWN_DIRECTNESS } from "./interests.ts";

export interface PlainParts {
  readonly held: HeldTable;
  readonly phantom: number;
  readonly ballots: Ballots;
  readonly lower: Edges;
  readonly upper: Edges;
}

/** Holders of which each is compared with each; of more it is marked who was seen. */
const FEW = 12;
let marks = new Int32Array(1 << 10);
let round = 0;
/** By code of a right: votes or shares. */
const VOTES = Uint8Array.from(EFFECT, (effect) => (effect === "votes" || effect === "shares" ? 1 : 0));

/**
 * A short cut for what most companies are: named holders of votes or shares, each once, nothing else on record that counts.
 * Says false, having added nothing, where a company is anything more than that, or its holdings pass 100.
 */
export function addPlain(parts: PlainParts, company: number, rows: Int32Array): boolean {
  const figures = plainFigures(parts.held, company, rows);
  if (figures === null) return false;
  const ballot = parts.ballots.length;
  parts.ballots.add(company, [0, 0, 0, figures.named, figures.open]);
  addBlocks(parts, ballot, rows, figures);
  return true;
}

type Blocks = Omit<PlainParts, "ballots">;

/** What the named holders have at the least, added up, and how many of these lower ends are open. */
export interface PlainFigures {
  readonly named: number;
  readonly open: number;
}

/** The edges of a plain company into its ballot. */
export function addBlocks(parts: Blocks, ballot: number, rows: Int32Array, { named }: PlainFigures): void {
  for (let i = 0; i < rows.length; i++)
    if (counts(parts.held, rows[i] as number)) addBlock(parts, ballot, rows[i] as number);
  if (named < WHOLE) parts.upper.add(parts.phantom, ballot, -1, 0, WHOLE - named, 0);
}

/** Whether a row is no declared indirect interest. */
export const counts = (held: HeldTable, row: number) => ((held.flags[row] as number) & HELD_INDIRECT) === 0;

/** Null where a company is not plain. */
export function plainFigures(held: HeldTable, company: number, rows: Int32Array): PlainFigures | null {
  const rare = held.extra.size > 0;
  if (rows.length > FEW) nextRound();
  let [named, open, holders] = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const party = held.party[row] as number;
    const flags = held.flags[row] as number;
    if (!counts(held, row)) continue;
    holders++;
    if (VOTES[held.right[row] as number] === 0 || party < 0 || party === company) return null;
    if (rare && held.extra.has(row)) return null;
    if (rows.length > FEW ? seenBefore(party) : isAmong(held, party, rows, i)) return null;
    if ((flags & HELD_UNKNOWN_DIRECTNESS) !== 0 || !isSure(held, row)) continue;
    named += held.low[row] as number;
    if ((flags & HELD_LOW_OPEN) !== 0) open++;
  }
  if (holders === 0) return null;
  return named > WHOLE || (named === WHOLE && open > 0) ? null : { named, open };
}

/** Whether a party stands in any of the first rows, of those that count. */
function isAmong(held: HeldTable, party: number, rows: Int32Array, before: number): boolean {
  for (let j = 0; j < before; j++)
    if (held.party[rows[j] as number] === party && counts(held, rows[j] as number)) return true;
  return false;
}

function nextRound(): void {
  round++;
  if (round < 2 ** 31 - 1) return;
  marks.fill(0);
  round = 1;
}

function seenBefore(party: number): boolean {
  if (party >= marks.length) {
    const wide = new Int32Array(2 * party);
    wide.set(marks);
    marks = wide;
  }
  if (marks[party] === round) return true;
  marks[party] = round;
  return false;
}

function addBlock({ held, lower, upper }: Blocks, ballot: number, row: number): void {
  const flags = held.flags[row] as number;
  const sure = isSure(held, row);
  const low = sure ? (held.low[row] as number) : 0;
  const high = held.high[row] as number;
  const party = held.party[row] as number;
  const lowOpen = sure && (flags & HELD_LOW_OPEN) !== 0 ? LOW_OPEN : 0;
  const highOpen = (flags & HELD_HIGH_OPEN) !== 0 ? HIGH_OPEN : 0;
  const alone = (flags & HELD_UNKNOWN_DIRECTNESS) !== 0 ? ALONE : 0;
  if (low > 0 || lowOpen !== 0) lower.add(party, ballot, row, low, high, lowOpen | alone);
  upper.add(party, ballot, row, low, high, lowOpen | highOpen | alone);
}
