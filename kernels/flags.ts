/** The bits of a holding, as in `src/graph/control.ts`. */
export const LOW_OPEN: i32 = 1;
export const ALONE: i32 = 4;

/** Bits of a vote count that is judged: an open end was added; there are treasury shares; it is one of several of its company. */
export const OPENS: i32 = 1;
export const TREASURY: i32 = 2;
export const SEVERAL: i32 = 4;

/** What becomes of a holding when the network is reduced, where it does not decide a company by itself. */
export const COUNTS: i32 = -1;
export const MAY_COUNT: i32 = -2;
