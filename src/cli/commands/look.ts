import { type Command, Option } from "commander";
import { kindCalled } from "../../ask/say/entity-kinds.ts";
import { Problem } from "../../errors.ts";
import type { Entity } from "../../model/entity.ts";
import { sourceList } from "../../server/cards.ts";
import type { Reader } from "../../store/port.ts";
import type { Call } from "../call.ts";
import { lookWords } from "../look-words.ts";
import { withCase } from "../with-case.ts";
import type { Bench } from "./command.ts";
import { writeListing } from "./listing.ts";
import { KINDS_SHOWN, type KindShown, show, showSource } from "./show.ts";

const MOST_FOUND = 50;

/** `find`, `show` and `sources`: what a case holds. */
export function lookCommands(bench: Bench): void {
  const { program } = bench;
  program
    .command("find <text...>")
    .description("entities by name, in any script")
    .action((text: string[], _options, self: Command) =>
      bench.run(self, (call) => find(call, text.join(" "))),
    );
  program
    .command("show <id>")
    .description("an entity with its statements and sources; one statement, or a source, by its id")
    .addOption(new Option("--as <what>", "what the id is, where it is that of several").choices(KINDS_SHOWN))
    .action((id: string, options: { as?: KindShown }, self: Command) =>
      bench.run(self, (call) => show(call, id, options.as)),
    );
  program
    .command("sources [source]")
    .description("the sources; what rests on one")
    .action((source: string | undefined, _options, self: Command) =>
      bench.run(self, (call) => (source === undefined ? listSources(call) : showSource(call, source))),
    );
}

const find = (call: Call, text: string) =>
  withCase(call, {}, async (store) => {
    const found = await store.find(text, MOST_FOUND);
    const { meant, near } = found.length > 0 ? { meant: [], near: [] } : await otherwise(store, text);
    const entities = [...found, ...meant];
    const others = (entity: Entity) =>
      entity.names.map((name) => name.text).filter((name) => name !== entity.name);
    const kindOf = ({ kind }: Entity) => (call.form === "csv" ? kind : kindCalled(kind, call.lang));
    await writeListing(call, {
      heads: (lang) => lookWords(lang).foundHeads,
      rows: entities.map((e) => [
        e.id,
        e.name,
        kindOf(e),
        e.jurisdiction,
        [...new Set(others(e))].join(" · "),
      ]),
      json: entities,
      none: lookWords(call.lang).nothingCalled(text, near),
    });
    return 0;
  });

/** The entity with this id, or those called much the same, where nothing is called so. */
async function otherwise(store: Pick<Reader, "resolve">, text: string) {
  try {
    return { meant: [await store.resolve(text)], near: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { meant: [], near: error.choices };
  }
}

const listSources = (call: Call) =>
  withCase(call, {}, async (store) => {
    const sources = await sourceList(store);
    await writeListing(call, {
      heads: (lang) => lookWords(lang).sourceHeads,
      rows: sources.map((s) => [
        ...[s.id, s.title, s.publisher, s.published, String(s.statements)],
        s.withdrawn === 0 ? "" : `${s.withdrawn}: ${s.reasons.join("; ")}`,
      ]),
      numeric: [4],
      json: sources,
      none: lookWords(call.lang).noSource,
    });
    return 0;
  });
