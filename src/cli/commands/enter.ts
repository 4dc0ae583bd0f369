import type { Command } from "commander";
import { printJson } from "../../ask/print.ts";
import { nameOf } from "../../ask/say/name.ts";
import { plain } from "../../draw/sentence.ts";
import { statementSays } from "../../draw/statement.ts";
import { Problem } from "../../errors.ts";
import { enterByHand } from "../../formats/by-hand.ts";
import { suggestionCard } from "../../server/suggestions.ts";
import type { Call } from "../call.ts";
import { lookWords } from "../look-words.ts";
import { CASE_FOLDER_PAGE } from "../version.ts";
import { withCase } from "../with-case.ts";
import type { Bench } from "./command.ts";
import { writeListing } from "./listing.ts";

const MOST_SUGGESTED = 20;

/** `enter` and `suggest`: rows by hand, and statements that may bear on a claim. */
export function enterCommands({ program, run }: Bench): void {
  program
    .command("enter <kind> <column=value...>")
    .description(
      "a row by hand: a claim, a piece of evidence, an explanation, a rating, or any other statement",
    )
    .requiredOption("--by <name>", "who enters it")
    .addHelpText(
      "after",
      `\nKinds and columns are those of a case folder: ${CASE_FOLDER_PAGE}\n` +
        "  enter claim text=oped statement='…' kind=fact passage='paragraph 2' --by Ann\n" +
        "  enter evidence claim=C1 statement=F001 for=yes --by Ann\n" +
        "  enter hypothesis set=why text='…' --by Ann\n" +
        "  enter rating evidence=e-A01 hypothesis=H1 rating=I reason='…' credibility=high --by Ann\n",
    )
    .action((kind: string, cells: string[], { by }: { by: string }, self: Command) =>
      run(self, (call) => enter(call, kind, cells, by)),
    );
  program
    .command("suggest <claim>")
    .description("statements that may bear on a claim; nothing is attached")
    .option("--search <words>", "look for these words instead of the claim's")
    .action((claim: string, { search }: { search?: string }, self: Command) =>
      run(self, (call) => {
        if (search?.trim() === "")
          throw new Problem("bad-input", "--search is empty", "Give words, or leave it out for the claim's.");
        return suggest(call, claim, search ?? "");
      }),
    );
}

const enter = (call: Call, kind: string, given: readonly string[], by: string) =>
  withCase(call, { write: true }, async (store) => {
    const cells = Object.fromEntries(given.map(cellOf));
    const entered = await enterByHand(store, { rows: [{ kind, cells }], by, at: call.io.now() });
    if (call.form === "json") await call.io.out(printJson(entered));
    else await call.io.out(`${entered.ids.join("\n")}\n`);
    call.say(
      entered.import.superseded > 0
        ? `It takes the place of what it said before; \`imports undo ${entered.import.n}\` takes it back.`
        : `\`imports undo ${entered.import.n}\` takes it back.`,
    );
    return 0;
  });

function cellOf(text: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new Problem("bad-input", `"${text}" is no column=value`, "Write for=yes, or statement='in quotes'.");
}

const suggest = (call: Call, claim: string, search: string) =>
  withCase(call, {}, async (store) => {
    const card = await suggestionCard(store, claim, MOST_SUGGESTED, search);
    await writeListing(call, {
      heads: (lang) => lookWords(lang).suggestionHeads,
      rows: card.suggestions.map((one) => {
        const statement = card.statements[one.statement];
        const says = statement ? plain(statementSays(statement, card.entities, call.lang)) : "";
        const names = one.entities.map((id) => nameOf(card.entities[id], call.lang, id));
        return [one.statement, says, [...names, ...one.words].join(", ")];
      }),
      json: card,
      none: lookWords(call.lang).noSuggestion,
    });
    return 0;
  });
