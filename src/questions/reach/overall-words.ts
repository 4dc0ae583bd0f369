import type { Lang } from "../../ask/answer.ts";
import type { Standing } from "./overall.ts";

type Line = "certain" | "possible" | "jointly" | "stake";

interface OverallWords {
  readonly standing: Readonly<Record<Standing, string>>;
  /** `ever`: it also controlled something, or may have, only together with others. */
  readonly overTime: (party: string, day: string, certain: number, ever: boolean) => string;
  readonly outletsOverTime: (party: string, day: string, certain: number, ever: boolean) => string;
  readonly overTimeCaption: (day: string, looked: number, moments: number) => string;
  readonly overTimeJointly: string;
  readonly lines: Readonly<Record<Line, string>>;
  readonly outletLines: Readonly<Record<Line, string>>;
  readonly countHow: string;
  readonly both: (a: string, b: string, day: string, count: number, outlets: number) => string;
  readonly nothingShared: (a: string, b: string, day: string) => string;
  readonly overlap: (a: string, b: string) => string;
  readonly overlapCounts: (a: string, mine: string, b: string, theirs: string) => string;
}

const EN: OverallWords = {
  standing: {
    certain: "controls",
    possible: "may control",
    jointly: "with others only",
    stake: "stake only",
    exposure: "only through companies it does not control",
    nothing: "nothing",
  },
  overTime: (p, d, n, ever) =>
    `How many entities ${p} controlled${ever ? " by itself" : ""}, and when: ${n} on ${d}`,
  outletsOverTime: (p, d, n, ever) =>
    `How many outlets ${p} controlled${ever ? " by itself" : ""}, and when: ${n} on ${d}`,
  overTimeCaption: (d, looked, moments) =>
    `Each step is a day on which a count changes; the line marks ${d}.${looked < moments ? ` Of ${moments} days on which something may change, ${looked} were looked at, evenly spread: a step may come up to the distance between two of them late.` : ""}`,
  overTimeJointly:
    " “With others only”: what it controlled, or may have, only together with others; in no other line.",
  lines: {
    ...{ certain: "controlled", possible: "possibly controlled" },
    ...{ jointly: "with others only", stake: "stake only" },
  },
  outletLines: {
    ...{ certain: "outlets controlled", possible: "possibly" },
    ...{ jointly: "with others only", stake: "stake only" },
  },
  countHow: "entities counted once each, as the record stands on that day",
  both: (a, b, d, n, outlets) =>
    `As of ${d}, ${a} and ${b} both reach ${n} ${n === 1 ? "entity" : "entities"}${outlets === 0 ? "" : `, ${outlets} of them ${outlets === 1 ? "an outlet" : "outlets"}`}.`,
  nothingShared: (a, b, d) => `As of ${d}, nothing on record is reached by both ${a} and ${b}.`,
  overlap: (a, b) => `What both ${a} and ${b} reach`,
  overlapCounts: (a, mine, b, theirs) => `${a}: ${mine}; ${b}: ${theirs}`,
};

const ZH: OverallWords = {
  standing: {
    certain: "控制",
    possible: "可能控制",
    jointly: "仅与他方共同控制",
    stake: "仅持有权益",
    exposure: "仅经由其不控制的公司",
    nothing: "无",
  },
  overTime: (p, d, n, ever) => `${p}何时${ever ? "单独" : ""}控制多少实体：${d}为 ${n} 个`,
  outletsOverTime: (p, d, n, ever) => `${p}何时${ever ? "单独" : ""}控制多少家媒体：${d}为 ${n} 家`,
  overTimeCaption: (d, looked, moments) =>
    `每一级为数目变化之日，竖线为${d}。${looked < moments ? `可能有变化的 ${moments} 天中均匀选取了 ${looked} 天，各级最多可能推迟相邻两天的间隔。` : ""}`,
  overTimeJointly: "“仅与他方共同”：仅与他方共同控制、或有可能共同控制的，不计入其他各线。",
  lines: { certain: "控制", possible: "可能控制", jointly: "仅与他方共同", stake: "仅持有权益" },
  outletLines: { certain: "控制的媒体", possible: "可能控制", jointly: "仅与他方共同", stake: "仅持有权益" },
  countHow: "按当日记录，每个实体计一次",
  both: (a, b, d, n, outlets) =>
    `截至${d}，${a}与${b}共同触及 ${n} 个实体${outlets === 0 ? "" : `，其中媒体 ${outlets} 家`}。`,
  nothingShared: (a, b, d) => `截至${d}，记录中没有${a}与${b}共同触及的实体。`,
  overlap: (a, b) => `${a}与${b}共同触及的实体`,
  overlapCounts: (a, mine, b, theirs) => `${a}：${mine}；${b}：${theirs}`,
};

export const overallWords = (lang: Lang): OverallWords => (lang === "zh" ? ZH : EN);
