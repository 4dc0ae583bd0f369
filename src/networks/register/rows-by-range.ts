/** Companies of a range, as a power of two: what is sorted of so many stays within a cache. */
const RANGE = 15;
/** Numbers of a row: company, party, code. */
export const ROW = 3;
/** Numbers of a page. */
const PAGE = ROW << 10;

/** Rows that come in any order, put together by range of companies as they come; within a range in the order they came. */
export class RowsByRange {
  readonly #pages: Int32Array[][];
  /** Range → numbers in its last page. */
  readonly #filled: Int32Array;
  /** How many rows came. */
  length = 0;

  constructor(entities: number) {
    const ranges = (entities >>> RANGE) + 1;
    this.#pages = Array.from({ length: ranges }, () => []);
    this.#filled = new Int32Array(ranges).fill(PAGE);
  }

  add(company: number, party: number, code: number): void {
    const range = company >>> RANGE;
    const pages = this.#pages[range] as Int32Array[];
    let at = this.#filled[range] as number;
    if (at === PAGE) {
      pages.push(new Int32Array(PAGE));
      at = 0;
    }
    const page = pages[pages.length - 1] as Int32Array;
    page[at] = company;
    page[at + 1] = party;
    page[at + 2] = code;
    this.#filled[range] = at + ROW;
    this.length++;
  }

  /** The rows of a range, in pages, which are no longer kept: there are tens of millions. */
  take(range: number): Int32Array[] {
    const pages = this.#pages[range] as Int32Array[];
    const last = pages.pop();
    if (last !== undefined) pages.push(last.subarray(0, this.#filled[range] as number));
    this.#pages[range] = [];
    this.#filled[range] = PAGE;
    return pages;
  }
}

/** Each range with its first company and the one after its last. */
export function* rangesOf(entities: number): Generator<readonly [range: number, first: number, end: number]> {
  for (let first = 0; first < entities; first += 1 << RANGE)
    yield [first >>> RANGE, first, Math.min(entities, first + (1 << RANGE))];
}
