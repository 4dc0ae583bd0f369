import { writeFileSync } from "node:fs";
import { components } from "../../src/graph/components.ts";
import { type ControlNetwork, ControlSearch } from "../../src/graph/control.ts";
import { endSearch } from "../../src/graph/end-search.ts";
import type { PointNetwork } from "../../src/graph/integrated-search.ts";
import { portfolios } from "../../src/graph/portfolio.ts";
import { tallied } from "../../src/networks/register/tallied.ts";
import { type Arrays, readArrays } from "./arrays.ts";
import { PairDigest } from "./digest.ts";
import { tell } from "./told.ts";

/** Our kernels: `ours.ts TASK FOLDER OUT`; a task `plain-…` is searched without WebAssembly, `one-…` by one thread. */
const [task = "", folder = "", out = ""] = process.argv.slice(2);

let arrays: Arrays = {};
const network = () => arrays as unknown as ControlNetwork & { phantom: number };
/** All threads: counted while it is measured, who it is added up afterwards by one that is asked again. */
const control = async (certain: boolean) => {
  const net = network();
  const counts = await tallied(net, certain, net.nodes, () => undefined);
  counts[net.phantom] = 0;
  let count = 0;
  for (const n of counts) count += n;
  return { count, after: () => ({ digest: one(certain).digest }) };
};
const one = (certain: boolean) => {
  const search = endSearch(network(), certain);
  return everyone(search.found, (n) => search.search(n));
};
const plain = (certain: boolean) => {
  const search = new ControlSearch(network());
  return everyone(search.found, (n) => search.search(n, certain));
};
function everyone(found: Int32Array, search: (node: number) => number) {
  const { nodes, phantom } = network();
  const digest = new PairDigest();
  for (let n = 0; n < nodes; n++) {
    if (n === phantom) continue;
    const count = search(n);
    if (count > 0) digest.add(n, found, count);
  }
  return { count: digest.count, digest: digest.text };
}

const tasks: Readonly<Record<string, () => object | Promise<object>>> = {
  certain: () => control(true),
  possible: () => control(false),
  "one-certain": () => one(true),
  "one-possible": () => one(false),
  "plain-certain": () => plain(true),
  "plain-possible": () => plain(false),
  components: () => {
    const net = arrays as unknown as PointNetwork;
    const { count, start } = components(net.start, net.holder);
    let largest = 0;
    for (let c = 0; c < count; c++)
      largest = Math.max(largest, (start[c + 1] as number) - (start[c] as number));
    return { count, digest: String(largest) };
  },
  portfolio: () => {
    const { value, bound } = portfolios(arrays as unknown as PointNetwork);
    writeFileSync(out, new Uint8Array(value.buffer));
    return { count: value.length, bound };
  },
};

await tell(
  () => {
    arrays = readArrays(folder);
  },
  () => (tasks[task] as () => object)(),
  true,
);
