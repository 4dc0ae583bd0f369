import { Problem } from "../errors.ts";
import { fold } from "../model/names.ts";
import type { Reader, TextOfClaims } from "../store/port.ts";
import type { Words } from "./question.ts";

const SHOWN = 8;

/**
 * The id of the one text meant by an id or a title: an id, else a whole title, else a part of one. Throws
 * `unknown-source` with the texts there are.
 */
export async function resolveText(store: Pick<Reader, "texts">, asked: string): Promise<string> {
  const texts = await store.texts();
  const wanted = fold(asked);
  const steps: ((text: TextOfClaims) => boolean)[] = [
    (text) => text.id === asked.trim(),
    (text) => fold(text.title) === wanted,
    (text) => wanted !== "" && fold(text.title).includes(wanted),
  ];
  for (const step of steps) {
    const found = texts.filter(step);
    if (found.length === 1) return found[0]?.id ?? "";
    if (found.length > 1) throw unknown(asked, found, { en: "fits several texts", zh: "符合多个文本" });
  }
  throw unknown(asked, texts, {
    en: "is no text whose claims are in this case",
    zh: "不是本案卷收有其说法的文本",
  });
}

function unknown(asked: string, texts: readonly TextOfClaims[], why: Words): Problem {
  const none = texts.length === 0;
  const hint = none ? "Enter or import claims first." : "Give the id or the title of its source.";
  const choices = texts.slice(0, SHOWN).map((text) => `${text.id} (${text.title})`);
  return new Problem("unknown-source", `"${asked}" ${why.en}`, hint, choices, [
    `“${asked}”${why.zh}。`,
    none ? "请先录入或导入说法。" : "请给出其来源的编号或标题。",
  ]);
}
