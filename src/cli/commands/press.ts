import type { Command } from "commander";
import type { Answer } from "../../ask/answer.ts";
import { ask } from "../../ask/ask.ts";
import { readClocks } from "../../ask/clocks.ts";
import { csvRow } from "../../ask/csv.ts";
import { questionOf } from "../../ask/fields.ts";
import { printJson } from "../../ask/print.ts";
import { resolveText } from "../../ask/texts.ts";
import { Problem } from "../../errors.ts";
import { letterOf } from "../../press/letter.ts";
import { checkDay, noteStep, readStep, undoStep } from "../../press/record.ts";
import { type KeptStep, type ReplyStep, repliesIn, repliesOn, replyState } from "../../press/replies.ts";
import { allegationsIn, sheetOf, sheetRows } from "../../press/sheet.ts";
import { pressWords } from "../../press/words.ts";
import { QUESTIONS } from "../../questions/index.ts";
import type { OpenCase } from "../../store/duckdb.ts";
import type { Call } from "../call.ts";
import { drawAnswer } from "../draw/answer.ts";
import { answerMarkdown } from "../draw/markdown.ts";
import { clean } from "../draw/width.ts";
import { version } from "../version.ts";
import { withCase } from "../with-case.ts";
import { type Bench, onlyForms } from "./command.ts";
import { writeListing } from "./listing.ts";

interface DayOptions {
  readonly asOf?: string;
}
interface LetterOptions extends DayOptions {
  readonly until?: string;
}
interface ReplyOptions {
  readonly about?: string;
  readonly undo?: string;
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
    .option("--about <text>", "the text it is about (default: any)")
    .option("--sought <date>", "the day it was sought on")
    .option("--until <date>", "by which day it was asked for")
    .option("--how <words>", "how it was sought")
    .option("--received <date>", "the day it came on")
    .option("--text <words>", "the reply, in the words to be printed")
    .option("--undo <n>", "takes back what was recorded by mistake; the log keeps both")
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
    const steps = repliesIn(await store.log());
    const today = todayOf(call);
    const all = allegationsIn(answer, steps, today);
    const { columns, terminal } = call.io;
    const { io } = call;
    switch (call.form) {
      case "json":
        await io.out(printJson({ allegations: all, replies: repliesOn(steps, String(answer.input.text)) }));
        return 0;
      case "csv":
        await io.out([sheetRows(all).columns, ...sheetRows(all).rows].map(csvRow).join(""));
        return 0;
      case "md":
        await io.out(answerMarkdown(sheetOf(answer, steps, today)));
        return 0;
      case "text":
        await io.out(drawAnswer(sheetOf(answer, steps, today), { columns, terminal }));
        return 0;
    }
  });

const todayOf = (call: Call) => call.io.now().slice(0, 10);

const letter = (call: Call, text: string, named: string, { until = "", asOf }: LetterOptions) =>
  withCase(call, {}, async (store) => {
    onlyForms(call, "letter", ["text", "json"]);
    if (until !== "") {
      checkDay("until", until);
      if (until < todayOf(call))
        throw new Problem("bad-input", `until: ${until} lies in the past`, "Name a day to come.");
    }
    const answer = await claimsOf(call, store, text, asOf === undefined ? {} : { asOf });
    const party = await store.resolve(named);
    const { title } = answer.overall as { readonly title: string };
    const entities = { ...answer.entities, [party.id]: party };
    const written = letterOf({ ...answer, entities }, { party: party.id, until, title });
    const shown = written.split("\n").map(clean).join("\n");
    await call.io.out(call.form === "json" ? printJson({ party: party.id, letter: written }) : shown);
    return 0;
  });

const reply = (call: Call, named: string | undefined, options: ReplyOptions) => {
  const { sought, received, undo } = options;
  const write = [sought, received, undo].some((one) => one !== undefined);
  return withCase(call, { write }, async (store) => {
    const party = named === undefined ? null : (await store.resolve(named)).id;
    const about = options.about === undefined ? "" : await resolveText(store, options.about);
    if (undo !== undefined) {
      aloneWith("--undo", options);
      await undoStep(store, undo, call.io.now(), party);
    } else if (sought !== undefined || received !== undefined) {
      if (party === null) throw new Problem("bad-input", "the party is missing", "Name whose reply it is.");
      await noteStep(store, stepOf(call, party, about, options), call.io.now());
    } else if ([options.until, options.how, options.text].some((one) => one !== undefined))
      throw new Problem(
        "bad-input",
        "neither --sought nor --received is given",
        "Say which it was, and when.",
      );
    const steps = repliesIn(await store.log()).filter((step) => party === null || step.party === party);
    await writeReplies(call, about === "" ? steps : repliesOn(steps, about));
    return 0;
  });
};

/** Refuses the other options of a line beside one that stands alone. */
function aloneWith(option: string, { undo: _, ...others }: ReplyOptions): void {
  const [other] = Object.keys(others);
  if (other === undefined) return;
  throw new Problem("bad-input", `${option} and --${other} together`, "Do one, then the other.");
}

function writeReplies(call: Call, steps: readonly KeptStep[]): Promise<void> {
  const w = pressWords(call.form === "csv" ? "en" : call.lang);
  const stateOf = (step: KeptStep) =>
    w.state[replyState(repliesOn(steps, step.about), step.party, todayOf(call))];
  return writeListing(call, {
    heads: (lang) => pressWords(lang).heads,
    numeric: [0],
    rows: steps.map((step) => [
      ...[String(step.k), step.party, step.about, stateOf(step), w.steps[step.what]],
      ...[step.on, step.until, step.how, step.text],
    ]),
    json: steps,
    none: pressWords(call.lang).noReply,
  });
}

/** The one step that the options of a line name. */
function stepOf(call: Call, party: string, about: string, options: ReplyOptions): ReplyStep {
  const { sought, received, until, how, text } = options;
  if (sought !== undefined && received !== undefined)
    throw new Problem("bad-input", "--sought and --received together", "Record one step at a time.");
  const what = received === undefined ? "sought" : "received";
  return readStep({ what, party, about, on: received ?? sought, until, how, text }, todayOf(call));
}
