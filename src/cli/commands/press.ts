import type { Command } from "commander";
import type { Answer } from "../../ask/answer.ts";
import { ask } from "../../ask/ask.ts";
import { readClocks } from "../../ask/clocks.ts";
import { questionOf } from "../../ask/fields.ts";
import { printJson } from "../../ask/print.ts";
import { Problem } from "../../errors.ts";
import { letterOf } from "../../press/letter.ts";
import { checkDay, noteStep, readStep } from "../../press/record.ts";
import { type ReplyStep, repliesIn, replyState } from "../../press/replies.ts";
import { allegationsIn, sheetOf } from "../../press/sheet.ts";
import { QUESTIONS } from "../../questions/index.ts";
import type { OpenCase } from "../../store/duckdb.ts";
import type { Call } from "../call.ts";
import { drawAnswer } from "../draw/answer.ts";
import { answerMarkdown } from "../draw/markdown.ts";
import { version } from "../version.ts";
import { withCase } from "../with-case.ts";
import type { Bench } from "./command.ts";
import { writeListing } from "./listing.ts";

interface DayOptions {
  readonly asOf?: string;
}
interface LetterOptions extends DayOptions {
  readonly until?: string;
}
interface ReplyOptions {
  readonly sought?: string;
  readonly received?: string;
  readonly until?: string;
  readonly how?: string;
  readonly text?: string;
}

/** `sheet`, `letter` and `reply`: what is settled with a lawyer and with those named before anything is printed. */
export function pressCommands(bench: Bench): void {
  const { program } = bench;
  program
    .command("sheet <text>")
    .description(
      "what a text alleges of whom: origins, denials, replies, and what is open before it is printed",
    )
    .option("--as-of <date>", "the day it is for (default: today)")
    .action((text: string, options: DayOptions, self: Command) =>
      bench.run(self, (call) => sheet(call, text, options)),
    );
  program
    .command("letter <text> <party>")
    .description("a letter that asks a party for its reply to what a text says of it")
    .option("--until <date>", "by which day the reply is asked for")
    .option("--as-of <date>", "the day of the claims (default: today)")
    .action((text: string, party: string, options: LetterOptions, self: Command) =>
      bench.run(self, (call) => letter(call, text, party, options)),
    );
  program
    .command("reply [party]")
    .description("records that a reply was sought or came; alone: the record")
    .option("--sought <date>", "the day it was sought on")
    .option("--until <date>", "by which day it was asked for")
    .option("--how <words>", "how it was sought")
    .option("--received <date>", "the day it came on")
    .option("--text <words>", "the reply, in the words to be printed")
    .action((party: string | undefined, options: ReplyOptions, self: Command) =>
      bench.run(self, (call) => reply(call, party, options)),
    );
}

/** What the claims of a text are, and how each stands. */
function claimsOf(call: Call, store: OpenCase, text: string, { asOf }: DayOptions): Promise<Answer> {
  const clocks = readClocks({ "as-of": asOf }, call.io.now());
  const asking = { clocks, lang: call.lang, at: call.io.now(), version, signal: call.io.signal };
  return ask(questionOf(QUESTIONS, "claims"), store, { ...asking, input: { text } });
}

const sheet = (call: Call, text: string, options: DayOptions) =>
  withCase(call, {}, async (store) => {
    const answer = await claimsOf(call, store, text, options);
    const replies = repliesIn(await store.log());
    const today = call.io.now().slice(0, 10);
    const made = sheetOf(answer, replies, today);
    const { columns, terminal } = call.io;
    const drawn =
      call.form === "json"
        ? printJson({ allegations: allegationsIn(answer, replies, today), replies })
        : call.form === "md"
          ? answerMarkdown(made)
          : drawAnswer(made, { columns, terminal });
    await call.io.out(drawn);
    return 0;
  });

const letter = (call: Call, text: string, named: string, { until = "", asOf }: LetterOptions) =>
  withCase(call, {}, async (store) => {
    if (until !== "") checkDay("until", until);
    const answer = await claimsOf(call, store, text, asOf === undefined ? {} : { asOf });
    const party = await store.resolve(named);
    const { title } = answer.overall as { readonly title: string };
    const entities = { ...answer.entities, [party.id]: party };
    const written = letterOf({ ...answer, entities }, { party: party.id, until, title });
    await call.io.out(call.form === "json" ? printJson({ party: party.id, letter: written }) : written);
    return 0;
  });

const reply = (call: Call, named: string | undefined, options: ReplyOptions) =>
  withCase(call, { write: options.sought !== undefined || options.received !== undefined }, async (store) => {
    const party = named === undefined ? null : (await store.resolve(named)).id;
    if (options.sought !== undefined || options.received !== undefined) {
      if (party === null) throw new Problem("bad-input", "the party is missing", "Name whose reply it is.");
      await noteStep(store, stepOf(party, options), call.io.now());
    }
    const steps = repliesIn(await store.log()).filter((step) => party === null || step.party === party);
    const today = call.io.now().slice(0, 10);
    await writeListing(call, {
      heads: ["party", "state", "what", "on", "until", "how", "text"],
      rows: steps.map((step) => [
        ...[step.party, replyState(steps, step.party, today), step.what],
        ...[step.on, step.until, step.how, step.text],
      ]),
      json: steps,
      none: "no reply was sought yet",
    });
    return 0;
  });

/** The one step that the options of a line name. */
function stepOf(party: string, { sought, received, until, how, text }: ReplyOptions): ReplyStep {
  if (sought !== undefined && received !== undefined)
    throw new Problem("bad-input", "--sought and --received together", "Record one step at a time.");
  const what = received === undefined ? "sought" : "received";
  return readStep({ what, party, on: received ?? sought, until, how, text });
}
