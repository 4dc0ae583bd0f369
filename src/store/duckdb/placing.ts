import { entitiesAt, entityColumns, sourcesAt, statementColumns, statementsAt } from "./by-place.ts";
import type { Finder } from "./finder.ts";
import { keptRows } from "./kept-rows.ts";
import { entityPlaces, type Places, sourcePlaces, statementPlaces } from "./places.ts";
import { type Rows, readStatementsAt } from "./read.ts";
import type { Use } from "./reading.ts";

/**
 * Ordinals so near each other that reading them brings the blocks of a whole table from the file: half a second for ten
 * million entities, instead of a block for each column of each row in the first hundreds of answers.
 */
function spread({ length }: Places): number[] {
  return Array.from({ length: Math.ceil(length / 2 ** 14) }, (_, k) => k * 2 ** 14);
}

/** A finder that can have the rows themselves in memory: then a look-up reads nothing. */
export interface Placing extends Finder {
  keep(): Promise<void>;
}

/** From indexes of where each row lies: a look-up costs the rows it reads. They take seconds to make for millions. */
export async function placing(use: Use, rows: Rows): Promise<Placing> {
  const [entities, statements, sources] = await Promise.all([
    use(entityPlaces),
    use(statementPlaces),
    use(sourcePlaces),
  ]);
  await use((session) => entitiesAt(session, entities, spread(entities)));
  await use((session) => statementsAt(session, statements, entities, spread(statements)));
  const { ids, length } = entities;
  const ordinalOf = (id: string) => {
    const n = ids.number(id);
    return n < length ? n : -1;
  };
  return {
    keep: async () => {
      entities.kept = await keptRows(use, "entity", entityColumns(entities.voices.ofOthers));
      statements.kept = await keptRows(use, "statement", statementColumns(statements.voices.ofOthers));
    },
    ordinal: async (id) => ordinalOf(id),
    entityIds: async (ordinals) =>
      new Map(ordinals.filter((n) => n >= 0 && n < length).map((n) => [n, ids.text(n)])),
    entities: async (wanted) => {
      const ordinals = wanted.map(ordinalOf).filter((n) => n >= 0);
      return [...(await use((session) => entitiesAt(session, entities, ordinals))).values()];
    },
    sources: (wanted) => {
      const found = wanted.map((id) => sources.ids.number(id)).filter((n) => n >= 0);
      return use((session) => sourcesAt(session, found.map(sources.row)));
    },
    statements: async (ordinals) => {
      const gone = ordinals.filter(statements.gone);
      const counting = ordinals.filter((n) => !statements.gone(n));
      const found = await use((session) => statementsAt(session, statements, entities, counting));
      if (gone.length > 0) for (const [n, one] of await readStatementsAt(rows, gone)) found.set(n, one);
      return found;
    },
  };
}
