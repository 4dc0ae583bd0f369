import type { ExplanationWords } from "./words.ts";

/** English. */
export const en: ExplanationWords = {
  matrix: (set) => `The evidence against each explanation (${set})`,
  matrixCaption:
    "CC and C: what one would expect if the explanation were right; I and II: what one would not; N: either way; NA: does not bear on it. A cell gives its reason.",
  same: (item) => ` (one origin with ${item})`,
  cell: (rater, reason, credibility, relevance) =>
    [rater, reason.replace(/[.。]$/, ""), `credibility ${credibility}, relevance ${relevance}`]
      .filter((each) => each !== "")
      .join("; "),
  level: { low: "low", medium: "medium", high: "high" },
  bars: (name) => `Of those that something could count against, least counts against ${name}`,
  barsNone: "What counts against each explanation",
  barsCaption: (raters) =>
    `Weighted inconsistency: the ratings I (1) and II (2), times credibility and relevance (1 to 3 each), one origin once. Rated by ${raters}. In brackets: for how many origins it is rated.`,
  rated: (rated, of) => `${rated}/${of}`,
  barAlt: (name, value) => `${name}: ${value}`,
  table: "Explanations",
  tableCaption: "What counts against an explanation says nothing of how likely it is.",
  columns: ["Explanation", "Against it", "All weights alike", "Rated", "To be read with"],
  wide: "Nothing rated counts against it: it may be drawn so wide that nothing could. That is no point for it.",
  least: "Least against it, of those compared",
  unrated: "Not rated at all",
  aheadOf: (names) => `No origin counts more against it than against ${names}, whatever the weights`,
  origins: "What tells the explanations apart, and what the picture hangs on",
  originsCaption:
    "An origin that sits alike with all explanations tells nothing between them (0), however true it is. If it fell away, or one cell were rated the other way round, the right column says what would change.",
  originColumns: ["Evidence, by origin", "Tells apart", "If it were wrong"],
  without: "Without it, others are least contradicted",
  reorders: "without it, two explanations change places",
  reversed: (names) => `rated the other way round for ${names}, others are least contradicted`,
  nothing: "The picture stays",
  reading: "What the matrix says, and what it does not",
  told: (items, origins, explanations, raters) =>
    `${raters} rated ${items} items of evidence, from ${origins} origins, against ${explanations} explanations. Items of one origin count as one.`,
  wideOnes: (names) =>
    `Nothing counts against ${names}. An explanation nothing could contradict is not the stronger for it; it is left out of the comparison.`,
  leastAgainst: (names, value, telling, of) =>
    `Of the others, least counts against ${names} (${value}). That something is little contradicted here does not make it true: of the ${of} origins, ${telling} say anything about it either way.`,
  coverage: (rated, of, telling) => `${rated} of ${of}; ${telling} say anything`,
  alike: (names) => `With all weights alike, least counts against ${names}: the weights matter.`,
  alikeSame: "With all weights alike, the same are least contradicted.",
  hangs: (names) =>
    `The picture hangs on single origins: if what comes from ${names} were wrong, others would be least contradicted.`,
  stable: "No single origin, if it fell away, would make others the least contradicted.",
  cells: (count) =>
    count === 0
      ? "No single cell, rated the other way round, would either."
      : `${count === 1 ? "One cell" : `${count} cells`}, rated the other way round, would make others the least contradicted.`,
  tells: (names) => `What tells the explanations apart most is ${names}.`,
  agreement: (alpha, nominal, cells) =>
    `The raters agree to Krippendorff's α = ${alpha} over ${cells} cells (as an order; ${nominal} where only the very same rating counts). 1 is full agreement, 0 what chance would give.`,
  noAgreement: {
    "one-rater": "One rater alone rated: whether others would agree is not known.",
    "no-cell-twice": "No cell was rated by two raters: whether they agree is not known.",
    "one-rating":
      "All raters gave one and the same rating throughout: agreement beyond chance cannot be told.",
  },
  ranked: (order) =>
    `They exclude each other and are rated about equally often. From least to most contradicted: ${order}.`,
  notRanked: {
    "not-exclusive": "They are not ranked: they do not exclude each other, and several can be true at once.",
    coverage: "They are not ranked: some are rated for far fewer origins than others.",
    unfalsifiable: "They are not ranked: against one of them nothing was, or could be, rated.",
    "too-few": "There are not two explanations to compare.",
  },
  end: "No probability follows from any of this.",
  howInconsistency: "sum over origins of the strongest rating against it times its weight, mean over raters",
  howUnweighted: "the same with weight 1 throughout",
  howDiagnosticity: "mean difference between two explanations of what it counts for or against them",
  nobody: "Nobody",
  equals: " and ",
  next: ", then ",
};
