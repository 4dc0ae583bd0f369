import type { Evidence } from "../state/why.svelte.ts";
import { why } from "../state/why.svelte.ts";

/** Opens the panel that shows what something rests on. */
export function openWhy(
  evidence: Evidence,
  title: string,
  because: readonly string[],
  how = "",
  marks: readonly string[] = [],
): void {
  why.asked = { title, how, marks, because, evidence };
}
