import type { Question } from "../ask/question.ts";

/** Every question this version answers. */
export const QUESTIONS: readonly Question<never, unknown>[] = [];
