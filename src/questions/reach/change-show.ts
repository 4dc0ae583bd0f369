import type { Block, Cell } from "../../ask/block.ts";
import { causesBlocks, sayPoint } from "../../ask/say/change.ts";
import { kindCalled } from "../../ask/say/entity-kinds.ts";
import { listOf, nameOf } from "../../ask/say/name.ts";
import type { Cause, Search } from "../../ask/since.ts";
import { RIGHTS, type RightCode } from "../../model/rights.ts";
import { type Changed, type ToldAs, toldAs } from "./change-told.ts";
import { reachChangeWords } from "./change-words.ts";
import type { ReachChange } from "./overall.ts";
import { entityIn, type ReachView } from "./speech.ts";
import { namesOf, stood } from "./stood.ts";
import { reachWords } from "./words.ts";

/** Then and now: what was gained and lost, entity by entity, and the statements that made it so. */
export function changeBlocks(view: ReachView, party: string): Block[] {
  const change = view.overall?.change;
  if (!change) return [];
  const { lang } = view;
  const [words, plain] = [reachChangeWords(lang), reachWords(lang)];
  const [from, to] = [sayPoint(change.from, lang), sayPoint(change.to, lang)];
  const because = [...new Set(change.changed.flatMap((each) => each.because))].sort();
  if (change.changed.length === 0)
    return [{ kind: "headline", text: [words.unchanged(party, from, to)], because: everything(view) }];
  const rows = change.changed.map((each): Cell[] => [
    [entityIn(view, each.entity)],
    [kindCalled(each.kind, lang)],
    [stood(view, each.before, each.jointlyBefore)],
    [{ text: stood(view, each.after, each.jointlyAfter), because: each.because }],
  ]);
  const { causes, search } = causesOnce(change.changed);
  return [
    { kind: "headline", text: [words.changed(party, from, to), ...moved(view, change)], because },
    {
      kind: "table",
      title: words.title(party),
      caption: words.caption(from, to),
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

/** In this order; those that are told one by one, and how many are left. */
const SENTENCES = [
  ...(["gained", "lost", "surer", "lessSure", "gainedWith", "lostWith", "aloneBefore", "aloneNow"] as const),
  ...(["withOthers", "surerWith", "lessSureWith", "gainedMaybeWith", "lostMaybeWith"] as const),
];

function moved(view: ReachView, { changed }: ReachChange): string[] {
  const words = reachChangeWords(view.lang);
  const rest = changed.filter((each) => toldAs(each) === "others").length;
  const told = SENTENCES.flatMap((sentence) => {
    const names = changed
      .filter((each) => toldAs(each) === sentence)
      .map((each) => named(view, each, sentence));
    return names.length === 0 ? [] : [words[sentence](listOf(names, view.lang))];
  });
  return [...told, ...(rest === 0 ? [] : [words.others(rest)])];
}

/** An entity by name, with those it is controlled with where that is what is told. */
function named(view: ReachView, each: Changed, sentence: ToldAs): string {
  const name = nameOf(view.entities[each.entity], view.lang, each.entity);
  const plain =
    sentence === "gained" || sentence === "lost" || sentence === "surer" || sentence === "lessSure";
  if (plain) return name;
  const [then, now] = [each.jointlyBefore, each.jointlyAfter].map((side) => namesOf(view, side?.with ?? []));
  return sentence === "withOthers"
    ? reachChangeWords(view.lang).wasWith(name, now ?? "", then ?? "")
    : reachWords(view.lang).withOthers(name, now || (then ?? ""));
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
