/** What is wrong, with the offending value, and what to do. */
export type Told = readonly [message: string, hint: string];

/** What went wrong, for a person and for a script: a stable code, the offending value in words, and what to do. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly hint: string;
  /** Suggestions or the several matches, where there are any. */
  readonly choices: readonly string[];
  /** The same in Chinese, where it is told to whoever asks a question. */
  readonly zh: Told | undefined;

  constructor(
    code: ProblemCode,
    message: string,
    hint: string,
    choices: readonly string[] = [],
    zh?: Told | undefined,
  ) {
    super(message);
    this.name = "Problem";
    this.code = code;
    this.hint = hint;
    this.choices = choices;
    this.zh = zh;
  }
}

/** A problem in a reader's language; in English where it has no other words. */
export const toldIn = ({ message, hint, zh }: Problem, lang: "en" | "zh"): Told =>
  lang === "zh" && zh !== undefined ? zh : [message, hint];

/** Every code the program can end with, and the exit code it maps to: 2 the call is wrong, 3 the data is wrong, 4 the program is wrong. */
export const PROBLEM_CODES = {
  "bad-input": 2,
  "bad-mapping": 2,
  "unknown-question": 2,
  "unknown-entity": 2,
  "ambiguous-entity": 2,
  "unknown-statement": 2,
  "unknown-source": 2,
  "unknown-import": 2,
  "unknown-note": 2,
  "unknown-format": 2,
  "not-in-this-version": 2,
  "too-many": 2,
  "file-missing": 2,
  "file-exists": 2,
  "port-in-use": 2,
  "case-in-use": 2,
  "case-missing": 2,
  "case-too-new": 3,
  "not-a-case": 3,
  "not-a-dossier": 3,
  "does-not-hold": 3,
  "disk-full": 3,
  "missing-column": 3,
  "missing-table": 3,
  "wrong-encoding": 3,
  "bad-file": 3,
  "bad-row": 3,
  "bad-date": 3,
  "bad-share": 3,
  "bad-money": 3,
  forbidden: 2,
  cancelled: 2,
  internal: 4,
} as const;

export type ProblemCode = keyof typeof PROBLEM_CODES;
