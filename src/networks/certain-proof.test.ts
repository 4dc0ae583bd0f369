import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certainProof } from "./certain-proof.ts";
import { ControlView } from "./controllers.ts";
import { ownership } from "./ownership.ts";
import { proofOf } from "./proof.ts";
import { anyRows, kinds, type Row, tableOf, voteRows } from "./worlds.oracle.ts";

const NODES = 6;
const viewOf = (rows: readonly Row[]) => new ControlView(ownership(tableOf(rows), NODES, kinds(1)));
const certainly = (rows: readonly Row[], source: number, target: number) =>
  [...viewOf(rows).lower.certain(source)].includes(target);

/** The fewest statements that make it certain when the whole verdict is worked out from them alone. */
function fewest(rows: readonly Row[], source: number, target: number): number {
  for (let size = 1; size <= rows.length; size++) {
    const some = (at: number, taken: readonly Row[]): boolean =>
      taken.length === size
        ? certainly(taken, source, target)
        : at < rows.length && (some(at + 1, [...taken, rows[at] as Row]) || some(at + 1, taken));
    if (some(0, [])) return size;
  }
  return -1;
}

const plain = fc
  .tuple(voteRows(NODES, 1), fc.array(fc.constantFrom(0, 1, 2), { minLength: 14, maxLength: 14 }))
  .map(([rows, rights]) =>
    rows.slice(0, 9).map((r, i): Row => (rights[i] === 2 ? { ...r, right: "controlByLegalFramework" } : r)),
  );

describe("the proof of certain control", () => {
  it("takes as few statements as any set from which the whole verdict, worked out again, says the same", () => {
    let proved = 0;
    fc.assert(
      fc.property(plain, (rows) => {
        const view = viewOf(rows);
        if (view.own.conflicts.size > 0) return;
        for (const target of [...view.lower.certain(0)].filter((n) => n < NODES)) {
          const proof = certainProof(view, 0, target);
          const used = new Set(proof.steps.flatMap((s) => s.statements));
          expect([proof.smallest, used.size]).toEqual([true, fewest(rows, 0, target)]);
          if (used.size > 1) proved++;
        }
      }),
      { numRuns: 1500 },
    );
    expect(proved).toBeGreaterThan(200);
  });

  it("is enough by itself whatever the rights, and never longer than the proof read from the top", () => {
    let proved = 0;
    fc.assert(
      fc.property(anyRows(NODES, 1), (rows) => {
        const view = viewOf(rows);
        for (let source = 0; source < NODES; source++) {
          for (const target of [...view.lower.certain(source)].filter((n) => n < NODES)) {
            const used = new Set(certainProof(view, source, target).steps.flatMap((s) => s.statements));
            const greedy = new Set(proofOf(view, source, target, true).flatMap((s) => s.statements));
            expect(used.size).toBeLessThanOrEqual(greedy.size);
            expect(
              certainly(
                rows.filter((_, i) => used.has(i)),
                source,
                target,
              ),
            ).toBe(true);
            proved++;
          }
        }
      }),
      { numRuns: 1500 },
    );
    expect(proved).toBeGreaterThan(500);
  });
});
