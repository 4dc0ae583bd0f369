import type { Source } from "../model/source.ts";
import type { Reader } from "../store/port.ts";

/** Sources with all they derive from, and the root of each after following `derivedFrom`, of several the first. */
export interface Relays {
  readonly read: ReadonlyMap<string, Source>;
  readonly rootOf: (id: string) => string;
}

/** Follows sources to where they come from, asking only for those on the way. */
export async function relaysOf(store: Reader, sources: Iterable<string>): Promise<Relays> {
  const read = new Map<string, Source>();
  for (let next = [...new Set(sources)]; next.length > 0; ) {
    const found = await store.sources(next);
    for (const source of found) read.set(source.id, source);
    next = found.map(parent).filter((id) => id !== "" && !read.has(id));
  }
  const parentOf = (id: string) => {
    const source = read.get(id);
    return (source && parent(source)) || undefined;
  };
  return {
    read,
    rootOf: (id) => {
      const seen = new Set<string>();
      let at = id;
      for (let up = parentOf(at); up !== undefined && !seen.has(at); up = parentOf(at)) {
        seen.add(at);
        at = up;
      }
      return at;
    },
  };
}

const parent = ({ derivedFrom }: Source) => derivedFrom.split("|", 1)[0]?.trim() ?? "";
