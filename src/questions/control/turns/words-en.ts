import type { HangsWords } from "./words.ts";

const STANDING = { certain: "certain", possible: "possible", none: "ruled out" };

export const EN: HangsWords = {
  title: "What the verdict hangs on",
  points: (by) => `${by} ${by === "1" ? "point" : "points"}`,
  loses: (f) =>
    `If ${f.holder} held ${f.nothing && f.reached ? "none" : f.reached ? `${f.at} or less` : `less than ${f.at}`} of the votes in ${f.held}${f.by === "" ? "" : ` (${f.reached ? "" : "more than "}${f.by} less)`}, ${f.party} would no longer certainly control ${f.subject}.`,
  gains: (f) =>
    `If ${f.holder} held ${f.reached ? `${f.at} or more` : `more than ${f.at}`} of the votes in ${f.held}${f.by === "" ? "" : ` (${f.reached ? "" : "more than "}${f.by} more)`}, ${f.party}${f.other ? ", which casts these votes," : ""} would certainly control ${f.subject}.`,
  shown: (f, says) =>
    `If it turned out that ${f.holder} holds ${f.reached ? `${f.at} or more` : `more than ${f.at}`} of the votes in ${f.held} (${says === "" ? "no figure is on record" : `the record says ${says}`}), ${f.party}${f.other ? ", which casts these votes," : ""} would certainly control ${f.subject}.`,
  noFlip:
    "No single holding on record turns it by being more or less than it is, within what the others leave it.",
  inFull: (r, p, s) =>
    `If all of these rights counted in full, control by ${p} would be ${STANDING[s]}: ${r}.`,
  without: (r, p, s) => `Without all of these rights, control by ${p} would be ${STANDING[s]}: ${r}.`,
  fullWith: (o, p, s) =>
    `Not alone. In full together with these, control by ${p} would be ${STANDING[s]}: ${o}.`,
  withoutWith: (o, p, s) => `Not alone. Without it and these, control by ${p} would be ${STANDING[s]}: ${o}.`,
  rightOver: (right, c) => `${right} (over ${c})`,
  rightOf: (h, r) => `${h}, ${r}`,
  oneOrigin: (t) => `The proof rests on one origin: “${t}”.`,
  ask: (r, c) => `The record that would decide most: ${r}, about ${c}.`,
  notSmallest:
    "A proof of fewer statements was not ruled out: the search was cut off. From this one nothing can be left out.",
  cutOff: "The network above is large: not every change was tried.",
  bars: "How far the nearest holdings are from turning it",
  barsCaption: "What is held on this day and where the verdict turns.",
  lineCaption: "The line is where votes become a majority, which a side has to pass together.",
  half: "half of the votes",
  majority: "half of the votes that are cast",
  heldNow: "held on this day",
  turnsAt: "where the verdict turns",
  side: "with the rest of its side",
  inside: (h, c) => `${h} in ${c}`,
  heldHow: "as stated by the source",
  turnsHow: "half of the votes, own shares left out, less what else certainly counts for the same side",
  sideHow: "what the same party certainly has of these votes, this holding included, at the least",
  sources: "Sources the verdict hangs on",
  sourcesCaption:
    "Each source, or all that repeat one origin, was left out with everything that rests on it, and the answer worked out again. Sources that change nothing are not listed.",
  leftOut: "Left out",
  changes: "What would change",
  andRepeats: (n) => ` (${n} sources that come from it)`,
  moved: (p, now, after) => `${p}: ${STANDING[now]} → ${STANDING[after]}`,
  verdict: {
    controlled: "it would be controlled",
    "no controller on record": "there would be no controller on record",
    "not known": "who controls it would not be known",
  },
  somebodyNew: "a party not on record would control it",
  nothing: "nothing would change",
  documents: "What to ask for next",
  documentsCaption: (d) =>
    `For each thing not known, the record that would settle it and what would follow at either end of what it may show. What registers disclose: general knowledge as of ${d}, not checked there.`,
  missing: "What is not known",
  record: "Record to ask for",
  atLeast: "If it shows the least",
  atMost: "If it shows the most",
  from: (r, g) => `${r} (${g})`,
  noRegister: (j) =>
    j === "" ? "its jurisdiction is not on record" : `no register of ${j} is described in this version`,
  notThere: (g) => `none that is open to the public is known of (${g})`,
  kinds: {
    "no-record": (c) => `who holds ${c}`,
    "unnamed-holders": (c) => `who has the rest of ${c}`,
    "unknown-share": (c, h) => `how much ${h} holds of ${c}`,
    band: (c, h, f) => `how much ${h} holds of ${c}: ${f}`,
    disputed: (c, h, f) => `which figure holds for ${h} in ${c}: ${f}`,
    "old-observation": (c, h) => `whether ${h} still holds its stake in ${c}`,
    "end-unknown": (c, h) => `whether ${h} held its stake in ${c} on this day`,
    right: (c, h, f) => `whether ${h} has its right over ${c} in full: ${f}`,
  },
  between: "; ",
};
