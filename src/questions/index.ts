import type { Question } from "../ask/question.ts";
import { claims } from "./claims/index.ts";
import { control } from "./control/index.ts";
import { reach } from "./reach/index.ts";
import { ties } from "./ties/index.ts";

/** Every question this version answers. */
export const QUESTIONS: readonly Question[] = [control, reach, ties, claims];
