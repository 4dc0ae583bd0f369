import type { Lang } from "../ask/answer.ts";
import { PROBLEM_CODES, Problem, type ProblemCode, toldIn } from "../errors.ts";

/** What a client gets where there is no answer: the same four fields as every `Problem`. */
export interface Trouble {
  readonly error: {
    readonly code: ProblemCode;
    readonly message: string;
    readonly hint: string;
    readonly choices: readonly string[];
  };
}

const STATUS: Partial<Record<ProblemCode, 403 | 404 | 409 | 500 | 501 | 503 | 507>> = {
  "unknown-question": 404,
  "unknown-entity": 404,
  "unknown-statement": 404,
  "unknown-source": 404,
  "unknown-import": 404,
  "file-missing": 404,
  "ambiguous-entity": 409,
  "case-in-use": 409,
  "file-exists": 409,
  "not-in-this-version": 501,
  "disk-full": 507,
  forbidden: 403,
  cancelled: 503,
  internal: 500,
};

/** The HTTP status of a problem: 400 where the call is wrong, 422 where the data is, 500 where the program is. */
export const statusOf = (code: ProblemCode) => STATUS[code] ?? (PROBLEM_CODES[code] === 3 ? 422 : 400);

/** Anything thrown as a problem; what is none is a fault of the program. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new Problem("internal", message, "Report this with what led to it.");
}

/** A problem as a client gets it, in a reader's language. */
export function troubleOf(problem: Problem, lang: Lang): Trouble {
  const [message, hint] = toldIn(problem, lang);
  return { error: { code: problem.code, message, hint, choices: problem.choices } };
}

/** The language in which a request is told what went wrong: the one it asks for, else the one its reader has. */
export function langOf(asked: string | undefined, accepts: string | undefined): Lang {
  if (asked === "en" || asked === "zh") return asked;
  return /^\s*zh\b/i.test(accepts ?? "") ? "zh" : "en";
}
