import type { Answer, Lang } from "../ask/answer.ts";
import type { ImportNotes } from "../draw/import-words.ts";
import type { Entity } from "../model/entity.ts";
import type { Source } from "../model/source.ts";
import type { Statement } from "../model/statement.ts";
import type { ImportRecord, Reject } from "../store/port.ts";

/** What the server says when it cannot answer: a stable code, the fault in words, what to do. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly choices: readonly string[];
}

export interface FieldSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly label?: Readonly<Record<Lang, string>>;
  readonly about?: Readonly<Record<Lang, string>>;
  readonly entity?: boolean;
  readonly named?: boolean;
  readonly text?: boolean;
  readonly format?: string;
}
export interface QuestionCard {
  readonly id: string;
  readonly ask: Readonly<Record<Lang, string>>;
  readonly built: boolean;
  readonly needs: readonly string[];
  readonly input: {
    readonly properties?: Readonly<Record<string, FieldSchema>>;
    readonly required?: readonly string[];
  };
  readonly example: { readonly input: Readonly<Record<string, unknown>>; readonly asOf: string };
}

export interface CaseCard {
  readonly name: string;
  readonly entities: number;
  readonly statements: number;
  readonly sources: number;
  readonly imports: readonly ImportRecord[];
}
export interface EntityCard {
  readonly entity: Entity;
  readonly statements: readonly Statement[];
  readonly denied: Readonly<Record<string, Statement>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly entities: Readonly<Record<string, Entity>>;
}
export interface SourceCard {
  readonly source: Source;
  readonly withdrawals: readonly { readonly on: string; readonly why: string; readonly statements: number }[];
  readonly statements: readonly Statement[];
  readonly denied: Readonly<Record<string, Statement>>;
  readonly entities?: Readonly<Record<string, Entity>>;
}
/** Statements suggested for a claim, with what is needed to show them. */
export interface SuggestionCard {
  readonly suggestions: readonly {
    readonly statement: string;
    readonly entities: readonly string[];
    readonly words: readonly string[];
  }[];
  readonly statements: Readonly<Record<string, Statement>>;
  readonly entities: Readonly<Record<string, Entity>>;
  readonly sources: Readonly<Record<string, Source>>;
}
export type ImportEvent =
  | { readonly progress: { readonly done: number; readonly total: number; readonly what: string } }
  | { readonly import: ImportRecord; readonly rejects: readonly Reject[]; readonly notes: ImportNotes }
  | { readonly error: Trouble };
export type { Answer, Entity, ImportNotes, ImportRecord, Reject, Source, Statement };

/** A failed request: what the server said, or that it could not be reached. */
export class Failed extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.message);
    this.trouble = trouble;
  }
}

const unreachable: Trouble = { code: "unreachable", message: "", hint: "", choices: [] };

async function answered(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  const trouble = (body as { error?: Trouble } | null)?.error;
  throw new Failed(
    trouble ?? { ...unreachable, code: String(response.status), message: response.statusText },
  );
}

/** In which language the server is to say what went wrong; the page keeps it. */
export const reader: { lang: Lang } = { lang: "en" };

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    const headers = { ...init.headers, "accept-language": reader.lang };
    return await fetch(path, { credentials: "same-origin", ...init, headers });
  } catch (fault) {
    if (init.signal?.aborted) throw fault;
    throw new Failed(unreachable);
  }
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const init = { headers: { accept: "application/json" }, ...(signal ? { signal } : {}) };
  return (await answered(await reach(path, init))) as T;
}

export async function post<T>(path: string, body?: unknown): Promise<T> {
  const sent =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  return (await answered(await reach(path, { method: "POST", ...sent }))) as T;
}

/** Sends JSON, or the bytes of a file. */
export async function send<T>(method: "POST" | "DELETE", path: string, body?: object): Promise<T> {
  const content = body instanceof Blob ? body : body === undefined ? null : JSON.stringify(body);
  const headers = { "content-type": body instanceof Blob ? "application/octet-stream" : "application/json" };
  return (await answered(await reach(path, { method, headers, body: content }))) as T;
}

/** Uploads files and hands on each line of progress, then the record or the trouble. */
export async function upload(
  files: readonly { readonly file: File; readonly path: string }[],
  signal: AbortSignal,
  on: (event: ImportEvent) => void,
): Promise<void> {
  const body = new FormData();
  for (const { file, path } of files) body.append("files", file, path);
  const response = await reach("/api/import", { method: "POST", body, signal });
  if (!response.ok || !response.body) {
    await answered(response);
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = done ? "" : (lines.pop() ?? "");
    for (const line of lines) if (line.trim() !== "") on(JSON.parse(line) as ImportEvent);
    if (done) return;
  }
}
