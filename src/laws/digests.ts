import { createHash } from "node:crypto";
import type { Law } from "./law.ts";

/** Laws by id as digests of all they say: who has another one under an id has another text of that law. */
export const digestsOf = (laws: readonly Law[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    laws.map((law) => [law.id, createHash("sha256").update(JSON.stringify(law)).digest("hex")]),
  );
