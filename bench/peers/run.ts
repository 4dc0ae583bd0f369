import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { agreement, type Result } from "./agreement.ts";
import { circumstances } from "./circumstances.ts";
import { type PeersReport, peersPage } from "./page.ts";
import { here, measure, type Peer, prepare, present, TASKS } from "./peers.ts";
import { PEER_SIZES, type PeerSize } from "./sizes.ts";

/**
 * `npm run bench:peers -- --size S|T|U|M|L [--seed N] [--case FILE] [--limit SECONDS] [--worlds FOLDER] [--lock FILE]
 * [--only PEER,…] [--skip PEER,…]`: our kernels and others' on the same arrays, each in a process of its own.
 */
const { values } = parseArgs({
  options: {
    size: { type: "string", default: "S" },
    seed: { type: "string", default: "1" },
    case: { type: "string" },
    limit: { type: "string", default: "600" },
    memory: { type: "string", default: "9" },
    worlds: { type: "string", default: join(import.meta.dirname, "../worlds") },
    lock: { type: "string" },
    only: { type: "string" },
    skip: { type: "string", default: "" },
  },
});
if (!(values.size in PEER_SIZES))
  throw new Error(`no size "${values.size}"; there are ${Object.keys(PEER_SIZES).join(", ")}`);
const size = values.size as PeerSize;
const limits = { seconds: Number(values.limit), bytes: Number(values.memory) * 2 ** 30, lock: values.lock };
const folder = join(values.worlds, `peers-${size}-${values.seed}`);
const say = (text: string) => process.stderr.write(`${text}\n`);

const start = circumstances();
const built = join(values.worlds, "peers-bin");
const missing = await prepare(built, say);
const counts = await here(
  [
    "dump.ts",
    "--size",
    size,
    "--seed",
    values.seed,
    ...(values.case ? ["--case", values.case] : []),
    "-o",
    folder,
  ],
  limits,
);
say(JSON.stringify(counts));
const results: Result[] = [];
for (const task of TASKS) {
  for (const peer of task.peers) {
    if (values.only && !values.only.split(",").includes(peer.name)) continue;
    if (values.skip.split(",").includes(peer.name)) continue;
    const absent = await present(peer, missing);
    const out = join(folder, `${task.name}.${peer.name.replaceAll(/\W+/g, "-")}.f64`);
    const told =
      absent ?? (await measure(peer as Peer, join(folder, peer.arrays ?? task.arrays), out, built, limits));
    const result = { task: task.name, peer: peer.name, out, told };
    results.push(result);
    say(`${task.name}: ${peer.name}: ${JSON.stringify(told)}`);
  }
}
const report: PeersReport = {
  size,
  seed: Number(values.seed),
  from: values.case ? "a case file" : "the seeded world, without a case file",
  limit: limits.seconds,
  memory: Number(values.memory),
  counts,
  ...start,
  loadAfter: circumstances().load,
  rows: agreement(results),
};
const into = join(import.meta.dirname, "../results");
mkdirSync(into, { recursive: true });
writeFileSync(join(into, `peers-${size}.json`), `${JSON.stringify(report, null, 2)}\n`);
writeFileSync(join(into, `peers-${size}.md`), peersPage(report));
process.stdout.write(peersPage(report));
