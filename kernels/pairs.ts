/** The bits of a pair as it is recorded, as in `src/networks/register/recorded.ts`. */
export const LOW_IS_OPEN: i32 = 1;
export const HIGH_IS_OPEN: i32 = 2;
export const NO_VOTES: i32 = 4;
export const CERTAIN: i32 = 8;
export const LATER: i32 = 16;

/** A node and who controls it, in 32 bytes: both ends of the votes, the node, the controller, bits. */
@unmanaged
export class Pair {
  low: f64;
  high: f64;
  node: i32;
  controller: i32;
  bits: i32;
}
