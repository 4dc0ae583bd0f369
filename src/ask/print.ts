import type { Answer } from "./answer.ts";

/** Any value as the JSON this program writes everywhere: two spaces, keys as they stand, one line break at the end. */
export const printJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** An answer as JSON; the same bytes from every surface. */
export const printAnswer = (answer: Answer): string => printJson(answer);
