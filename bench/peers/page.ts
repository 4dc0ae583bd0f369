import type { PeerRow } from "./agreement.ts";
import type { Circumstances } from "./circumstances.ts";
import { TASKS } from "./peers.ts";

export interface PeersReport extends Circumstances {
  readonly size: string;
  readonly seed: number;
  readonly from: string;
  readonly limit: number;
  readonly memory: number;
  readonly loadAfter: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly rows: readonly PeerRow[];
}

/** The comparison as a page: a table a task, every peer measured against ours, whoever wins. */
export function peersPage(report: PeersReport): string {
  const counts = Object.entries(report.counts).map(([name, n]) => `${name} ${n.toLocaleString("en-GB")}`);
  return `# Peers, size ${report.size}

- command: \`npm run bench:peers -- --size ${report.size}\` (seed ${report.seed}; arrays from ${report.from})
- machine: ${report.machine}; load before ${report.load}, after ${report.loadAfter}
- versions: ${report.versions}
- commit: ${report.commit}, ${report.date}
- arrays: ${counts.join(", ")}
- limits: ${report.limit} s and ${report.memory} GB each

Each peer ran in a process of its own on the same arrays. *Work* is wall-clock time without reading them, *CPU* what all
its threads used: on a machine that others share, the fairer of the two. After each stands its ratio to ours: above 1, ours
is faster. Ours and DuckDB's loop use all processors, graph-tool some, everybody else one. *Again* is the CPU time of the same work a second time in the same process, where the engine compiles as it goes.
*Start* is from the process to its first line, *read* what it took to have the arrays in its own form.

${TASKS.map((task) =>
  tableOf(
    task.title,
    report.rows.filter((row) => row.task === task.name),
  ),
).join("\n")}`;
}

function tableOf(title: string, rows: readonly PeerRow[]): string {
  const ours = rows.find((row) => row.peer === "Armslength")?.told;
  const base = ours && !("failed" in ours) ? ours : null;
  const seconds = (n: number) => (n < 0.1 ? n.toFixed(4) : n < 10 ? n.toFixed(2) : n.toFixed(1));
  const lines = rows.map(({ peer, told, agrees }) => {
    if ("failed" in told) return `| ${peer} | ${told.failed} | | | | | | | | | |`;
    const timed = (of: "seconds" | "cpu") => {
      const ratio = base === null ? "" : Number((told[of] / base[of]).toPrecision(2));
      return `${seconds(told[of])} | ${ratio}`;
    };
    const count = told.count.toLocaleString("en-GB");
    const times = [timed("seconds"), timed("cpu")].join(" | ");
    const again = told.again === undefined ? "" : seconds(Number(told.again));
    const around = [told.startup, told.load].map(seconds).join(" | ");
    return `| ${peer} | ${times} | ${again} | ${around} | ${told.peak} | ${count} | ${agrees} |`;
  });
  return `## ${title}

| peer | work s | × | CPU s | × | again s | start s | read s | peak MB | count | agrees |
|---|---|---|---|---|---|---|---|---|---|---|
${lines.join("\n")}
`;
}
