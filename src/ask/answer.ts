import type { Entity } from "../model/entity.ts";
import type { Source } from "../model/source.ts";
import type { Statement } from "../model/statement.ts";
import type { Block } from "./block.ts";

/** What is not known, and why; never a zero. `code` and `about` let a face say it in the reader's language. */
export interface Gap {
  readonly code: string;
  readonly what: string;
  readonly why: string;
  /** Entity ids the gap is about. */
  readonly about: readonly string[];
  readonly because: readonly string[];
}

export type Lang = "en" | "zh";

/** An answer is plain JSON; it survives a file, a mail and ten years. */
export interface Answer {
  readonly question: string;
  readonly revision: number;
  readonly input: Readonly<Record<string, unknown>>;
  readonly lang: Lang;
  readonly asOf: string;
  readonly knownAsOf: string | null;
  readonly findings: readonly unknown[];
  /** What is found of all findings together, where the question gives it. */
  readonly overall?: unknown;
  readonly gaps: readonly Gap[];
  readonly blocks: readonly Block[];
  /** Everything the findings, gaps and blocks refer to, by id. */
  readonly entities: Readonly<Record<string, Entity>>;
  readonly statements: Readonly<Record<string, Statement>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly run: {
    readonly version: string;
    readonly engine: string;
    /** Digest of the data the answer was computed from. */
    readonly data: string;
    /** When, as an ISO instant; the only field that differs between two runs. */
    readonly at: string;
    /** The rules it follows, by id, as digests of what each says; where it follows any. */
    readonly rules?: Readonly<Record<string, string>> | undefined;
  };
}
