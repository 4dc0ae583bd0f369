import { changesContract } from "./contract/changes.ts";
import { checksContract } from "./contract/checks.ts";
import { logContract } from "./contract/log.ts";
import { namesContract } from "./contract/names.ts";
import { notesContract } from "./contract/notes.ts";
import { readingContract } from "./contract/reading.ts";
import { redactingContract } from "./contract/redacting.ts";
import { stagingContract } from "./contract/staging.ts";
import { undoContract } from "./contract/undo.ts";
import { withdrawingContract } from "./contract/withdrawing.ts";
import type { Writer } from "./port.ts";

/** Opens an empty case. */
export type Open = () => Promise<Writer>;

/** What every engine must do; called with its name and a way to an empty case. */
export function storeContract(name: string, open: Open): void {
  readingContract(name, open);
  changesContract(name, open);
  checksContract(name, open);
  stagingContract(name, open);
  namesContract(name, open);
  undoContract(name, open);
  withdrawingContract(name, open);
  logContract(name, open);
  redactingContract(name, open);
  notesContract(name, open);
}
