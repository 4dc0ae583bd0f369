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

/** A step towards a reply as somebody gives it on a day. Throws `bad-input` naming what is wrong with it. */
export function readStep(given: unknown, today: string): ReplyStep {
  const read = Step.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue?.path.join(".") || "the step";
    throw new Problem(
      "bad-input",
      `${where}: ${issue?.message ?? "wrong"}`,
      "Give `what`, `party` and `on`.",
    );
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
  return step;
}

/** Records a step, its party and text by their ids, in the log of the case. */
export async function noteStep(store: Pick<Writer, "note">, step: ReplyStep, at: string): Promise<void> {
  const { party, about, on, until, how, text } = step;
  if (step.what === "sought") await store.note("reply sought", at, { party, about, on, until, how });
  else await store.note("reply received", at, { party, about, on, text });
}

/** Takes a step back that was recorded by mistake; the log keeps both. Throws `bad-input` where there is no such step. */
export async function undoStep(store: Pick<Writer, "note" | "log">, k: number, at: string): Promise<void> {
  const step = repliesIn(await store.log()).find((one) => one.k === k);
  if (!step) throw new Problem("bad-input", `there is no reply ${k}`, "`armslength reply` lists them.");
  await store.note("reply undone", at, { party: step.party, line: k });
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
