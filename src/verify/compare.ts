import type { Answer } from "../ask/answer.ts";
import type { Figure } from "../ask/block.ts";
import { figuresOf, type Placed } from "../ask/figures-of.ts";

/** A figure of a dossier that is not what its statements give. Null: there is no such figure on that side. */
export interface Wrong {
  readonly question: string;
  readonly where: string;
  readonly says: Figure["value"] | null;
  readonly gives: Figure["value"] | null;
}

/** The figures of an answer held against those of the answer computed again, in the order they are read. */
export function figuresAgainst(
  says: Pick<Answer, "question" | "blocks">,
  gives: Pick<Answer, "blocks">,
): { readonly checked: number; readonly wrong: readonly Wrong[] } {
  const [stated, computed] = [says, gives].map(({ blocks }) => listed(blocks)) as [Listed, Listed];
  const wrong: Wrong[] = [];
  for (const [where, { figure }] of stated) {
    const other = computed.get(where)?.figure;
    if (other && JSON.stringify(other) === JSON.stringify(figure)) continue;
    wrong.push({ question: says.question, where, says: figure.value, gives: other?.value ?? null });
  }
  for (const [where, { figure }] of computed)
    if (!stated.has(where)) wrong.push({ question: says.question, where, says: null, gives: figure.value });
  return { checked: stated.size, wrong };
}

/** What an answer finds, without the words it is said in. */
export const foundIn = ({ findings, gaps, overall }: Answer): string =>
  JSON.stringify([findings, gaps, overall]);

type Listed = Map<string, Placed>;

/** Figures by their place; of several in one place the second is `… (2)`, and so on. */
function listed(blocks: Answer["blocks"]): Listed {
  const by: Listed = new Map();
  const seen = new Map<string, number>();
  for (const placed of blocks.flatMap(figuresOf)) {
    if (!isValue(placed.figure.value)) throw new TypeError(`${placed.where} is no figure`);
    const n = (seen.get(placed.where) ?? 0) + 1;
    seen.set(placed.where, n);
    by.set(n === 1 ? placed.where : `${placed.where} (${n})`, placed);
  }
  return by;
}

const isValue = (value: Figure["value"]): boolean =>
  typeof value === "string" || [value.low, value.high].every((end) => typeof end === "string");

/** Ids whose content is not what a list of digests says, by what is wrong with them. */
export interface Differing {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

export function digestsAgainst(
  listed: Readonly<Record<string, string>>,
  carried: Readonly<Record<string, string>>,
): Differing {
  const ids = Object.keys(listed);
  return {
    changed: ids.filter((id) => id in carried && carried[id] !== listed[id]),
    missing: ids.filter((id) => !(id in carried)),
    added: Object.keys(carried).filter((id) => !(id in listed)),
  };
}

/** Where two pages differ: the text of the first pieces between tags that are not the same. */
export function pagesAgainst(
  says: string,
  gives: string,
): { readonly says: string; readonly gives: string }[] {
  if (says === gives) return [];
  const [a, b] = [says, gives].map((page) => page.split(/(?<=>)|(?=<)/)) as [string[], string[]];
  let [start, end] = [0, 0];
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  if (a.length !== b.length)
    return [{ says: shown(a.slice(start, a.length - end)), gives: shown(b.slice(start, b.length - end)) }];
  return a.flatMap((piece, n) =>
    piece === b[n] ? [] : [{ says: shown([piece]), gives: shown([b[n] ?? ""]) }],
  );
}

const MOST = 200;

function shown(pieces: readonly string[]): string {
  const text = pieces.filter((piece) => !/^<[^>]*>$/.test(piece)).join(" ") || pieces.join("");
  if (text.trim() === "") return JSON.stringify(text);
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}
