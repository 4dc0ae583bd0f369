import { piecesOf, placeEnd, reducing, writeEnd } from "../../graph/bulk-control.ts";
import { type ControlNetwork, ControlSearch } from "../../graph/control.ts";
import { instancesOf, type Kernel, kernelModule, Layout, memoryOf } from "../../graph/kernel.ts";
import { crewOf, membersFor } from "../../threads/crew.ts";

type Told = (done: number, total: number) => void;
const STRIDE = 1 << 14;

/**
 * How many of the nodes below `below` each node controls at one end of a network, shared by so many members; with none,
 * and where there is not enough memory, it is done without WebAssembly. `told` is called with nodes done.
 */
export async function tallied(
  net: ControlNetwork,
  certain: boolean,
  below: number,
  told: Told,
  members = membersFor(net.nodes),
): Promise<Int32Array> {
  const shared = members === 0 ? null : await together(net, certain, below, told, members);
  return shared ?? alone(net, certain, below, told);
}

async function together(
  net: ControlNetwork,
  certain: boolean,
  below: number,
  told: Told,
  members: number,
): Promise<Int32Array | null> {
  const { nodes, company } = net;
  const layout = Layout.blank();
  if (layout === null) return null;
  const into = placeEnd(layout, net, certain, 64);
  let end = into + Math.ceil(nodes / 16) * 64;
  const parts = Array.from({ length: members }, (_, k) => {
    const own = ["placeOwn", end, nodes, company.length, k === 0 ? 1 : 0] as const;
    const [, ...args] = own;
    end = layout.kernel.placeOwn(...args);
    return [{ calls: [...layout.calls, own] }];
  });
  const memory = memoryOf(end);
  if (memory === null) return null;
  const module = kernelModule();
  const crew = crewOf({ module, memory, make: instancesOf, parts: parts });
  try {
    const [kernel] = crew.own as [Kernel];
    writeEnd(memory, kernel, net, certain);
    for (const pass of reducing(kernel, net, certain)) await crew.run({ part: 0, ...pass });
    const pieces = piecesOf(kernel, nodes);
    const name = certain ? "tallyLeast" : "tallyMost";
    await crew.run({ part: 0, name, pieces, args: [nodes, below, into] }, (done) =>
      told(Math.round((done / pieces) * nodes), nodes),
    );
    return new Int32Array(memory.buffer, into, nodes).slice();
  } finally {
    await crew.close();
  }
}

function alone(net: ControlNetwork, certain: boolean, below: number, told: Told): Int32Array {
  const search = new ControlSearch(net);
  const counts = new Int32Array(net.nodes);
  for (let x = 0; x < net.nodes; x++) {
    if (x % STRIDE === 0) told(x, net.nodes);
    const found = search.search(x, certain);
    let count = 0;
    for (let i = 0; i < found; i++) if ((search.found[i] as number) < below) count++;
    counts[x] = count;
  }
  return counts;
}
