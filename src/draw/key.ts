import type { Lang } from "../ask/answer.ts";
import type { Block, Mark } from "../ask/block.ts";
import { figuresOf } from "../ask/figures-of.ts";
import { markText } from "./figure.ts";
import { drawWords } from "./words.ts";

/** A mark that stands beside figures, and what it says of any of them. */
export interface Signed {
  readonly mark: Mark;
  readonly sign: string;
  readonly says: string;
}

const ORDER: readonly Mark["kind"][] = ["disputed", "reading", "conflict", "old"];

/** The marks used in blocks, a line each: not everybody can hover over one, and paper has nothing to open. */
export function marksIn(blocks: readonly Block[], lang: Lang): Signed[] {
  const used = blocks.flatMap(figuresOf).flatMap(({ figure }) => figure.marks ?? []);
  return ORDER.flatMap((kind) => {
    const mark = used.find((one) => one.kind === kind);
    if (mark === undefined) return [];
    const { sign, says } = markText(mark, lang);
    return [{ mark, sign, says: mark.kind === "old" ? drawWords(lang).anyOld : says }];
  });
}
