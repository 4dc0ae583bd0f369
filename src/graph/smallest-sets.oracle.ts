/** All smallest sets among 0 … n − 1 for which `holds`, by looking at every one of the 2ⁿ sets. */
export function smallestByAll(n: number, holds: (set: readonly number[]) => boolean): number[][] {
  const all = Array.from({ length: 2 ** n }, (_, mask) =>
    Array.from({ length: n }, (_, i) => i).filter((i) => (mask >> i) & 1),
  ).filter(holds);
  const least = Math.min(...all.map((set) => set.length));
  return all.filter((set) => set.length === least).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const key = (set: readonly number[]) => set.map((i) => String(i).padStart(2, "0")).join(" ");
