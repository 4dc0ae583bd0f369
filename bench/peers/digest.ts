/** A sum over pairs that comes out the same in every language and order, exact in a double below 2^53. */
export class PairDigest {
  count = 0;
  #sum = 0;

  add(source: number, targets: ArrayLike<number>, length = targets.length): void {
    const from = (source % 9973) + 1;
    let sum = 0;
    for (let i = 0; i < length; i++) sum += ((targets[i] as number) % 9967) + 1;
    this.#sum += from * sum;
    this.count += length;
  }

  get text(): string {
    return String(this.#sum);
  }
}
