import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ControlNetwork } from "../../src/graph/control.ts";
import { reduced } from "../../src/graph/reduce.ts";
import { parseDay } from "../../src/model/date.ts";
import { WHOLE } from "../../src/model/share.ts";
import { type CaseNetwork, caseNetwork, kindsOf } from "../../src/networks/case-network.ts";
import { economicNetwork } from "../../src/networks/economic.ts";
import { heldOn } from "../../src/networks/held.ts";
import { ownership } from "../../src/networks/ownership.ts";
import { openCase } from "../../src/store/duckdb.ts";
import { type Arrays, writeArrays } from "./arrays.ts";
import { networkOfWorld } from "./interests-of.ts";
import { PEER_SIZES, type PeerSize } from "./sizes.ts";

/**
 * Writes the arrays every peer reads, once: both ends of the control network, the same reduced to what decides, and the
 * lower ends of who owns what. From a case file, or straight from the seeded world.
 * `dump.ts --size S --seed 1 [--case FILE] -o FOLDER`
 */
const { values } = parseArgs({
  options: {
    size: { type: "string", default: "S" },
    seed: { type: "string", default: "1" },
    case: { type: "string" },
    out: { type: "string", short: "o", default: "peers" },
  },
});

const AS_OF = parseDay("2023-01-01");

async function source(): Promise<CaseNetwork> {
  if (!values.case) return networkOfWorld(PEER_SIZES[values.size as PeerSize], Number(values.seed));
  const store = await openCase(values.case, { readOnly: true });
  const network = await caseNetwork(store, null);
  await store.close();
  return network;
}

const controlArrays = (net: ControlNetwork, phantom: number): Arrays => ({ ...(net as object), phantom });

const network = await source();
const held = heldOn(network.interests, AS_OF, 400);
rmSync(values.out, { recursive: true, force: true });
const folder = (name: string) => join(values.out, name);

const economic = economicNetwork(held, network.entities);
const units = economic.low;
for (let n = 0; n < economic.nodes; n++) {
  let sum = 0;
  for (let e = economic.start[n] as number; e < (economic.start[n + 1] as number); e++)
    sum += units[e] as number;
  if (sum > WHOLE) units.fill(0, economic.start[n], economic.start[n + 1]);
}
const { nodes, start, holder } = economic;
writeArrays(folder("owned"), { nodes, whole: WHOLE, edges: holder.length, start, holder, units });

const own = ownership(held, network.entities, kindsOf(network));
writeArrays(folder("certain"), controlArrays(own.lower.network, own.phantom));
writeArrays(folder("possible"), controlArrays(own.upper.network, own.phantom));
writeArrays(folder("certain-reduced"), controlArrays(reduced(own.lower.network, true), own.phantom));
writeArrays(folder("possible-reduced"), controlArrays(reduced(own.upper.network, false), own.phantom));
process.stdout.write(
  `${JSON.stringify({
    entities: network.entities,
    nodes: own.nodes,
    held: held.length,
    owned: holder.length,
    certain: own.lower.network.holdBallot.length + own.lower.network.rightTo.length,
    possible: own.upper.network.holdBallot.length + own.upper.network.rightTo.length,
  })}\n`,
);
