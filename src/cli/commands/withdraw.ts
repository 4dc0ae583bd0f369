import type { Command } from "commander";
import { contextOf } from "../../ask/ask.ts";
import { readClocks } from "../../ask/clocks.ts";
import { printJson } from "../../ask/print.ts";
import { Problem } from "../../errors.ts";
import { QUESTIONS } from "../../questions/index.ts";
import { countsOf, statementsFrom } from "../../store/about.ts";
import type { Reader, Writer } from "../../store/port.ts";
import type { Call } from "../call.ts";
import { clean } from "../draw/width.ts";
import { withCase } from "../with-case.ts";
import type { Bench } from "./command.ts";

/** Above so many entities the answers are not all computed twice. */
const MOST_COMPARED = 200_000;

/** An answer that changed: the rows of one entity before and after. */
interface Change {
  readonly question: string;
  readonly entity: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** `withdraw`: a statement, or all that rest on a source, no longer counts; lists the answers that change. */
export function withdrawCommand(bench: Bench): void {
  bench.program
    .command("withdraw <statement-or-source>")
    .description("takes back a statement, or all that rest on a source; lists the answers that change")
    .requiredOption("--why <reason>", "the reason, which is kept")
    .action((id: string, options: { why: string }, self: Command) =>
      bench.run(self, (call) => withdraw(call, id, options.why)),
    );
}

const withdraw = (call: Call, id: string, why: string) =>
  withCase(call, { write: true }, async (store) => {
    if (why.trim() === "") throw new Problem("bad-input", "--why is empty", "Say why it is taken back.");
    const ids = await statementsOf(store, id);
    const compared = (await countsOf(store)).entities <= MOST_COMPARED;
    const before = compared ? await verdicts(call, store) : [];
    const at = call.io.now();
    for (const each of ids) await store.withdraw(each, why, at);
    const changes = compared ? differences(before, await verdicts(call, store)) : null;
    call.settle();
    await call.io.out(
      call.form === "json" ? printJson({ withdrawn: ids, why, at, changes }) : told(ids, changes),
    );
    return 0;
  });

async function statementsOf(store: Writer, id: string): Promise<string[]> {
  const [statement] = await store.statements([id]);
  if (statement) return [id];
  const [source] = await store.sources([id]);
  const ids = source ? await statementsFrom(store, id, Number.MAX_SAFE_INTEGER) : [];
  if (ids.length > 0) return ids;
  throw new Problem(
    "unknown-statement",
    source ? `no statement rests on "${id}"` : `there is no statement and no source "${id}"`,
    "`armslength show ENTITY` lists statements, `armslength sources` the sources.",
  );
}

type Verdicts = readonly {
  readonly question: string;
  readonly rows: ReadonlyMap<string, readonly string[]>;
}[];

/** The answers about every entity, of each question that gives them, row by row. */
async function verdicts(call: Call, store: Reader): Promise<Verdicts> {
  const clocks = readClocks({}, call.io.now());
  const context = contextOf(store, { clocks, progress: call.progress, signal: call.io.signal });
  const all: { question: string; rows: Map<string, string[]> }[] = [];
  for (const question of QUESTIONS) {
    const everything = question.everything?.(context, { pairs: false, law: "majority" });
    if (!everything) continue;
    const rows = new Map<string, string[]>();
    for await (const piece of everything.csv) {
      for (const line of piece.split("\n").filter((each) => each !== "")) {
        const [, entity = "", rest = ""] = /^("(?:[^"]|"")*"|[^,]*),(.*)$/s.exec(line) ?? [];
        rows.set(entity, [...(rows.get(entity) ?? []), rest]);
      }
    }
    all.push({ question: question.id, rows });
  }
  return all;
}

function differences(before: Verdicts, after: Verdicts): Change[] {
  return before.flatMap(({ question, rows }) => {
    const now = after.find((one) => one.question === question)?.rows ?? new Map<string, readonly string[]>();
    const entities = [...new Set([...rows.keys(), ...now.keys()])].sort();
    return entities.flatMap((entity) => {
      const [was, is] = [rows.get(entity) ?? [], now.get(entity) ?? []];
      return was.join("\n") === is.join("\n") ? [] : [{ question, entity, before: was, after: is }];
    });
  });
}

function told(ids: readonly string[], changes: readonly Change[] | null): string {
  const head = ids.map((id) => `withdrawn: ${clean(id)}`);
  if (changes === null)
    return `${[...head, "The case is too large to list the answers that change."].join("\n")}\n`;
  if (changes.length === 0) return `${[...head, "No answer as of today changes."].join("\n")}\n`;
  const lines = changes.flatMap((change) => [
    `  ${change.question} ${clean(change.entity)}`,
    ...change.before.map((row) => `    before: ${clean(row)}`),
    ...change.after.map((row) => `    now:    ${clean(row)}`),
  ]);
  return `${[...head, `${changes.length} ${changes.length === 1 ? "answer changes" : "answers change"} as of today:`, ...lines].join("\n")}\n`;
}
