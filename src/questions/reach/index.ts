import { z } from "zod";
import { fields, type Question } from "../../ask/question.ts";
import { endsOf } from "../../model/share.ts";
import { momentsOf } from "../../networks/closure.ts";
import { everyReach } from "./everything.ts";
import { ReachFinding } from "./finding.ts";
import { networkBelow, type ReachInput, runReach } from "./run.ts";
import { showReach } from "./show.ts";

const Input = z.object({
  entity: z
    .string()
    .min(1)
    .register(fields, {
      label: { en: "Person, company or state", zh: "个人、公司或国家" },
      about: { en: "Whose reach is asked for", zh: "要查其触角的个人、公司或国家" },
      entity: true,
    }),
});

/** What does X control and hold: how far do its arms go? */
export const reach: Question<ReachInput, ReachFinding> = {
  id: "reach",
  ask: { en: "What does X control and hold?", zh: "某方控制什么、持有什么？" },
  revision: 2,
  needs: ["interest"],
  input: Input,
  finding: ReachFinding,
  example: { input: { entity: "Alibaba Group" }, asOf: "2021-03-31" },
  run: runReach,
  show: showReach,
  everything: everyReach,
  moments: async (context, input) =>
    momentsOf((await networkBelow(context, input.entity)).interests, context.carry),
  rows: ({ findings }) => ({
    columns: [
      "party",
      "entity",
      "certainty",
      "votes_low",
      "votes_high",
      "votes_open",
      "economic_low",
      "economic_high",
      "depth",
    ],
    rows: findings.map((f) => {
      const votes = endsOf(f.votes);
      const economic = endsOf(f.economic);
      const open =
        votes.lowOpen && votes.highOpen ? "both" : votes.lowOpen ? "low" : votes.highOpen ? "high" : "";
      return [
        f.party,
        f.entity,
        f.certainty,
        votes.low,
        votes.high,
        open,
        economic.low,
        economic.high,
        String(f.depth),
      ];
    }),
  }),
};
