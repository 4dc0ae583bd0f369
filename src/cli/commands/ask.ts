import { type Command, Option } from "commander";
import type { Answer } from "../../ask/answer.ts";
import { ask, contextOf } from "../../ask/ask.ts";
import { checkAskedOfAll } from "../../ask/asked-of-all.ts";
import { readClocks } from "../../ask/clocks.ts";
import { answerCsv, csvRow } from "../../ask/csv.ts";
import { type Field, fieldsOf, inputSchema, questionOf } from "../../ask/fields.ts";
import { idsNamed } from "../../ask/input.ts";
import { printAnswer, printJson } from "../../ask/print.ts";
import type { Question } from "../../ask/question.ts";
import { Problem } from "../../errors.ts";
import { majority } from "../../laws/index.ts";
import { QUESTIONS } from "../../questions/index.ts";
import type { Call } from "../call.ts";
import { drawAnswer } from "../draw/answer.ts";
import { answerMarkdown } from "../draw/markdown.ts";
import { writtenAsTheyCome } from "../partly-written.ts";
import { version } from "../version.ts";
import { withCase } from "../with-case.ts";
import type { Bench } from "./command.ts";

interface AskOptions {
  readonly asOf?: string;
  readonly known?: string;
  readonly carry?: string;
  readonly all?: boolean;
  readonly pairs?: boolean;
  readonly atMost?: string;
  readonly [field: string]: unknown;
}

/** `ask`: the list of questions, and one command for each, its arguments and options from the question's schema. */
export function askCommand(bench: Bench): void {
  const command = bench.program
    .command("ask")
    .description("the list of questions; or ask one")
    .argument("[question]")
    .argument("[entity...]")
    .allowUnknownOption()
    .action((id: string | undefined, _rest, _options, self: Command) =>
      bench.run(self, async (call) => {
        if (id === undefined) return listQuestions(call);
        questionOf(QUESTIONS, id);
        return 0;
      }),
    );
  for (const question of QUESTIONS) questionCommand(bench, command, question);
}

/** What is given by its place on the line, in order. */
const isPlaced = (field: Field): boolean => field.entity || field.text;

function questionCommand(bench: Bench, parent: Command, question: Question): void {
  const fields = fieldsOf(question);
  const command = parent.command(question.id).description(question.ask.en);
  for (const field of fields.filter(isPlaced)) {
    command.argument(field.type === "array" ? `[${field.option}...]` : `[${field.option}]`, field.about.en);
  }
  for (const field of fields.filter((one) => !isPlaced(one))) command.addOption(optionOf(field));
  command
    .option("--as-of <date>", "the day the answer is for (default: today)")
    .option("--known <date>", "only what was known on this day")
    .option("--carry <days>", "days an observation counts as still true (default: 400)");
  if (!fields.some((field) => field.option === "law")) command.addOption(new Option("--law <id>").hideHelp());
  if (question.everything) {
    command
      .option("--all", "every entity of the case, as CSV")
      .option("--pairs", "with --all: every pair, as CSV")
      .option("--at-most <rows>", "with --pairs: stop before writing more (default: 100000000)");
  }
  command.action((...args: unknown[]) =>
    bench.run(command, (call) => {
      const options = command.opts<AskOptions>();
      const places = args.slice(0, fields.filter(isPlaced).length);
      return options.all || options.pairs
        ? askAll(call, question, options, places)
        : askOne(call, question, inputOf(fields, places, options), options);
    }),
  );
}

function optionOf(field: Field): Option {
  const flag = field.type === "boolean" ? `--${field.option}` : `--${field.option} <value>`;
  const choices = field.choices.length > 0 ? ` (${field.choices.join(", ")})` : "";
  const fallback = field.fallback === undefined ? "" : ` (default: ${String(field.fallback)})`;
  return new Option(flag, `${field.about.en}${choices}${fallback}`);
}

function inputOf(fields: readonly Field[], places: readonly unknown[], options: AskOptions) {
  const given: Record<string, unknown> = {};
  fields.filter(isPlaced).forEach((field, n) => {
    if (places[n] !== undefined) given[field.name] = places[n];
  });
  for (const field of fields) {
    const value = options[field.option.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())];
    if (!isPlaced(field) && value !== undefined) given[field.name] = value;
  }
  if (options.law !== undefined && !fields.some((field) => field.name === "law")) given.law = options.law;
  return given;
}

const clocksOf = (call: Call, { asOf, known, carry }: AskOptions) =>
  readClocks({ "as-of": asOf, known, carry }, call.io.now());

async function askOne(
  call: Call,
  question: Question,
  input: Record<string, unknown>,
  options: AskOptions,
): Promise<number> {
  const clocks = clocksOf(call, options);
  return withCase(call, {}, async (store) => {
    const { io, lang, progress } = call;
    const asking = { input, clocks, lang, at: io.now(), version, progress, signal: io.signal };
    const answer = await ask(question, store, asking);
    call.settle();
    await io.out(written(call, question, answer));
    return call.exitCode && notKnown(answer) ? 1 : 0;
  });
}

function written(call: Call, question: Question, answer: Answer): string {
  switch (call.form) {
    case "json":
      return printAnswer(answer);
    case "csv":
      return answerCsv(question, answer);
    case "md":
      return answerMarkdown(answer);
    case "text":
      return drawAnswer(answer, call.io);
  }
}

/** Whether an answer says "not known": its verdict is that, or it found nothing and says what is missing. */
function notKnown({ findings, gaps }: Answer): boolean {
  if (findings.length === 0) return gaps.length > 0;
  return findings.some((finding) => (finding as { verdict?: unknown }).verdict === "not known");
}

/** What the engine may use while everything is worked out beside it: it reads once, and keeps what it sorts. */
const ENGINE_MEMORY = 1.25 * 2 ** 30;

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,15}$/.test(text) && Number(text) > 0) return Number(text);
  throw new Problem(
    "bad-input",
    `${option} "${text}" is not allowed`,
    "Give a whole number from 1 to 999999999999999.",
    [],
    [`${option} 不能是“${text}”。`, "请填写 1 至 999999999999999 的整数。"],
  );
}

function askAll(
  call: Call,
  question: Question,
  options: AskOptions,
  places: readonly unknown[],
): Promise<number> {
  if (places.some((place) => place !== undefined && String(place) !== "")) {
    throw new Problem(
      "bad-input",
      `--all is about every entity, not "${String(places[0])}"`,
      "Leave one of them out.",
      [],
      [`--all 问的是所有对象，不只是“${String(places[0])}”。`, "两者只能留一个。"],
    );
  }
  if (call.form === "json" || call.form === "md")
    throw new Problem(
      "bad-input",
      `--all does not come as --${call.form}`,
      "It is CSV.",
      [],
      [`--all 的结果不能以 --${call.form} 给出。`, "它只有 CSV。"],
    );
  checkAskedOfAll(inputOf(fieldsOf(question), [], options));
  const everything = question.everything;
  if (!everything)
    throw new Problem(
      "bad-input",
      `"${question.id}" has no --all`,
      "Name an entity.",
      [],
      [`问题“${question.id}”没有 --all。`, "请指明一个对象。"],
    );
  const clocks = clocksOf(call, options);
  return withCase(call, { memory: ENGINE_MEMORY }, async (store) => {
    const context = contextOf(store, { clocks, progress: call.progress, signal: call.io.signal });
    const law = String(options.law ?? majority.id);
    const { columns, notes, csv } = everything(context, {
      pairs: options.pairs ?? false,
      law,
      ...(options.list === undefined ? {} : { list: await idsNamed(String(options.list), store) }),
      ...(options.atMost === undefined ? {} : { atMost: wholeNumber("--at-most", options.atMost) }),
    });
    const head = csvRow(columns);
    const any = await writtenAsTheyCome(headed(head, csv), call.io.out, call.io.err);
    call.settle();
    if (!any) await call.io.out(head);
    for (const note of notes ?? []) call.say(note);
    return 0;
  });
}

/** The names of the columns before the first rows, as soon as there are any: before that nothing is written. */
async function* headed(
  head: string,
  rows: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array> {
  let begun = false;
  for await (const piece of rows) {
    if (!begun) yield head;
    begun = true;
    yield piece;
  }
}

async function listQuestions(call: Call): Promise<number> {
  const cards = QUESTIONS.map((question) => ({
    id: question.id,
    ask: question.ask,
    needs: question.needs,
    input: inputSchema(question),
    example: question.example,
  }));
  if (call.form === "json") await call.io.out(printJson(cards));
  else if (call.form === "csv")
    await call.io.out(
      [["question", "ask"], ...cards.map((card) => [card.id, card.ask[call.lang]])].map(csvRow).join(""),
    );
  else {
    const lines = QUESTIONS.map((question) => {
      const takes = fieldsOf(question).map((field) =>
        !isPlaced(field)
          ? `[--${field.option}]`
          : field.required
            ? field.option.toUpperCase()
            : `[${field.option.toUpperCase()}]`,
      );
      return `${question.id} ${takes.join(" ")}\n    ${question.ask[call.lang]}\n`;
    });
    await call.io.out(lines.join(""));
  }
  return 0;
}
