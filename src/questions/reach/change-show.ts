import type { Block, Cell } from "../../ask/block.ts";
import { causesBlocks, sayPoint } from "../../ask/say/change.ts";
import { kindCalled } from "../../ask/say/entity-kinds.ts";
import { listOf, nameOf } from "../../ask/say/name.ts";
import type { Cause, Search } from "../../ask/since.ts";
import { RIGHTS, type RightCode } from "../../model/rights.ts";
import type { ReachChange } from "./overall.ts";
import { overallWords } from "./overall-words.ts";
import { entityIn, type ReachView } from "./speech.ts";
import { reachWords } from "./words.ts";

type Changed = ReachChange["changed"][number];

/** Then and now: what was gained and lost, entity by entity, and the statements that made it so. */
export function changeBlocks(view: ReachView, party: string): Block[] {
  const change = view.overall?.change;
  if (!change) return [];
  const { lang } = view;
  const [words, plain] = [overallWords(lang), reachWords(lang)];
  const [from, to] = [sayPoint(change.from, lang), sayPoint(change.to, lang)];
  const because = [...new Set(change.changed.flatMap((each) => each.because))].sort();
  if (change.changed.length === 0)
    return [{ kind: "headline", text: [words.unchanged(party, from, to)], because: everything(view) }];
  const rows = change.changed.map((each): Cell[] => [
    [entityIn(view, each.entity)],
    [kindCalled(each.kind, lang)],
    [words.standing[each.before]],
    [{ text: words.standing[each.after], because: each.because }],
  ]);
  const { causes, search } = causesOnce(change.changed);
  return [
    { kind: "headline", text: [words.changed(party, from, to), ...moved(view, change)], because },
    {
      kind: "table",
      title: words.changeTitle(party),
      caption: words.changeCaption(from, to),
      columns: [
        { label: plain.entity },
        { label: plain.kind },
        { label: words.before },
        { label: words.after },
      ],
      rows,
    },
    ...causesBlocks(causes, search, {
      lang,
      entity: (id) => (id === null ? plain.unnamed : entityIn(view, id)),
      right: (code) => RIGHTS[code as RightCode]?.[lang] ?? code,
    }),
  ];
}

/** The evidence of an answer that nothing changed: all that is found on the later day. */
const everything = (view: ReachView) => [...new Set(view.findings.flatMap((f) => f.because))].sort();

function moved(view: ReachView, { changed }: ReachChange): string[] {
  const words = overallWords(view.lang);
  const told = (say: (names: string) => string, which: (each: Changed) => boolean) => {
    const names = changed
      .filter(which)
      .map((each) => nameOf(view.entities[each.entity], view.lang, each.entity));
    return names.length === 0 ? [] : [say(listOf(names, view.lang))];
  };
  const surer = (each: Changed) => each.after === "certain" && each.before === "possible";
  const lessSure = (each: Changed) => each.before === "certain" && each.after === "possible";
  const gained = (each: Changed) => each.after === "certain" && each.before !== "possible";
  const lost = (each: Changed) => each.before === "certain" && each.after !== "possible";
  const rest = changed.filter((each) => each.before !== "certain" && each.after !== "certain").length;
  return [
    ...told(words.gained, gained),
    ...told(words.lost, lost),
    ...told(words.surer, surer),
    ...told(words.lessSure, lessSure),
    ...(rest === 0 ? [] : [words.others(rest)]),
  ];
}

const WORST: readonly Search[] = ["smallest", "irreducible", "candidates"];

/** Every cause once, though it changed several entities: needed where it is for any; found as the least sure of them. */
function causesOnce(changed: readonly Changed[]): { causes: Cause[]; search: Search } {
  const causes = new Map<string, Cause>();
  for (const cause of changed.flatMap((each) => each.causes)) {
    const key = JSON.stringify([cause.party, cause.held, cause.right, cause.because]);
    const known = causes.get(key);
    causes.set(key, known ? { ...known, needed: known.needed || cause.needed } : cause);
  }
  const search = WORST.filter((each) => changed.some((one) => one.search === each)).at(-1) ?? "smallest";
  return { causes: [...causes.values()], search };
}
