import { claimKinds } from "../../ask/say/claim-kinds.ts";
import type { ClaimsWords } from "./words.ts";

const origins = (count: number) => (count === 1 ? "one origin" : `at most ${count} independent origins`);

/** English. */
export const en: ClaimsWords = {
  standing: {
    supported: "Supported",
    contested: "Contested",
    contradicted: "Contradicted",
    unsupported: "Unsupported",
    "not checkable": "Not checkable",
  },
  kind: claimKinds.en,
  rule: {
    opinion: () =>
      "An opinion: nothing could show or refute it. What is attached is shown, and decides nothing.",
    "motive-unstated": () => "A motive, and nothing attached says what it was.",
    "still-open": () => "A prediction, and nothing attached has come about by the day asked for: still open.",
    shown: (pro) => `Shown by ${origins(pro)}; nothing that counts stands against it.`,
    "view-reported": (pro) =>
      `Supported as a report of a view: ${origins(pro)} ${pro === 1 ? "shows" : "show"} that the view is held. Whether the view is right is another claim.`,
    "borne-out": (pro) =>
      `Borne out by what came after, by ${origins(pro)}; nothing that counts stands against it.`,
    "both-sides": (pro, con) =>
      `Statements that count stand on both sides: ${origins(pro)} for it, ${origins(con)} against it.`,
    "figure-differs": () => "Its figure, recomputed from what is attached, is another.",
    "only-against": (_, con) => `Only statements against it count: ${origins(con)}.`,
    "part-only": (pro) =>
      `A part of it is shown, by ${origins(pro)}; nothing attached shows the whole. Nothing that counts is against it.`,
    "part-denied": (_, con) =>
      `Nothing that counts is for it, and a part of it is denied by ${origins(con)}.`,
    "anonymous-only": () =>
      "Only people who are not named say so. Of the wrongdoing or the motives of a person that does not make it supported.",
    "one-origin": () => "A conclusion that one origin alone draws: that is its view, and not yet support.",
    "indirect-only": () => "What is attached fits it and does not show it.",
    "denied-only": () =>
      "Nothing is for it. An interested party's denial alone does not make it contradicted.",
    nothing: () => "Nothing attached is for it. That is not the same as false.",
  },
  headline: (count, title, parts) =>
    `Of ${count} ${count === 1 ? "claim" : "claims"} of “${title}”, ${parts.join(", ")}.`,
  part: (count, standing) => `${count} ${count === 1 ? "is" : "are"} ${standing}`,
  one: (claim, standing) => `Claim ${claim} is ${standing}.`,
  noClaims: (title) => `“${title}” has no claim that stood on this day.`,
  board: "Claim by claim",
  boardCaption:
    "The standing is computed from what is attached; origins are counted at most, relays of one report once.",
  place: (place, kind) => [place, kind].filter((each) => each !== "").join(" · "),
  nobody: "Nothing attached counts.",
  nothing: "Nothing is attached.",
  briefFor: (count) => `For it (${count === 1 ? "1 origin" : `at most ${count} origins`})`,
  briefAgainst: (count) => `Against it (${count === 1 ? "1 origin" : `at most ${count} origins`})`,
  briefDenied: "Denied by",
  briefOther: "What is attached for it is denied by",
  colon: ": ",
  stop: ". ",
  comma: ", ",
  more: (count) => ` and ${count} more`,
  sides: { for: "For it", against: "Against it", context: "Neither for nor against", denied: "Denials" },
  not: {
    indirect: "shows nothing of the claim itself",
    denial: "a party's own denial",
    later: "later than the day asked for",
    earlier: "earlier than the text",
    "same-text": "the text itself, or a repetition of it",
  },
  doesNot: (reason) => `does not count: ${reason}`,
  partOf: "a part of the claim",
  relays: (origin) => `relaying ${origin}`,
  also: (others) => `also ${others}`,
  unnamed: "citing people it does not name",
  interested: (name) => `interested: on the side of ${name}`,
  words: (name) => `words of ${name}`,
  bracket: (inside) => ` (${inside.join("; ")})`,
  denies: (text, of) =>
    `${text === "" ? " denies it" : `: ${text.replace(/[.。]$/, "")}`}${of === "" ? "." : ` (of ${of}).`}`,
  record: (kind, subject, object) =>
    [`On record (${kind})`, [object, subject].filter((each) => each !== "").join(" → ")]
      .filter((each) => each !== "")
      .join(": "),
  guarded: "It alleges wrongdoing of a person: people who are not named would not support it alone.",
  onlyInterested: "All that counts for it comes from sources with an interest or from a party itself.",
  onlyAnonymous: "All that counts for it comes from people who are not named.",
  didNot: (count, reason) =>
    count === 1
      ? `One attached statement does not count: ${reason}.`
      : `${count} attached statements do not count (each ${reason}).`,
  note: (text) => `Note of the case: ${text}`,
  recomputed: (published, of) => `${published} (${of}), recomputed`,
  how: (expression, exact, stands) =>
    `${expression} = ${exact} exactly; the published figure ${stands ? "stands, as it is rounded" : "is another"}`,
  differs: (value, published) => `Recomputed it is ${value}, not the published ${published}.`,
  unknown: "What we do not know",
  gone: (what) =>
    `${what} is attached and does not count: it is withdrawn, not yet said on this day, or not in this case.`,
  notRecomputed: (what, why) => `${what} could not be recomputed: ${why}.`,
  method: "How this is worked out",
  methodText:
    "A claim is supported, contested, contradicted, unsupported or not checkable by fixed rules over the statements attached to it. Relays of one report, and publishers under one controller, are one origin. An interested party's denial is always shown and alone changes nothing. People who are not named alone never support wrongdoing of a living person. Unsupported is not false.",
};
