import { COUNTRIES } from "./countries.ts";

/** Whether this is the code of a country, or of a part of one after it: `GB`, `GB-SCT`. */
export const isJurisdiction = (code: string): boolean =>
  /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code) && COUNTRIES.has(code.slice(0, 2));

/** Whether a jurisdiction is one of some, or a part of one: `GB-SCT` lies in `GB`. */
export const liesIn = (jurisdiction: string, some: readonly string[]): boolean =>
  some.some((one) => jurisdiction === one || jurisdiction.startsWith(`${one}-`));

/** A jurisdiction as a sentence calls it: "the United Kingdom", of a part of one with its code; a code unknown here as it is. */
export function jurisdictionCalled(jurisdiction: string, lang: "en" | "zh"): string {
  const name = COUNTRIES.get(jurisdiction.slice(0, 2))?.[lang];
  if (name === undefined) return jurisdiction;
  if (jurisdiction.length === 2) return name;
  return lang === "zh" ? `${name}（${jurisdiction}）` : `${name} (${jurisdiction})`;
}
