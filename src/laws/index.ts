import { euAmlr } from "./eu-amlr.ts";
import type { Law } from "./law.ts";
import { majority } from "./majority.ts";
import { ukPsc } from "./uk-psc.ts";
import { usOfac50 } from "./us-ofac-50.ts";

/** Every rule pack this version ships. */
export const LAWS: readonly Law[] = [majority, ukPsc, euAmlr, usOfac50];
