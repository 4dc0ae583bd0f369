import type { Entity } from "../../model/entity.ts";
import { rightCalled } from "../../model/right-words.ts";
import { type Effect, RIGHTS, type RightCode } from "../../model/rights.ts";
import type { Statement } from "../../model/statement.ts";
import type { Lang } from "../answer.ts";
import type { Sentence, Span } from "../block.ts";
import { nameOf } from "./name.ts";
import { kindSays } from "./statement-words.ts";

type Entities = Readonly<Record<string, Entity>>;

/**
 * What a statement says, as one line: "SoftBank Group holds in Alibaba Group: shares, 28.8 %". A denial says first what
 * it denies: that statement is looked for in `others`.
 */
export function statementSays(
  statement: Statement,
  entities: Entities,
  lang: Lang,
  others: Readonly<Record<string, Statement>> = {},
): Sentence {
  const zh = lang === "zh";
  if (statement.status === "redacted") return [zh ? "（内容已删除）" : "(its content was removed)"];
  const named = (id: string | null): Span[] =>
    id === null || id === "" ? [] : [{ text: nameOf(entities[id], lang, id), entity: id }];
  const [subject, object] = [named(statement.subject), named(statement.object)];
  if (statement.kind !== "interest") {
    const other = statement.kind === "denial" ? others[statement.properties.of ?? ""] : undefined;
    const denied = other && other.id !== statement.id ? statementSays(other, entities, lang) : [];
    return kindSays(
      statement.kind,
      { subject, object, denied: closed(denied) },
      (name) => statement.properties[name] ?? "",
      lang,
    );
  }
  const holder: Span[] = object.length > 0 ? object : [zh ? "未具名者" : "An unnamed party"];
  return [
    ...holder,
    zh ? " 持有 " : " holds in ",
    ...subject,
    zh ? "\uff1a" : ": ",
    holding(statement, lang),
  ];
}

/** A sentence without its full stop, to stand between quotation marks. */
const closed = (sentence: Sentence): Sentence =>
  sentence.map((span, n) =>
    n === sentence.length - 1 && typeof span === "string" ? span.replace(/[.\u3002]$/, "") : span,
  );

/** Rights of which one has more or less. */
const SIZED = new Set<Effect>(["shares", "votes", "economic"]);

function holding(statement: Statement, lang: Lang): string {
  const { right = "", share = "", direct = "", class: kind = "" } = statement.properties;
  const zh = lang === "zh";
  const sized = SIZED.has(RIGHTS[(right || "shareholding") as RightCode]?.effect ?? "none");
  const size = share !== "" ? written(share, zh) : sized ? (zh ? "比例不详" : "size not stated") : "";
  const aside = direct === "indirect" ? (zh ? "间接" : "indirectly") : "";
  const conditional = statement.properties.conditional === "yes";
  const name = rightCalled(right || "shareholding", lang, { conditional, class: kind });
  return [name, size, aside, kind].filter((part) => part !== "").join(zh ? "\uff0c" : ", ");
}

/** A share as its case writes it, with its unit. */
function written(share: string, zh: boolean): string {
  const said = zh ? share.replace(/^about\s+/i, "约\u00a0") : share;
  return /%$/.test(said) ? said : `${said.replace(/^(>?[\d.]+)-(<?[\d.]+)$/, "$1–$2")}\u00a0%`;
}
