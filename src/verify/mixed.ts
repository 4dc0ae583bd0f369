import type { Carried } from "../model/carried.ts";

type Event = Carried["events"][number];

/** What two dossiers carry, some statements as the newer one has them, all others as the older one. */
export function mixed(older: Carried, newer: Carried, ids: ReadonlySet<string>): Carried {
  const events = [...kept(older, (id) => !ids.has(id)), ...kept(newer, (id) => ids.has(id))];
  const joined = new Map<string, Event>();
  for (const event of events.sort(byTime)) {
    const key = JSON.stringify([event.at, event.what, "why" in event ? event.why : ""]);
    const before = joined.get(key);
    const statements = [...(before?.statements ?? []), ...event.statements];
    joined.set(key, { ...event, statements } as Event);
  }
  return {
    entities: either(older.entities, newer.entities),
    sources: either(older.sources, newer.sources),
    events: [...joined.values()],
  };
}

function kept({ events }: Carried, keep: (id: string) => boolean): Event[] {
  return events.flatMap((event): Event[] => {
    const some =
      event.what === "imported"
        ? { ...event, statements: event.statements.filter(({ id = "" }) => keep(id)) }
        : { ...event, statements: event.statements.filter(keep) };
    return some.statements.length === 0 ? [] : [some];
  });
}

const byTime = (a: Event, b: Event) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** Rows of both by id, as the newer has them where it has them. */
function either<T extends { readonly id?: string | undefined }>(
  older: readonly T[],
  newer: readonly T[],
): T[] {
  const fresh = new Map(newer.map((row) => [row.id, row]));
  const old = new Set(older.map((row) => row.id));
  return [...older.map((row) => fresh.get(row.id) ?? row), ...newer.filter((row) => !old.has(row.id))];
}
