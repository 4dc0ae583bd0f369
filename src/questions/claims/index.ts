import { z } from "zod";
import { fields, type Question } from "../../ask/question.ts";
import { ClaimsOverall } from "./explanations/overall.ts";
import { ClaimFinding } from "./finding.ts";
import { momentsOfText } from "./moments.ts";
import { rowsOfClaims } from "./rows.ts";
import { type ClaimsInput, runClaims } from "./run.ts";
import { showClaims } from "./show.ts";

const Input = z.object({
  text: z
    .string()
    .min(1)
    .register(fields, {
      label: { en: "Text", zh: "文本" },
      about: { en: "The text whose claims are looked into: its title or id", zh: "要核查的文本：标题或编号" },
      text: true,
    }),
  claim: z
    .string()
    .min(1)
    .optional()
    .register(fields, {
      label: { en: "One claim", zh: "单个说法" },
      about: {
        en: "The id of one claim, without the explanations",
        zh: "只看一个说法（编号），不看各种解释",
      },
    }),
  about: z
    .string()
    .min(1)
    .optional()
    .register(fields, {
      label: { en: "About", zh: "涉及" },
      about: {
        en: "Only the claims about this party, without the explanations",
        zh: "只看涉及某一方的说法，不含各种解释",
      },
      named: true,
    }),
  set: z
    .string()
    .min(1)
    .optional()
    .register(fields, {
      label: { en: "Explanations", zh: "解释组" },
      about: {
        en: "The name of one set of explanations (default: all that bear on the text)",
        zh: "一组解释的名称（默认：与该文本有关的全部）",
      },
    }),
  rater: z
    .string()
    .min(1)
    .optional()
    .register(fields, {
      label: { en: "Rater", zh: "评定人" },
      about: { en: "Only what this rater rated (default: all of them)", zh: "只看此人的评定（默认：全部）" },
    }),
});

/** What in a text stands, and which explanation survives the evidence? */
export const claims: Question<ClaimsInput, ClaimFinding, ClaimsOverall> = {
  id: "claims",
  ask: {
    en: "What in this text stands, and which explanation survives the evidence?",
    zh: "这篇文本哪些说法站得住，哪种解释经得起证据？",
  },
  revision: 1,
  needs: ["claim", "evidence", "denial", "hypothesis", "rating", "interest"],
  input: Input,
  finding: ClaimFinding,
  overall: ClaimsOverall,
  example: { input: { text: "The truth behind Alibaba's fine" }, asOf: "2026-01-01" },
  run: runClaims,
  show: showClaims,
  moments: momentsOfText,
  rows: rowsOfClaims,
};
