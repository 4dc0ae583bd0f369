import type { LogEntry } from "../store/log.ts";

/** A step towards a reply: it was sought, or came. */
export interface ReplyStep {
  readonly what: "sought" | "received";
  /** The id of whose reply it is. */
  readonly party: string;
  /** The day, as an ISO date. */
  readonly on: string;
  /** By which day an answer was asked for; empty where none was named. */
  readonly until: string;
  /** How it was asked for: "e-mail to the press office". */
  readonly how: string;
  /** What came, in the words to be printed. */
  readonly text: string;
}

/** Every step on record, oldest day first. */
export const repliesIn = (log: readonly LogEntry[]): ReplyStep[] =>
  log
    .flatMap(({ what, detail }): ReplyStep[] => {
      if (what !== "reply sought" && what !== "reply received") return [];
      const told = (name: string) => String(detail[name] ?? "");
      return [
        {
          what: what === "reply sought" ? "sought" : "received",
          ...{
            party: told("party"),
            on: told("on"),
            until: told("until"),
            how: told("how"),
            text: told("text"),
          },
        },
      ];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** Where a party's reply stands: not sought, awaited, overdue, or in hand. */
export type ReplyState = "not sought" | "awaited" | "overdue" | "received";

export function replyState(steps: readonly ReplyStep[], party: string, today: string): ReplyState {
  const of = steps.filter((step) => step.party === party);
  if (of.some((step) => step.what === "received")) return "received";
  if (of.length === 0) return "not sought";
  const due = of.map((step) => step.until).filter((day) => day !== "");
  return due.length > 0 && due.every((day) => day < today) ? "overdue" : "awaited";
}
