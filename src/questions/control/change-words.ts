import type { Lang } from "../../ask/answer.ts";

interface Moved {
  readonly head: (subject: string, from: string, to: string) => string;
  readonly gained: (parties: string, count: number) => string;
  readonly gainedMaybe: (parties: string, count: number) => string;
  readonly lost: (parties: string, count: number) => string;
  readonly lostMaybe: (parties: string, count: number) => string;
}

/** The sentence of a change. */
export interface HeadlineWords extends Moved {
  readonly same: (subject: string, from: string, to: string) => string;
  /** The same is on record, and it does not say who controls it. */
  readonly sameUnknown: (subject: string, from: string, to: string) => string;
  /** Where the day is the same and only what was known of it is not: nothing need have happened. */
  readonly learned: Moved;
  readonly onTop: (parties: string) => string;
  readonly below: (parties: string) => string;
  readonly surer: (parties: string, count: number) => string;
  readonly lessSure: (parties: string, count: number) => string;
  readonly verdict: (then: string, now: string) => string;
  readonly verdicts: Readonly<Record<"controlled" | "no controller on record" | "not known", string>>;
}

interface ControlChangeWords extends HeadlineWords {
  readonly title: (subject: string) => string;
  readonly votesTitle: (subject: string) => string;
  readonly caption: (from: string, to: string) => string;
  readonly party: string;
  readonly before: string;
  readonly after: string;
  readonly votesThen: string;
  readonly votesNow: string;
  readonly certain: string;
  readonly possible: string;
  readonly none: string;
  readonly half: string;
  readonly votesHow: string;
}

const EN: ControlChangeWords = {
  same: (s, from, to) => `Who controls ${s} is the same on ${from} and on ${to}.`,
  sameUnknown: (s, from, to) =>
    `Who controls ${s} is not known on ${from} nor on ${to}; who may is the same on both.`,
  head: (s, from, to) => `Control of ${s} changed between ${from} and ${to}.`,
  gained: (p) => ` ${p} gained control.`,
  gainedMaybe: (p) => ` ${p} may control it and could not before.`,
  lost: (p) => ` ${p} lost control.`,
  lostMaybe: (p) => ` ${p} might have controlled it and no longer can.`,
  learned: {
    head: (s, from, to) =>
      `What the record says of who controls ${s} is not the same for ${from} and for ${to}.`,
    gained: (p, n) => ` It now says that ${p} ${n === 1 ? "controls" : "control"} it.`,
    gainedMaybe: (p) => ` By what is on record now ${p} may control it; by what was then, not.`,
    lost: (p, n) => ` It no longer says that ${p} ${n === 1 ? "controls" : "control"} it.`,
    lostMaybe: (p) => ` By what was on record then ${p} might control it; by what is now, not.`,
  },
  onTop: (p) => ` Above ${p} there was another controller then and is none now.`,
  below: (p) => ` Above ${p} there is another controller now and was none then.`,
  surer: (p, n) =>
    ` That ${p} ${n === 1 ? "controls" : "control"} it was possible and now follows from the record.`,
  lessSure: (p, n) =>
    ` That ${p} ${n === 1 ? "controls" : "control"} it followed from the record and is now only possible.`,
  verdict: (then, now) => ` The verdict went from “${then}” to “${now}”.`,
  verdicts: {
    controlled: "controlled",
    "no controller on record": "no controller on record",
    "not known": "not known",
  },
  title: (s) => `Then and now: who controls ${s}`,
  votesTitle: (s) => `Then and now: votes in ${s}`,
  caption: (from, to) => `Then: ${from}. Now: ${to}.`,
  party: "Party",
  before: "Then",
  after: "Now",
  votesThen: "Votes then",
  votesNow: "Votes now",
  certain: "controls it",
  possible: "may control it",
  none: "–",
  half: "half of the votes",
  votesHow: "direct votes of the party and of everything it controls",
};

const ZH: ControlChangeWords = {
  same: (s, from, to) => `${from}与${to}，${s}由谁控制没有变化。`,
  sameUnknown: (s, from, to) => `${from}与${to}，${s}由谁控制均不详；有可能的各方没有变化。`,
  head: (s, from, to) => `${from}至${to}，${s}的控制情况发生了变化。`,
  gained: (p) => `${p}取得控制权。`,
  gainedMaybe: (p) => `${p}先前不可能控制它，现在有可能。`,
  lost: (p) => `${p}失去控制权。`,
  lostMaybe: (p) => `${p}先前有可能控制它，现在已不可能。`,
  learned: {
    head: (s, from, to) => `关于${s}由谁控制，${from}与${to}的记录说法不同。`,
    gained: (p) => `现有记录表明${p}控制它。`,
    gainedMaybe: (p) => `按现有记录，${p}有可能控制它；按先前的记录则不可能。`,
    lost: (p) => `现有记录不再表明${p}控制它。`,
    lostMaybe: (p) => `按先前的记录，${p}有可能控制它；按现有记录则不可能。`,
  },
  onTop: (p) => `${p}之上先前另有控制方，现在没有。`,
  below: (p) => `${p}之上先前没有其他控制方，现在有。`,
  surer: (p) => `${p}控制它，先前只是可能，现在据记录可以确定。`,
  lessSure: (p) => `${p}控制它，先前据记录可以确定，现在只是可能。`,
  verdict: (then, now) => `结论由“${then}”变为“${now}”。`,
  verdicts: { controlled: "受控制", "no controller on record": "记录中没有控制人", "not known": "不详" },
  title: (s) => `前后对照：谁控制${s}`,
  votesTitle: (s) => `前后对照：${s}的表决权`,
  caption: (from, to) => `先前：${from}。后来：${to}。`,
  party: "控制方",
  before: "先前",
  after: "后来",
  votesThen: "先前表决权",
  votesNow: "后来表决权",
  certain: "控制",
  possible: "可能控制",
  none: "–",
  half: "表决权的一半",
  votesHow: "该方及其所控制各方的直接表决权",
};

export const controlChangeWords = (lang: Lang): ControlChangeWords => (lang === "zh" ? ZH : EN);
