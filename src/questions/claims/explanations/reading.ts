import type { Lang } from "../../../ask/answer.ts";
import type { Sentence } from "../../../ask/block.ts";
import { decimal } from "../../../ask/say/figure.ts";
import { listOf } from "../../../ask/say/name.ts";
import type { ExplanationSet } from "./overall.ts";
import { called, itemName } from "./speech.ts";
import type { ExplanationWords } from "./words.ts";

const TOLD = 3;

/** The matrix in plain words: what it says, what it hangs on, and that no probability follows. */
export function readingOf(set: ExplanationSet, words: ExplanationWords, lang: Lang): Sentence[] {
  const list = (some: readonly string[]) => listOf(some, lang);
  const { explanations, origins, agreement } = set;
  const wide = explanations.filter((one) => one.unfalsifiable);
  const least = explanations.filter((one) => one.least);
  const alike = explanations.filter((one) => one.leastUnweighted);
  const raters = list(set.raters.length === 0 ? [words.nobody] : set.raters);
  const told: string[] = [words.told(set.items.length, origins.length, explanations.length, raters)];
  if (wide.length > 0) told.push(words.wideOnes(list(wide.map(called))));
  if (least.length > 0) {
    const telling = list(least.map((one) => String(one.telling)));
    const value = decimal(least[0]?.inconsistency ?? "0");
    told.push(words.leastAgainst(list(least.map(called)), value, telling, origins.length));
    const same = alike.map((one) => one.hypothesis).join() === least.map((one) => one.hypothesis).join();
    told.push(same ? words.alikeSame : words.alike(list(alike.map((one) => one.hypothesis))));
    told.push(...hangingOn(set, words, list));
  }
  const apart = origins.filter((one) => Number(one.diagnosticity ?? 0) > 0);
  if (apart.length > 0) {
    const most = [...apart].sort((a, b) => Number(b.diagnosticity) - Number(a.diagnosticity)).slice(0, TOLD);
    told.push(words.tells(list(most.map((one) => one.items.map(itemName).join("/")))));
  }
  told.push(
    set.ranking === null
      ? set.notRanked === ""
        ? ""
        : words.notRanked[set.notRanked]
      : words.ranked(set.ranking.map((ids) => ids.join(words.equals)).join(words.next)),
    agreement.why === ""
      ? words.agreement(agreement.alpha ?? "", agreement.nominal ?? "", agreement.cells)
      : words.noAgreement[agreement.why],
    words.end,
  );
  return told.filter((sentence) => sentence !== "").map((sentence) => [sentence]);
}

function hangingOn(
  { origins }: ExplanationSet,
  words: ExplanationWords,
  list: (some: readonly string[]) => string,
): string[] {
  const hinges = origins.filter((one) => one.without).map((one) => one.items.map(itemName).join("/"));
  const cells = origins.reduce((sum, one) => sum + one.reversed.length, 0);
  return [hinges.length > 0 ? words.hangs(list(hinges)) : words.stable, words.cells(cells)];
}
