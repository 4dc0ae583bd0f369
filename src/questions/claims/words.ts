import type { Lang } from "../../ask/answer.ts";
import type { ClaimStanding } from "../../ask/block.ts";
import type { Attached, ClaimKind, Rule } from "./finding.ts";
import { en } from "./words-en.ts";
import { zh } from "./words-zh.ts";

/** What the claims and their standing are said with. */
export interface ClaimsWords {
  readonly standing: Readonly<Record<ClaimStanding, string>>;
  readonly kind: Readonly<Record<ClaimKind, string>>;
  /** The sentence that says which rule decided; origins are at most so many. */
  readonly rule: Readonly<Record<Rule, (pro: number, con: number) => string>>;
  readonly headline: (count: number, title: string, parts: readonly string[]) => string;
  readonly part: (count: number, standing: ClaimStanding) => string;
  readonly one: (claim: string, standing: ClaimStanding) => string;
  readonly noClaims: (title: string) => string;
  readonly board: string;
  readonly boardCaption: string;
  readonly place: (place: string, kind: string) => string;
  readonly nobody: string;
  readonly nothing: string;
  readonly briefFor: (origins: number) => string;
  readonly briefAgainst: (origins: number) => string;
  readonly briefDenied: string;
  /** Denials of what is attached for it, where the claim itself is not denied. */
  readonly briefOther: string;
  readonly colon: string;
  readonly stop: string;
  readonly more: (count: number) => string;
  readonly comma: string;
  readonly sides: Readonly<Record<"for" | "against" | "context" | "denied", string>>;
  readonly not: Readonly<Record<Exclude<Attached["not"], "" | "context">, string>>;
  readonly doesNot: (reason: string) => string;
  readonly partOf: string;
  readonly relays: (origin: string) => string;
  readonly also: (others: string) => string;
  readonly unnamed: string;
  readonly interested: (name: string) => string;
  readonly words: (name: string) => string;
  readonly bracket: (inside: readonly string[]) => string;
  readonly denies: (text: string, of: string) => string;
  readonly record: (kind: string, subject: string, object: string) => string;
  readonly guarded: string;
  readonly onlyInterested: string;
  readonly onlyAnonymous: string;
  readonly didNot: (count: number, reason: string) => string;
  readonly note: (text: string) => string;
  readonly recomputed: (published: string, of: string) => string;
  readonly how: (expression: string, exact: string, stands: boolean) => string;
  readonly differs: (value: string, published: string) => string;
  readonly unknown: string;
  readonly gone: (what: string) => string;
  readonly notRecomputed: (what: string, why: string) => string;
  readonly method: string;
  readonly methodText: string;
}

const WORDS: Readonly<Record<Lang, ClaimsWords>> = { en, zh };

export const claimsWords = (lang: Lang): ClaimsWords => WORDS[lang];
