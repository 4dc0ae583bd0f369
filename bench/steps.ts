import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { bringIn } from "../src/formats/bring-in.ts";
import { parseDay } from "../src/model/date.ts";
import { caseNetwork, kindsOf } from "../src/networks/case-network.ts";
import { ControlView } from "../src/networks/controllers.ts";
import { heldOn } from "../src/networks/held.ts";
import { ownership } from "../src/networks/ownership.ts";
import { QUESTIONS } from "../src/questions/index.ts";
import { openCase } from "../src/store/duckdb.ts";
import { MEMORY, readAlone } from "./alone.ts";
import { coldCommand, servedAnswers } from "./served.ts";
import { tying } from "./ties.ts";

/** What a step took, in seconds, and what it counted. */
export type Measure = Readonly<Record<string, number | string>>;

const AS_OF = parseDay("2023-01-01");
const CLOCKS = { asOf: AS_OF, known: null, carry: 400 };

async function timed<T>(work: () => Promise<T> | T): Promise<[seconds: number, result: T]> {
  const start = performance.now();
  const result = await work();
  return [Math.round(performance.now() - start) / 1000, result];
}

/** Imports a file or folder into a new case, with the memory that DuckDB alone has. */
async function importing(from: string, file: string): Promise<Measure> {
  for (const each of [file, `${file}.wal`]) rmSync(each, { force: true });
  const store = await openCase(file, { create: true, memory: MEMORY });
  const at = "2023-01-01T00:00:00Z";
  const [seconds, record] = await timed(() => bringIn(store, from, { at }));
  const [digesting] = await timed(() => store.digest());
  await store.close();
  const { entities, statements, rejects } = record;
  return { seconds, digesting, entities, statements, rejects };
}

/** Reads the interests into arrays, takes their values on a day, and builds both ends of the control network. */
async function building(_from: string, file: string): Promise<Measure> {
  const store = await openCase(file, { readOnly: true });
  const [reading, network] = await timed(() => caseNetwork(store, null));
  const [holding, held] = await timed(() => heldOn(network.interests, AS_OF, CLOCKS.carry));
  const [building, own] = await timed(() => ownership(held, network.entities, kindsOf(network)));
  const [searching, pairs] = await timed(() => {
    const view = new ControlView(own);
    let found = 0;
    for (let n = 0; n < network.entities; n++) found += view.lower.certain(n).length;
    return found;
  });
  await store.close();
  return {
    reading,
    holding,
    building,
    searching,
    interests: network.interests.length,
    held: held.length,
    pairs,
  };
}

const NEWLINE = 10;

/** `ask control --all`, under a law, or `--pairs`, or `ask reach --all`: all rows, digested instead of printed. */
const everything =
  (id: string, pairs: boolean, law = "majority") =>
  async (_from: string, file: string): Promise<Measure> => {
    const store = await openCase(file, { readOnly: true });
    const asked = QUESTIONS.find((question) => question.id === id);
    if (!asked?.everything) throw new Error(`${id} answers nothing about everyone`);
    const context = { ...CLOCKS, store, progress: () => undefined };
    const { csv } = asked.everything(context, { pairs, law });
    const hash = createHash("sha256");
    let count = 0;
    const [seconds] = await timed(async () => {
      for await (const piece of csv) {
        hash.update(piece);
        const bytes = typeof piece === "string" ? new TextEncoder().encode(piece) : piece;
        for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
      }
    });
    await store.close();
    return { seconds, rows: count, digest: hash.digest("hex").slice(0, 16) };
  };

/** One answer in a process that has just opened the case, the same again, and others after it. */
const answering =
  (question: string) =>
  async (_from: string, file: string): Promise<Measure> => {
    const store = await openCase(file, { readOnly: true });
    const asked = QUESTIONS.find((each) => each.id === question);
    if (!asked) throw new Error(`no question ${question}`);
    const context = { ...CLOCKS, store, progress: () => undefined };
    const one = async (entity: string) => {
      const input = asked.input.parse({ entity });
      return (await timed(() => asked.run(context, input)))[0];
    };
    const cold = await one("c1000");
    const warm = await one("c1000");
    const others: number[] = [];
    for (let n = 0; n < 20; n++) others.push(await one(`c${1001 + 97 * n}`));
    others.sort((a, b) => a - b);
    await store.close();
    return { cold, warm, median: others[10] as number, slowest: others[19] as number };
  };

/** Answers of a server that has read the case, as a client sees them. */
const serving =
  (question: "control" | "reach") =>
  async (_from: string, file: string): Promise<Measure> => ({
    ...(await servedAnswers(question, file, 300)),
  });

const cold = async (_from: string, file: string): Promise<Measure> => ({ ...coldCommand(file) });

/** What is measured, each in a process of its own. */
export const STEPS = {
  alone: readAlone,
  import: importing,
  network: building,
  all: everything("control", false),
  pairs: everything("control", true),
  ukPsc: everything("control", false, "uk-psc"),
  euAmlr: everything("control", false, "eu-amlr"),
  arms: everything("reach", false),
  control: answering("control"),
  reach: answering("reach"),
  ties: tying,
  servedControl: serving("control"),
  servedReach: serving("reach"),
  cold,
} as const;
export type StepName = keyof typeof STEPS;

export const isStep = (name: string): name is StepName => name in STEPS;
