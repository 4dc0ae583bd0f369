import { stageBods } from "./bods/stage.ts";
import type { Format } from "./format.ts";

/** Beneficial ownership statements (BODS 0.4), an array or one a line. What is kept of them: `entity-columns.ts`, `interest-columns.ts`. */
export const bods: Format = {
  id: "bods",
  title: "BODS 0.4: ownership statements in JSON, or JSON lines",
  reader: "bods-0.4 1",
  recognises: (path, files) => files === null && /\.(json|jsonl|ndjson)$/i.test(path),
  files: (path) => [path],
  stage: stageBods,
};
