import { z } from "zod";
import { Problem } from "../errors.ts";
import { parseDay } from "../model/date.ts";
import type { Writer } from "../store/port.ts";
import { type ReplyStep, repliesIn } from "./replies.ts";

const Step = z.object({
  what: z.enum(["sought", "received"]),
  party: z.string().trim().min(1),
  about: z.string().trim().default(""),
  on: z.string(),
  until: z.string().default(""),
  how: z.string().trim().max(500).default(""),
  text: z.string().trim().max(20_000).default(""),
});

const TAKES: Readonly<Record<string, string>> = {
  what: "It can be sought or received.",
  party: "Name whose reply it is.",
  about: "Give the id or the title of a text.",
  on: "Give a full day, as 2021-03-31.",
  until: "Give a full day, as 2021-03-31.",
  how: "Give a text of at most 500 characters.",
  text: "Give a text of at most 20000 characters.",
};

/** A step towards a reply as somebody gives it on a day. Throws `bad-input` naming what is wrong with it. */
export function readStep(given: unknown, today: string): ReplyStep {
  const read = Step.safeParse(given);
  if (!read.success) {
    const name = read.error.issues[0]?.path.join(".") ?? "";
    const value = (given as Readonly<Record<string, unknown>> | null)?.[name];
    const missing = value === undefined || value === "";
    const says = name === "" ? "no step is given" : missing ? `"${name}" is missing` : `"${name}" is wrong`;
    throw new Problem("bad-input", says, TAKES[name] ?? "Give `what`, `party` and `on` as JSON.");
  }
  const step = read.data;
  checkDay("on", step.on);
  if (step.on > today)
    throw new Problem("bad-input", `on: ${step.on} has not come yet`, "Record what happened, when it has.");
  if (step.until !== "") {
    checkDay("until", step.until);
    if (step.until < step.on)
      throw new Problem("bad-input", `until: ${step.until} is before ${step.on}`, "Name a later day.");
  }
  if (step.what === "received" && step.text === "")
    throw new Problem("bad-input", "the reply has no words", "Give the reply in the words to be printed.");
  if (step.what === "sought" && step.text !== "")
    throw new Problem("bad-input", "what was sought has no words yet", "Give `text` with what was received.");
  if (step.what === "received" && (step.until !== "" || step.how !== ""))
    throw new Problem(
      "bad-input",
      `a reply that came has no "${step.until === "" ? "how" : "until"}"`,
      "Give it with what was sought.",
    );
  return step;
}

/** Records a step, its party and text by their ids, in the log of the case. */
export async function noteStep(store: Pick<Writer, "note">, step: ReplyStep, at: string): Promise<void> {
  const { party, about, on, until, how, text } = step;
  if (step.what === "sought") await store.note("reply sought", at, { party, about, on, until, how });
  else await store.note("reply received", at, { party, about, on, text });
}

/**
 * Takes a step back that was recorded by mistake, by its number as given; the log keeps both. Throws `bad-input` where
 * there is no such step, or none of that party, where one is named.
 */
export async function undoStep(
  store: Pick<Writer, "note" | "log">,
  given: string,
  at: string,
  party: string | null = null,
): Promise<void> {
  const list = "`armslength reply` lists them.";
  if (!/^\d{1,9}$/.test(given)) throw new Problem("bad-input", `reply "${given}" is not a number`, list);
  const step = repliesIn(await store.log()).find(({ k }) => k === Number(given));
  if (!step) throw new Problem("bad-input", `there is no reply ${given}`, list);
  if (party !== null && step.party !== party)
    throw new Problem("bad-input", `reply ${given} is one of ${step.party}, not of ${party}`, list);
  await store.note("reply undone", at, { party: step.party, line: step.k });
}

/** Throws `bad-input` where an option is no full day. */
export function checkDay(option: string, text: string): void {
  try {
    parseDay(text);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem("bad-input", `${option}: ${error.message}`, "Give a full day, as 2021-03-31.");
  }
}
