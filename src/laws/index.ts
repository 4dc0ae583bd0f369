import type { Law } from "./law.ts";
import { majority } from "./majority.ts";

/** Every rule pack this version ships. */
export const LAWS: readonly Law[] = [majority];
