/** A seeded stream of numbers in [0, 1): sfc32 (Doty-Humphrey, PractRand), the same on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** An integer of 0 … n − 1. */
  below(n: number): number;
  chance(p: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** Streams of one seed under different names are independent, so a change to one leaves the others as they were. */
export function random(seed: number, name: string): Random {
  let [a, b, c, d] = [seed >>> 0, hash(name), 0x9e3779b9, 1];
  const step = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 15; i++) step();
  const below = (n: number) => Math.floor(step() * n);
  return {
    next: step,
    below,
    chance: (p) => step() < p,
    pick: (items) => {
      if (items.length === 0) throw new RangeError("nothing to pick from");
      return items[below(items.length)] as (typeof items)[number];
    },
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
