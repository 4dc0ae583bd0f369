import type { Command } from "commander";
import { nameOf } from "../../ask/say/name.ts";
import { denialsSay } from "../../draw/denied.ts";
import { plain } from "../../draw/sentence.ts";
import { statementDates, statementSays } from "../../draw/statement.ts";
import type { Entity } from "../../model/entity.ts";
import type { Statement } from "../../model/statement.ts";
import { entityCard, sourceCard, sourceList } from "../../server/cards.ts";
import type { Call } from "../call.ts";
import { withCase } from "../with-case.ts";
import type { Bench } from "./command.ts";
import { writeListing } from "./listing.ts";

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
    .command("show <entity>")
    .description("its statements and sources")
    .action((entity: string, _options, self: Command) => bench.run(self, (call) => show(call, entity)));
  program
    .command("sources [source]")
    .description("the sources; what rests on one")
    .action((source: string | undefined, _options, self: Command) =>
      bench.run(self, (call) => (source === undefined ? listSources(call) : showSource(call, source))),
    );
}

const find = (call: Call, text: string) =>
  withCase(call, {}, async (store) => {
    const entities = await store.find(text, MOST_FOUND);
    const others = (entity: Entity) =>
      entity.names.map((name) => name.text).filter((name) => name !== entity.name);
    await writeListing(call, {
      heads: ["id", "name", "kind", "jurisdiction", "other names"],
      rows: entities.map((e) => [e.id, e.name, e.kind, e.jurisdiction, [...new Set(others(e))].join(" · ")]),
      json: entities,
      none: `nothing is called "${text}" in this case`,
    });
    return 0;
  });

const STATEMENT_HEADS = ["id", "what is said", "when", "source", "status"];

interface Card {
  readonly entities: Readonly<Record<string, Entity>>;
  readonly denied: Readonly<Record<string, Statement>>;
}

const statementRow = (call: Call, card: Card) => (statement: Statement) => [
  statement.id,
  [
    statementSays(statement, card.entities, call.lang, card.denied),
    ...denialsSay(statement, card.denied, card.entities, call.lang),
  ]
    .map(plain)
    .join(" "),
  statementDates(statement, call.lang),
  [statement.source, statement.locator].filter((part) => part !== "").join(", "),
  statement.withdrawn
    ? `${statement.status} ${statement.withdrawn.on}: ${statement.withdrawn.why}`
    : statement.status,
];

const show = (call: Call, name: string) =>
  withCase(call, {}, async (store) => {
    const card = await entityCard(store, name);
    const { entity } = card;
    const names = [entity.name, ...entity.names.map((each) => each.text)];
    const about = [entity.kind, entity.jurisdiction, entity.sector].filter((part) => part !== "").join(", ");
    await writeListing(call, {
      title: `${nameOf(entity, call.lang)} (${entity.id}): ${about}\n${[...new Set(names)].join(" · ")}`,
      heads: STATEMENT_HEADS,
      rows: card.statements.map(statementRow(call, card)),
      json: card,
      none: `no statement names ${entity.name} (${entity.id})`,
    });
    return 0;
  });

const listSources = (call: Call) =>
  withCase(call, {}, async (store) => {
    const sources = await sourceList(store);
    await writeListing(call, {
      heads: ["id", "title", "publisher", "published", "statements", "withdrawn"],
      rows: sources.map((s) => [
        ...[s.id, s.title, s.publisher, s.published, String(s.statements)],
        s.withdrawn === 0 ? "" : `${s.withdrawn}: ${s.reasons.join("; ")}`,
      ]),
      numeric: [4],
      json: sources,
      none: "there is no source in this case",
    });
    return 0;
  });

const showSource = (call: Call, id: string) =>
  withCase(call, {}, async (store) => {
    const card = await sourceCard(store, id);
    const { source } = card;
    const repeats = card.origins.map((origin) => `repeats ${origin.id}: ${origin.title}`);
    const title = [
      `${source.title} (${source.id})`,
      source.publisher,
      source.published,
      source.url,
      ...repeats,
      ...card.withdrawals.map((one) => `withdrawn ${one.on} (${one.statements}): ${one.why}`),
    ];
    await writeListing(call, {
      title: title.filter((part) => part !== "").join("\n"),
      heads: STATEMENT_HEADS,
      rows: card.statements.map(statementRow(call, card)),
      json: card,
      none: `no statement rests on ${source.title} (${source.id})`,
    });
    return 0;
  });
