import { CsvBytes } from "../../ask/csv-bytes.ts";
import { formatUnits } from "../../model/share.ts";
import type { VoteRange } from "../../networks/controllers.ts";
import type { Ids } from "../../networks/register/listed.ts";
import {
  anyVotes,
  highIsOpen,
  highOf,
  lowIsOpen,
  lowOf,
  type Records,
} from "../../networks/register/recorded.ts";

export const NO_VOTES = ",,\n";
export const OPEN = [",\n", ",low\n", ",high\n", ",both\n"] as const;
/** Figures remembered as they are written: registers repeat them. */
const REMEMBERED = 1 << 14;

/** The rows of everyone, put together cell by cell. */
export class Rows extends CsvBytes {
  readonly #ids: Ids;
  readonly #figures = new Map<number, string>();

  constructor(ids: Ids) {
    super();
    this.#ids = ids;
  }

  id(n: number): void {
    const { bytes, start } = this.#ids;
    this.cell(bytes, start[n] as number, (start[n + 1] as number) - 1);
  }

  /** The last cells of a row: votes_low, votes_high, votes_open, all empty where no votes are on record. */
  votes(votes: VoteRange | null): void {
    if (votes === null) this.text(NO_VOTES);
    else this.#votes(votes.low.value, votes.low.open, votes.high.value, votes.high.open);
  }

  /** The same of a pair. */
  votesAt(pairs: Records, at: number): void {
    const [low, high] = [lowOf(pairs, at), highOf(pairs, at)];
    if (anyVotes(pairs, at)) this.#votes(low, lowIsOpen(pairs, at), high, highIsOpen(pairs, at));
    else this.text(NO_VOTES);
  }

  #votes(least: number, lowOpen: boolean, high: number, highOpen: boolean): void {
    const low = Math.min(least, high);
    this.text(this.#figure(low));
    this.text(",");
    this.text(this.#figure(high));
    this.text(OPEN[low < high ? (lowOpen ? 1 : 0) + (highOpen ? 2 : 0) : 0] ?? "");
  }

  #figure(units: number): string {
    let text = this.#figures.get(units);
    if (text === undefined) {
      text = formatUnits(units);
      if (this.#figures.size < REMEMBERED) this.#figures.set(units, text);
    }
    return text;
  }
}
