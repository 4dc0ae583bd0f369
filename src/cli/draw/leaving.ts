import type { Lang } from "../../ask/answer.ts";
import type { Leaving } from "../../verify/leaving.ts";
import { clean } from "./width.ts";

const WORDS = {
  en: {
    head: (name: string, subject: string) =>
      `With a dossier on ${subject} this leaves the machine, under the name “${name}”:`,
    statements: (all: number, shown: number) =>
      `${all} statements: ${shown} are shown, ${all - shown} only bear on the answers:`,
    persons: (n: number, all: number) => `${n} persons by name, among ${all} entities:`,
    sources: (n: number) => `${n} sources:`,
    not: "Not in it: your notes, the log, file names and paths, and every other statement of the case.",
    only: "not shown",
  },
  zh: {
    head: (name: string, subject: string) => `关于 ${subject} 的卷宗将以“${name}”之名带出以下内容：`,
    statements: (all: number, shown: number) =>
      `陈述 ${all} 条：显示 ${shown} 条，另 ${all - shown} 条仅用于计算：`,
    persons: (n: number, all: number) => `具名个人 ${n} 名（实体共 ${all} 个）：`,
    sources: (n: number) => `来源 ${n} 个：`,
    not: "不含：您的笔记、日志、文件名与路径，以及案卷的其他陈述。",
    only: "不显示",
  },
} as const;

/** What leaves the machine with a dossier, item by item. */
export function leavingSays(leaving: Leaving, lang: Lang): string {
  const w = WORDS[lang];
  const { statements, persons, sources, entities, subject, title, caseName } = leaving;
  const shown = statements.filter((one) => one.shown).length;
  const lines = [
    w.head(clean(caseName), title === subject ? clean(subject) : `${clean(title)} (${clean(subject)})`),
    w.statements(statements.length, shown),
    ...statements.map((one) => `  ${one.kind} ${clean(one.id)}${one.shown ? "" : ` (${w.only})`}`),
    w.persons(persons.length, entities),
    ...persons.map(({ id, name }) => `  ${clean(name)} (${clean(id)})`),
    w.sources(sources.length),
    ...sources.map(
      ({ id, title, publisher }) =>
        `  ${clean([publisher, title].filter(Boolean).join(", "))} (${clean(id)})`,
    ),
    w.not,
  ];
  return `${lines.join("\n")}\n`;
}
