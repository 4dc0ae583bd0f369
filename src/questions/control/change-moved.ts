import type { ControlChange, Side } from "./change-finding.ts";

/** Parties by what changed of them, what is certain apart from what is only possible. */
export type Moved = Readonly<
  Record<
    "gained" | "lost" | "surer" | "lessSure" | "gainedMaybe" | "lostMaybe" | "onTop" | "below",
    readonly string[]
  >
>;

export const MOVES = [
  ...(["gained", "lost", "surer", "lessSure"] as const),
  ...(["gainedMaybe", "lostMaybe", "onTop", "below"] as const),
];

export function movedIn({ from, to, gained, lost, ...change }: ControlChange): Moved {
  const sure = (side: Side) => (party: string) =>
    side.standing.some((c) => c.party === party && c.certainty === "certain");
  const [was, is] = [sure(from), sure(to)];
  return {
    gained: gained.filter(is),
    lost: lost.filter(was),
    surer: change.surer,
    lessSure: change.lessSure,
    gainedMaybe: gained.filter((p) => !is(p)),
    lostMaybe: lost.filter((p) => !was(p)),
    onTop: change.onTop,
    below: change.below,
  };
}
