/** What is being read, by key: asked for again before it is there, it is waited for and not read twice. */
export class Underway<K, T> {
  readonly #parts = new Map<K, Promise<ReadonlyMap<K, T>>>();

  /** All that is found of these keys; `read` is asked for those nobody reads yet. */
  async all(
    keys: readonly K[],
    read: (some: readonly K[]) => Promise<ReadonlyMap<K, T>>,
  ): Promise<Map<K, T>> {
    const parts = new Set(keys.flatMap((key) => this.#parts.get(key) ?? []));
    const fresh = keys.filter((key) => !this.#parts.has(key));
    if (fresh.length > 0) parts.add(this.#begin(fresh, read(fresh)));
    const found = new Map<K, T>();
    for (const part of await Promise.all(parts)) {
      for (const key of keys) {
        const one = part.get(key);
        if (one !== undefined) found.set(key, one);
      }
    }
    return found;
  }

  #begin(keys: readonly K[], reading: Promise<ReadonlyMap<K, T>>) {
    const part = reading.finally(() => {
      for (const key of keys) this.#parts.delete(key);
    });
    for (const key of keys) this.#parts.set(key, part);
    return part;
  }
}
