import { type Cited, citedBy } from "../ask/cited.ts";
import { type Suggestion, suggestedFor } from "../networks/suggested.ts";
import type { Reader } from "../store/port.ts";

/** Statements suggested for a claim, with what is needed to show them. */
export interface SuggestionCard extends Cited {
  readonly suggestions: readonly Suggestion[];
}

export async function suggestionCard(
  store: Reader,
  claim: string,
  limit: number,
  search: string,
): Promise<SuggestionCard> {
  const suggestions = await suggestedFor(store, claim, limit, search);
  const because = suggestions.map((one) => one.statement);
  return {
    suggestions,
    ...(await citedBy(store, { because, named: suggestions.map((one) => one.entities) }, claim)),
  };
}
