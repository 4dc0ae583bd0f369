import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Family, FontSource, Weight } from "../dossier/pdf/fonts/font-file.ts";

const require = createRequire(import.meta.url);

/** A family as its package holds it: a file for each part of Unicode, and a list of what each part is. */
interface Package {
  readonly family: Family;
  readonly name: string;
  readonly listed: () => string;
  /** One file for all weights. */
  readonly variable: boolean;
}

/** In order of preference: Latin, Greek and Cyrillic, then Han, simplified and traditional. */
const PACKAGES: readonly Package[] = [
  {
    family: "serif",
    name: "source-serif-4",
    listed: () => require.resolve("@fontsource/source-serif-4/unicode.json"),
    variable: false,
  },
  {
    family: "sans",
    name: "inter",
    listed: () => require.resolve("@fontsource/inter/unicode.json"),
    variable: false,
  },
  {
    family: "serif",
    name: "noto-serif-sc",
    listed: () => require.resolve("@fontsource-variable/noto-serif-sc/unicode.json"),
    variable: true,
  },
  {
    family: "sans",
    name: "noto-sans-sc",
    listed: () => require.resolve("@fontsource-variable/noto-sans-sc/unicode.json"),
    variable: true,
  },
];

/** The fonts of a PDF, each file opened when a character of it is needed. */
export const pdfFonts = (): readonly FontSource[] =>
  ([400, 600] as const).flatMap((weight) => PACKAGES.flatMap((one) => sourcesOf(one, weight)));

function sourcesOf({ family, name, listed, variable }: Package, weight: Weight): FontSource[] {
  const list = listed();
  const parts = Object.entries(JSON.parse(readFileSync(list, "utf8")) as Record<string, string>);
  return parts.sort(latinFirst).map(([part, ranges]) => {
    const style = variable ? "wght" : weight;
    const file = `${name}-${part.replace(/[[\]]/g, "")}-${style}-normal.woff2`;
    const bytes = () => readFileSync(join(dirname(list), "files", file));
    return { family, weight, covers: readRanges(ranges), variable, bytes };
  });
}

const latinFirst = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  Number(b === "latin") - Number(a === "latin");

/** Ranges as CSS has them: `U+0000-00FF,U+0131`. */
const readRanges = (written: string): FontSource["covers"] =>
  written.split(",").map((range) => {
    const [from = "0", to = from] = range.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
