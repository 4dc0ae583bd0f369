import { writeFileSync } from "node:fs";
import { components } from "../../src/graph/components.ts";
import { type ControlNetwork, ControlSearch } from "../../src/graph/control.ts";
import type { PointNetwork } from "../../src/graph/integrated-search.ts";
import { portfolios } from "../../src/graph/portfolio.ts";
import { reduced } from "../../src/graph/reduce.ts";
import { type Arrays, readArrays } from "./arrays.ts";
import { PairDigest } from "./digest.ts";
import { tell } from "./told.ts";

/** Our kernels: `ours.ts TASK FOLDER OUT`; a task `reduce-…` reduces the network first and counts that in. */
const [task = "", folder = "", out = ""] = process.argv.slice(2);

let arrays: Arrays = {};
const control = (certain: boolean, first: boolean) => {
  const given = arrays as unknown as ControlNetwork & { phantom: number };
  const search = new ControlSearch(first ? reduced(given, certain) : given);
  const digest = new PairDigest();
  for (let n = 0; n < given.nodes; n++) {
    if (n === given.phantom) continue;
    const found = search.search(n, certain);
    if (found > 0) digest.add(n, search.found, found);
  }
  return { count: digest.count, digest: digest.text };
};

const tasks: Readonly<Record<string, () => object>> = {
  certain: () => control(true, false),
  possible: () => control(false, false),
  "reduce-certain": () => control(true, true),
  "reduce-possible": () => control(false, true),
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
