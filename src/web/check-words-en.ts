import { claimKinds, RATING_WORDS } from "../draw/statement.ts";
import type { CheckWords } from "./check-words.ts";

export const CHECK_EN: CheckWords = {
  lead: "Enter what a text claims, attach what speaks for and against it, and rate explanations against the evidence. Every entry carries a name and is an import that can be taken back.",
  text: "Text",
  by: "Your name",
  byAbout: "Stands with everything you enter",
  byMissing: "Give your name first; it stands with what you enter.",
  answer: "How the claims stand",
  claims: "Claims",
  chooseClaim: "Choose a claim to see what is attached to it and what might be.",
  noText:
    "No text is in this case yet. A text is a source: import one, or enter it with “armslength enter source”.",
  newClaim: "Enter a claim",
  statement: "The claim, in one sentence",
  place: "Where in the text",
  kind: "Kind",
  kinds: claimKinds.en,
  add: "Enter",
  attached: "Attached",
  noneAttached: "Nothing is attached yet.",
  suggested: "Suggested",
  suggestedAbout:
    "Statements of this case that name what the claim names, or share its words. Nothing is attached by itself.",
  noneSuggested: "Nothing in the case names what the claim names or shares its words. Search for others.",
  search: "Search statements for other words",
  because: "suggested for",
  sides: { yes: "For it", no: "Against it", context: "Context" },
  bearing: "Shows",
  bearings: { whole: "the claim itself", part: "a part of it", indirect: "nothing of it, but fits" },
  toSet: (set) => `As evidence on ${set}`,
  saved: (ids) => `Entered: ${ids}`,
  matrix: (set) => `Explanations: ${set}`,
  matrixAbout:
    "Choose a cell and rate it: if the explanation were right, would one expect this? Arrow keys move between cells, Enter opens one. Each cell shows your rating; behind a dot stand those of others.",
  noSet:
    "No set of explanations bears on this text yet. Enter one below, then attach an item of evidence to it.",
  cell: (item, hypothesis, mine, others) =>
    `${item} and ${hypothesis}: ${mine || "not rated by you"}${others === "" ? "" : `; others: ${others}`}`,
  rate: "Rate",
  ratings: RATING_WORDS.en,
  reason: "Why",
  credibility: "Credibility of the item",
  relevance: "Relevance to the explanation",
  levels: { low: "low", medium: "medium", high: "high" },
  save: "Save the rating",
  others: "Ratings of others",
  newExplanation: "Enter an explanation",
  set: "Name of the set",
  explanation: "The explanation, in one sentence",
  exclusive: "The explanations exclude each other",
};
