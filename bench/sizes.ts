/** How a world is made up; shares of companies or of holdings are probabilities. */
export interface Size {
  readonly entities: number;
  /** Exactly this many interests are written. */
  readonly interests: number;
  /** Part of the entities that are companies; the rest are persons and outlets. */
  readonly companies: number;
  readonly outlets: number;
  /** Part of the companies that have holders on record at all. */
  readonly recorded: number;
  /** Part of the recorded companies whose record is like the UK register of persons with significant control. */
  readonly register: number;
  /** Companies that hold each other all round: the dense core of cycles. */
  readonly core: number;
  /** Holdings each company of the core has in others of it. */
  readonly coreHoldings: number;
}

export const SIZES = {
  /** A big newsroom project. */
  S: {
    entities: 20_000,
    interests: 40_000,
    companies: 0.6,
    outlets: 400,
    recorded: 0.95,
    register: 0.4,
    core: 200,
    coreHoldings: 20,
  },
  /** As many entities and interests as the UK register of persons with significant control. */
  M: {
    entities: 8_000_000,
    interests: 5_100_000,
    companies: 0.55,
    outlets: 20_000,
    recorded: 0.56,
    register: 0.98,
    core: 300,
    coreHoldings: 25,
  },
  /** Several registers joined. */
  L: {
    entities: 10_000_000,
    interests: 20_000_000,
    companies: 0.65,
    outlets: 50_000,
    recorded: 0.96,
    register: 0.4,
    core: 400,
    coreHoldings: 30,
  },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof SIZES;
