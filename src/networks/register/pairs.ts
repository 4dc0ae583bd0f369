/** A list of number pairs that grows. */
export class Pairs {
  length = 0;
  from = new Int32Array(1 << 16);
  to = new Int32Array(1 << 16);

  add(from: number, to: number): void {
    if (this.length === this.from.length) this.#grow();
    this.from[this.length] = from;
    this.to[this.length++] = to;
  }

  #grow(): void {
    const size = this.length + Math.max(1 << 16, this.length >> 1);
    const wide = [new Int32Array(size), new Int32Array(size)] as const;
    wide[0].set(this.from);
    wide[1].set(this.to);
    [this.from, this.to] = wide;
  }

  /** By the first number: of n, `to[start[n]] … to[start[n + 1] − 1]`. */
  sorted(nodes: number): { readonly start: Int32Array; readonly to: Int32Array } {
    const start = new Int32Array(nodes + 1);
    const { from, to, length } = this;
    for (let i = 0; i < length; i++) {
      const after = (from[i] as number) + 1;
      start[after] = (start[after] as number) + 1;
    }
    for (let n = 0; n < nodes; n++) start[n + 1] = (start[n + 1] as number) + (start[n] as number);
    const next = start.slice();
    const out = new Int32Array(length);
    for (let i = 0; i < length; i++) {
      const n = from[i] as number;
      const at = next[n] as number;
      out[at] = to[i] as number;
      next[n] = at + 1;
    }
    return { start, to: out };
  }
}
