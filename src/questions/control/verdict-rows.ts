import { isSpecial } from "../../ask/csv-bytes.ts";
import { majority } from "../../laws/index.ts";
import { BEFORE, type Everyone, LONGEST, PAIRED } from "../../networks/register/lines.ts";
import type { Listed } from "../../networks/register/listed.ts";
import { controllerOf, isCertain } from "../../networks/register/recorded.ts";
import type { Register } from "../../networks/register/register.ts";
import type { Ultimate } from "../../networks/register/ultimate.ts";
import { onlyController, type Verdict, verdictsOf } from "../../networks/register/verdicts.ts";
import { NO_VOTES, OPEN, Rows } from "./everything-rows.ts";

/** What a row says after the id of an entity. */
const under = (verdict: Verdict["verdict"]) => `,${majority.id},${verdict},`;
const nobody = (verdict: Verdict["verdict"]) => `${under(verdict)},,,,\n`;
const TEXTS = {
  possible: [under("not known"), ",possible,"],
  certain: [under("controlled"), ",certain,"],
  noVotes: NO_VOTES,
  open: OPEN,
  alone: [nobody("no controller on record"), nobody("not known")],
} as const;

/** The rows of `--all`: the verdict on each entity with all its ultimate controllers. */
export class VerdictRows {
  readonly out: Rows;
  readonly #listed: Listed;
  readonly #found: Ultimate;
  readonly #verdictOf: (n: number) => Verdict;
  readonly #only: (n: number) => number;

  constructor(register: Register, found: Ultimate, listed: Listed) {
    this.out = new Rows(listed.ids);
    this.#listed = listed;
    this.#found = found;
    this.#verdictOf = verdictsOf(register, found);
    this.#only = onlyController(register, found);
  }

  add(n: number): void {
    const { out } = this;
    const only = this.#only(n);
    if (only >= 0) this.#paired(n, only);
    else {
      const { verdict, controllers } = this.#verdictOf(n);
      if (controllers.length === 0) {
        out.id(n);
        out.text(nobody(verdict));
      }
      for (const { party, certainty, votes } of controllers) {
        out.id(n);
        out.text(under(verdict));
        out.id(party);
        out.text(`,${certainty},`);
        out.votes(votes);
      }
    }
  }

  #paired(n: number, at: number): void {
    const { out } = this;
    const [before, after] = isCertain(this.#found, at) ? TEXTS.certain : TEXTS.possible;
    out.id(n);
    out.text(before);
    out.id(controllerOf(this.#found, at));
    out.text(after);
    out.votesAt(this.#found, at);
  }

  /** The same rows, to be put together by several threads: only those of more than one pair, and odd ids, are written here. */
  everyone(): Everyone {
    const { ids, sorted } = this.#listed;
    const odd = oddIds(this.#listed);
    const how = new Uint8Array(sorted.length);
    for (let n = 0; n < how.length; n++) how[n] = odd?.[n] === 1 ? BEFORE : this.#how(n, odd);
    const before = (n: number) => {
      this.add(n);
      return this.out.takeBytes();
    };
    return { ids, sorted, how, texts: TEXTS, before };
  }

  #how(n: number, odd: Uint8Array | null): number {
    const only = this.#only(n);
    if (only >= 0) return odd?.[controllerOf(this.#found, only)] === 1 ? BEFORE : PAIRED;
    if (this.#found.start[n] !== this.#found.start[n + 1]) return BEFORE;
    return this.#verdictOf(n).verdict === "not known" ? 1 : 0;
  }
}

/** Entity → 1 where its id needs quotes or is very long; null where that is so of none. */
function oddIds({ ids: { bytes, start } }: Listed): Uint8Array | null {
  let odd: Uint8Array | null = null;
  for (let n = 0; n < start.length - 1; n++) {
    const [from, to] = [start[n] as number, (start[n + 1] as number) - 1];
    if (to - from <= LONGEST && !anySpecial(bytes, from, to)) continue;
    odd ??= new Uint8Array(start.length - 1);
    odd[n] = 1;
  }
  return odd;
}

function anySpecial(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isSpecial(bytes[at] as number)) return true;
  return false;
}
