import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compared, type PeerRow, type Result } from "./agreement.ts";
import { circumstances } from "./circumstances.ts";
import { type PeersReport, peersPage } from "./page.ts";
import { here, measure, type Peer, prepare, present, TASKS, type Task, type Told } from "./peers.ts";
import { PEER_SIZES, type PeerSize } from "./sizes.ts";

/**
 * `npm run bench:peers -- --size S|T|U|M|L [--seed N] [--case FILE] [--limit SECONDS] [--memory GB] [--worlds FOLDER]
 * [--lock FILE] [--only PEER,…] [--skip PEER,…] [--keep]`: our kernels and others' on the same arrays, each in a process of its own.
 * `--keep` takes the arrays of the last run. What is found is written after every peer.
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
    keep: { type: "boolean", default: false },
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
const counts = await arrays();
say(JSON.stringify(counts));
const rows: PeerRow[] = [];
for (const task of TASKS) {
  let first: Result | null = null;
  for (const peer of task.peers) {
    if (values.only && !listed(values.only).includes(peer.name)) continue;
    const out = join(folder, `${task.name}.${peer.name.replaceAll(/\W+/g, "-")}.f64`);
    const result: Result = { peer: peer.name, out, told: await toldBy(peer, task, out) };
    first ??= result;
    rows.push({ task: task.name, peer: peer.name, told: result.told, agrees: compared(first, result) });
    if (result !== first) rmSync(out, { force: true });
    say(`${task.name}: ${peer.name}: ${rows.at(-1)?.agrees}: ${JSON.stringify(result.told)}`);
    write();
  }
  if (first) rmSync(first.out, { force: true });
}
process.stdout.write(write());

/** Names between commas; a comma with a space after it is part of a name. */
function listed(names: string): string[] {
  return names.split(/,(?! )/);
}

async function arrays(): Promise<Record<string, number>> {
  const kept = join(folder, "counts.json");
  if (values.keep && existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const from = values.case ? ["--case", values.case] : [];
  const made = await here(["dump.ts", "--size", size, "--seed", values.seed, ...from, "-o", folder], limits);
  writeFileSync(kept, JSON.stringify(made));
  return made;
}

async function toldBy(peer: Peer, task: Task, out: string): Promise<Told> {
  const skipped = listed(values.skip);
  if (skipped.includes(`${task.name}/${peer.name}`) || skipped.includes(peer.name))
    return { failed: "left out of this run" };
  if (peer.ofCase && !values.case) return { failed: "there is no case file; give --case" };
  const absent = await present(peer, missing);
  return (
    absent ??
    measure(
      peer,
      { folder: join(folder, peer.arrays ?? task.arrays), out, bin: built, case: values.case ?? "" },
      limits,
    )
  );
}

function write(): string {
  const report: PeersReport = {
    size,
    seed: Number(values.seed),
    from: values.case ? "a case file" : "the seeded world, without a case file",
    limit: limits.seconds,
    memory: Number(values.memory),
    counts,
    ...start,
    loadAfter: circumstances().load,
    rows,
  };
  const into = join(import.meta.dirname, "../results");
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, `peers-${size}.json`), `${JSON.stringify(report, null, 2)}\n`);
  const page = peersPage(report);
  writeFileSync(join(into, `peers-${size}.md`), page);
  return page;
}
