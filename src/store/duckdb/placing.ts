import { Problem } from "../../errors.ts";
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

/** A finder that can have the rows of statements and entities in memory: then looking them up asks the engine nothing. */
export interface Placing extends Finder {
  /** Has them, if they do not take too much; once only. */
  keep(): Promise<void>;
}

/**
 * From indexes of where each row lies: a look-up costs the rows it reads. They take seconds to make for millions. `wanted`
 * says whether the case still stands as it did.
 */
export async function placing(use: Use, rows: Rows, wanted: () => boolean): Promise<Placing> {
  const [entities, statements, sources] = await Promise.all([
    use(entityPlaces),
    use(statementPlaces),
    use(sourcePlaces),
  ]);
  await entitiesAt(use, entities, spread(entities));
  await statementsAt(use, statements, entities, spread(statements));
  const { ids, length } = entities;
  const ordinalOf = (id: string) => {
    const n = ids.number(id);
    return n < length ? n : -1;
  };
  const still: Use = async (work) => {
    if (wanted()) return use(work);
    throw new Problem("cancelled", "keeping the rows of the case: stopped", "The case changed.");
  };
  const kept = async () => {
    entities.kept = await keptRows(still, "entity", entityColumns(entities.voices.ofOthers));
    statements.kept = await keptRows(still, "statement", statementColumns(statements.voices.ofOthers));
  };
  let keeping: Promise<void> | null = null;
  return {
    keep: () => {
      // What cannot be kept is read where it lies.
      keeping ??= kept().catch(() => undefined);
      return keeping;
    },
    ordinal: async (id) => ordinalOf(id),
    entityIds: async (ordinals) =>
      new Map(ordinals.filter((n) => n >= 0 && n < length).map((n) => [n, ids.text(n)])),
    entities: async (wanted) => {
      const ordinals = wanted.map(ordinalOf).filter((n) => n >= 0);
      return [...(await entitiesAt(use, entities, ordinals)).values()];
    },
    sources: (wanted) => {
      const found = wanted.map((id) => sources.ids.number(id)).filter((n) => n >= 0);
      return sourcesAt(use, found.map(sources.row));
    },
    statements: async (ordinals) => {
      const gone = ordinals.filter(statements.gone);
      const counting = ordinals.filter((n) => !statements.gone(n));
      const found = await statementsAt(use, statements, entities, counting);
      if (gone.length > 0) for (const [n, one] of await readStatementsAt(rows, gone)) found.set(n, one);
      return found;
    },
  };
}
