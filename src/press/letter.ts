import type { Answer } from "../ask/answer.ts";
import { formatDate } from "../ask/say/date.ts";
import { nameOf } from "../ask/say/name.ts";
import { Problem } from "../errors.ts";
import type { ClaimFinding } from "../questions/claims/finding.ts";
import { pressWords } from "./words.ts";

export interface Letter {
  /** The id of whom it goes to. */
  readonly party: string;
  /** By which day a reply is asked for, as an ISO date; empty for none. */
  readonly until: string;
  /** The title of the text. */
  readonly title: string;
}

/**
 * A letter that asks a party for its reply to what a text says of it, as plain text: each claim in its words, and what
 * the party is on record with. It names no sources: what is put to somebody is what is said, not by whom. Throws
 * `bad-input` where the text says nothing of the party.
 */
export function letterOf(
  { findings, entities, statements, lang }: Answer,
  { party, until, title }: Letter,
): string {
  const w = pressWords(lang).letter;
  const name = nameOf(entities[party], lang, party);
  const about = (findings as readonly ClaimFinding[]).filter(
    ({ about: parties, kind }) => parties.includes(party) && kind !== "opinion",
  );
  if (about.length === 0) {
    const parties = [...new Set((findings as readonly ClaimFinding[]).flatMap((one) => one.about))].sort();
    throw new Problem("bad-input", `nothing in “${title}” is about ${name}`, "It is about:", parties);
  }
  const items = about.map(({ place, text, denials }, n) => {
    const own = denials.filter(({ by }) => by === party);
    const said = own.map(({ text: words, because }) => {
      const denial = because.map((id) => statements[id]).find((one) => one?.kind === "denial");
      return w.denied(formatDate(denial?.from || denial?.statedOn || "", lang), oneLine(words));
    });
    return [w.item(n + 1, oneLine(place), oneLine(text)), ...new Set(said)].join("\n");
  });
  const parts = [
    w.greeting(oneLine(name)),
    w.opening(oneLine(title)),
    ...items,
    w.ask(formatDate(until, lang)),
    w.end,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What the record says stands on a line of its own, and cannot look like another one of the letter. */
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
