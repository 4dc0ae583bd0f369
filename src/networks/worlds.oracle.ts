import fc from "fast-check";
import { RIGHT_CODES, type RightCode } from "../model/rights.ts";
import { PERCENT } from "../model/share.ts";
import type { HeldTable } from "./held.ts";
import {
  HELD_HIGH_OPEN,
  HELD_INDIRECT,
  HELD_LOW_OPEN,
  HELD_POSSIBLE,
  HELD_UNKNOWN_DIRECTNESS,
  type HeldExtra,
} from "./interests.ts";
import type { Kinds } from "./ownership.ts";

/** One holding of a small invented world, in whole percent. */
export interface Row {
  readonly party: number;
  readonly subject: number;
  readonly right: RightCode;
  readonly low: number;
  readonly high: number;
  readonly lowOpen?: boolean;
  readonly highOpen?: boolean;
  readonly possible?: boolean;
  readonly indirect?: boolean;
  readonly unknownDirectness?: boolean;
  readonly conditional?: 0 | 1 | 2;
  readonly leader?: number;
  readonly members?: readonly number[];
  readonly joint?: string;
  readonly class?: string;
  readonly reason?: string;
}

/** The holdings table of a world; statement ordinals are row numbers. */
export function tableOf(rows: readonly Row[]): HeldTable {
  const extra = new Map<number, HeldExtra>();
  rows.forEach((r, i) => {
    if (r.joint || r.members || r.class || r.reason) {
      extra.set(i, {
        class: r.class ?? "",
        joint: r.joint ?? "",
        members: r.members ?? [],
        reason: r.reason ?? "",
      });
    }
  });
  const flags = (r: Row) =>
    (r.lowOpen ? HELD_LOW_OPEN : 0) |
    (r.highOpen ? HELD_HIGH_OPEN : 0) |
    (r.possible ? HELD_POSSIBLE : 0) |
    (r.indirect ? HELD_INDIRECT : 0) |
    (r.unknownDirectness ? HELD_UNKNOWN_DIRECTNESS : 0);
  return {
    length: rows.length,
    party: Int32Array.from(rows, (r) => r.party),
    subject: Int32Array.from(rows, (r) => r.subject),
    right: Uint8Array.from(rows, (r) => RIGHT_CODES.indexOf(r.right)),
    low: Float64Array.from(rows, (r) => r.low * PERCENT),
    high: Float64Array.from(rows, (r) => r.high * PERCENT),
    flags: Uint8Array.from(rows, flags),
    conditional: Uint8Array.from(rows, (r) => r.conditional ?? 0),
    leader: Int32Array.from(rows, (r) => r.leader ?? -1),
    statement: Int32Array.from(rows, (_, i) => i),
    because: new Map(),
    carried: new Map(),
    extra,
  };
}

/** Companies from `firstCompany` on, persons before; no arrangements unless listed. */
export const kinds = (firstCompany: number, arrangements: readonly number[] = []): Kinds => ({
  arrangement: (n) => arrangements.includes(n),
  state: () => false,
  stateBody: () => false,
  ownable: (n) => n >= firstCompany,
});

const share = fc
  .tuple(
    fc.integer({ min: 0, max: 10 }),
    fc.integer({ min: 0, max: 10 }),
    fc.boolean(),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([a, b, lowOpen, highOpen, exact]) => {
    const [low, high] = [Math.min(a, b) * 10, exact ? Math.min(a, b) * 10 : Math.max(a, b) * 10];
    return low === high ? { low, high } : { low, high, lowOpen, highOpen };
  });

/** Random rows over `nodes` entities, votes with bands only: cycles and treasury shares come about by chance. */
export const voteRows = (nodes: number, firstCompany: number) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: nodes - 1 }), fc.integer({ min: firstCompany, max: nodes - 1 }), share)
      .map(([party, subject, s]): Row => ({ party, subject, right: "votingRights", ...s })),
    { minLength: 1, maxLength: 14 },
  );

/** The same with every block of votes in one of two share classes: companies with several vote counts. */
export const classRows = (nodes: number, firstCompany: number) =>
  fc
    .tuple(
      voteRows(nodes, firstCompany),
      fc.array(fc.constantFrom("A", "B"), { minLength: 14, maxLength: 14 }),
    )
    .map(([rows, classes]) => rows.map((row, i): Row => ({ ...row, class: classes[i] ?? "A" })));

const ANY_RIGHT: readonly RightCode[] = [
  "shareholding",
  "shareholding",
  "votingRights",
  "votingRights",
  "rightsGrantedByContract",
  "conditionalRightsGrantedByContract",
  "controlByLegalFramework",
  "generalPartner",
  "appointmentOfBoard",
  "otherInfluenceOrControl",
  "actingInConcert",
  "nominee",
];

/** Random rows with every kind of right, imprecise dates, conditions, concerts, nominees and joint holders. */
export const anyRows = (nodes: number, firstCompany: number) => {
  const node = fc.integer({ min: 0, max: nodes - 1 });
  return fc.array(
    fc
      .record({
        party: node,
        subject: fc.integer({ min: firstCompany, max: nodes - 1 }),
        right: fc.constantFrom(...ANY_RIGHT),
        share,
        possible: fc.boolean(),
        unknownDirectness: fc.boolean(),
        conditional: fc.constantFrom(0 as const, 0 as const, 1 as const, 2 as const),
        leader: fc.option(node, { nil: -1 }),
        members: fc.array(node, { maxLength: 2 }),
        joint: fc.constantFrom("", "", "", "j1"),
      })
      .map(({ share: s, ...row }): Row => {
        const bound = row.right === "actingInConcert";
        const held = row.right === "nominee";
        const votes = row.right === "shareholding" || row.right === "votingRights";
        return {
          ...row,
          ...s,
          leader: bound || held ? row.leader : -1,
          members: bound ? row.members : [],
          joint: votes ? row.joint : "",
        };
      }),
    { minLength: 1, maxLength: 12 },
  );
};

/** The same numbers for the same seed. */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
