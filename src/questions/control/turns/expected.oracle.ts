import { expect } from "vitest";
import type { ControlFinding } from "../finding.ts";

/** What a case says by hand about what its verdict hangs on; each list holds at least these, each line as it reads here. */
interface Expected {
  readonly flips?: readonly string[];
  readonly together?: readonly string[];
  readonly smallest?: readonly string[];
  readonly loadBearing?: readonly string[];
  readonly asked?: readonly string[];
}

/** Compares a finding with what was worked out by hand. */
export function expectTurns({ turns, controllers }: ControlFinding, expected: Expected): void {
  const among = (found: readonly string[] | undefined, wanted: readonly string[] | undefined) => {
    if (wanted?.length === 0) expect(found).toEqual([]);
    else expect(found ?? []).toEqual(expect.arrayContaining([...(wanted ?? [])]));
  };
  among(
    turns?.flips.map(
      (f) => `${f.party} ${f.kind}: ${f.holder} at ${f.at} by ${f.by}${f.within ? " (within)" : ""}`,
    ),
    expected.flips,
  );
  among(
    turns?.rights.map((r) => `${r.how} ${r.rights.length}: ${r.party} ${r.now} to ${r.after}`),
    expected.together,
  );
  among(
    controllers.filter((c) => c.smallest).map((c) => c.party),
    expected.smallest,
  );
  among(
    turns?.loadBearing.map((l) => `${l.sources.join(" ")}: ${l.verdict}`),
    expected.loadBearing,
  );
  among(
    turns?.nextDocuments.map((d) => `${d.kind} ${d.about}: ${d.records.map((r) => r.record).join(" ")}`),
    expected.asked,
  );
}
