import type { Block, Cell } from "../../../ask/block.ts";
import { listOf } from "../../../ask/say/name.ts";
import type { ControlFinding } from "../finding.ts";
import { isUnknown, type Speech } from "../speech.ts";
import { barsOf, computedFigure, impliedBars } from "./drawn.ts";
import type { Declared } from "./entry.ts";
import { because, reasonOf, sentenceOf, toldOutcome, unchained } from "./sentences.ts";
import { type DeclaredWords, declaredWords } from "./words.ts";

/** Declared against computed: the table, the two drawn beside each other, what the declarations imply, and why both may be true. */
export function declaredBlocks(speech: Speech, finding: ControlFinding): Block[] {
  if (finding.declared.length === 0) return [];
  const w = declaredWords(speech.view.lang);
  return [
    tableOf(speech, w, finding),
    ...barsOf(speech, w, finding, "economic"),
    ...barsOf(speech, w, finding, "votes"),
    ...impliedBars(speech, w, finding),
    {
      kind: "prose",
      role: "why",
      title: w.whyTitle,
      list: true,
      sentences: finding.declared.map((d) => sentenceOf(speech, w, d)),
    },
  ];
}

/** A right as it is called, with its figure where it has one. */
function sizeOf({ percent, right }: Speech, d: Declared): string {
  return isUnknown(d.range) ? right(d.right) : `${right(d.right)}: ${percent(d.range)}`;
}

function tableOf(speech: Speech, w: DeclaredWords, finding: ControlFinding): Block {
  const { entity, words } = speech;
  const rows = finding.declared.map((d): Cell[] => {
    const says =
      d.claim === "owner" ? w.short.owner : d.claim === "interest" ? sizeOf(speech, d) : reasonOf(speech, d);
    return [
      [
        d.party === null ? "–" : entity(d.party),
        ...(d.company === finding.subject ? [] : [" → ", entity(d.company)]),
      ],
      [because(says, d.because)],
      computedCell(speech, w, d),
      [w.outcomes[toldOutcome(d)]],
    ];
  });
  return {
    kind: "table",
    title: w.title,
    caption: w.caption,
    columns: [{ label: words.holder }, { label: w.declared }, { label: w.computed }, { label: w.stands }],
    rows,
  };
}

function computedCell(speech: Speech, w: DeclaredWords, d: Declared): Cell {
  if (d.computed === null) return ["–"];
  const { range } = d.computed;
  if (range !== null && d.measure !== "control") return { figure: computedFigure(w, d, range) };
  return [because(computedShort(speech, w, d), d.computed.because)];
}

function computedShort({ name, view }: Speech, w: DeclaredWords, d: Declared): string {
  const { standing = "none", controllers = [] } = d.computed ?? {};
  const named = listOf(controllers.map(name), view.lang);
  if (d.claim === "nobody")
    return controllers.length > 0
      ? w.shortControlled(named)
      : d.outcome === "agrees"
        ? w.short.none
        : d.outcome === "contradicts"
          ? w.short.reached
          : w.short.open;
  if (unchained(d)) return w.short.noChain;
  if (standing === "possible") return w.short.maybe;
  if (standing === "none") return w.short.not;
  return controllers.length === 0 || controllers.includes(d.party ?? "")
    ? w.short.controls
    : w.shortUltimately(named);
}
