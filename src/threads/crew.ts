import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** Several threads over one memory, each with instances of its own of one WebAssembly module. */
export interface Crew {
  /**
   * Calls a function of the instances at `part` with 0 … `pieces` − 1 and the rest, each piece by whoever is free; told
   * how many were taken, now and then; what that throws ends it.
   */
  run(
    job: {
      readonly part: number;
      readonly name: string;
      readonly pieces: number;
      readonly args: readonly number[];
    },
    told?: (pieces: number) => void,
  ): Promise<void>;
  close(): Promise<void>;
}

/** How instances are made: a function that stands by itself, since its text is what a thread runs. */
export interface Making<M, P> {
  readonly module: object;
  readonly memory: M;
  readonly make: (module: object, memory: M, parts: P) => readonly object[];
  /** What is different for each member. */
  readonly parts: readonly P[];
}

/** Below so many nodes a memory of its own costs more than it saves. */
const MANY = 1 << 12;

/** Members that pay for so many nodes: as many as there are processors and share one memory well; none for a few. */
export const membersFor = (nodes: number): number => (nodes < MANY ? 0 : Math.min(8, availableParallelism()));

/** How often to say how far it is, in milliseconds. */
const TELL = 100;

/** One member works where it is called, several in threads of their own. */
export const crewOf = <M, P>(making: Making<M, P>): Crew =>
  making.parts.length < 2 ? alone(making) : threads(making);

function alone<M, P>({ module, memory, make, parts }: Making<M, P>): Crew {
  const instances = parts.slice(0, 1).flatMap((part) => make(module, memory, part));
  return {
    run: async ({ part, name, pieces, args }, told) => {
      const work = (instances[part] as Record<string, (...args: number[]) => void>)[name];
      for (let piece = 0; piece < pieces; piece++) {
        work?.(piece, ...args);
        told?.(piece + 1);
      }
    },
    close: async () => undefined,
  };
}

function threads<M, P>({ module, memory, make, parts }: Making<M, P>): Crew {
  const next = new Int32Array(new SharedArrayBuffer(4));
  const workers = parts.map(
    (part) =>
      new Worker(MEMBER, { eval: true, workerData: { module, memory, next, part, make: make.toString() } }),
  );
  const close = async () => {
    await Promise.all(workers.map((worker) => worker.terminate()));
  };
  return {
    run: async (job, told) => {
      next[0] = 0;
      let telling: NodeJS.Timeout | undefined;
      const stopped = new Promise<never>((_, failed) => {
        const tell = () => {
          try {
            told?.(Math.min(job.pieces, Atomics.load(next, 0)));
          } catch (error) {
            failed(error);
          }
        };
        telling = setInterval(tell, TELL);
      });
      try {
        await Promise.race([stopped, Promise.all(workers.map((worker) => finished(worker, job)))]);
      } catch (error) {
        await close();
        throw error;
      } finally {
        clearInterval(telling);
      }
    },
    close,
  };
}

/** Has a worker take part in a job; ends with it, or with what went wrong. */
function finished(worker: Worker, job: object): Promise<void> {
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
