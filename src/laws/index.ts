import { fileURLToPath } from "node:url";
import type { Law } from "./law.ts";
import { readLaws } from "./read.ts";

/** Every rule pack in this folder: a file more is a law more, here and wherever laws are asked for, listed or told. */
export const LAWS: readonly Law[] = readLaws(fileURLToPath(new URL(".", import.meta.url)));

/**
 * The rule `control` itself is worked out by, and the only one with a part of its own: it is asked where none is named, it
 * is answered with all there is to say about control, and `--all` and whatever else answers under it alone has a way of its
 * own. Which it is its file says.
 */
export const majority = LAWS.find((law) => law.control) as Law;
