import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { others } from "./others.ts";

/** What is to be done: a function of the instances at `part`, called with 0 … `pieces` − 1 and the rest. */
export interface Job {
  readonly part: number;
  readonly name: string;
  readonly pieces: number;
  readonly args: readonly number[];
}

/** Several threads over one memory, each with instances of its own of one WebAssembly module. The first is the caller's. */
export interface Crew<I> {
  readonly own: readonly I[];
  /** Does all pieces, each by whoever is free; told how many were taken, now and then. What that throws ends the crew. */
  run(job: Job, told?: (pieces: number) => void): Promise<void>;
  close(): Promise<void>;
}

/** How instances are made: a function that stands by itself, since its text is what another thread runs. */
export interface Making<M, P, I> {
  readonly module: object;
  readonly memory: M;
  readonly make: (module: object, memory: M, parts: P) => readonly I[];
  /** What is different for each member, one at least. */
  readonly parts: readonly P[];
}

/** Below so many nodes a memory of its own costs more than it saves. */
const MANY = 1 << 12;

/** Members that pay for so many nodes: as many as there are processors and share one memory well; none for a few. */
export const membersFor = (nodes: number): number => (nodes < MANY ? 0 : Math.min(8, availableParallelism()));

export function crewOf<M, P, I extends object>({ module, memory, make, parts }: Making<M, P, I>): Crew<I> {
  const next = new Int32Array(new SharedArrayBuffer(4));
  const workers = parts
    .slice(1)
    .map(
      (part) =>
        new Worker(MEMBER, { eval: true, workerData: { module, memory, next, part, make: make.toString() } }),
    );
  const own = make(module, memory, parts[0] as P);
  const close = async () => {
    await Promise.all(workers.map((worker) => worker.terminate()));
  };
  const takePart = async ({ part, name, pieces, args }: Job, told?: (pieces: number) => void) => {
    const work = (own[part] as Record<string, (...args: number[]) => void>)[name];
    for (let piece = Atomics.add(next, 0, 1); piece < pieces; piece = Atomics.add(next, 0, 1)) {
      work?.(piece, ...args);
      told?.(Math.min(pieces, Atomics.load(next, 0)));
      await others();
    }
  };
  return {
    own,
    run: async (job, told) => {
      next[0] = 0;
      try {
        await Promise.all([...workers.map((worker) => finished(worker, job)), takePart(job, told)]);
      } catch (error) {
        await close();
        throw error;
      }
    },
    close,
  };
}

/** Has a worker take part in a job; ends with it, or with what went wrong. */
function finished(worker: Worker, job: Job): Promise<void> {
  return new Promise((done, failed) => {
    const ended = () => failed(new Error("a thread ended before its work"));
    worker.once("error", failed).once("exit", ended);
    worker.once("message", () => {
      worker.off("error", failed).off("exit", ended);
      done();
    });
    worker.postMessage(job);
  });
}

/** What a thread runs: text, so that it needs no file wherever this one is run from. */
const MEMBER = `
const { parentPort, workerData } = require("node:worker_threads");
const { module, memory, next, part, make } = workerData;
const instances = new Function("return " + make)()(module, memory, part);
parentPort.on("message", ({ part, name, pieces, args }) => {
  const work = instances[part][name];
  for (let piece = Atomics.add(next, 0, 1); piece < pieces; piece = Atomics.add(next, 0, 1)) work(piece, ...args);
  parentPort.postMessage(null);
});
`;
