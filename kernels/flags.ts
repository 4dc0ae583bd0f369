/** The bits of a holding, as in `src/graph/control.ts`. */
export const LOW_OPEN: i32 = 1;
export const ALONE: i32 = 4;

/**
 * Bits of a vote count that is judged: there are treasury shares; it is one of several of its company; all that is named
 * does not win it; there is more than a whole company; a holding decides it by itself that does not stand alone.
 */
export const TREASURY: i32 = 1;
export const SEVERAL: i32 = 2;
export const LOST: i32 = 4;
export const TOO_MUCH: i32 = 8;
export const DECIDED: i32 = 16;
