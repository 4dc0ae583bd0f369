import type { Entity } from "../../model/entity.ts";
import type { Source } from "../../model/source.ts";
import type { Statement } from "../../model/statement.ts";
import { entitiesAt, sourcesAt, statementsAt } from "./by-place.ts";
import { entityPlaces, type Places, sourcePlaces, statementPlaces } from "./places.ts";
import { type Rows, readStatementsAt } from "./read.ts";
import type { Use } from "./reading.ts";
import { Recent } from "./recent.ts";
import { Underway } from "./underway.ts";

const KEPT = 20_000;

/**
 * Ordinals so near each other that reading them brings the blocks of a whole table from the file: half a second for ten
 * million entities, instead of a block for each column of each row in the first hundreds of answers.
 */
function spread({ length }: Places): number[] {
  return Array.from({ length: Math.ceil(length / 2 ** 14) }, (_, k) => k * 2 ** 14);
}

/**
 * Look-ups in a case as it stands, from indexes made at the first one, so that an answer about one entity costs the rows
 * it reads and not the size of the case. To be thrown away when the case changes.
 */
export function warm(use: Use) {
  const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
    let made: Promise<T> | undefined;
    return () => {
      made ??= make();
      made.catch(() => {
        made = undefined;
      });
      return made;
    };
  };
  const entityIndex = once(async () => {
    const places = await use(entityPlaces);
    await use((session) => entitiesAt(session, places, spread(places)));
    return places;
  });
  const statementIndex = once(async () => {
    const [places, entities] = await Promise.all([use(statementPlaces), entityIndex()]);
    await use((session) => statementsAt(session, places, entities, spread(places)));
    return places;
  });
  const sourceIndex = once(() => use(sourcePlaces));
  const entity = new Recent<number, Entity>(KEPT);
  const source = new Recent<string, Source>(KEPT);
  /** Statements that count, by id and by ordinal, as they were handed out. */
  const byId = new Recent<string, Statement>(KEPT);
  const byOrdinal = new Recent<number, Statement>(KEPT);
  const entitiesRead = new Underway<Entity>();
  const statementsRead = new Underway<Statement>();

  return {
    /** The ordinal of an entity id, −1 where there is none. */
    ordinal: async (id: string): Promise<number> => {
      const { ids, length } = await entityIndex();
      const n = ids.number(id);
      return n < length ? n : -1;
    },

    entityIds: async (ordinals: Iterable<number>): Promise<Map<number, string>> => {
      const { ids, length } = await entityIndex();
      const found = new Map<number, string>();
      for (const n of ordinals) if (n >= 0 && n < length) found.set(n, ids.text(n));
      return found;
    },

    /** Entities by id, unknown ids left out, each once, in the order asked for. */
    entities: async (wanted: readonly string[]): Promise<Entity[]> => {
      const places = await entityIndex();
      const ordinals = [...new Set(wanted)]
        .map((id) => places.ids.number(id))
        .filter((n) => n >= 0 && n < places.length);
      const known = new Map(ordinals.map((n) => [n, entity.get(n)]));
      const missing = ordinals.filter((n) => known.get(n) === undefined);
      const read = await entitiesRead.all(missing, async (some) => {
        const found = await use((session) => entitiesAt(session, places, some));
        for (const [n, one] of found) entity.set(n, one);
        return found;
      });
      return ordinals.flatMap((n) => read.get(n) ?? known.get(n) ?? []);
    },

    sources: async (wanted: readonly string[]): Promise<Source[]> => {
      const ids = [...new Set(wanted)];
      const missing = ids.filter((id) => source.get(id) === undefined);
      const read = new Map<string, Source>();
      if (missing.length > 0) {
        const places = await sourceIndex();
        const rows = missing.map((id) => places.ids.number(id)).filter((n) => n >= 0);
        for (const one of await use((session) => sourcesAt(session, rows.map(places.row)))) {
          read.set(one.id, one);
          source.set(one.id, one);
        }
      }
      return ids.flatMap((id) => read.get(id) ?? source.get(id) ?? []);
    },

    /** Statements by ordinal; those that count are kept, to be asked for by id. */
    statementsAt: async (rows: Rows, wanted: Iterable<number>): Promise<Map<number, Statement>> => {
      const places = await statementIndex();
      const entities = await entityIndex();
      const found = new Map<number, Statement>();
      const missing: number[] = [];
      const gone: number[] = [];
      for (const n of new Set(wanted)) {
        const known = byOrdinal.get(n);
        if (known) found.set(n, known);
        else if (places.gone(n)) gone.push(n);
        else missing.push(n);
      }
      if (gone.length > 0) for (const [n, one] of await readStatementsAt(rows, gone)) found.set(n, one);
      if (missing.length === 0) return found;
      const read = await statementsRead.all(missing, async (some) => {
        const fresh = await use((session) => statementsAt(session, places, entities, some));
        for (const [n, one] of fresh) {
          byOrdinal.set(n, one);
          byId.set(one.id, one);
        }
        return fresh;
      });
      for (const [n, one] of read) found.set(n, one);
      return found;
    },

    /** A statement that counts, if it was handed out of late. */
    statement: (id: string): Statement | undefined => byId.get(id),
  };
}

export type Warm = ReturnType<typeof warm>;
