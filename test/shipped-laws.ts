import { LAWS } from "../src/laws/index.ts";
import type { Law } from "../src/laws/law.ts";

/** A law of src/laws by its id. */
function shipped(id: string): Law {
  const law = LAWS.find((one) => one.id === id);
  if (!law) throw new Error(`there is no law ${id}`);
  return law;
}

export const ukPsc = shipped("uk-psc");
export const euAmlr = shipped("eu-amlr");
export const usOfac50 = shipped("us-ofac-50");
