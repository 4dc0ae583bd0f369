import type { Context, Everything, EverythingOptions } from "../../../ask/question.ts";
import { Problem } from "../../../errors.ts";
import { LAWS, majority } from "../../../laws/index.ts";
import type { Law } from "../../../laws/law.ts";
import { type Day, formatDay } from "../../../model/date.ts";
import { apartOf, membersApart } from "../../../networks/apart.ts";
import { type CaseNetwork, caseNetwork } from "../../../networks/case-network.ts";
import { about, addAbove } from "../../../networks/closure.ts";
import { everyJurisdiction } from "../../../networks/jurisdiction.ts";
import { listEntities, textsOf } from "../../../networks/register/listed.ts";
import { others } from "../../../networks/turn.ts";
import { COLUMNS } from "../csv.ts";
import { type Batch, judged, judgedLines, linesOf } from "./batch.ts";
import { isHypothetical } from "./write.ts";

/**
 * `--all` under any law, or all of them: every entity judged as one answer does it, many at a time on the network above
 * all of them; of a big case by `members` threads. Majority rule alone has a faster way.
 */
export function everyLaw(
  context: Context,
  { law, list, pairs }: EverythingOptions,
  members?: number,
): Everything {
  const laws = law === "all" ? LAWS : LAWS.filter((one) => one.id === law);
  if (laws.length === 0 || pairs) {
    throw new Problem(
      "not-in-this-version",
      pairs ? `every pair under law "${law}" is not in this version` : `law "${law}" is not in this version`,
      pairs
        ? `--pairs answers under ${majority.id}.`
        : `Laws here: ${LAWS.map((l) => l.id).join(", ")}, or all.`,
      [],
      pairs
        ? [`本版本不能按规则“${law}”列出每一对。`, `--pairs 按 ${majority.id} 回答。`]
        : [`本版本没有规则“${law}”。`, `现有规则：${LAWS.map((l) => l.id).join("、")}，或 all。`],
    );
  }
  if (list !== undefined && !laws.some((one) => one.list)) {
    throw new Problem(
      "bad-input",
      `a list is given, and law "${law}" is about no list`,
      "Ask under a law that is, or leave the list out.",
      [],
      [`给出了名单，但规则“${law}”不涉及名单。`, "请换用涉及名单的规则，或去掉名单。"],
    );
  }
  return { columns: COLUMNS, notes: notesOn(laws, context.asOf), csv: rows(context, laws, list, members) };
}

/** Laws that do not apply on the day, which no column tells. */
const notesOn = (laws: readonly Law[], day: Day): string[] =>
  laws
    .filter((law) => isHypothetical(law, day))
    .map((law) => {
      const when = [law.from && `from ${law.from}`, law.to && `to ${law.to}`].filter(Boolean).join(" ");
      return `${law.id} applies ${when}; for ${formatDay(day)} its rows are hypothetical.`;
    });

/** What is known of everyone, by ordinal. */
interface Everyone {
  readonly network: CaseNetwork;
  readonly idOf: (n: number) => string;
  readonly jurisdiction: (n: number) => string;
  /** Those on the list given with the question; null where none was given. */
  readonly listed: ReadonlySet<number> | null;
}

/** Entities judged together, and those above them beside whoever is above the first: the more, the fewer are worked out again and again. */
const [MOST_SUBJECTS, MOST_MORE] = [2048, 1 << 13];
/** Lines of entities that are written at a time at most; and, of those that need no work, between two turns of others. */
const [MOST, EACH] = [1 << 15, 1 << 8];
/** Interests that are work enough for several threads. */
const MANY = 1 << 17;
/** Batches given to a thread before the first comes back. */
const AHEAD = 2;

async function* rows(
  context: Context,
  laws: readonly Law[],
  list: readonly string[] | undefined,
  members?: number,
): AsyncGenerator<string> {
  context.progress(0, 1, "reading the network");
  const network = await caseNetwork(context.store, context.known);
  const { ids, sorted } = await listEntities(context.store);
  const everyone: Everyone = {
    network,
    idOf: textsOf(ids),
    jurisdiction: await everyJurisdiction(context.store, sorted.length),
    listed:
      list === undefined ? null : new Set(await Promise.all(list.map((id) => context.store.ordinal(id)))),
  };
  const batchOf = (above: ReadonlySet<number>, subjects: readonly number[]) =>
    batch(context, everyone, laws, above, subjects);
  const alike = new Alike(everyone, batchOf);
  let done = 0;
  const told = (more: number) => context.progress(done + more, sorted.length, "judging every entity");
  const judges = judgesOf(members ?? (network.interests.length < MANY ? 0 : membersApart(BATCH)), told);
  const cuts = cut(sorted, alike);
  const waiting: { readonly some: Int32Array; readonly lines: Promise<string[]> }[] = [];
  try {
    for (;;) {
      while (waiting.length < judges.atOnce) {
        const next = cuts.next().value;
        if (next === undefined) break;
        const lines =
          next.subjects.length === 0 ? Promise.resolve([]) : judges.ask(batchOf(next.above, next.subjects));
        lines.catch(() => undefined);
        waiting.push({ some: next.some, lines });
      }
      const first = waiting.shift();
      if (first === undefined) return;
      const lines = await first.lines;
      let [text, asked] = ["", 0];
      for (const n of first.some) {
        if (done++ % EACH === 0) await others();
        text += alike.isBare(n) ? linesOf(alike.of(n)) : lines[asked++];
      }
      told(0);
      yield text;
    }
  } finally {
    await judges.close();
  }
}

interface Judges {
  /** Batches that may wait at a time. */
  readonly atOnce: number;
  /** The lines of each subject of one. */
  ask(batch: Batch): Promise<string[]>;
  close(): Promise<void>;
}

/** Where `batch.ts` lies: beside this file, and named like it. */
const BATCH = import.meta.url.replace(/everything(\.\w+)$/, "batch$1");

/** So many threads, or with none this one, which says how many of a batch it has done. */
function judgesOf(members: number, told: (subjects: number) => void): Judges {
  if (members > 0) {
    const apart = apartOf<Batch, string[]>(BATCH, judgedLines.name, members);
    return { atOnce: AHEAD * members, ask: apart.ask, close: apart.close };
  }
  const here = async (batch: Batch) => {
    const lines: string[] = [];
    for (const rows of judged(batch)) {
      lines.push(linesOf(rows));
      told(lines.length);
      await others();
    }
    return lines;
  };
  return { atOnce: 1, ask: here, close: async () => undefined };
}

/**
 * Entities nothing was ever said of: nobody is above them, so that those of one kind fare alike under every law, but for
 * those on a list. One of each kind is judged.
 */
class Alike {
  readonly #everyone: Everyone;
  readonly #batchOf: (above: ReadonlySet<number>, subjects: readonly number[]) => Batch;
  readonly #rows = new Map<number, readonly (readonly string[])[]>();

  constructor(
    everyone: Everyone,
    batchOf: (above: ReadonlySet<number>, subjects: readonly number[]) => Batch,
  ) {
    this.#everyone = everyone;
    this.#batchOf = batchOf;
  }

  isBare(n: number): boolean {
    const { start } = this.network.index().bySubject;
    return start[n] === start[n + 1] && !this.#everyone.listed?.has(n);
  }

  get network(): CaseNetwork {
    return this.#everyone.network;
  }

  /** The rows of one of them. */
  of(n: number): readonly (readonly string[])[] {
    const kind = this.network.kind[n] as number;
    const known = this.#rows.get(kind) ?? [...judged(this.#batchOf(new Set([n]), [n]))].flat();
    this.#rows.set(kind, known);
    const id = this.#everyone.idOf(n);
    return known.map(([, ...rest]) => [id, ...rest]);
  }
}

interface Cut {
  /** Entities one after the other. */
  readonly some: Int32Array;
  /** Those of them something was ever said of; and everyone above any, they among them. */
  readonly subjects: readonly number[];
  readonly above: ReadonlySet<number>;
}

/** Cuts entities into so many at a time that not too many are above any of them. */
function* cut(sorted: Int32Array, alike: Alike): Generator<Cut, undefined> {
  for (let done = 0; done < sorted.length; ) {
    const some = sorted.subarray(done, done + MOST);
    const index = alike.network.index();
    const above = new Set<number>();
    const subjects: number[] = [];
    let [count, most] = [0, Number.POSITIVE_INFINITY];
    for (; count < some.length && subjects.length < MOST_SUBJECTS && above.size < most; count++) {
      const n = some[count] as number;
      if (alike.isBare(n)) continue;
      addAbove(above, n, index);
      if (subjects.length === 0) most = above.size + MOST_MORE;
      subjects.push(n);
    }
    done += count;
    yield { some: some.subarray(0, count), subjects, above };
  }
}

/** The network of everyone above some entities, to be judged on a day. */
function batch(
  context: Context,
  { network, idOf, jurisdiction, listed }: Everyone,
  laws: readonly Law[],
  above: ReadonlySet<number>,
  subjects: readonly number[],
): Batch {
  const { interests, ordinals } = about(network.index(), above);
  const locals = new Map(Array.from(ordinals, (n, local) => [n, local]));
  return {
    subjects: Int32Array.from(subjects, (n) => locals.get(n) as number),
    interests,
    kinds: Uint8Array.from(ordinals, (n) => network.kind[n] as number),
    ids: Array.from(ordinals, idOf),
    jurisdictions: Array.from(ordinals, jurisdiction),
    listed: listed && new Set([...locals].flatMap(([n, local]) => (listed.has(n) ? [local] : []))),
    laws: laws.map(({ id }) => id),
    asOf: context.asOf,
    carry: context.carry,
  };
}
