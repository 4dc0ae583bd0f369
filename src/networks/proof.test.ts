import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ControlView } from "./controllers.ts";
import { ownership } from "./ownership.ts";
import { proofOf } from "./proof.ts";
import { anyRows, kinds, type Row, tableOf } from "./worlds.oracle.ts";

const NODES = 6;
const viewOf = (rows: readonly Row[]) => new ControlView(ownership(tableOf(rows), NODES, kinds(1)));

describe("a proof", () => {
  it("is enough by itself: its statements alone make the conclusion certain", () => {
    let proved = 0;
    fc.assert(
      fc.property(anyRows(NODES, 1), (rows) => {
        const view = viewOf(rows);
        for (let source = 0; source < NODES; source++) {
          for (const target of [...view.lower.certain(source)].filter((n) => n < NODES)) {
            const proof = proofOf(view, source, target, true);
            const used = new Set(proof.flatMap((s) => s.statements));
            const alone = viewOf(rows.filter((_, i) => used.has(i)));
            expect([...alone.lower.certain(source)]).toContain(target);
            proved++;
          }
        }
      }),
      { numRuns: 1500 },
    );
    expect(proved).toBeGreaterThan(500);
  });

  it("takes the fewest blocks that pass half, largest first", () => {
    const votes = (party: number, subject: number, low: number): Row => ({
      party,
      subject,
      right: "votingRights",
      low,
      high: low,
    });
    const rows = [
      votes(0, 1, 100),
      votes(0, 2, 100),
      votes(0, 3, 100),
      votes(1, 4, 10),
      votes(2, 4, 30),
      votes(3, 4, 25),
    ];
    const proof = proofOf(viewOf(rows), 0, 4, true);
    expect(proof.filter((s) => s.held === 4).map((s) => s.holder)).toEqual([2, 3]);
  });
});
