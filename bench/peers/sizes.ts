import { SIZES } from "../sizes.ts";

/** The worlds of the other measurements, and one between S and M made like L, which slow peers can still finish. */
export const PEER_SIZES = {
  ...SIZES,
  T: { ...SIZES.L, entities: 200_000, interests: 400_000, outlets: 1_000 },
  U: { ...SIZES.L, entities: 1_000_000, interests: 2_000_000, outlets: 5_000 },
};

export type PeerSize = keyof typeof PEER_SIZES;
