import type { Lang } from "../ask/answer.ts";
import { formatDate } from "../ask/say/date.ts";

/** What an import did that its counts do not tell, as the store found it. */
export interface ImportNotes {
  readonly undescribed: number;
  readonly shown: readonly {
    readonly id: string;
    readonly statements: number;
    readonly near: readonly string[];
  }[];
  readonly sourceless: number;
  readonly before: { readonly n: number; readonly undone: string } | null;
}

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

/** The notes of an import as lines; those about single ids are indented by their caller. */
export function importSays(
  notes: ImportNotes,
  lang: Lang,
): { readonly lines: readonly string[]; readonly ids: readonly string[] } {
  const zh = lang === "zh";
  const { undescribed, shown, sourceless, before } = notes;
  const lines: string[] = [];
  if (before) {
    const day = formatDate(before.undone.slice(0, 10), lang);
    lines.push(
      zh
        ? `同样的内容此前曾导入（第 ${before.n} 次）并于${day}撤回；现在重新计入`
        : `the same bytes came in before (import ${before.n}) and were taken back on ${day}: they count again`,
    );
  }
  if (sourceless > 0)
    lines.push(
      zh
        ? `${sourceless} 条陈述没有注明来源，以本次导入的文件为来源`
        : `${many(sourceless, "statement names", "statements name")} no source and ${sourceless === 1 ? "rests" : "rest"} on the import itself`,
    );
  if (undescribed > 0)
    lines.push(
      zh
        ? `${undescribed} 个标识没有对应的主体，只作占位${undescribed > shown.length ? `（列出前 ${shown.length} 个）` : ""}：`
        : `${many(undescribed, "id is", "ids are")} described nowhere and ${undescribed === 1 ? "stands as a placeholder" : "stand as placeholders"}${undescribed > shown.length ? ` (the first ${shown.length})` : ""}:`,
    );
  const ids = shown.map(({ id, statements, near }) => {
    const meant =
      near.length === 0 ? "" : zh ? `；是否指 ${near.join("、")}？` : `; is ${near.join(" or ")} meant?`;
    return zh
      ? `“${id}”，${statements} 条陈述提到${meant}`
      : `"${id}" in ${many(statements, "statement", "statements")}${meant}`;
  });
  return { lines, ids };
}

/** How what was set aside is written, once a kind: the row says what is wrong with it, not what to write. */
export function remediesFor(rejects: readonly { readonly code: string }[], lang: Lang): string[] {
  return Object.entries(REMEDIES)
    .filter(([code]) => rejects.some((one) => one.code === code))
    .map(([, remedy]) => remedy[lang]);
}

const REMEDIES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  "bad-share": {
    en: "A share is a percentage with a decimal point: 34.4, 25-50, >25-50, 50-<75, >4.3, <0.5, about 30; empty where no figure is known.",
    zh: "比例写作百分数，小数点用“.”：34.4、25-50、>25-50、50-<75、>4.3、<0.5、about 30；不知道数字时留空。",
  },
  "bad-date": {
    en: "A date is written year first: 2018, 2018-06, 2018-06-30, [2023-01-07..2023-12-30] (one day in that span), ..2015-12 (at latest).",
    zh: "日期以年在前：2018、2018-06、2018-06-30、[2023-01-07..2023-12-30]（其间某一天）、..2015-12（至迟）。",
  },
};
