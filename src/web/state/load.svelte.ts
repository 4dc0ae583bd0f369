import { Failed, get, type Trouble } from "../api.ts";
import { lang } from "./lang.svelte.ts";

/** Something fetched: the last value stays while the next one is under way. */
export class Loaded<T> {
  value = $state.raw<T | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  busy = $state(false);
}

/**
 * Fetches what `path` names, again whenever it changes and after `again` is read anew; the request it replaces is
 * cancelled. Waits `pause` milliseconds first. A null path fetches nothing.
 */
export function load<T>(path: () => string | null, pause = 0): Loaded<T> {
  const loaded = new Loaded<T>();
  $effect(() => {
    const wanted = path();
    // What went wrong is told in the language of the page, whatever the path says.
    lang();
    if (wanted === null) {
      loaded.value = null;
      loaded.trouble = null;
      loaded.busy = false;
      return;
    }
    const stop = new AbortController();
    loaded.busy = true;
    const timer = setTimeout(() => fetchInto(loaded, wanted, stop.signal), pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  });
  return loaded;
}

async function fetchInto<T>(loaded: Loaded<T>, path: string, signal: AbortSignal): Promise<void> {
  try {
    const value = await get<T>(path, signal);
    if (signal.aborted) return;
    loaded.value = value;
    loaded.trouble = null;
  } catch (fault) {
    if (signal.aborted) return;
    loaded.trouble =
      fault instanceof Failed
        ? fault.trouble
        : { code: "internal", message: String(fault), hint: "", choices: [] };
  }
  loaded.busy = false;
}
