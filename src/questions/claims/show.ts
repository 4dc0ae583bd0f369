import type { Block, ClaimStanding, Sentence } from "../../ask/block.ts";
import type { View } from "../../ask/question.ts";
import { boardOf } from "./board.ts";
import type { ClaimsOverall } from "./explanations/overall.ts";
import { explanationBlocks } from "./explanations/show.ts";
import { type ClaimFinding, STANDINGS } from "./finding.ts";
import type { ClaimsInput } from "./run.ts";
import { type ClaimsWords, claimsWords } from "./words.ts";

export type ClaimsView = View<ClaimsInput, ClaimFinding, ClaimsOverall>;

/** How many claims stand how, the claims one by one, and the explanations against the evidence. */
export function showClaims(view: ClaimsView): readonly Block[] {
  const words = claimsWords(view.lang);
  const sets = view.overall?.sets ?? [];
  const because = [...new Set(view.findings.map((one) => one.claim))].sort();
  return [
    { kind: "headline", text: [headline(view, words)], because },
    ...boardOf(view, words),
    ...sets.flatMap((set) => explanationBlocks(set, view.lang)),
    ...unknown(view, words),
    { kind: "prose", role: "note", title: words.method, list: false, sentences: [[words.methodText]] },
  ];
}

function headline({ findings, overall, input }: ClaimsView, words: ClaimsWords): string {
  const title = overall?.title ?? input.text;
  const [first] = findings;
  if (!first) return words.noClaims(title);
  if (input.claim !== undefined) return words.one(first.claim, first.standing);
  const count = (standing: ClaimStanding) => findings.filter((one) => one.standing === standing).length;
  const parts = STANDINGS.filter((one) => count(one) > 0).map((one) => words.part(count(one), one));
  return words.headline(findings.length, title, parts);
}

function unknown({ gaps }: ClaimsView, words: ClaimsWords): Block[] {
  if (gaps.length === 0) return [];
  const sentences = gaps.map((gap): Sentence => {
    const text =
      gap.code === "statement-gone" ? words.gone(gap.what) : words.notRecomputed(gap.what, gap.why);
    return [{ text, because: gap.because }];
  });
  return [{ kind: "prose", role: "unknown", title: words.unknown, list: true, sentences }];
}
