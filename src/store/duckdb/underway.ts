/** What is being read, by number: asked for again before it is there, it is waited for and not read twice. */
export class Underway<T> {
  readonly #parts = new Map<number, Promise<ReadonlyMap<number, T>>>();

  /** All that is found of these numbers; `read` is asked for those nobody reads yet. */
  async all(
    numbers: readonly number[],
    read: (some: readonly number[]) => Promise<ReadonlyMap<number, T>>,
  ): Promise<Map<number, T>> {
    const parts = new Set(numbers.flatMap((n) => this.#parts.get(n) ?? []));
    const fresh = numbers.filter((n) => !this.#parts.has(n));
    if (fresh.length > 0) parts.add(this.#begin(fresh, read(fresh)));
    const found = new Map<number, T>();
    for (const part of await Promise.all(parts)) {
      for (const n of numbers) {
        const one = part.get(n);
        if (one !== undefined) found.set(n, one);
      }
    }
    return found;
  }

  #begin(numbers: readonly number[], reading: Promise<ReadonlyMap<number, T>>) {
    const part = reading.finally(() => {
      for (const n of numbers) this.#parts.delete(n);
    });
    for (const n of numbers) this.#parts.set(n, part);
    return part;
  }
}
