import type { Command } from "commander";
import { readClocks } from "../../ask/clocks.ts";
import { fieldsOf } from "../../ask/fields.ts";
import { printJson } from "../../ask/print.ts";
import { Problem } from "../../errors.ts";
import { formatDay } from "../../model/date.ts";
import { QUESTIONS } from "../../questions/index.ts";
import { statementsFrom } from "../../store/about.ts";
import type { Writer } from "../../store/port.ts";
import { dossiersOn } from "../../verify/made-before.ts";
import { type Affected, answersNow, changesIn, mayRestOn, restingOn } from "../affected.ts";
import type { Call } from "../call.ts";
import { changesSay, restingSays } from "../draw/changes.ts";
import { keepWords, type Turn } from "../keep-words.ts";
import { withCase } from "../with-case.ts";
import type { Bench } from "./command.ts";
import { writeListing } from "./listing.ts";

/** Above so many answers they are not all computed twice. */
const MOST_COMPARED = 600;

interface Options {
  readonly why?: string;
  readonly undo?: boolean;
  readonly dryRun?: boolean;
  readonly asOf?: string;
}

/** `redact`: what a statement, or a source with all that rests on it, says is destroyed; lists the answers that change. */
export function redactCommand(bench: Bench): void {
  bench.program
    .command("redact <statement-or-source>")
    .description(
      "destroys what a statement, or a source and all that rest on it, says; keeps ids and digests. Cannot be undone",
    )
    .option("--why <reason>", "the reason, which is kept: do not repeat what is to go")
    .option("--dry-run", "only lists the answers and dossiers that rest on it")
    .option("--as-of <date>", "the day of the answers compared (default: today)")
    .action((id: string, options: Options, self: Command) =>
      bench.run(self, (call) => takeBack(call, id, "redacted", options)),
    );
}

/** `withdraw`: a statement, or all that rest on a source, no longer counts, or counts again; lists the answers that change. */
export function withdrawCommand(bench: Bench): void {
  bench.program
    .command("withdraw [statement-or-source]")
    .description(
      "takes back a statement, or all that rest on a source; lists the answers that change. Alone: what was taken back",
    )
    .option("--why <reason>", "the reason, which is kept")
    .option("--dry-run", "only lists the answers and dossiers that rest on it")
    .option("--undo", "takes the withdrawal itself back")
    .option("--as-of <date>", "the day of the answers compared (default: today)")
    .action((id: string | undefined, options: Options, self: Command) =>
      bench.run(self, (call) =>
        id === undefined
          ? list(call, options)
          : takeBack(call, id, options.undo ? "restored" : "withdrawn", options),
      ),
    );
}

const list = (call: Call, options: Options) =>
  withCase(call, {}, async (store) => {
    const w = keepWords(call.lang);
    if (Object.keys(options).length > 0)
      throw new Problem("bad-input", "the statement or source is missing", "Name what is to be taken back.");
    const withdrawals = await store.withdrawals();
    await writeListing(call, {
      heads: (lang) => keepWords(lang).withdrawalHeads,
      rows: withdrawals.map((one) => [
        call.form === "text" ? one.at.slice(0, 16).replace("T", " ") : one.at,
        one.why,
        one.statements.join(" "),
        one.sources.join(" "),
        one.undone === null ? "" : `${one.undone.at.slice(0, 10)}: ${one.undone.why}`,
      ]),
      json: withdrawals,
      none: w.nothingWithdrawn,
    });
    return 0;
  });

const takeBack = (call: Call, id: string, how: Turn, { why = "", dryRun = false, asOf }: Options) =>
  withCase(call, { write: !dryRun }, async (store) => {
    if (why.trim() === "" && !dryRun) throw new Problem("bad-input", "--why is missing or empty", "Say why.");
    const w = keepWords(call.lang);
    const clocks = readClocks({ "as-of": asOf }, call.io.now());
    const ids = await statementsOf(store, id, how);
    const day = formatDay(clocks.asOf);
    const then = await mayRestOn(store, QUESTIONS, ids);
    const texts = how === "restored" ? await textsBack(store, ids) : [];
    const affected = [...then, ...texts];
    const few = affected.length <= MOST_COMPARED;
    const before = few ? await answersNow(call, store, clocks, affected) : [];
    const dossiers = await dossiersOn(store, ids);
    if (dryRun) {
      const answers = few ? restingOn(affected, before, ids) : null;
      call.settle();
      const told = restingSays(w, how, ids, day, answers, dossiers);
      await call.io.out(call.form === "json" ? printJson({ statements: ids, answers, dossiers }) : told);
      return 0;
    }
    const at = call.io.now();
    if (how === "restored") await store.restore(ids, why, at);
    else if (how === "withdrawn") await store.withdraw(ids, why, at);
    else await store.redact({ statements: ids, sources: await sourcesOf(store, id, ids), why }, at);
    const changes = few ? changesIn(affected, before, await answersNow(call, store, clocks, affected)) : null;
    call.settle();
    await call.io.out(
      call.form === "json"
        ? printJson({ [how]: ids, why, at, changes, dossiers })
        : changesSay(w, how, ids, day, changes, dossiers),
    );
    return 0;
  });

/** Texts of which there is no claim but those that come back. */
async function textsBack(store: Writer, ids: readonly string[]): Promise<Affected[]> {
  const claims = (await store.statements(ids)).filter(({ kind }) => kind === "claim");
  const texts = new Set(claims.map(({ properties }) => properties.text ?? ""));
  for (const { id } of await store.texts()) texts.delete(id);
  return QUESTIONS.flatMap((question) => {
    const field = fieldsOf(question).find((one) => one.text);
    return field ? [...texts].sort().map((entity) => ({ question, field: field.name, entity })) : [];
  });
}

/** The source a word stands for, where it is no statement's id. */
async function sourcesOf(store: Writer, id: string, statements: readonly string[]): Promise<string[]> {
  if (statements.includes(id)) return [];
  return (await store.sources([id])).map((source) => source.id);
}

/** The statuses in which each may happen to a statement. */
const BEFORE: Readonly<Record<Turn, (status: string) => boolean>> = {
  withdrawn: (status) => status === "active" || status === "superseded",
  restored: (status) => status === "withdrawn",
  redacted: (status) => status !== "redacted",
};

/** The ids a word stands for: one statement, or those of a source to which it may happen. */
async function statementsOf(store: Writer, id: string, how: Turn): Promise<string[]> {
  const wanted = BEFORE[how];
  const [statement] = await store.statements([id]);
  if (statement && wanted(statement.status)) return [id];
  const [source] = statement ? [] : await store.sources([id]);
  const all = source ? await store.statements(await statementsFrom(store, id, Number.MAX_SAFE_INTEGER)) : [];
  const ids = all.filter((one) => wanted(one.status)).map((one) => one.id);
  if (ids.length > 0 || (source && how === "redacted")) return ids;
  const none =
    how === "restored"
      ? `nothing of "${id}" is withdrawn`
      : statement
        ? `"${id}" is ${statement.status} already`
        : source
          ? `no statement rests on "${id}"`
          : `there is no statement and no source "${id}"`;
  throw new Problem(
    "unknown-statement",
    none,
    "`armslength show ENTITY` lists statements, `armslength sources` the sources.",
  );
}
