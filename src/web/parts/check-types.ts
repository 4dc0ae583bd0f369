/** What the page of claims reads of an answer to `claims`. */
export interface AttachedStatement {
  readonly statement: string;
  readonly text: string;
  readonly bearing: string;
  readonly publisher: string;
  readonly note: string;
  readonly because: readonly string[];
}
export interface ClaimRead {
  readonly claim: string;
  readonly text: string;
  readonly standing: "supported" | "contested" | "contradicted" | "unsupported" | "not checkable";
  readonly for: readonly AttachedStatement[];
  readonly against: readonly AttachedStatement[];
  readonly context: readonly AttachedStatement[];
}

export const RATINGS = ["CC", "C", "N", "I", "II", "NA"] as const;
export const LEVELS = ["low", "medium", "high"] as const;
type Level = (typeof LEVELS)[number];

export interface CellRating {
  readonly rater: string;
  readonly rating: (typeof RATINGS)[number];
  readonly reason: string;
  readonly credibility: Level;
  readonly relevance: Level;
  readonly because: readonly string[];
}
export interface SetRead {
  readonly set: string;
  readonly exclusive: boolean;
  readonly explanations: readonly { readonly hypothesis: string; readonly text: string }[];
  readonly items: readonly {
    readonly evidence: string;
    readonly statement: string;
    readonly text: string;
    readonly cells: readonly { readonly ratings: readonly CellRating[] }[];
  }[];
}
