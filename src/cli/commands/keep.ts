import type { Command } from "commander";
import { printJson } from "../../ask/print.ts";
import { Problem } from "../../errors.ts";
import type { LogEntry } from "../../store/log.ts";
import type { Writer } from "../../store/port.ts";
import type { Call } from "../call.ts";
import { keepWords } from "../keep-words.ts";
import { withCase } from "../with-case.ts";
import type { Bench } from "./command.ts";
import { writeListing } from "./listing.ts";

/** `note` and `log`: what the user keeps for themselves, and what the case keeps of what was done. */
export function keepCommands(bench: Bench): void {
  const { program } = bench;
  program
    .command("note [about] [text...]")
    .description("a private note on an entity, statement, source or claim; alone, the notes")
    .option("--remove <n>", "deletes a note for good")
    .action((about: string | undefined, text: string[], options: { remove?: string }, self: Command) =>
      bench.run(self, (call) => note(call, about, text, options.remove)),
    );
  program
    .command("log")
    .description("what was done to the case, in a chain of digests")
    .action((_options, self: Command) => bench.run(self, log));
}

const note = (call: Call, about: string | undefined, words: readonly string[], remove: string | undefined) =>
  withCase(call, { write: words.length > 0 || remove !== undefined }, async (store) => {
    const w = keepWords(call.lang);
    if (remove !== undefined) {
      if (!/^\d{1,9}$/.test(remove))
        throw new Problem("bad-input", `note "${remove}" is not a number`, "`armslength note` lists them.");
      const k = Number(remove);
      await store.removeNote(k);
      await call.io.out(call.form === "json" ? printJson({ removed: k }) : `${w.deleted(k)}\n`);
      return 0;
    }
    const id = about === undefined ? null : await idOf(store, about);
    const text = words.join(" ").trim();
    if (id !== null && words.length > 0) {
      if (text === "") throw new Problem("bad-input", "the note is empty", "Write what it says.");
      const added = await store.addNote(id, text, call.io.now());
      await call.io.out(call.form === "json" ? printJson(added) : `${w.added(added.k, id)}\n`);
      return 0;
    }
    const notes = await store.notes(id);
    await writeListing(call, {
      heads: (lang) => keepWords(lang).noteHeads,
      numeric: [0],
      rows: notes.map((one) => [String(one.k), one.at.slice(0, 10), one.about, one.text]),
      json: notes,
      none: w.noNote,
    });
    return 0;
  });

/** What a note is on: a statement, a source, or an entity by id or name. */
async function idOf(store: Writer, about: string): Promise<string> {
  if (about.trim() === "") throw new Problem("bad-input", "what the note is on is empty", "Name it.");
  const [statement] = await store.statements([about]);
  const [source] = statement ? [] : await store.sources([about]);
  return statement?.id ?? source?.id ?? (await store.resolve(about)).id;
}

const log = (call: Call) =>
  withCase(call, {}, async (store) => {
    const lines = await store.log();
    const w = keepWords(call.lang);
    await writeListing(call, {
      heads: (lang) => keepWords(lang).logHeads,
      numeric: [0],
      rows: lines.map((line) => [
        String(line.k),
        call.form === "text" ? line.at.slice(0, 16).replace("T", " ") : line.at,
        call.form === "text" ? w.events[line.what] : line.what,
        aboutOf(line),
        ...[line.data, line.digest].map((digest) => (call.form === "text" ? digest.slice(7, 19) : digest)),
      ]),
      json: lines,
      none: w.nothingDone,
    });
    return 0;
  });

/** The gist of a line: the file that came in, the statements and why, the dossier. */
function aboutOf({ detail }: LogEntry): string {
  const { name, statements, why, subject, file, party, text } = detail;
  const list = Array.isArray(statements) && subject === undefined ? statements.join(" ") : "";
  const parts = [name, list, subject, party, file, why, text];
  return parts.filter((part): part is string => typeof part === "string" && part !== "").join(": ");
}
