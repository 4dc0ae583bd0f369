import { type Day, parseDate } from "../model/date.ts";
import { fold } from "../model/names.ts";
import type { Source } from "../model/source.ts";
import type { Reader } from "../store/port.ts";
import { networkAround } from "./around.ts";
import { kindsOf } from "./case-network.ts";
import { about, everAbove } from "./closure.ts";
import { ControlView } from "./controllers.ts";
import { heldOn } from "./held.ts";
import { ownership } from "./ownership.ts";

/** What of the two clocks control of a publisher is worked out with. */
interface Clocks {
  readonly store: Reader;
  readonly known: Day | null;
  readonly carry: number;
}

/**
 * How many of several sources are independent: those whose publishers are under one controller count once. A publisher
 * is an entity of the case only where exactly one has that very name; it is under whoever certainly controls it, for
 * every reading of the day the source was published, or else its own master. Other sources count one by one.
 */
export async function independent(clocks: Clocks, roots: readonly string[]): Promise<number> {
  return roots.length < 2 ? roots.length : (await independence(clocks, roots))(roots);
}

/** The same for any of some sources, worked out once for all of them. */
export async function independence(
  clocks: Clocks,
  all: readonly string[],
): Promise<(roots: readonly string[]) => number> {
  const sources = (await clocks.store.sources(all)).filter(({ publisher }) => publisher.trim() !== "");
  const entities = await entitiesCalled(
    clocks.store,
    sources.map(({ publisher }) => publisher),
  );
  const masters = new Map<string, string>();
  const known = new Map<string, string>();
  for (const source of sources) {
    const publisher = entities.get(fold(source.publisher));
    const days = daysOf(source);
    if (publisher === undefined || days === null) continue;
    const seen: string[] = [];
    for (const day of days) {
      const key = `${publisher} ${day}`;
      const head = known.get(key) ?? (await headOf(clocks, publisher, day));
      known.set(key, head);
      seen.push(head);
    }
    if (new Set(seen).size === 1) masters.set(source.id, seen[0] as string);
  }
  return (roots) => {
    const under = roots.flatMap((root) => masters.get(root) ?? []);
    return roots.length - under.length + new Set(under).size;
  };
}

/** Ordinals of the entities that published sources, where one alone has that very name. */
export async function publishersOf(store: Reader, sources: readonly Source[]): Promise<Iterable<number>> {
  const named = sources.map(({ publisher }) => publisher).filter((name) => name.trim() !== "");
  return (await entitiesCalled(store, named)).values();
}

/** The first and the last day a source may have been published; null where it does not say. */
function daysOf({ published }: Source): readonly Day[] | null {
  if (published === "") return null;
  const { lo, hi } = parseDate(published);
  return Number.isFinite(lo) && Number.isFinite(hi) ? [...new Set([lo, hi])] : null;
}

/** Ordinals of entities by folded name, where one alone has it. */
async function entitiesCalled(store: Reader, names: readonly string[]): Promise<Map<string, number>> {
  const folded = [...new Set(names.map(fold))];
  if (folded.length === 0) return new Map();
  const list = folded.map((name) => `'${name.replaceAll("'", "''")}'`).join(", ");
  const rows = await store.rows<{ folded: string; n: number; entities: number }>(
    `SELECT folded, CAST(min(n) AS INTEGER) AS n, count(DISTINCT n) AS entities FROM name_now
     WHERE folded IN (${list}) GROUP BY folded`,
  );
  return new Map(rows.filter((row) => Number(row.entities) === 1).map((row) => [row.folded, Number(row.n)]));
}

/** Who certainly controls an entity on a day, by ordinal, several together in order; itself where nobody does. */
async function headOf({ store, known, carry }: Clocks, entity: number, day: Day): Promise<string> {
  const network = await networkAround(store, known, [entity], "above");
  const { interests, ordinals } = about(network.index(), everAbove(network.index(), entity));
  const held = heldOn(interests, day, carry);
  const view = new ControlView(ownership(held, ordinals.length, kindsOf(network, ordinals)));
  const masters = view
    .controllers(0)
    .ultimate.filter((one) => one.certainty === "certain")
    .map((one) => ordinals[one.party] as number);
  return masters.length > 0 ? masters.sort((a, b) => a - b).join("+") : String(entity);
}
