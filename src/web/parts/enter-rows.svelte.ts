import { Failed, post, type Trouble } from "../api.ts";
import { address } from "../state/address.svelte.ts";
import { words } from "../state/lang.svelte.ts";
import { say } from "../state/say.svelte.ts";

interface Row {
  readonly kind: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** What was entered on this page, and what was wrong with the last try. */
class Entering {
  /** Raised with every entry: what is shown is then fetched anew. */
  version = $state(0);
  trouble = $state.raw<Trouble | null>(null);
  busy = $state(false);
}
export const entering = new Entering();

/** Enters rows under the name in the address; true where they came in. */
export async function enterRows(rows: readonly Row[]): Promise<boolean> {
  const by = address.params.get("by")?.trim() ?? "";
  if (by === "") {
    entering.trouble = { code: "bad-input", message: words().check.byMissing, hint: "", choices: [] };
    document.getElementById("by")?.focus();
    return false;
  }
  entering.busy = true;
  try {
    const { ids } = await post<{ ids: string[] }>("/api/enter", { by, rows });
    entering.trouble = null;
    entering.version += 1;
    say(words().check.saved(ids.join(", ")));
    return true;
  } catch (fault) {
    entering.trouble =
      fault instanceof Failed
        ? fault.trouble
        : { code: "internal", message: String(fault), hint: "", choices: [] };
    return false;
  } finally {
    entering.busy = false;
  }
}
