import { z } from "zod";
import { fields, type Question } from "../../ask/question.ts";
import { rowsOfTies } from "./csv.ts";
import { TiesFinding, TiesOverall } from "./finding.ts";
import type { TiesInput } from "./input.ts";
import { momentsOfTies } from "./moments.ts";
import { runTies } from "./run.ts";
import { showTies } from "./show.ts";

const Input = z.object({
  entity: z
    .string()
    .min(1)
    .register(fields, {
      label: { en: "From", zh: "从" },
      about: { en: "Where the paths begin", zh: "路径的起点" },
      entity: true,
    }),
  to: z
    .string()
    .min(1)
    .optional()
    .register(fields, {
      label: { en: "To", zh: "到" },
      about: {
        en: "Where they end; empty: at persons, states and state bodies near by",
        zh: "路径的终点；留空则为邻近的个人、国家和国家机关",
      },
      entity: true,
    }),
  paths: z
    .int()
    .min(1)
    .max(50)
    .default(5)
    .register(fields, {
      label: { en: "Paths", zh: "路径数" },
      about: { en: "How many paths at most, the strongest first", zh: "最多列出几条，最强的在前" },
    }),
  longest: z
    .int()
    .min(1)
    .max(10)
    .optional()
    .register(fields, {
      label: { en: "Links", zh: "环节数" },
      about: {
        en: "How many links a path has at most: 6, or 3 where no end is named, unless told",
        zh: "一条路径最多几个环节：默认 6，未指定终点时为 3",
      },
    }),
  when: z
    .enum(["ever", "day"])
    .default("ever")
    .register(fields, {
      label: { en: "Ties", zh: "关系的时间" },
      about: {
        en: "ever: ties up to the day, past ones too; day: only those that hold or may hold on it",
        zh: "ever：截至该日的关系，包括已结束的；day：只计该日存在或可能存在的",
      },
    }),
  family: z
    .boolean()
    .default(false)
    .register(fields, {
      label: { en: "Family", zh: "亲属关系" },
      about: {
        en: "Count family ties of public record between people who have other ties on record",
        zh: "计入双方均另有其他关系在案、且有公开记录的亲属关系",
      },
    }),
});

/** Which documented ties lead from X to Y, and who says so? */
export const ties: Question<TiesInput, TiesFinding, TiesOverall> = {
  id: "ties",
  ask: {
    en: "Which documented ties lead from X to Y, and who says so?",
    zh: "从某方到另一方有哪些记录在案的关系，由谁所说？",
  },
  askAlone: {
    en: "Which documented ties lead from X to persons, states and state bodies, and who says so?",
    zh: "从某方到个人、国家和国家机关有哪些记录在案的关系，由谁所说？",
  },
  revision: 3,
  needs: ["interest", "office", "membership", "association", "family", "denial"],
  input: Input,
  finding: TiesFinding,
  overall: TiesOverall,
  example: { input: { entity: "Jack Ma", to: "South China Morning Post" }, asOf: "2017-07-18" },
  run: runTies,
  show: showTies,
  moments: momentsOfTies,
  rows: rowsOfTies,
};
