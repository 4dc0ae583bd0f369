import { partsOf } from "../dossier/dossier.ts";
import { digestsOf, type Payload, sealOf, sha256 } from "../dossier/payload.ts";
import { digestsAgainst } from "./compare.ts";

/** Numbers below a bound, the same for the same seed. */
export type Dice = (below: number) => number;

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Row = Record<string, string>;
type Loose = {
  answers: { blocks: unknown[] }[];
  carried: { entities: Row[]; sources: Row[]; events: { statements: Row[] }[] };
};

const pick = <T>(roll: Dice, list: readonly T[]): T => list[roll(list.length)] as T;

/** A digit of a text, made another. */
function otherDigit(roll: Dice, text: string): string {
  const at = [...text.matchAll(/\d/g)].map((match) => match.index);
  const n = pick(roll, at);
  const digit = String((Number(text[n]) + 1 + roll(8)) % 10);
  return text.slice(0, n) + digit + text.slice(n + 1);
}

const CELLS = [
  "share_text",
  "from_text",
  "to_text",
  "stated_text",
  "subject",
  "object",
  "quote",
  "source",
  "note",
];

/** Ways to change what a dossier carries; each returns false where it finds nothing to change. */
const CARRIED: Readonly<Record<string, (roll: Dice, payload: Loose) => boolean>> = {
  "a cell of a statement": (roll, { carried }) => {
    const row = pick(roll, pick(roll, carried.events).statements);
    const cell = pick(
      roll,
      CELLS.filter((name) => row[name]),
    );
    row[cell] = /\d/.test(row[cell] ?? "") ? otherDigit(roll, row[cell] ?? "") : `${row[cell]}x`;
    return true;
  },
  "a range made wider": (roll, { carried }) => {
    const rows = carried.events.flatMap(({ statements }) => statements).filter((row) => row.share_text);
    if (rows.length === 0) return false;
    const row = pick(roll, rows);
    row.share_text = row.share_text === "0-100" ? "0-99" : "0-100";
    return true;
  },
  "a statement taken out": (roll, { carried }) => {
    const { statements } = pick(roll, carried.events);
    statements.splice(roll(statements.length), 1);
    return true;
  },
  "a statement put in twice": (roll, { carried }) => {
    const { statements } = pick(roll, carried.events);
    statements.push({ ...pick(roll, statements), id: "forged" });
    return true;
  },
  "two statements in the other order": (roll, { carried }) => {
    const { statements } = pick(roll, carried.events);
    if (statements.length < 2) return false;
    const at = roll(statements.length - 1);
    statements.splice(at, 2, statements[at + 1] as Row, statements[at] as Row);
    return true;
  },
  "a cell of a source": (roll, { carried }) => {
    const row = pick(roll, carried.sources);
    const cell = pick(
      roll,
      Object.keys(row).filter((name) => name !== "id"),
    );
    row[cell] = `${row[cell]}x`;
    return true;
  },
  "a source taken out": (roll, { carried }) => {
    carried.sources.splice(roll(carried.sources.length), 1);
    return true;
  },
  "a name": (roll, { carried }) => {
    const row = pick(roll, carried.entities);
    row.name = `${row.name}x`;
    return true;
  },
  "a figure of an answer": (roll, { answers }) => {
    const figures: { value: unknown }[] = [];
    const look = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(look);
      else if (value !== null && typeof value === "object") {
        if ("value" in value && "how" in value) figures.push(value as { value: unknown });
        Object.values(value).forEach(look);
      }
    };
    look(answers.map(({ blocks }) => blocks));
    if (figures.length === 0) return false;
    const figure = pick(roll, figures);
    figure.value = JSON.parse(otherDigit(roll, JSON.stringify(figure.value)));
    return true;
  },
};

/** One tampering with a dossier: how, and the file after it. */
export interface Tampered {
  readonly how: string;
  readonly html: string;
}

/** Changes what a dossier carries or its page, and leaves the digests as they were. */
export function tampered(html: string, roll: Dice): Tampered {
  const ways = [
    ...Object.keys(CARRIED),
    "a digit on the page",
    "a row of a table",
    "rows in the other order",
  ];
  const how = pick(roll, ways);
  const changed = how in CARRIED ? carriedChanged(html, how, roll) : pageChanged(html, how, roll);
  return changed === null || changed === html ? tampered(html, roll) : { how, html: changed };
}

function carriedChanged(html: string, how: string, roll: Dice): string | null {
  const parts = partsOf(html);
  const payload = JSON.parse(parts?.payload ?? "null") as Loose;
  return CARRIED[how]?.(roll, payload)
    ? html.replace(parts?.payload ?? "", () => JSON.stringify(payload))
    : null;
}

function pageChanged(html: string, how: string, roll: Dice): string | null {
  const start = html.indexOf("<body>");
  const [head, body] = [html.slice(0, start), html.slice(start)];
  if (how === "a digit on the page") {
    const texts = [...body.matchAll(/>([^<]*\d[^<]*)</g)];
    const one = pick(roll, texts);
    const [all, text = ""] = one;
    return (
      head +
      body.slice(0, one.index) +
      all.replace(text, () => otherDigit(roll, text)) +
      body.slice(one.index + all.length)
    );
  }
  const rows = [...body.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => row);
  const n = roll(rows.length - 1);
  const [row = "", next = ""] = [rows[n], rows[n + 1]];
  if (how === "a row of a table") return head + body.replace(row, () => "");
  return body.includes(row + next) && row !== next ? head + body.replace(row + next, () => next + row) : null;
}

/**
 * The same by someone who knows how a dossier is made: the digests and the seal are made anew, and where a figure was
 * changed the page is printed with it. Only what the answers show is changed: taking out what no answer rests on, and
 * sealing it anew, makes another honest dossier. `print` prints a page from its payload.
 */
export function forged(html: string, roll: Dice, print: (payload: Payload) => string): Tampered {
  const how = pick(roll, FORGED);
  const changed = carriedChanged(html, how, roll);
  if (changed === null) return forged(html, roll, print);
  const payload = JSON.parse(partsOf(changed)?.payload ?? "null") as Payload;
  const digests = digestsOf(payload.carried);
  if (how !== "a figure of an answer" && !isShown(payload, digests)) return forged(html, roll, print);
  const page = partsOf(how === "a figure of an answer" ? print(payload) : html)?.page ?? "";
  const body = { ...payload, digests, page: sha256(page) };
  const text = JSON.stringify({ ...body, seal: sealOf(body) });
  const at = page.indexOf('id="dossier">') + 'id="dossier">'.length;
  return {
    how: `forged: ${how}`,
    html: page.slice(0, at) + text.replaceAll("<", "\\u003c") + page.slice(at),
  };
}

const FORGED = [
  "a cell of a statement",
  "a statement taken out",
  "a cell of a source",
  "a name",
  "a figure of an answer",
];

/** Whether something changed is in an answer. */
function isShown({ digests: before, answers }: Payload, after: Payload["digests"]): boolean {
  return (["statements", "sources", "entities"] as const).some((kind) => {
    const { changed, missing } = digestsAgainst(before[kind], after[kind]);
    return [...changed, ...missing].some((id) => answers.some((answer) => id in (answer[kind] as object)));
  });
}

/** Makes something of one place of a payload that nobody would write: another type, nothing, too much. Says what. */
export function spoil(payload: unknown, roll: Dice): string {
  const places: [Record<string, unknown>, string, string][] = [];
  const look = (value: unknown, path: string) => {
    if (value === null || typeof value !== "object") return;
    for (const key of Object.keys(value)) {
      const inside = value as Record<string, unknown>;
      places.push([inside, key, `${path}.${key}`]);
      if (places.length < 20_000) look(inside[key], `${path}.${key}`);
    }
  };
  look(payload, "");
  const depth = 1 + roll(7);
  const near = places.filter(([, , path]) => path.split(".").length - 1 <= depth);
  const [inside, key, path] = pick(roll, near);
  const before = JSON.stringify(inside[key]);
  const values = [null, [], {}, "", "x", -1, 1e99, true, [[]], { kind: "table" }, [null], "2021-99-99"];
  const value = pick(roll, values);
  if (roll(4) === 0) delete inside[key];
  else inside[key] = value;
  return JSON.stringify(inside[key]) === before ? spoil(payload, roll) : path;
}

/** A dossier whose payload is made another by hand and sealed again, as its forger would; the page stays. */
export function resealed(html: string, change: (payload: Record<string, unknown>) => void): string {
  const parts = partsOf(html);
  const payload = JSON.parse(parts?.payload ?? "");
  change(payload);
  const text = JSON.stringify({ ...payload, seal: sealOf(payload) }).replaceAll("<", "\\u003c");
  return html.replace(parts?.payload ?? "", () => text);
}
