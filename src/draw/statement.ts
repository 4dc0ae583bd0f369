import type { Lang } from "../ask/answer.ts";
import { formatDate } from "../ask/say/date.ts";
import { jurisdictionCalled } from "../model/jurisdictions.ts";
import type { Source } from "../model/source.ts";
import type { Statement } from "../model/statement.ts";

export { claimKinds } from "../ask/say/claim-kinds.ts";
export { formatDate } from "../ask/say/date.ts";
export { entityKinds } from "../ask/say/entity-kinds.ts";
export { nameOf } from "../ask/say/name.ts";
export { RATING_WORDS } from "../ask/say/rating-words.ts";
export { statementSays } from "../ask/say/statement.ts";

/** A jurisdiction by the name of its country, standing alone, and its code. */
export function jurisdictionNamed(code: string, lang: Lang): string {
  const name = jurisdictionCalled(code, lang).replace(/^the /, "");
  if (name.includes(code)) return name;
  return lang === "zh" ? `${name}（${code}）` : `${name} (${code})`;
}

/** When a statement holds, in words. */
export function statementDates(statement: Statement, lang: Lang): string {
  const stated = formatDate(statement.statedOn, lang);
  const from = formatDate(statement.from, lang);
  const to = formatDate(statement.to, lang);
  const zh = lang === "zh";
  const held =
    statement.basis === "observation" && from !== ""
      ? zh
        ? `${from}的记录`
        : `as of ${from}`
      : from !== "" && to !== ""
        ? zh
          ? `自${from}至${to}`
          : `from ${from} until ${to}`
        : from !== ""
          ? zh
            ? `自${from}起`
            : `from ${from}`
          : to !== ""
            ? zh
              ? `至${to}止`
              : `until ${to}`
            : "";
  const said = stated === "" ? "" : zh ? `${stated}陈述` : `stated ${stated}`;
  return [held, said].filter((part) => part !== "").join(zh ? "；" : "; ");
}

/** A source as a reader cites it: publisher, title, date, place in it, address. */
export function citation(source: Source, locator: string, lang: Lang): string {
  const zh = lang === "zh";
  const title = zh ? `《${source.title}》` : `“${source.title}”`;
  const parts = [
    source.publisher,
    title,
    formatDate(source.published, lang),
    locator,
    source.url,
    source.retrieved === "" ? "" : `${zh ? "取用于" : "retrieved"} ${formatDate(source.retrieved, lang)}`,
  ];
  return `${parts.filter((part) => part !== "").join(zh ? "，" : ", ")}${zh ? "。" : "."}`;
}

/** An address a page may link to: http or https only. */
export function safeUrl(url: string): string | undefined {
  return /^https?:\/\/[^\s]+$/i.test(url) ? url : undefined;
}
