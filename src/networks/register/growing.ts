import type { ControlNetwork } from "../../graph/control.ts";
import { WHOLE } from "../../model/share.ts";
import { Ballots } from "../ballots.ts";
import { Edges } from "../edges.ts";
import { Pairs } from "./pairs.ts";

/** One end of a control network under construction: rights, and the ballots that are left to count. */
export class Growing {
  readonly rights = new Pairs();
  readonly #holds = new Edges();
  readonly #ballots = new Ballots();

  right(party: number, company: number): void {
    this.rights.add(party, company);
  }

  ballot(company: number, named: number, open: number): number {
    this.#ballots.add(company, [0, 0, 0, named, open]);
    return this.#ballots.length - 1;
  }

  hold(party: number, ballot: number, low: number, high: number, flags: number): void {
    this.#holds.add(party, ballot, -1, low, high, flags);
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
        this.#holds.add(
          n,
          first + (net.holdBallot[e] as number),
          -1,
          net.holdLow[e] as number,
          net.holdHigh[e] as number,
          net.holdFlags[e] as number,
        );
    }
  }

  network(nodes: number): ControlNetwork {
    const holds = this.#holds.sorted(nodes);
    const rights = this.rights.sorted(nodes);
    return {
      nodes,
      whole: WHOLE,
      ...this.#ballots.columns(nodes, this.#ballots.company()),
      holdStart: holds.start,
      holdBallot: holds.head,
      holdLow: holds.low,
      holdHigh: holds.high,
      holdFlags: holds.flags,
      rightStart: rights.start,
      rightTo: rights.to,
    };
  }
}
