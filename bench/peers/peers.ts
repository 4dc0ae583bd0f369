import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Peer {
  readonly name: string;
  /** How it is started; FOLDER, OUT, BIN and CASE stand for where the arrays are, where values go, the programs in C, the case. */
  readonly command: readonly string[];
  /** A Python module it cannot do without. */
  readonly module?: string;
  /** Other arrays than the task's. */
  readonly arrays?: string;
  /** Reads the case file itself, and can only be run where there is one. */
  readonly ofCase?: boolean;
}

export interface Task {
  readonly name: string;
  readonly title: string;
  readonly arrays: string;
  readonly peers: readonly Peer[];
}

export interface Limits {
  readonly seconds: number;
  readonly bytes: number;
  /** A file to hold while a peer runs, where a machine is shared. */
  readonly lock?: string | undefined;
}

/** Cannot find the same, as its rules are simpler; measured for its time only. */
export const SIMPLER = "DuckDB, loop of SQL, its tables made from the case by simpler rules";
const PYTHON = "/usr/bin/python3";
const node = (...args: string[]) => [
  process.execPath,
  "--max-old-space-size=8192",
  "--import",
  "tsx",
  ...args,
];
const at = (file: string) => join(import.meta.dirname, file);

const ours = (task: string) => node(at("ours.ts"), task, "FOLDER", "OUT");
const python = (name: string, file: string, module: string, task: string): Peer => ({
  name,
  module,
  command: [PYTHON, at(file), task, "FOLDER", "OUT"],
});

const fixpoint = (end: "certain" | "possible"): Task => ({
  name: end,
  title: `Majority control from every source, ${end} end`,
  arrays: end,
  peers: [
    { name: "Armslength", command: ours(end) },
    { name: "Armslength, one thread", command: ours(`one-${end}`) },
    { name: "C -O3", command: ["BIN/control", end, "FOLDER"] },
    { name: "C -O3, reducing first", command: ["BIN/control", end, "reduce", "FOLDER"] },
    { name: "Armslength, without WebAssembly", command: ours(`plain-${end}`) },
    { name: "Armslength, reduced before", command: ours(end), arrays: `${end}-reduced` },
    { name: "C -O3, reduced before", command: ["BIN/control", end, "FOLDER"], arrays: `${end}-reduced` },
    { name: "DuckDB, loop of SQL", command: node(at("sql.ts"), end, "FOLDER") },
    ...(end === "possible"
      ? []
      : [{ name: SIMPLER, command: node(at("sql.ts"), end, "FOLDER", "CASE"), ofCase: true }]),
    ...(end === "possible"
      ? []
      : [
          python("igraph", "igraph_peer.py", "igraph", end),
          python("NetworkX", "networkx_peer.py", "networkx", end),
          { name: "graphology", command: node(at("graphology.ts"), end, "FOLDER") },
        ]),
  ],
});

export const TASKS: readonly Task[] = [
  fixpoint("certain"),
  fixpoint("possible"),
  {
    name: "components",
    title: "Strongly connected components of who owns whom",
    arrays: "owned",
    peers: [
      { name: "Armslength", command: ours("components") },
      { name: "C -O3", command: ["BIN/owned", "components", "FOLDER"] },
      python("SciPy", "scipy_peer.py", "scipy", "components"),
      python("graph-tool", "graph_tool_peer.py", "graph_tool", "components"),
      python("igraph", "igraph_peer.py", "igraph", "components"),
      python("NetworkX", "networkx_peer.py", "networkx", "components"),
      { name: "graphology", command: node(at("graphology.ts"), "components", "FOLDER") },
    ],
  },
  {
    name: "portfolio",
    title: "Integrated ownership of everything: V · 1 to 1e-9",
    arrays: "owned",
    peers: [
      { name: "Armslength", command: ours("portfolio") },
      { name: "C -O3", command: ["BIN/owned", "portfolio", "FOLDER", "OUT"] },
      python("SciPy, Jacobi", "scipy_peer.py", "scipy", "jacobi"),
      python("SciPy, sparse LU", "scipy_peer.py", "scipy", "lu"),
      python("graph-tool, Katz", "graph_tool_peer.py", "graph_tool", "portfolio"),
    ],
  },
];

/** What a peer said of itself, or why there is nothing. */
export type Told =
  | { readonly failed: string }
  | (Readonly<Record<string, number | string>> & {
      readonly seconds: number;
      readonly cpu: number;
      readonly load: number;
      readonly startup: number;
      readonly peak: number;
      readonly count: number;
    });

/** Compiles the programs in C; says what is missing instead of installing it. */
export async function prepare(bin: string, say: (text: string) => void): Promise<boolean> {
  mkdirSync(bin, { recursive: true });
  for (const program of ["control", "owned"]) {
    const done = spawnSync("gcc", ["-O3", "-march=native", "-o", join(bin, program), at(`${program}.c`)]);
    if (done.status === 0) continue;
    say(`gcc: absent or failing (${done.stderr ?? done.error}); C is left out`);
    return true;
  }
  return false;
}

/** Null where a peer can be run, else by name what is absent. */
export async function present(peer: Peer, withoutC: boolean): Promise<{ readonly failed: string } | null> {
  if (withoutC && peer.command[0]?.startsWith("BIN/")) return { failed: "absent: gcc" };
  if (!peer.module) return null;
  const found = spawnSync(PYTHON, ["-c", `import ${peer.module}`]);
  const name = `python3-${peer.module.replace("_", "-")}`;
  return found.status === 0 ? null : { failed: `absent: ${name} (apt-get install ${name})` };
}

/** Runs one of the files of this folder and returns the JSON it prints last. */
export async function here(args: readonly string[], limits: Limits): Promise<Record<string, number>> {
  const done = await run(node(at(args[0] as string), ...args.slice(1)), { ...limits, seconds: 3600 });
  if ("failed" in done) throw new Error(`${args.join(" ")}: ${done.failed}`);
  return JSON.parse(done.line) as Record<string, number>;
}

interface Paths {
  readonly folder: string;
  readonly out: string;
  readonly bin: string;
  readonly case: string;
}

/** Runs a peer within the limits. */
export async function measure(peer: Peer, paths: Paths, limits: Limits): Promise<Told> {
  const { folder, out, bin } = paths;
  const put = (word: string) =>
    word
      .replace(/^FOLDER$/, folder)
      .replace(/^OUT$/, out)
      .replace(/^BIN/, bin)
      .replace(/^CASE$/, paths.case);
  const done = await run(peer.command.map(put), limits);
  if ("failed" in done) return done;
  const { ready, ...told } = JSON.parse(done.line);
  return { ...told, startup: ready - done.begun };
}

type Ran = { readonly failed: string } | { readonly line: string; readonly begun: number };

/** The first line a process prints is when it began, so that waiting for a lock is not counted. */
function run(command: readonly string[], limits: Limits): Promise<Ran> {
  const script = ["-c", 'echo $$ $(date +%s.%N); exec "$@"', "sh", ...command];
  const [file, args] = limits.lock ? ["flock", [limits.lock, "sh", ...script]] : ["sh", script];
  return new Promise((resolve) => {
    const child = spawn(file as string, args as string[], { stdio: ["ignore", "pipe", "pipe"] });
    let [text, error, failed, pid] = ["", "", "", 0];
    let over: NodeJS.Timeout | undefined;
    const watch = setInterval(() => {
      if (pid !== 0 && residentOf(pid) > limits.bytes) stop(`wanted more than ${limits.bytes / 2 ** 30} GB`);
    }, 250);
    const stop = (why: string) => {
      failed ||= why;
      if (pid !== 0) process.kill(pid, "SIGKILL");
    };
    child.stdout.on("data", (piece) => {
      text += piece;
      if (pid !== 0 || !text.includes("\n")) return;
      pid = Number(text.split(" ")[0]);
      over = setTimeout(() => stop(`not finished in ${limits.seconds} s`), limits.seconds * 1000);
    });
    child.stderr.on("data", (piece) => {
      error = (error + piece).slice(-2000);
    });
    child.on("close", (status) => {
      clearInterval(watch);
      clearTimeout(over);
      const lines = text.trim().split("\n");
      if (failed || status !== 0) resolve({ failed: failed || `failed: ${lastLine(error)}` });
      else resolve({ line: lines.at(-1) ?? "", begun: Number(lines[0]?.split(" ")[1]) });
    });
  });
}

const lastLine = (text: string) =>
  text
    .split("\n")
    .find((line) => /Error/.test(line))
    ?.trim() ??
  text.trim().split("\n").at(-1) ??
  "";

function residentOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
