import type { Gap } from "../../ask/answer.ts";
import type { Block, Sentence } from "../../ask/block.ts";
import type { ControlFinding } from "./finding.ts";
import type { Speech } from "./speech.ts";

/** What nobody has votes in, if that is what is asked about and no holder is on record all the same. */
export function notHeld(kind: string | undefined, finding: ControlFinding): "person" | "state" | null {
  const bare = [finding.controllers, finding.holdings, finding.history, finding.declared].every(
    (list) => list.length === 0,
  );
  return bare && (kind === "person" || kind === "state") ? kind : null;
}

/** Why there is no controller to find: nothing that a record could tell. */
export const nobodyHolds = (subject: string): Gap => ({
  code: "not-held",
  what: "a controller",
  why: "nobody has votes in a person or a state",
  about: [subject],
  because: [],
});

/** The answer about a person or a state: that it is one, and which question is about what it controls. */
export function notHeldBlocks({ words, name }: Speech, subject: string, kind: "person" | "state"): Block[] {
  const [before, question, after] = words.askReach(name(subject));
  const pointer: Sentence = [before, { text: question, entity: subject, asks: "reach" }, after];
  return [
    { kind: "headline", text: [words.notHeld[kind](name(subject))], because: [] },
    { kind: "prose", role: "unknown", title: "", list: false, sentences: [pointer] },
  ];
}
