import type { Block } from "../../../ask/block.ts";
import { sayPoint } from "../../../ask/say/change.ts";
import { listOf } from "../../../ask/say/name.ts";
import type { ControlChange } from "../change-finding.ts";
import { MOVES, movedIn } from "../change-moved.ts";
import type { Speech } from "../speech.ts";
import { notYet } from "./change-show.ts";
import { summaryWords } from "./change-summary-words.ts";
import { lawOf } from "./show.ts";
import { lawWords } from "./words.ts";

/** One headline for all laws asked: what changed under which, those that say the same together. */
export function changeSummary(speech: Speech): Block[] {
  const { view, name } = speech;
  const { lang } = view;
  const words = summaryWords(lang);
  const changes = view.findings.flatMap(({ change, ...finding }) =>
    change === null ? [] : [{ law: lawOf({ ...finding, change })?.name[lang] ?? finding.law, change }],
  );
  const [first] = changes;
  if (first === undefined) return [];
  const groups = new Map<string, string[]>();
  for (const { law, change } of changes) {
    const what = whatChanged(speech, change);
    groups.set(what, [...(groups.get(what) ?? []), law]);
  }
  const { from, to } = first.change;
  const head = words.head(name(view.findings[0]?.subject ?? ""), sayPoint(from, lang), sayPoint(to, lang));
  const because = changes.flatMap(({ change }) => [
    ...change.because,
    ...change.from.because,
    ...change.to.because,
  ]);
  const told = [...groups].map(([what, laws]) => words.under(listOf(laws, lang), what));
  const laws = view.findings.flatMap((finding) => lawOf(finding) ?? []);
  const text = [head, ...told, ...notYet(laws, first.change, lang)];
  return [{ kind: "headline", text, because: [...new Set(because)].sort() }];
}

/** What changed under a law, without its name. */
function whatChanged({ view, name }: Speech, change: ControlChange): string {
  const words = summaryWords(view.lang);
  const parties = movedIn(change);
  const moved = MOVES.flatMap((move) =>
    parties[move].length === 0 ? [] : [words.moves[move](listOf(parties[move].map(name), view.lang))],
  );
  if (moved.length > 0) return moved.join(words.between);
  const { verdict } = change.to;
  if (verdict !== change.from.verdict) return words.verdict(lawWords(view.lang).verdicts[verdict]);
  return verdict === "not known" ? words.sameUnknown : words.same;
}
