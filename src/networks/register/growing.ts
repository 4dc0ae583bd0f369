import type { ControlNetwork } from "../../graph/control.ts";
import { WHOLE } from "../../model/share.ts";
import { Ballots } from "../ballots.ts";
import { Blocks } from "./blocks.ts";
import { Pairs } from "./pairs.ts";

/** One end of a control network under construction: rights, and the ballots that are left to count. */
export class Growing {
  readonly rights: Pairs;
  readonly #blocks: Blocks;
  readonly #ballots = new Ballots();

  /** `expected`: how many rights or blocks there may well be; room that is not used takes no memory. */
  constructor(expected = 0) {
    this.rights = new Pairs(expected);
    this.#blocks = new Blocks(expected);
  }

  right(party: number, company: number): void {
    this.rights.add(party, company);
  }

  ballot(company: number, named: number, open: number): number {
    this.#ballots.add(company, [0, 0, 0, named, open]);
    return this.#ballots.length - 1;
  }

  hold(party: number, ballot: number, low: number, high: number, flags: number): void {
    this.#blocks.add(party, ballot, low, high, flags);
  }

  /** Takes over all of another end. */
  take(net: ControlNetwork): void {
    const first = this.#ballots.length;
    for (let b = 0; b < net.company.length; b++) {
      this.#ballots.add(net.company[b] as number, [
        net.treasuryLow[b] as number,
        net.treasuryHigh[b] as number,
        net.treasuryOpen[b] as number,
        net.namedLow[b] as number,
        net.namedOpen[b] as number,
      ]);
    }
    for (let n = 0; n < net.nodes; n++) {
      for (let e = net.rightStart[n] as number; e < (net.rightStart[n + 1] as number); e++)
        this.rights.add(n, net.rightTo[e] as number);
      for (let e = net.holdStart[n] as number; e < (net.holdStart[n + 1] as number); e++)
        this.#blocks.add(
          n,
          first + (net.holdBallot[e] as number),
          net.holdLow[e] as number,
          net.holdHigh[e] as number,
          net.holdFlags[e] as number,
        );
    }
  }

  network(nodes: number): ControlNetwork {
    const rights = this.rights.sorted(nodes);
    return {
      nodes,
      whole: WHOLE,
      ...this.#ballots.columns(nodes, this.#ballots.company()),
      ...this.#blocks.sorted(nodes),
      rightStart: rights.start,
      rightTo: rights.to,
    };
  }
}
