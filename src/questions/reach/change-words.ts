import type { Lang } from "../../ask/answer.ts";

/** The sentences of a change in what a party reaches. */
interface ReachChangeWords {
  readonly changed: (party: string, from: string, to: string) => string;
  readonly unchanged: (party: string, from: string, to: string) => string;
  readonly gained: (names: string) => string;
  readonly lost: (names: string) => string;
  readonly surer: (names: string) => string;
  readonly lessSure: (names: string) => string;
  /** What it controls together with others only, then or now: each entity with these others. */
  readonly gainedWith: (list: string) => string;
  readonly lostWith: (list: string) => string;
  readonly surerWith: (list: string) => string;
  readonly lessSureWith: (list: string) => string;
  readonly gainedMaybeWith: (list: string) => string;
  readonly lostMaybeWith: (list: string) => string;
  readonly aloneBefore: (list: string) => string;
  readonly aloneNow: (list: string) => string;
  readonly withOthers: (list: string) => string;
  readonly wasWith: (entity: string, now: string, then: string) => string;
  readonly others: (count: number) => string;
  /** How it stands to what it controls, or may, with others only; and where it may alone, too. */
  readonly jointly: Readonly<Record<"certain" | "possible", (others: string) => string>>;
  readonly besides: (alone: string, others: string) => string;
  readonly title: (party: string) => string;
  readonly caption: (from: string, to: string) => string;
  readonly before: string;
  readonly after: string;
}

const EN: ReachChangeWords = {
  changed: (p, from, to) => `The reach of ${p} changed between ${from} and ${to}.`,
  unchanged: (p, from, to) => `What ${p} controls and holds stakes in is the same on ${from} and on ${to}.`,
  gained: (n) => ` It gained control of ${n}.`,
  lost: (n) => ` It lost control of ${n}.`,
  surer: (n) => ` Now certain and before only possible: ${n}.`,
  lessSure: (n) => ` Now only possible and before certain: ${n}.`,
  gainedWith: (l) => ` Together with others, it gained control of ${l}.`,
  lostWith: (l) => ` Together with others, it controlled ${l} and no longer does.`,
  surerWith: (l) => ` Control together with others, now certain and before only possible: ${l}.`,
  lessSureWith: (l) => ` Control together with others, now only possible and before certain: ${l}.`,
  gainedMaybeWith: (l) => ` Together with others, it may control ${l} and could not before.`,
  lostMaybeWith: (l) => ` Together with others, it might have controlled ${l} and no longer can.`,
  aloneBefore: (l) => ` What it controlled alone it now controls only together with others: ${l}.`,
  aloneNow: (l) => ` What it controlled only together with others it now controls alone: ${l}.`,
  withOthers: (l) => ` With other parties than before, it controls ${l}.`,
  wasWith: (e, now, then) => `${e} (with ${now}; before with ${then})`,
  others: (n) => ` In ${n} more its standing changed without control being gained or lost for certain.`,
  jointly: {
    certain: (o) => `controls with others only: ${o}`,
    possible: (o) => `may control with others only: ${o}`,
  },
  besides: (alone, o) => `${alone}; does together with ${o}`,
  title: (p) => `Then and now: how ${p} stands to what it reaches`,
  caption: (from, to) => `Then: ${from}. Now: ${to}. Only what changed is listed.`,
  before: "Then",
  after: "Now",
};

const ZH: ReachChangeWords = {
  changed: (p, from, to) => `${from}至${to}，${p}的触角发生了变化。`,
  unchanged: (p, from, to) => `${from}与${to}，${p}所控制、所持有权益的实体没有变化。`,
  gained: (n) => `取得对${n}的控制。`,
  lost: (n) => `失去对${n}的控制。`,
  surer: (n) => `先前只是可能、现在可以确定控制：${n}。`,
  lessSure: (n) => `先前可以确定、现在只是可能控制：${n}。`,
  gainedWith: (l) => `与他方共同取得对${l}的控制。`,
  lostWith: (l) => `先前与他方共同控制${l}，现在不再控制。`,
  surerWith: (l) => `与他方共同控制，先前只是可能、现在可以确定：${l}。`,
  lessSureWith: (l) => `与他方共同控制，先前可以确定、现在只是可能：${l}。`,
  gainedMaybeWith: (l) => `先前不可能与他方共同控制${l}，现在有可能。`,
  lostMaybeWith: (l) => `先前有可能与他方共同控制${l}，现在已不可能。`,
  aloneBefore: (l) => `先前单独控制、现在仅与他方共同控制：${l}。`,
  aloneNow: (l) => `先前仅与他方共同控制、现在单独控制：${l}。`,
  withOthers: (l) => `共同控制的他方与先前不同：${l}。`,
  wasWith: (e, now, then) => `${e}（与${now}；先前与${then}）`,
  others: (n) => `另有 ${n} 个实体的关系发生变化，但并非确定取得或失去控制。`,
  jointly: {
    certain: (o) => `仅与他方共同控制：${o}`,
    possible: (o) => `有可能仅与他方共同控制：${o}`,
  },
  besides: (alone, o) => `${alone}；与${o}共同则可以确定`,
  title: (p) => `前后对照：${p}与所触及实体的关系`,
  caption: (from, to) => `先前：${from}。后来：${to}。只列出有变化的。`,
  before: "先前",
  after: "后来",
};

export const reachChangeWords = (lang: Lang): ReachChangeWords => (lang === "zh" ? ZH : EN);
