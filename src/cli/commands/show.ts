import { kindCalled } from "../../ask/say/entity-kinds.ts";
import { nameOf } from "../../ask/say/name.ts";
import { denialsSay } from "../../draw/denied.ts";
import { plain } from "../../draw/sentence.ts";
import { statementDates, statementSays } from "../../draw/statement.ts";
import { Problem } from "../../errors.ts";
import type { Entity } from "../../model/entity.ts";
import type { Statement } from "../../model/statement.ts";
import { entityCard, sourceCard, statementCard } from "../../server/cards.ts";
import type { Reader } from "../../store/port.ts";
import type { Call } from "../call.ts";
import { statementFields } from "../draw/statement-fields.ts";
import { lookWords } from "../look-words.ts";
import { withCase } from "../with-case.ts";
import { writeListing } from "./listing.ts";

/** What an id can be that of. */
export const KINDS_SHOWN = ["entity", "statement", "source"] as const;
export type KindShown = (typeof KINDS_SHOWN)[number];

/** `show`: an entity by id or name, a statement or a source by id; `as` says which, where an id is that of several. */
export const show = (call: Call, id: string, as?: KindShown) =>
  withCase(call, {}, async (store) => {
    const kind = as ?? (await kindOf(store, id.trim()));
    if (kind === "statement") return oneStatement(call, store, id.trim());
    return kind === "source" ? oneSource(call, store, id.trim()) : oneEntity(call, store, id);
  });

export const showSource = (call: Call, id: string) =>
  withCase(call, {}, (store) => oneSource(call, store, id));

/** What an id is that of; a name is an entity's. */
async function kindOf(store: Reader, id: string): Promise<KindShown> {
  const there = await Promise.all([store.entities([id]), store.statements([id]), store.sources([id])]);
  const kinds = KINDS_SHOWN.filter((_, n) => (there[n] ?? []).length > 0);
  if (kinds.length > 1)
    throw new Problem(
      "ambiguous-entity",
      `"${id}" is the id of ${kinds.map((kind) => ARTICLE[kind]).join(" and of ")}`,
      `Say which with --as ${kinds.join(" or --as ")}.`,
      kinds.map((kind) => `--as ${kind}`),
    );
  return kinds[0] ?? "entity";
}

const ARTICLE = { entity: "an entity", statement: "a statement", source: "a source" } as const;

async function oneEntity(call: Call, store: Reader, name: string): Promise<number> {
  const card = await entityCard(store, name).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.code !== "unknown-entity") throw error;
    const message = `there is no entity, statement or source "${name}" in this case`;
    throw new Problem(error.code, message, error.hint, error.choices);
  });
  const { entity } = card;
  const names = [entity.name, ...entity.names.map((each) => each.text)];
  const kind = kindCalled(entity.kind, call.lang);
  const about = [kind, entity.jurisdiction, entity.sector].filter((part) => part !== "").join(", ");
  await writeListing(call, {
    title: `${nameOf(entity, call.lang)} (${entity.id}): ${about}\n${[...new Set(names)].join(" · ")}`,
    heads: (lang) => lookWords(lang).statementHeads,
    rows: card.statements.map(statementRow(call, card)),
    json: card,
    none: lookWords(call.lang).nothingNames(`${entity.name} (${entity.id})`),
  });
  return 0;
}

async function oneStatement(call: Call, store: Reader, id: string): Promise<number> {
  const card = await statementCard(store, id);
  await writeListing(call, {
    heads: (lang) => lookWords(lang).fieldHeads,
    rows: statementFields(card, call.lang, call.form === "csv" ? "en" : call.lang),
    json: card,
    none: "",
  });
  return 0;
}

async function oneSource(call: Call, store: Reader, id: string): Promise<number> {
  const card = await sourceCard(store, id);
  const { source } = card;
  const w = lookWords(call.lang);
  const title = [
    `${source.title} (${source.id})`,
    source.publisher,
    source.published,
    source.url,
    source.archivedUrl === "" ? "" : w.archived(source.archivedUrl),
    ...card.origins.map((origin) => w.repeats(`${origin.id}: ${origin.title}`)),
    ...card.withdrawals.map((one) => w.withdrawn(one.on, one.statements, one.why)),
  ];
  await writeListing(call, {
    title: title.filter((part) => part !== "").join("\n"),
    heads: (lang) => lookWords(lang).statementHeads,
    rows: card.statements.map(statementRow(call, card)),
    json: card,
    none: w.nothingRests(`${source.title} (${source.id})`),
  });
  return 0;
}

interface Card {
  readonly entities: Readonly<Record<string, Entity>>;
  readonly denied: Readonly<Record<string, Statement>>;
}

const statementRow = (call: Call, card: Card) => (statement: Statement) => {
  const { status } = statement;
  const state = call.form === "csv" ? status : lookWords(call.lang).status[status];
  return [
    statement.id,
    [
      statementSays(statement, card.entities, call.lang, card.denied),
      ...denialsSay(statement, card.denied, card.entities, call.lang),
    ]
      .map(plain)
      .join(" "),
    statementDates(statement, call.lang),
    [statement.source, statement.locator].filter((part) => part !== "").join(", "),
    statement.withdrawn ? `${state} ${statement.withdrawn.on}: ${statement.withdrawn.why}` : state,
  ];
};
