import fc from "fast-check";
import { expect, it } from "vitest";
import { PAGE } from "../../graph/kernel.ts";
import { crewOf } from "../../threads/crew.ts";
import type { Kinds } from "../ownership.ts";
import { anyRows, classRows, type Row, tableOf, voteRows } from "../worlds.oracle.ts";
import { compactOf, heldIn } from "./compact.oracle.ts";
import { pairsOf } from "./pairs-of.ts";
import {
  anyVotes,
  controllerOf,
  highIsOpen,
  highOf,
  isCertain,
  lowIsOpen,
  lowOf,
  nodeOf,
  recordedBy,
} from "./recorded.ts";
import { type Register, register } from "./register.ts";
import { tallied } from "./tallied.ts";
import { twoEnds, UPPER } from "./two-ends.ts";
import { ultimatePairs } from "./ultimate.ts";
import { verdictsOf } from "./verdicts.ts";

const FEW = 7;
const WORLDS = 6000;
const NODES = FEW * WORLDS;
const who: Kinds = {
  arrangement: (n) => n % FEW === 6,
  state: () => false,
  stateBody: () => false,
  ownable: (n) => n % FEW >= 2,
};

/** Thousands of small worlds side by side, which end where pieces do not, and some holdings from one to the next. */
function manyWorlds(): Row[] {
  const worlds = fc.sample(fc.oneof(voteRows(FEW, 2), classRows(FEW, 2), anyRows(FEW, 2)), {
    seed: 2026,
    numRuns: WORLDS,
  });
  return worlds.flatMap((rows, k) => {
    const moved = (n: number) => (n < 0 ? n : (n + FEW * k) % NODES);
    return rows.map(
      (row, i): Row => ({
        ...row,
        party: moved(i === 0 && k % 3 === 0 ? row.party + FEW * (k % 5) : row.party),
        subject: moved(row.subject),
        ...(row.leader === undefined ? {} : { leader: moved(row.leader) }),
        ...(row.members === undefined ? {} : { members: row.members.map(moved) }),
        ...(row.joint ? { joint: `${row.joint}-${k}` } : {}),
      }),
    );
  });
}

/** Everybody's pairs, last source first, four times: more than is listed at once. */
async function listed(all: Register, members: number, from?: number) {
  const found = [];
  let counted = 0;
  const counting = {
    check: (count: number) => {
      counted = count;
    },
    told: () => undefined,
  };
  let entities = 0;
  const sources = Int32Array.from({ length: 4 * NODES }, (_, i) => NODES - 1 - (i % NODES));
  for await (const pairs of pairsOf(all, sources, counting, members, from)) {
    for (let at = 0; at < pairs.length; at++) {
      if (nodeOf(pairs, at) < NODES) entities++;
      const votes = [anyVotes(pairs, at), lowIsOpen(pairs, at), highIsOpen(pairs, at)];
      const parts = [controllerOf(pairs, at), nodeOf(pairs, at), lowOf(pairs, at), highOf(pairs, at)];
      found.push([...parts, isCertain(pairs, at), ...votes].join(" "));
    }
  }
  expect(entities).toBe(4 * counted);
  return found.sort();
}

const quiet = () => undefined;
const verdicts = async (all: Register, members: number, from?: number) => {
  const verdictOf = verdictsOf(all, await ultimatePairs(all, quiet, members, from));
  return Array.from({ length: NODES }, (_, n) => verdictOf(n));
};
const world = async () => {
  const held = tableOf(manyWorlds());
  return register(compactOf(held, NODES), NODES, who, async (marked) => heldIn(held, marked));
};

it("finds the same where memory passes 2 GiB, and where it comes to its end at 4", async () => {
  const all = await world();
  const ends = await twoEnds(all, 2);
  const bytes = (ends?.records ?? 0) - 64;
  await ends?.crew.close();
  const short = Math.floor((2 ** 32 - bytes - 5 * PAGE) / 64) * 64;
  const little = await twoEnds(all, 2, short);
  if (little === null) throw new Error("there is room for the network, and none for what is found");
  const pieces = Math.ceil(all.nodes / 2 ** 14);
  await little.crew.run({ part: UPPER, name: "ultimate", pieces, args: [all.nodes] });
  expect(recordedBy(little)).toBeNull();
  await little.crew.close();
  const plain = { verdicts: await verdicts(all, 0), pairs: await listed(all, 0) };
  for (const from of [2 ** 31 - bytes / 2 - ((bytes / 2) % 64), 2 ** 31, short])
    expect({ verdicts: await verdicts(all, 2, from), pairs: await listed(all, 2, from) }).toEqual(plain);
});

it("several threads, one, and none find the same in a network of several pieces", async () => {
  const all = await world();
  const found = [];
  for (const members of [0, 1, 3]) {
    found.push({
      verdicts: await verdicts(all, members),
      certain: await tallied(all.lower, true, NODES, quiet, members),
      possible: await tallied(all.upper, false, NODES, quiet, members),
      listed: await listed(all, members),
      full: await tallied(all.own.lower.network, true, NODES, quiet, members),
    });
  }
  const [none, one, three] = found;
  expect(none?.verdicts.filter(({ verdict }) => verdict === "controlled").length).toBeGreaterThan(1000);
  expect(none?.verdicts.filter(({ controllers }) => controllers.length > 1).length).toBeGreaterThan(1000);
  expect(one).toEqual(none);
  expect(three).toEqual(none);
});

it("a thread that fails is told of, and nobody waits for the others", async () => {
  const make = (_module: object, limit: number) => [
    {
      work: (piece: number) => {
        if (piece >= limit) throw new RangeError(`piece ${piece}`);
      },
    },
  ];
  const crew = crewOf({ module: {}, memory: 5, make, parts: [0, 1] });
  await expect(crew.run({ part: 0, name: "work", pieces: 9, args: [] })).rejects.toThrow("piece");
});

it("who is told how far it is may end it", async () => {
  const make = () => [{ work: () => Array.from({ length: 1e5 }).length }];
  for (const parts of [[0], [0, 1]]) {
    const crew = crewOf({ module: {}, memory: {}, make, parts });
    const told = () => {
      throw new Error("nobody waits any more");
    };
    const running = crew.run({ part: 0, name: "work", pieces: 2e9, args: [] }, told);
    await expect(running).rejects.toThrow("nobody waits");
    await crew.close();
  }
});
