import anyAscii from "any-ascii";
import { pinyin } from "pinyin-pro";
import { fold } from "../../model/names.ts";

const HAN = /\p{Script=Han}+/gu;
const KEPT = 20_000;
const spelt = new Map<string, string>();

/** A run of Chinese characters as pinyin. The same runs come again and again: 有限公司 ends most of a country's names. */
function spell(run: string): string {
  const before = spelt.get(run);
  if (before !== undefined) return before;
  const letters = pinyin(run, { toneType: "none", type: "array" }).join("");
  if (spelt.size >= KEPT) spelt.clear();
  spelt.set(run, letters);
  return letters;
}

/** A name as it is typed on a Latin keyboard, letters and digits only: 南華早報 → nanhuazaobao, Газпром → gazprom. */
export const romanised = (name: string): string => romanisedFolded(fold(name));

/** The same of a name that is folded already. */
export function romanisedFolded(folded: string): string {
  return anyAscii(folded.replace(HAN, spell))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
