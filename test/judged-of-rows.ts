import type { Law } from "../src/laws/law.ts";
import { ControlView } from "../src/networks/controllers.ts";
import { ownership } from "../src/networks/ownership.ts";
import { type Row, tableOf } from "../src/networks/worlds.oracle.ts";
import { lawFacts } from "../src/questions/control/laws/facts.ts";
import { type Judgement, judge } from "../src/questions/control/laws/judge.ts";

/** Entities of a small world: 0 is the subject and the first ones are companies; the others are persons. */
export const COMPANIES = 4;
export const NODES = 6;
export const person = (n: number): boolean => n >= COMPANIES;

export interface About {
  /** Entities registered in the United Kingdom. */
  readonly gb?: readonly number[];
  readonly list?: readonly number[];
  readonly trusts?: readonly number[];
  readonly unknown?: readonly number[];
}

/** What a law says of entity 0 of a world of these holdings. */
export function judged(law: Law, rows: readonly Row[], about: About = {}): Judgement {
  const held = tableOf(rows);
  const trust = (n: number) => about.trusts?.includes(n) ?? false;
  const kinds = {
    arrangement: trust,
    state: () => false,
    stateBody: () => false,
    ownable: (n: number) => !person(n),
  };
  const view = new ControlView(ownership(held, NODES, kinds));
  const facts = lawFacts(
    { held, view, controllers: view.controllers(0) },
    {
      kind: (n) =>
        about.unknown?.includes(n) ? "unknown" : trust(n) ? "trust" : person(n) ? "person" : "company",
      jurisdiction: (n) => (about.gb?.includes(n) ? "GB-SCT" : ""),
      listed: about.list ? new Set(about.list) : null,
    },
  );
  return judge(law, facts);
}

/** Who comes under it as surely as that, in order. */
export const partiesOf = ({ parties }: Judgement, certainty: "certain" | "possible"): number[] =>
  parties
    .filter((p) => p.certainty === certainty)
    .map((p) => p.party)
    .sort();
