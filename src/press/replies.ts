import type { LogEntry } from "../store/log.ts";

/** A step towards a reply: it was sought, or came. */
export interface ReplyStep {
  readonly what: "sought" | "received";
  /** The id of whose reply it is. */
  readonly party: string;
  /** The id of the text it is about; empty where it is about any. */
  readonly about: string;
  /** The day, as an ISO date. */
  readonly on: string;
  /** By which day an answer was asked for; empty where none was named. */
  readonly until: string;
  /** How it was asked for: "e-mail to the press office". */
  readonly how: string;
  /** What came, in the words to be printed. */
  readonly text: string;
}

/** A step on record, with the number of its line in the log. */
export interface KeptStep extends ReplyStep {
  readonly k: number;
}

/** Every step on record that was not taken back, oldest day first. */
export function repliesIn(log: readonly LogEntry[]): KeptStep[] {
  const undone = new Set(log.flatMap(({ what, detail }) => (what === "reply undone" ? [detail.line] : [])));
  return log
    .filter(({ k }) => !undone.has(k))
    .flatMap(({ k, what, detail }): KeptStep[] => {
      if (what !== "reply sought" && what !== "reply received") return [];
      const told = (name: keyof ReplyStep) => String(detail[name] ?? "");
      const words = { until: told("until"), how: told("how"), text: told("text") };
      const step = what === "reply sought" ? ("sought" as const) : ("received" as const);
      return [{ k, what: step, party: told("party"), about: told("about"), on: told("on"), ...words }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.k - b.k));
}

/** The steps that bear on a text: those about it, and those about any. */
export const repliesOn = <T extends ReplyStep>(steps: readonly T[], text: string): T[] =>
  steps.filter(({ about }) => about === "" || about === text);

/** Where a party's reply stands: not sought, awaited, overdue, or in hand. */
export type ReplyState = "not sought" | "awaited" | "overdue" | "received";

/** A reply answers what was asked by its day: one that came before the latest request does not answer that. */
export function replyState(steps: readonly ReplyStep[], party: string, today: string): ReplyState {
  const of = (what: ReplyStep["what"]) => steps.filter((step) => step.party === party && step.what === what);
  const [sought, came] = [of("sought"), of("received")];
  const asked = sought.reduce((last, { on }) => (on > last ? on : last), "");
  if (came.some(({ on }) => on >= asked)) return "received";
  if (sought.length === 0) return "not sought";
  const due = sought.filter(({ on }) => on === asked).map(({ until }) => until);
  return due.every((day) => day !== "" && day < today) ? "overdue" : "awaited";
}
