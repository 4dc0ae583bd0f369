import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openCase } from "../src/store/duckdb.ts";
import { random } from "./random.ts";

/** The built program, as it is installed; `npm run bench` builds it first. */
export const BUILT: readonly string[] = [join(import.meta.dirname, "../dist/cli/main.js")];

const ASKED = { control: ["company", "outlet"], reach: ["company", "person"] } as const;
const SEED = 7;
const MOST_RUNS = 10;
const ENOUGH_SECONDS = 30;

export interface Served {
  /** The first answer, for which a big case is looked through. */
  readonly first: number;
  /** From then until the server has read the case ahead and rests. */
  readonly ahead: number;
  readonly p50: number;
  readonly p95: number;
  readonly slowest: number;
  readonly asked: number;
  /** The server's most memory, in MB. */
  readonly megabytes: number;
}

/** Answers of `serve` as a client on one kept connection sees them, about `count` entities drawn by seed; seconds. */
export async function servedAnswers(
  question: keyof typeof ASKED,
  file: string,
  count: number,
  program = BUILT,
): Promise<Served> {
  const ids = await drawn(file, ASKED[question], count);
  const told = `${file}.serve`;
  rmSync(told, { force: true });
  const server = spawn(process.execPath, [...program, "--case", file, "serve", "--port", "0"], {
    stdio: "ignore",
  });
  const ended = new Promise((done) => server.once("exit", done));
  try {
    while (!existsSync(told)) {
      if (server.exitCode !== null) throw new Error(`serve ended with ${server.exitCode}`);
      await pause(20);
    }
    await pause(200);
    const { port, key } = JSON.parse(readFileSync(told, "utf8")) as { port: number; key: string };
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (id: string) =>
      answered(agent, port, key, `/api/ask/${question}?as-of=2023-01-01&entity=${encodeURIComponent(id)}`);
    const first = await ask(ids[0] ?? "");
    const ahead = await resting(server.pid ?? 0);
    const times: number[] = [];
    for (const id of ids) times.push(await ask(id));
    agent.destroy();
    times.sort((a, b) => a - b);
    const at = (part: number) => times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0;
    return {
      first,
      ahead,
      p50: at(0.5),
      p95: at(0.95),
      slowest: at(1),
      asked: times.length,
      megabytes: mostMemory(server.pid ?? 0),
    };
  } finally {
    server.kill("SIGINT");
    await ended;
  }
}

/** Ids of entities of some kinds, the same for the same case. */
async function drawn(file: string, kinds: readonly string[], count: number): Promise<string[]> {
  const store = await openCase(file, { readOnly: true });
  const [all] = await store.rows<{ n: number }>("SELECT count(*) AS n FROM entity_now");
  const r = random(SEED, "asked");
  const numbers = Array.from({ length: 8 * count }, () => r.below(all?.n ?? 0));
  const ids = [...(await store.entityIds(numbers)).values()];
  const entities = await store.entities(ids);
  await store.close();
  return entities
    .filter((one) => kinds.includes(one.kind))
    .slice(0, count)
    .map((one) => one.id);
}

function answered(agent: Agent, port: number, key: string, path: string): Promise<number> {
  const start = performance.now();
  const headers = { authorization: `Bearer ${key}` };
  return new Promise((done, failed) => {
    get({ host: "127.0.0.1", port, path, agent, headers }, (response) => {
      response.on("error", failed);
      response.on("end", () => {
        if (response.statusCode === 200) done(Math.round(performance.now() - start) / 1000);
        else failed(new Error(`${path}: ${response.statusCode}`));
      });
      response.resume();
    }).on("error", failed);
  });
}

/** Waits until a process uses no processor for half a second; seconds until it began to rest, 0 where none tells. */
async function resting(pid: number): Promise<number> {
  const start = performance.now();
  const used = () => {
    const stat = `/proc/${pid}/stat`;
    const [user = "0", system = "0"] = existsSync(stat)
      ? (readFileSync(stat, "utf8").split(") ")[1]?.split(" ").slice(11, 13) ?? [])
      : [];
    return Number(user) + Number(system);
  };
  for (let before = used(); ; ) {
    const from = performance.now();
    await pause(500);
    const now = used();
    if (now - before <= 2) return Math.round(from - start) / 1000;
    before = now;
  }
}

/** The most memory a process had, in MB; 0 where the system does not tell. */
function mostMemory(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, "utf8"))?.[1] : undefined;
  return Math.round(Number(kilobytes ?? 0) / 1024);
}

export interface Cold {
  readonly median: number;
  readonly slowest: number;
  readonly runs: number;
}

/** `ask control c1000` as a command of its own, from start to end, ten times or until 30 seconds have passed; seconds. */
export function coldCommand(file: string, program = BUILT): Cold {
  const times: number[] = [];
  const all = performance.now();
  while (times.length < MOST_RUNS && performance.now() - all < ENOUGH_SECONDS * 1000) {
    const start = performance.now();
    const done = spawnSync(process.execPath, [...program, "--case", file, "ask", "control", "c1000"]);
    if (done.status !== 0) throw new Error(`ask control ended with ${done.status}: ${done.stderr}`);
    times.push(Math.round(performance.now() - start) / 1000);
  }
  times.sort((a, b) => a - b);
  return {
    median: times[Math.floor(times.length / 2)] ?? 0,
    slowest: times.at(-1) ?? 0,
    runs: times.length,
  };
}
