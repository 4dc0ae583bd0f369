import { basename } from "node:path";
import { type Command, Option } from "commander";
import { readClocks } from "../../ask/clocks.ts";
import { fieldsOf } from "../../ask/fields.ts";
import { printJson } from "../../ask/print.ts";
import { PAPERS, type Paper } from "../../dossier/pdf/paper.ts";
import { Problem } from "../../errors.ts";
import { QUESTIONS } from "../../questions/index.ts";
import type { OpenCase } from "../../store/duckdb.ts";
import type { Made } from "../../verify/make.ts";
import type { Call } from "../call.ts";
import { leavingSays } from "../draw/leaving.ts";
import { version } from "../version.ts";
import { withCase } from "../with-case.ts";
import { writeWhole } from "../write-file.ts";
import { type Bench, onlyForms } from "./command.ts";

interface DossierFlags {
  readonly output?: string;
  readonly preview?: boolean;
  readonly asOf?: string;
  readonly known?: string;
  readonly carry?: string;
  readonly law?: string;
  readonly paper?: Paper;
}

/** `export` and `dossier`: what is taken away from a case. */
export function takeCommands(bench: Bench): void {
  const { program } = bench;
  program
    .command("export <format>")
    .description("the case as case, bods")
    .option("-o, --output <path>", "where to; it must not be there yet")
    .action((format: string, options: { output?: string }, self: Command) =>
      bench.run(self, (call) => exportTo(call, format, options.output)),
    );
  program
    .command("dossier <subject>")
    .description("a self-contained cited report on an entity or a text")
    .option("-o, --output <file>", "an .html or a .pdf file (default: HTML to standard output)")
    .option("--preview", "only lists what would leave this machine with it")
    .option("--as-of <date>", "the day it is for (default: today)")
    .option("--known <date>", "only what was known on this day")
    .option("--carry <days>", "days an observation counts as still true (default: 400)")
    .addOption(new Option("--law <id>", "the rule that says what control is"))
    .addOption(new Option("--paper <size>", "of a PDF").choices(PAPERS).default("a4"))
    .action((entity: string, options: DossierFlags, self: Command) =>
      bench.run(self, (call) => dossier(call, entity, options)),
    );
}

async function exportTo(call: Call, format: string, output: string | undefined): Promise<number> {
  const { exportOf, leftOutSays } = await import("../../server/export.ts");
  const out = exportOf(format);
  const path = call.path(output ?? out.path);
  return withCase(call, {}, async (store) => {
    const leftOut = await out.write(store, path, call.io.now().slice(0, 10));
    await call.io.out(call.form === "json" ? printJson({ written: path, leftOut }) : `${path}\n`);
    const left = leftOutSays(leftOut);
    if (left !== "") call.say(`Left out, as ${out.id} has no place for it: ${left}.`);
    return 0;
  });
}

async function dossier(call: Call, entity: string, options: DossierFlags): Promise<number> {
  const { output } = options;
  onlyForms(call, "a dossier", ["text", "json"]);
  if (output !== undefined && !/\.(html?|pdf)$/i.test(output))
    throw new Problem("bad-input", `"${output}" is called neither .html nor .pdf`, "Name the file so.");
  const flags = { "as-of": options.asOf, known: options.known, carry: options.carry };
  readClocks(flags, call.io.now());
  const { preview = false } = options;
  return withCase(call, { write: !preview }, async (store) => {
    const made = await dossierMade(call, store, entity, basename(call.case), options);
    if (preview) {
      const { leavingWith } = await import("../../verify/leaving.ts");
      const leaving = leavingWith(made);
      call.settle();
      await call.io.out(call.form === "json" ? printJson(leaving) : leavingSays(leaving, call.lang));
      return 0;
    }
    const { noteMade } = await import("../../verify/made-before.ts");
    const printed = await printedAs(output, made, options.paper);
    call.settle();
    const path = call.path(output ?? "");
    if (output !== undefined) writeWhole(path, printed);
    await noteMade(store, call.io.now(), output === undefined ? "" : basename(output), made, printed);
    if (typeof printed === "string" && output === undefined) await call.io.out(printed);
    else await call.io.out(call.form === "json" ? printJson({ written: path }) : `${path}\n`);
    return 0;
  });
}

/** As PDF where the file is called so, else as HTML. */
export async function printedAs(
  output: string | undefined,
  made: Made,
  paper: Paper = "a4",
): Promise<string | Uint8Array> {
  if (output === undefined || !/\.pdf$/i.test(output))
    return (await import("../../verify/make.ts")).htmlOf(made);
  const { pdfOf } = await import("../../verify/make-pdf.ts");
  return pdfOf(made, paper);
}

/** The dossier of an entity, not yet printed. */
export async function dossierMade(
  call: Call,
  store: OpenCase,
  entity: string,
  caseName: string,
  options: Omit<DossierFlags, "output">,
): Promise<Made> {
  const { madeOf } = await import("../../verify/make.ts");
  const { asOf, known, carry, law } = options;
  const laws = QUESTIONS.some((question) => fieldsOf(question).some((field) => field.option === "law"));
  return madeOf(store, QUESTIONS, entity, {
    clocks: readClocks({ "as-of": asOf, known, carry }, call.io.now()),
    lang: call.lang,
    at: call.io.now(),
    version,
    progress: call.progress,
    signal: call.io.signal,
    caseName,
    options: law !== undefined && laws ? { law } : {},
  });
}
