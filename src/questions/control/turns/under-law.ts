import type { Context } from "../../../ask/question.ts";
import type { Law } from "../../../laws/law.ts";
import type { ControlView } from "../../../networks/controllers.ts";
import { type LawFacts, lawFacts, limitOf } from "../laws/facts.ts";
import { type Judgement, jointOf, judge } from "../laws/judge.ts";
import { decidedBy } from "./documents.ts";
import { movesUnder } from "./law-moves.ts";
import { type Standings, Trials } from "./trial.ts";
import { type Asked, documents, flip, type Some, sourcesUnder } from "./turns.ts";

/** Rows and entities gone through for each kind of trial: a law is dearer to work out than majority rule. */
const MOST_WORK = 20_000;

type About = Pick<LawFacts, "kind" | "jurisdiction" | "listed">;

/** What the verdict of a law hangs on: holdings, sources, and what is missing. Rights are not tried. */
export async function turnsUnder(
  context: Context,
  asked: Asked,
  law: Law,
  judgement: Judgement,
  about: About,
): Promise<Some> {
  const { above, analysis } = asked;
  const judged = standingsUnder(law, about, above.entities);
  const now = standingsOf(judgement);
  const ancestors = analysis.view.ancestorsOf(0).length;
  const trials = () => new Trials(above, now, ancestors, MOST_WORK, judged);
  const [moved, left, missing] = [trials(), trials(), trials()];
  const proofs = (party: number) =>
    judgement.parties
      .filter((one) => one.party === party)
      .flatMap(({ grounds }) =>
        grounds.flatMap(({ steps }) => steps.flatMap((step) => [...step.statements])),
      );
  const certain = judgement.parties.filter((one) => one.certainty === "certain");
  const flips = movesUnder(moved, analysis, thresholdsOf(law)).map((move) =>
    flip(asked, move, proofs(move.party)),
  );
  const sources = await sourcesUnder(
    context,
    asked,
    left,
    certain.flatMap(({ party }) => proofs(party)),
  );
  return {
    flips,
    rights: [],
    ...sources,
    nextDocuments: await documents(context, asked, decidedBy(missing, analysis)),
    cutOff: [moved, left, missing].some((one) => one.cutOff),
  };
}

/** A law as the verdict on a network; who is made up to be named is a person. */
function standingsUnder(law: Law, about: About, entities: number): (view: ControlView) => Standings {
  const known: About = {
    kind: (n) => (n < entities ? about.kind(n) : "person"),
    jurisdiction: (n) => (n < entities ? about.jurisdiction(n) : ""),
    listed: about.listed,
  };
  return (view) => {
    const analysis = { held: view.own.held, view, controllers: view.controllers(0) };
    return standingsOf(judge(law, lawFacts(analysis, known)));
  };
}

const standingsOf = ({ verdict, parties }: Judgement): Standings => ({
  verdict,
  ultimate: parties.map((one) => ({ party: one.party, certainty: one.certainty, joint: jointOf(one) })),
  chain: new Map(),
});

/** The figures of a law in share units: thresholds, what makes a link of a chain, half of the votes. */
function thresholdsOf(law: Law): number[] {
  const figures = law.rules.flatMap((rule) => [
    ...("threshold" in rule && rule.threshold ? [limitOf(rule.threshold).units] : []),
    ...("link" in rule ? [limitOf(rule.link).units] : []),
    ...("moreThan" in rule ? [limitOf({ moreThan: rule.moreThan }).units] : []),
  ]);
  return [...new Set(figures)];
}
