/** Armslength as a library: open a case, ask a question, get an answer as plain JSON. */
export type { Answer, Gap, Lang } from "./ask/answer.ts";
export { type Asking, ask } from "./ask/ask.ts";
export { readClocks } from "./ask/clocks.ts";
export { printAnswer } from "./ask/print.ts";
export type { Question } from "./ask/question.ts";
export { Problem } from "./errors.ts";
export { QUESTIONS } from "./questions/index.ts";
export { type CaseOptions, type OpenCase, openCase } from "./store/duckdb.ts";
