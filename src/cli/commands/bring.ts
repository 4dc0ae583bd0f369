import { existsSync } from "node:fs";
import type { Command } from "commander";
import type { Lang } from "../../ask/answer.ts";
import { printJson } from "../../ask/print.ts";
import { importSays, remediesFor } from "../../draw/import-words.ts";
import { Problem } from "../../errors.ts";
import { bringIn } from "../../formats/bring-in.ts";
import { mappedBy } from "../../formats/mapped.ts";
import { parseDate } from "../../model/date.ts";
import { type ImportNotes, importNotes } from "../../store/import-notes.ts";
import type { ImportRecord, Reject } from "../../store/port.ts";
import type { Call } from "../call.ts";
import { clean } from "../draw/width.ts";
import { lookWords } from "../look-words.ts";
import { CASE_FOLDER_PAGE } from "../version.ts";
import { withCase } from "../with-case.ts";
import type { Bench } from "./command.ts";
import { writeListing } from "./listing.ts";

interface ImportOptions {
  readonly as?: string;
  readonly strict?: boolean;
  readonly map?: string;
  readonly sourceTitle?: string;
  readonly sourceUrl?: string;
  readonly retrieved?: string;
}

/** `new`, `import` and `imports`: what comes into a case. */
export function bringCommands(bench: Bench): void {
  const { program } = bench;
  program
    .command("new <file>")
    .description("an empty case")
    .action((file: string, _options, self: Command) => bench.run(self, (call) => newCase(call, file)));
  program
    .command("import <path...>")
    .description("files or folders into the case")
    .option("--as <format>", "the format, where it is not to be guessed")
    .option("--strict", "refuse a file with a wrong row")
    .option("--map <mapping>", "a mapping file that says what the tables are about")
    .option("--source-title <title>", "the title of the file as a source")
    .option("--source-url <url>", "where it is from")
    .option("--retrieved <date>", "when it was retrieved")
    .addHelpText("after", `\nThe tables of a case folder and their columns: ${CASE_FOLDER_PAGE}`)
    .action((paths: string[], options: ImportOptions, self: Command) =>
      bench.run(self, (call) => importPaths(call, paths, options)),
    );
  const imports = program
    .command("imports")
    .description("what came in, when, from which bytes")
    .action((_options, self: Command) => bench.run(self, listImports));
  imports
    .command("rejects <n>")
    .description("the rows an import set aside, with the reasons")
    .action((n: string, _options, self: Command) => bench.run(self, (call) => listRejects(call, n)));
  imports
    .command("undo <n>")
    .description("takes an import back")
    .action((n: string, _options, self: Command) => bench.run(self, (call) => undoImport(call, n)));
}

async function newCase(call: Call, file: string): Promise<number> {
  if (file === "") throw new Problem("bad-input", "the name of the case is empty", "Name a file.");
  const path = call.path(file);
  if (existsSync(path)) throw new Problem("file-exists", `${file} is there already`, "Name a new file.");
  const { openCase } = await import("../../store/duckdb.ts");
  await (await openCase(path, { create: true })).close();
  if (call.form === "json") await call.io.out(printJson({ case: path }));
  else await call.io.out(`${path}\n`);
  call.say(`Bring data in: armslength --case ${file} import PATH`);
  return 0;
}

async function importPaths(call: Call, paths: readonly string[], options: ImportOptions): Promise<number> {
  const files = paths.map(call.path);
  const missing = files.findIndex((file, n) => paths[n] === "" || !existsSync(file));
  if (missing >= 0)
    throw new Problem(
      "file-missing",
      `there is no ${paths[missing] || "file without a name"}`,
      "Check the path.",
    );
  if (options.map !== undefined && options.as !== undefined)
    throw new Problem("bad-input", "--map and --as together", "A mapping is the format; leave --as out.");
  const through = options.map === undefined ? undefined : mappedBy(call.path(options.map), files);
  const { sourceTitle: title, sourceUrl: url, retrieved, as, strict = false } = options;
  for (const [option, value] of Object.entries({ "source-title": title, "source-url": url, retrieved }))
    if (value?.trim() === "")
      throw new Problem("bad-input", `--${option} is empty`, "Leave it out, or say it.");
  if (retrieved !== undefined) parseDate(retrieved);
  const source = {
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(retrieved === undefined ? {} : { retrieved }),
  };
  return withCase(call, { write: true, allow: files }, async (store) => {
    const done: { import: ImportRecord; rejects: readonly Reject[]; notes: ImportNotes }[] = [];
    for (const file of through === undefined ? files : files.slice(0, 1)) {
      const progress = (part: number, total: number, what: string) => {
        if (call.io.signal.aborted) throw new Problem("cancelled", "stopped", "Nothing was written.");
        call.progress(part, total, what);
      };
      const at = call.io.now();
      const record = await bringIn(store, file, {
        at,
        strict,
        source,
        progress,
        ...(as === undefined ? {} : { as }),
        ...(through === undefined ? {} : { through }),
      });
      const rejects = await store.rejects(record.n);
      const notes = await importNotes(store, record);
      done.push({ import: record, rejects, notes });
      call.settle();
      if (call.form !== "json") await call.io.out(imported(record, rejects, notes, call.lang));
    }
    if (call.form === "json") await call.io.out(printJson(done));
    return call.exitCode && done.some(({ import: record }) => record.rejects > 0) ? 1 : 0;
  });
}

const SHOWN = 20;
const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** What an import did, in words, and the first rows it set aside. */
function imported(record: ImportRecord, rejects: readonly Reject[], notes: ImportNotes, lang: Lang): string {
  const name = clean(record.name);
  if (record.known)
    return `${name}: the same bytes came in before (import ${record.n}); nothing changed${record.withdrawn > 0 ? `; ${count(record.withdrawn, "statement")} of it ${record.withdrawn === 1 ? "is" : "are"} withdrawn and still not counted` : ""}\n`;
  const parts = [
    count(record.entities, "entity", "entities"),
    count(record.sources, "source"),
    count(record.statements, "statement"),
    ...(record.superseded > 0 ? [`${record.superseded} superseded`] : []),
    ...(record.unchanged > 0 ? [`${record.unchanged} unchanged`] : []),
    ...(record.withdrawn > 0 ? [`${record.withdrawn} withdrawn before and still not counted`] : []),
    ...(record.revived > 0 ? [`${record.revived} new in place of withdrawn ones, and counted`] : []),
    `${count(record.rejects, "row")} set aside`,
  ];
  const rows = rejects
    .slice(0, SHOWN)
    .map((one) => `  ${clean(one.file)} row ${one.row}: ${one.code}: ${clean(one.message)}`);
  const more =
    rejects.length > SHOWN
      ? [`  … and ${rejects.length - SHOWN} more: armslength imports rejects ${record.n} lists them`]
      : [];
  const remedies = remediesFor(rejects, lang).map((line) => `  ${line}`);
  const noted = importSays(notes, lang);
  const told = [...noted.lines.map((line) => `  ${line}`), ...noted.ids.map((line) => `    ${clean(line)}`)];
  return `${[`${name}: ${parts.join(", ")} (import ${record.n}, format ${record.format})`, ...rows, ...more, ...remedies, ...told].join("\n")}\n`;
}

const listImports = (call: Call) =>
  withCase(call, {}, async (store) => {
    const imports = await store.imports();
    await writeListing(call, {
      heads: (lang) => lookWords(lang).importHeads,
      rows: imports.map((one) => [
        String(one.n),
        one.name,
        call.form === "text" ? one.at.slice(0, 16).replace("T", " ") : one.at,
        one.format,
        String(one.entities),
        String(one.sources),
        String(one.statements),
        String(one.rejects),
        call.form === "text" ? (one.undone?.slice(0, 10) ?? "") : (one.undone ?? ""),
        call.form === "text" ? one.sha256.slice(0, 12) : one.sha256,
      ]),
      numeric: [0, 4, 5, 6, 7],
      json: imports,
      none: lookWords(call.lang).noImport,
    });
    return 0;
  });

const listRejects = (call: Call, text: string) =>
  withCase(call, {}, async (store) => {
    const n = importNumber(text);
    if (!(await store.imports()).some((one) => one.n === n)) throw noImport(n);
    const rejects = await store.rejects(n);
    await writeListing(call, {
      heads: (lang) => lookWords(lang).rejectHeads,
      rows: rejects.map((one) => [one.file, String(one.row), one.code, one.message]),
      numeric: [1],
      json: rejects,
      none: lookWords(call.lang).noReject(n),
    });
    return 0;
  });

const noImport = (n: number) =>
  new Problem("unknown-import", `there is no import ${n}`, "`armslength imports` lists them.");

function importNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Problem("bad-input", `import "${text}" is not a number`, "`armslength imports` lists them.");
}

async function undoImport(call: Call, text: string): Promise<number> {
  const n = importNumber(text);
  return withCase(call, { write: true }, async (store) => {
    const record = await store.undo(n, call.io.now());
    await call.io.out(
      call.form === "json" ? printJson(record) : `import ${n} (${clean(record.name)}) no longer counts\n`,
    );
    return 0;
  });
}
