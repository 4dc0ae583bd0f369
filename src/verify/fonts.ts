import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { FontFace } from "../dossier/style.ts";

const FACES = [
  ["Source Serif 4", "source-serif-4", 400, "normal"],
  ["Source Serif 4", "source-serif-4", 600, "normal"],
  ["Inter", "inter", 400, "normal"],
  ["Inter", "inter", 600, "normal"],
] as const;

/** The fonts of a dossier: the Latin part of each, as base64. */
export function fonts(): readonly FontFace[] {
  const require = createRequire(import.meta.url);
  return FACES.map(([family, name, weight, style]) => {
    const file = require.resolve(`@fontsource/${name}/files/${name}-latin-${weight}-${style}.woff2`);
    return { family, weight, style, woff2: readFileSync(file).toString("base64") };
  });
}
