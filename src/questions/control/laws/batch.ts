import { csvRow, rangeCells } from "../../../ask/csv.ts";
import { LAWS } from "../../../laws/index.ts";
import type { Day } from "../../../model/date.ts";
import { kindAt, kindsOf, networkOf } from "../../../networks/case-network.ts";
import { type Controllers, ControlView } from "../../../networks/controllers.ts";
import { type HeldTable, heldOn } from "../../../networks/held.ts";
import type { Interests } from "../../../networks/interests.ts";
import { ownership } from "../../../networks/ownership.ts";
import { type Analysis, votesIn, votesPercent } from "../analyse.ts";
import { anyJointly } from "./controlled.ts";
import { factsOn, lawNetwork } from "./facts.ts";
import { judge } from "./judge.ts";
import { isPlain } from "./write.ts";

/**
 * Entities to be judged on one network of everyone above any of them, all of whom have local numbers: plain data, which
 * another thread may be sent.
 */
export interface Batch {
  readonly subjects: Int32Array;
  readonly interests: Interests;
  /** By local number: kinds as indices into ENTITY_KINDS. */
  readonly kinds: Uint8Array;
  readonly ids: readonly string[];
  readonly jurisdictions: readonly string[];
  /** Those on the list given with the question; null where none was given. */
  readonly listed: ReadonlySet<number> | null;
  readonly laws: readonly string[];
  readonly asOf: Day;
  readonly carry: number;
}

type Row = readonly string[];

/** The rows of each subject: in the order of the laws and, within one, of the ids of those who come under it. */
export function* judged(batch: Batch): Generator<readonly Row[]> {
  const { interests, ids, jurisdictions, listed } = batch;
  const everyone = Int32Array.from(ids, (_, local) => local);
  const network = networkOf(interests, batch.kinds);
  const held = heldOn(interests, batch.asOf, batch.carry);
  const view = new ControlView(ownership(held, ids.length, kindsOf(network)));
  const known = lawNetwork(view, {
    kind: kindAt(network, everyone),
    jurisdiction: (local) => jurisdictions[local] as string,
    listed,
  });
  const laws = LAWS.filter(({ id }) => batch.laws.includes(id));
  for (const subject of batch.subjects) {
    const analysis = analysisOf(held, view, subject);
    const facts = factsOn(known, subject, analysis);
    const votesOf = (party: number) => {
      if (party === subject) return null;
      return anyJointly(known) ? votesIn(analysis, party, subject) : view.votes(party, subject);
    };
    yield laws.flatMap((law) => {
      const found = isPlain(law) ? analysis.controllers : judge(law, facts);
      const parties =
        "ultimate" in found ? found.ultimate : found.parties.map((p) => ({ ...p, votes: votesOf(p.party) }));
      const start = [ids[subject] as string, law.id, found.verdict];
      if (parties.length === 0) return [[...start, "", "", "", "", ""]];
      return parties
        .map(({ party, certainty, votes }) => [
          ...start,
          ids[party] as string,
          certainty,
          ...rangeCells(votesPercent(votes)),
        ])
        .sort((a, b) => ((a[3] as string) < (b[3] as string) ? -1 : 1));
    });
  }
}

/** The same as lines, all at once: what another thread is asked for. */
export const judgedLines = (batch: Batch): string[] => Array.from(judged(batch), linesOf);

export const linesOf = (rows: readonly Row[]): string => rows.map((row) => csvRow(row)).join("");

/** Who controls the subject, worked out once it is asked for: not every law does. */
function analysisOf(held: HeldTable, view: ControlView, subject: number): Analysis {
  let controllers: Controllers | null = null;
  return {
    held,
    view,
    get controllers() {
      controllers ??= view.controllers(subject);
      return controllers;
    },
  };
}
