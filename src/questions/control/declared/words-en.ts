import type { DeclaredWords } from "./words.ts";

export const EN: DeclaredWords = {
  title: "Declared against computed",
  caption:
    "What a company or a register declares stands beside what the direct statements imply, never in its place. A difference is a question to both sources, not an accusation.",
  declared: "Declared",
  computed: "From the direct statements",
  stands: "Result",
  outcomes: {
    agrees: "both can be true",
    wider: "declares more",
    widerPart: "declares more through others",
    narrower: "declares less",
    contradicts: "do not fit",
    "cannot be tested": "cannot be tested",
  },
  leads: {
    agrees: { because: "Both can be true: ", alone: "Both can be true." },
    wider: {
      because: "It declares more than they show; both can be true: ",
      alone: "It declares more than they show.",
    },
    widerPart: {
      because: "Read as the part through others it declares more than they show; both can be true: ",
      alone: "Read as the part through others it declares more than they show.",
    },
    narrower: {
      because: "It declares less than they show; both can be true: ",
      alone: "It declares less than they show.",
    },
    contradicts: {
      because: "As stated, the two do not fit together. Lawful explanations to look for: ",
      alone: "As stated, the two do not fit together. Which side is out of date or mistaken is not known.",
    },
    "cannot be tested": { because: "It cannot be tested: ", alone: "It cannot be tested on this record." },
  },
  interest: (p, s, r, c) => `${p} is declared to hold, through others, ${s} of the ${r} of ${c}.`,
  band: (p, s, r, c) => `${p} is declared to hold, directly or indirectly, ${s} of the ${r} of ${c}.`,
  noFigure: (p, r, c) =>
    `${p} is declared to have an interest in ${c} through others: ${r}, without a figure.`,
  owner: (p, c) => `${p} is declared to be a beneficial owner or controller of ${c}.`,
  nobody: (c) => `It is declared that no one controls ${c}.`,
  undisclosed: (c, r) => `Of ${c} it is declared: ${r}.`,
  short: {
    owner: "beneficial owner or controller",
    controls: "controls it",
    maybe: "may control it",
    not: "no majority",
    open: "no controller shown, none ruled out",
    none: "no one can have a majority",
    reached: "as much as an owner must have",
    noChain: "no chain on record",
  },
  shortUltimately: (u) => `controls it; ultimately ${u}`,
  shortControlled: (u) => `${u} controls it`,
  anything: "anything from none to all",
  economic: (r) => `Multiplied along chains and added, the direct statements imply ${r}.`,
  votes: (r) => `With the votes of everything the party controls, the direct statements imply ${r}.`,
  noChain: (p, c) => `No chain of direct statements leads from ${p} to ${c}.`,
  controls: (p, c) => `By the direct statements ${p} controls ${c}.`,
  ultimately: (p, c, u) => `By the direct statements ${p} controls ${c}, and ultimately ${u} does.`,
  maybe: (p, c) => `The direct statements neither show nor rule out that ${p} controls ${c}.`,
  notControl: (p, c) => `By the direct statements ${p} has no majority in ${c}.`,
  controlled: (u, c) => `By the direct statements ${u} controls ${c}.`,
  open: (c) => `The direct statements neither show a controller of ${c} nor rule one out.`,
  none: (c) => `The direct statements leave no one able to control ${c} by a majority.`,
  reached: (all, several, law, c) =>
    `By the direct statements ${all} ${several ? "have" : "has"} as much of ${c} as an owner must have (${law}), which is less than a majority.`,
  has: (h, r, c) => `${h} holds ${r} of ${c}`,
  implied: {
    right: (l) => `If the declaration is right, ${l}.`,
    whole: (l) => `If it speaks of everything, ${l}.`,
    part: (l) => `If it speaks of the part through others only, ${l}.`,
  },
  sum: (h, cs, t) => `What ${h} holds of ${cs} then adds up to ${t}; neither alone is fixed by it.`,
  weighed: (parts, t) => `Then ${parts.join(" and ")} make ${t}.`,
  weighedPart: (w, h, c) => `${w} of what ${h} holds of ${c}`,
  total: (p, r, c) => `Together with its direct holding, ${p} then has ${r} of ${c}.`,
  why: {
    components: () =>
      "component records describe the chain; they explain the declaration and are not added to it",
    "unknown-links": ({ pairs, all }) =>
      pairs.length === 0
        ? `the holdings of ${all} on the way are not on record as single figures`
        : `no single figure is on record for ${pairs.map(([h, c]) => `what ${h} holds of ${c}`).join(" and ")}`,
    "part-or-whole": ({ first, range }) =>
      `${first} also holds directly, and the declaration may speak of everything or of the part through others only, which comes to ${range}`,
    "not-multiplied": ({ range }) =>
      `registers count the whole holding of a company that is controlled and do not multiply; counted so, it is ${range}`,
    "own-shares": ({ range }) =>
      `the company’s own shares may be left out of the whole or counted in it; the other way it is ${range}`,
    class: () =>
      "the declaration speaks of one class of shares, and the direct statements of another class or of all shares",
    rounded: () => "the declared figure is rounded or approximate",
    "components-only": ({ all, range }) =>
      `the declaration names its own chain (${all}); along that chain alone it is ${range}`,
    band: () => "the declaration gives a band, not a figure",
    "directly-or-indirectly": () =>
      "its source says “directly or indirectly”, so it may be the same holding and was left out of what it is tested on",
    joint: ({ all }) =>
      all === ""
        ? "joint holders each report the whole"
        : `${all} hold jointly, and joint holders each report the whole`,
    "stops-at-entity": ({ first, others, law }) =>
      law === ""
        ? `the declaration names ${first} and stops there; behind it stands ${others}`
        : `the register names the first entity of a chain that has a register of its own, ${first}, and stops there (${law}); behind it stands ${others}`,
    threshold: ({ all, others, law }) =>
      `${all} ${others === "" ? "has" : "have"} as much as an owner must have (${law}), which is less than a majority`,
    "not-registrable": ({ all, law }) =>
      `notice of the holding may still be on its way, ${all} may be of a kind that need not be entered or be entered in a register on the way, or the company may be exempt${law === "" ? "" : ` (${law})`}`,
    attribution: ({ all }) =>
      `the declaration may count holdings of relatives, nominees or parties to an agreement as ${all}’s own, which are not on record here`,
    "other-rule": ({ law }) =>
      `the declaration may follow a rule that asks for less${law === "" ? "" : ` than ${law}`}`,
    "other-means": () => "control by other means than shares and votes may not be on record",
    "unnamed-rest": ({ all }) => `not all holders of ${all} are named`,
    dates: ({ declaredOn, directOn }) =>
      `the two were stated at different times (declared: ${declaredOn}; direct: ${directOn})`,
    old: () => "the declaration is an old observation",
    day: () => "the dates of the declaration leave open whether it holds on this day",
    disputed: () => "sources disagree on what is declared, and the range covers all of them",
    ring: () => "companies own all of each other in a ring, so that no share can be worked out",
  },
  reasonsBy: "; ",
  stop: ".",
  space: " ",
  shares: (f) =>
    f
      ? "Shares: what is declared and what is computed can both be true"
      : "Shares: declared and computed do not all fit together",
  votesTitle: (f) =>
    f
      ? "Votes: what is declared and what is computed can both be true"
      : "Votes: declared and computed do not all fit together",
  barsCaption:
    "Dotted: declared. Solid: what the direct statements give at least; pale: what they allow, nothing in between being likelier.",
  half: "half",
  row: (p, r, c) => (c === "" ? `${p}: ${r}` : `${p}, in ${c}: ${r}`),
  series: {
    declared: "declared",
    computed: "computed",
    total: "with its direct part",
    most: "with all unnamed",
  },
  seriesHow: {
    declared: "as declared by the source",
    economic: "products of direct stakes along all chains, added",
    votes: "direct votes of the party and of everything it controls",
    total: "everything the party has if the declaration is right",
    most: "what the party would have if every rest nobody is named for were its own",
    implied: "every value for which some reading of the record gives what is declared",
  },
  impliedTitle: "What unknown holdings must be, if the declarations are right",
  impliedCaption: "Ranges, not likelihoods; each taken by itself. Never counted as holdings.",
  impliedRow: (h, c) => `${h} in ${c}`,
  readings: { whole: "if of everything", part: "if of the part through others" },
  whyTitle: "Declared against computed, one by one",
  leftOut: (n) =>
    `Whether everything declared above ${n} agrees with the direct statements: there is too much to test.`,
};
