import type { Entity } from "../../model/entity.ts";
import type { Source } from "../../model/source.ts";
import type { Statement } from "../../model/statement.ts";
import { type Finder, scanning } from "./finder.ts";
import { type Placing, placing } from "./placing.ts";
import type { Rows } from "./read.ts";
import type { Use } from "./reading.ts";
import { Recent } from "./recent.ts";
import { Underway } from "./underway.ts";

const KEPT = 20_000;

/** About so many look-ups that scan cost what making the indexes does, over ten million entities. */
const SCANS = 150;

/**
 * Look-ups in a case as it stands; to be thrown away when the case changes. What was handed out of late is kept. A case
 * of more than `small` rows is looked through for the first answers, until there are indexes: made by `prepare`, which also
 * has the rows in memory, or once that many look-ups were asked for; a smaller one has them from the first.
 */
export function lookUps(use: Use, rows: Rows, small: number) {
  const scan = scanning(rows);
  let place: Finder | null = null;
  let making: Promise<Placing> | null = null;
  let scans = SCANS;
  let big: Promise<boolean> | null = null;
  let standing = true;
  const isBig = () => {
    big ??= rows<{ n: number }>(
      "SELECT (SELECT count(*) FROM entity_id) + (SELECT count(*) FROM statement) AS n",
    ).then(([size]) => Number(size?.n ?? 0) > small);
    return big;
  };
  const indexed = () => {
    making ??= placing(use, rows, () => standing).then((made) => {
      place = made;
      return made;
    });
    making.catch(() => {
      making = null;
    });
    return making;
  };
  const finder = async (): Promise<Finder> => {
    if (place !== null) return place;
    return (await isBig()) && scans-- > 0 ? scan : indexed();
  };

  const entity = new Recent<string, Entity>(KEPT);
  const source = new Recent<string, Source>(KEPT);
  /** Statements that count, by id and by ordinal, as they were handed out. */
  const byId = new Recent<string, Statement>(KEPT);
  const byOrdinal = new Recent<number, Statement>(KEPT);
  const entitiesRead = new Underway<string, Entity>();
  const statementsRead = new Underway<number, Statement>();

  return {
    isBig,

    /** The case has changed: what is being made ready for later is not wanted any more. */
    drop: (): void => {
      standing = false;
    },

    /** Makes the indexes and keeps the rows, if that was not done before. */
    prepare: async (): Promise<void> => {
      const found = await indexed();
      await found.keep();
    },

    ordinal: async (id: string): Promise<number> => (await finder()).ordinal(id),

    entityIds: async (ordinals: Iterable<number>): Promise<ReadonlyMap<number, string>> =>
      (await finder()).entityIds([...ordinals]),

    /** Entities by id, unknown ids left out, each once, in the order asked for. */
    entities: async (wanted: readonly string[]): Promise<Entity[]> => {
      const ids = [...new Set(wanted)];
      const known = new Map(ids.map((id) => [id, entity.get(id)]));
      const missing = ids.filter((id) => known.get(id) === undefined);
      const read = await entitiesRead.all(missing, async (some) => {
        const found = await (await finder()).entities(some);
        for (const one of found) entity.set(one.id, one);
        return new Map(found.map((one) => [one.id, one]));
      });
      return ids.flatMap((id) => read.get(id) ?? known.get(id) ?? []);
    },

    sources: async (wanted: readonly string[]): Promise<Source[]> => {
      const ids = [...new Set(wanted)];
      const missing = ids.filter((id) => source.get(id) === undefined);
      const found = missing.length === 0 ? [] : await (await finder()).sources(missing);
      const read = new Map(found.map((one) => [one.id, one]));
      for (const one of found) source.set(one.id, one);
      return ids.flatMap((id) => read.get(id) ?? source.get(id) ?? []);
    },

    /** Statements by ordinal; those that count are kept, to be asked for by id. */
    statementsAt: async (wanted: Iterable<number>): Promise<Map<number, Statement>> => {
      const found = new Map<number, Statement>();
      const missing: number[] = [];
      for (const n of new Set(wanted)) {
        const known = byOrdinal.get(n);
        if (known) found.set(n, known);
        else missing.push(n);
      }
      const read = await statementsRead.all(missing, async (some) => {
        const fresh = await (await finder()).statements(some);
        for (const [n, one] of fresh) {
          if (one.status !== "active") continue;
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

export type LookUps = ReturnType<typeof lookUps>;
