import { z } from "zod";
import { type Context, fields, type Question } from "../../ask/question.ts";
import { sinceFields } from "../../ask/since.ts";
import { digestsOf } from "../../laws/digests.ts";
import { LAWS, majority } from "../../laws/index.ts";
import { momentsOf } from "../../networks/closure.ts";
import { rowsOfControl } from "./csv.ts";
import { everyControl } from "./everything.ts";
import { ControlFinding } from "./finding.ts";
import { type ControlInput, networkAbove, runControl } from "./run.ts";
import { showControl } from "./show.ts";

const Input = z.object({
  entity: z
    .string()
    .min(1)
    .register(fields, {
      label: { en: "Company or outlet", zh: "公司或媒体" },
      about: { en: "Whose controllers are asked for", zh: "要查其控制人的公司或媒体" },
      entity: true,
    }),
  law: z
    .enum(["all", ...LAWS.map((law) => law.id)])
    .default(majority.id)
    .register(fields, {
      label: { en: "Law", zh: "适用规则" },
      about: { en: "The rule that says what control is", zh: "以何种规则界定控制" },
    }),
  list: z
    .array(z.string().min(1))
    .optional()
    .register(fields, {
      label: { en: "List", zh: "名单" },
      about: {
        en: "For a law about listed persons: their ids or names, separated by commas",
        zh: "适用于针对名单人员的规则：各人的标识或名称，以逗号分隔",
      },
      named: true,
    }),
  ...sinceFields,
  listDate: z.iso
    .date()
    .optional()
    .register(fields, {
      label: { en: "Date of the list", zh: "名单日期" },
      about: { en: "The day the list is as of, as 2024-01-31", zh: "名单截至何日，如 2024-01-31" },
    }),
});

/** Who ultimately controls X, under which law, how surely? */
export const control: Question<ControlInput, ControlFinding> = {
  id: "control",
  ask: { en: "Who ultimately controls X, how surely?", zh: "谁最终控制某公司，有多确定？" },
  revision: 13,
  needs: ["interest"],
  input: Input,
  finding: ControlFinding,
  example: { input: { entity: "South China Morning Post" }, asOf: "2017-07-18" },
  // Declarations are held against laws that say so, whatever law is asked for.
  rules: ({ law }) =>
    digestsOf(LAWS.filter(({ id, control, declared }) => control || declared || law === "all" || law === id)),
  widest: { law: "all" },
  run: runControl,
  show: showControl,
  rows: rowsOfControl,
  moments: async (context: Context, input) => {
    const { above } = await networkAbove(context, input.entity);
    return momentsOf(above.interests, context.carry);
  },
  everything: everyControl,
};
