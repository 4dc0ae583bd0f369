import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** Threads with memory of their own, each of which calls one function of a module for whoever asks. */
export interface Apart<Q, A> {
  /** Asks the one with the fewest questions before it; both ways are copied. What goes wrong there, goes wrong here. */
  ask(question: Q): Promise<A>;
  close(): Promise<void>;
}

/** Members that pay where each has so much work of its own; none for a module that does not run as it lies. */
export const membersApart = (module: string): number =>
  module.endsWith(".js") ? Math.min(8, availableParallelism()) : 0;

/** `module`: its address; `name`: the function, which takes a question and returns the answer. */
export function apartOf<Q, A>(module: string, name: string, members: number): Apart<Q, A> {
  const all = Array.from({ length: members }, () => new Member<Q, A>(module, name));
  return {
    ask: (question) => all.reduce((a, b) => (b.asked < a.asked ? b : a)).ask(question),
    close: async () => {
      await Promise.all(all.map((member) => member.close()));
    },
  };
}

interface Waiting<A> {
  readonly done: (answer: A) => void;
  readonly failed: (error: unknown) => void;
}

/** One thread; it answers in the order it is asked. */
class Member<Q, A> {
  readonly #worker: Worker;
  #waiting: Waiting<A>[] = [];

  constructor(module: string, name: string) {
    this.#worker = new Worker(MEMBER, { eval: true, workerData: { module, name } });
    this.#worker.on("message", (answer: A) => this.#waiting.shift()?.done(answer));
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("a thread ended before its work")));
  }

  get asked(): number {
    return this.#waiting.length;
  }

  ask(question: Q): Promise<A> {
    return new Promise((done, failed) => {
      this.#waiting.push({ done, failed });
      this.#worker.postMessage(question);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { failed } of waiting) failed(error);
  }
}

/** What a thread runs: text, which only asks for the module. */
const MEMBER = `
const { parentPort, workerData } = require("node:worker_threads");
const module = import(workerData.module);
parentPort.on("message", async (question) => {
  parentPort.postMessage((await module)[workerData.name](question));
});
`;
