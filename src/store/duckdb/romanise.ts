import anyAscii from "any-ascii";
import { pinyin } from "pinyin-pro";
import { fold } from "../../model/names.ts";

const HAN = /\p{Script=Han}+/gu;

/** A name as it is typed on a Latin keyboard, letters and digits only: 南華早報 → nanhuazaobao, Газпром → gazprom. */
export function romanised(name: string): string {
  const spelled = fold(name).replace(HAN, (run) => pinyin(run, { toneType: "none", type: "array" }).join(""));
  return anyAscii(spelled)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
