/** Blocks of votes that are left to count, as columns that grow. */
export class Blocks {
  length = 0;
  party = new Int32Array(1 << 12);
  ballot = new Int32Array(1 << 12);
  low = new Float64Array(1 << 12);
  high = new Float64Array(1 << 12);
  flags = new Uint8Array(1 << 12);

  add(party: number, ballot: number, low: number, high: number, flags: number): void {
    const at = this.length++;
    if (at === this.party.length) this.#grow(at + Math.max(1 << 12, at >> 1));
    this.party[at] = party;
    this.ballot[at] = ballot;
    this.low[at] = low;
    this.high[at] = high;
    this.flags[at] = flags;
  }

  #grow(size: number): void {
    const wide = <T extends Int32Array | Float64Array | Uint8Array>(old: T, fresh: T): T => {
      fresh.set(old as never);
      return fresh;
    };
    this.party = wide(this.party, new Int32Array(size));
    this.ballot = wide(this.ballot, new Int32Array(size));
    this.low = wide(this.low, new Float64Array(size));
    this.high = wide(this.high, new Float64Array(size));
    this.flags = wide(this.flags, new Uint8Array(size));
  }

  /** The same by party, as the holdings of a control network: each is put in its place at once. */
  sorted(nodes: number) {
    const { length, party } = this;
    const holdStart = new Int32Array(nodes + 1);
    for (let i = 0; i < length; i++) {
      const after = (party[i] as number) + 1;
      holdStart[after] = (holdStart[after] as number) + 1;
    }
    for (let n = 0; n < nodes; n++)
      holdStart[n + 1] = (holdStart[n + 1] as number) + (holdStart[n] as number);
    const next = holdStart.slice();
    const [holdBallot, holdFlags] = [new Int32Array(length), new Uint8Array(length)];
    const [holdLow, holdHigh] = [new Float64Array(length), new Float64Array(length)];
    for (let i = 0; i < length; i++) {
      const n = party[i] as number;
      const at = next[n] as number;
      next[n] = at + 1;
      holdBallot[at] = this.ballot[i] as number;
      holdLow[at] = this.low[i] as number;
      holdHigh[at] = this.high[i] as number;
      holdFlags[at] = this.flags[i] as number;
    }
    return { holdStart, holdBallot, holdLow, holdHigh, holdFlags };
  }
}
