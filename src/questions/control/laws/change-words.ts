import type { Lang } from "../../../ask/answer.ts";
import type { Law } from "../../../laws/law.ts";
import type { HeadlineWords } from "../change-words.ts";
import { lawWords } from "./words.ts";

const comes = (n: number): string => (n === 1 ? "comes" : "come");

const none = { onTop: () => "", below: () => "" };

/** The sentence of a change in who comes under a law. */
export function lawChangeWords(law: Law, lang: Lang): HeadlineWords {
  const [name, called] = [law.name[lang], law.party[lang]];
  return {
    ...(lang === "zh" ? zh(name, called) : en(name, called)),
    ...none,
    verdicts: lawWords(lang).verdicts,
  };
}

type Sentences = Omit<HeadlineWords, "onTop" | "below" | "verdicts">;

const en = (law: string, called: string): Sentences => ({
  same: (s, from, to) => `Under ${law}, who counts as ${called} of ${s} is the same on ${from} and on ${to}.`,
  sameUnknown: (s, from, to) =>
    `Under ${law}, who counts as ${called} of ${s} is not known on ${from} nor on ${to}; who may is the same on both.`,
  head: (s, from, to) => `Under ${law}, who counts as ${called} of ${s} changed between ${from} and ${to}.`,
  gained: (p, n) => ` ${p} ${comes(n)} under the law and did not.`,
  gainedMaybe: (p) => ` ${p} may come under it and could not before.`,
  lost: (p, n) => ` ${p} came under it and no longer ${n === 1 ? "does" : "do"}.`,
  lostMaybe: (p) => ` ${p} might have come under it and no longer can.`,
  learned: {
    head: (s, from, to) =>
      `Under ${law}, what the record says of who counts as ${called} of ${s} is not the same for ${from} and for ${to}.`,
    gained: (p, n) => ` It now says that ${p} ${comes(n)} under the law.`,
    gainedMaybe: (p) => ` By what is on record now ${p} may come under it; by what was then, not.`,
    lost: (p, n) => ` It no longer says that ${p} ${comes(n)} under it.`,
    lostMaybe: (p) => ` By what was on record then ${p} might come under it; by what is now, not.`,
  },
  surer: (p, n) => ` That ${p} ${comes(n)} under it was possible and now follows from the record.`,
  lessSure: (p, n) => ` That ${p} ${comes(n)} under it followed from the record and is now only possible.`,
  verdict: (then, now) => ` The answer went from “${then}” to “${now}”.`,
});

const zh = (law: string, called: string): Sentences => ({
  same: (s, from, to) => `按“${law}”，${from}与${to}，谁是${s}的${called}没有变化。`,
  sameUnknown: (s, from, to) =>
    `按“${law}”，${from}与${to}，谁是${s}的${called}均不详；有可能的各方没有变化。`,
  head: (s, from, to) => `按“${law}”，${from}至${to}，谁是${s}的${called}发生了变化。`,
  gained: (p) => `${p}现在为该规则所及，先前不是。`,
  gainedMaybe: (p) => `${p}先前不可能为该规则所及，现在有可能。`,
  lost: (p) => `${p}先前为该规则所及，现在不再是。`,
  lostMaybe: (p) => `${p}先前有可能为该规则所及，现在已不可能。`,
  learned: {
    head: (s, from, to) => `按“${law}”，关于谁是${s}的${called}，${from}与${to}的记录说法不同。`,
    gained: (p) => `现有记录表明${p}为该规则所及。`,
    gainedMaybe: (p) => `按现有记录，${p}有可能为该规则所及；按先前的记录则不可能。`,
    lost: (p) => `现有记录不再表明${p}为该规则所及。`,
    lostMaybe: (p) => `按先前的记录，${p}有可能为该规则所及；按现有记录则不可能。`,
  },
  surer: (p) => `${p}为该规则所及，先前只是可能，现在据记录可以确定。`,
  lessSure: (p) => `${p}为该规则所及，先前据记录可以确定，现在只是可能。`,
  verdict: (then, now) => `结论由“${then}”变为“${now}”。`,
});

interface Labels {
  readonly title: (law: string, subject: string) => string;
  readonly bars: (law: string) => string;
  readonly under: string;
  readonly may: string;
  readonly rulesThen: string;
  readonly rulesNow: string;
  readonly moreThan: (percent: string) => string;
  readonly atLeast: (percent: string) => string;
  readonly notThen: (laws: string, day: string) => string;
}

const LABELS: Readonly<Record<Lang, Labels>> = {
  en: {
    title: (law, subject) => `Then and now, under ${law}: ${subject}`,
    bars: (law) => `Then and now: what is counted under ${law}`,
    under: "comes under it",
    may: "may come under it",
    rulesThen: "By which rule then",
    rulesNow: "By which rule now",
    moreThan: (percent) => `more than ${percent} counts`,
    atLeast: (percent) => `${percent} or more counts`,
    notThen: (laws, day) => ` Read as if it had applied on ${day}, when it did not: ${laws}.`,
  },
  zh: {
    title: (law, subject) => `前后对照（${law}）：${subject}`,
    bars: (law) => `前后对照：按“${law}”所计`,
    under: "为其所及",
    may: "有可能为其所及",
    rulesThen: "先前依据",
    rulesNow: "后来依据",
    moreThan: (percent) => `超过${percent}即计入`,
    atLeast: (percent) => `达到或超过${percent}即计入`,
    notThen: (laws, day) => `${day}尚未适用（此处假设已适用）：${laws}。`,
  },
};

export const lawChangeLabels = (lang: Lang): Labels => LABELS[lang];
