import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem, type } from "node:os";
import { join } from "node:path";

export interface Circumstances {
  readonly machine: string;
  readonly versions: string;
  readonly commit: string;
  readonly date: string;
  /** Runnable processes: above 0 before the start, others shared the machine. */
  readonly load: number;
}

const PYTHON_SAYS = `
import platform
said = ["Python " + platform.python_version()]
for name in ("scipy", "graph_tool", "igraph", "networkx"):
    try:
        said.append(name.replace("_", "-") + " " + __import__(name).__version__.split(" ")[0])
    except ImportError:
        said.append("no " + name)
print(", ".join(said))`;

const modules = join(import.meta.dirname, "../../node_modules");
const versionOf = (name: string) =>
  (JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")) as { version: string }).version;
const said = (file: string, args: string[]) =>
  spawnSync(file, args, { encoding: "utf8" }).stdout?.trim() ?? "";

export function circumstances(): Circumstances {
  const gcc = said("gcc", ["-dumpfullversion"]) || "absent";
  return {
    machine: `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${type()}`,
    versions: [
      `Node ${process.versions.node}`,
      `DuckDB ${versionOf("@duckdb/node-api")}`,
      `graphology ${versionOf("graphology")}`,
      `gcc ${gcc}`,
      said("/usr/bin/python3", ["-c", PYTHON_SAYS]) || "no Python",
    ].join(", "),
    commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
    date: new Date().toISOString().slice(0, 10),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
