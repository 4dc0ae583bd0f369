import type { Day } from "../model/date.ts";
import type { Statement } from "../model/statement.ts";
import { knownStatements, type Reader } from "../store/port.ts";
import type { Answer, Lang } from "./answer.ts";
import type { Block, Sentence } from "./block.ts";
import { formatDate } from "./say/date.ts";
import { nameOf } from "./say/name.ts";
import { statementSays } from "./say/statement.ts";

/** Of each statement that somebody denies, the denials, by id. */
type Denials = ReadonlyMap<string, readonly string[]>;

const kept = new WeakMap<object, { readonly key: string; readonly denials: Promise<Denials> }>();

/** The denials of some statements, known on a day: read once as long as the case does not change. */
export async function denialsOf(
  store: Pick<Reader, "rows" | "digest">,
  known: Day | null,
  statements: Iterable<string>,
): Promise<string[]> {
  const key = `${await store.digest()} ${known}`;
  const before = kept.get(store);
  const denials = before?.key === key ? before.denials : read(store, known);
  kept.set(store, { key, denials });
  const of = await denials;
  return [...new Set([...statements].flatMap((id) => of.get(id) ?? []))].sort();
}

async function read(store: Pick<Reader, "rows">, known: Day | null): Promise<Denials> {
  const rows = await store.rows<{ id: string; props: string }>(
    `SELECT id, props FROM ${knownStatements(known)} WHERE kind = 'denial'`,
  );
  const of = new Map<string, string[]>();
  for (const { id, props } of rows) {
    const denied = String((JSON.parse(props) as { of?: unknown }).of ?? "");
    of.set(denied, [...(of.get(denied) ?? []), id]);
  }
  return of;
}

const TITLE = { en: "Denied", zh: "否认" } as const;

/** Who denies what of the statements an answer rests on, and in which words. */
export function denialsBlock(
  { statements, entities }: Pick<Answer, "statements" | "entities">,
  lang: Lang,
): Block[] {
  const denials = Object.values(statements).filter(({ kind, properties }) => {
    return kind === "denial" && properties.of !== undefined && properties.of in statements;
  });
  if (denials.length === 0) return [];
  const sentences = denials.map((denial): Sentence => {
    const by = denial.object ?? "";
    const denied = statements[denial.properties.of ?? ""] as Statement;
    const said = statementSays(denied, entities, lang).map((span) =>
      typeof span === "string" ? span : span.text,
    );
    const day = formatDate(denial.from || denial.statedOn, lang);
    const text = denial.properties.text ?? "";
    const party = { text: nameOf(entities[by], lang, by), entity: by };
    const what = { text: said.join("").replace(/[.\u3002]$/, ""), because: [denied.id] };
    return lang === "zh"
      ? [
          party,
          "否认“",
          what,
          `”${day === "" ? "" : `（${day}）`}`,
          ...(text === "" ? [] : ["：", { text, because: [denial.id] }]),
        ]
      : [
          party,
          " denies “",
          what,
          `”${day === "" ? "" : ` (${day})`}`,
          ...(text === "" ? [] : [": ", { text, because: [denial.id] }]),
        ];
  });
  return [{ kind: "prose", role: "note", title: TITLE[lang], list: false, sentences }];
}
