import type { Lang } from "../../ask/answer.ts";
import type { WebWords } from "../words.ts";
import { EN } from "../words-en.ts";
import { ZH } from "../words-zh.ts";
import { address } from "./address.svelte.ts";

const browser: Lang = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";

/** The language of the address, else the browser's. */
export function lang(): Lang {
  const asked = address.params.get("lang");
  return asked === "zh" || asked === "en" ? asked : browser;
}

/** The words of the interface. */
export const words = (): WebWords => (lang() === "zh" ? ZH : EN);
