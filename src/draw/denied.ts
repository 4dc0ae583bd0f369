import type { Lang } from "../ask/answer.ts";
import type { Sentence } from "../ask/block.ts";
import { formatDate } from "../ask/say/date.ts";
import { nameOf } from "../ask/say/name.ts";
import type { Entity } from "../model/entity.ts";
import type { Statement } from "../model/statement.ts";

/** Who denies a statement, and in which words: a sentence for each denial among some statements. */
export function denialsSay(
  { id }: Pick<Statement, "id">,
  statements: Readonly<Record<string, Statement>>,
  entities: Readonly<Record<string, Entity>>,
  lang: Lang,
): Sentence[] {
  return Object.values(statements)
    .filter(({ kind, properties }) => kind === "denial" && properties.of === id)
    .map(({ object, from, statedOn, properties }): Sentence => {
      const by = { text: nameOf(entities[object ?? ""], lang, object ?? ""), entity: object ?? "" };
      const day = formatDate(from || statedOn, lang);
      const text = properties.text ?? "";
      return lang === "zh"
        ? [by, `否认${day && `（${day}）`}`, text && `：${text}`]
        : ["Denied by ", by, day && `, ${day}`, text && `: ${text}`];
    });
}
