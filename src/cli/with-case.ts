import type { OpenCase } from "../store/duckdb.ts";
import type { Call } from "./call.ts";
import { forward } from "./forward.ts";
import { readServeFile } from "./serve-file.ts";

export interface CaseUse {
  readonly write?: boolean;
  /** Files and folders the engine may read where they are. */
  readonly allow?: readonly string[];
  /** Bytes the engine may use; default what `openCase` says. */
  readonly memory?: number;
}

/**
 * Works on the case of a call: the one this process serves, else through the server that holds it, else opened here.
 * Throws what `openCase` throws.
 */
export async function withCase(
  call: Call,
  use: CaseUse,
  work: (store: OpenCase) => Promise<number>,
): Promise<number> {
  const { held } = call.io;
  if (held?.path === call.case) return work(held.store);
  const serving = readServeFile(call.case);
  const done = serving === null ? null : await forward(call, serving);
  if (done !== null) return done;
  const { openCase } = await import("../store/duckdb.ts");
  const store = await openCase(call.case, {
    readOnly: !use.write,
    allow: use.allow ?? [],
    ...(use.memory === undefined ? {} : { memory: use.memory }),
  });
  const { isMarked } = await import("../store/duckdb/redact.ts");
  if (!use.write && isMarked(call.case))
    call.say(
      "A redaction of this case was cut off: what it destroyed may still lie in the file until a command next changes the case.",
    );
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
