import { z } from "zod";
import { fields, type Question } from "../../ask/question.ts";
import { sinceFields } from "../../ask/since.ts";
import { momentsOf } from "../../networks/closure.ts";
import { rowsOfReach } from "./csv.ts";
import { everyReach } from "./everything.ts";
import { ReachFinding } from "./finding.ts";
import { ReachOverall } from "./overall.ts";
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
  with: z
    .string()
    .min(1)
    .optional()
    .register(fields, {
      label: { en: "Compared with", zh: "与何方比较" },
      about: { en: "Another party: what do both reach?", zh: "另一方：双方共同触及哪些实体？" },
      named: true,
    }),
  ...sinceFields,
});

/** What does X control and hold: how far do its arms go? */
export const reach: Question<ReachInput, ReachFinding, ReachOverall> = {
  id: "reach",
  ask: { en: "What does X control and hold?", zh: "某方控制什么、持有什么？" },
  revision: 11,
  needs: ["interest"],
  input: Input,
  finding: ReachFinding,
  overall: ReachOverall,
  example: { input: { entity: "Alibaba Group" }, asOf: "2021-03-31" },
  run: runReach,
  show: showReach,
  everything: everyReach,
  moments: async (context, input) =>
    momentsOf((await networkBelow(context, input.entity)).interests, context.carry),
  rows: rowsOfReach,
};
