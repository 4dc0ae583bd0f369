import type { Bars, Block } from "../../ask/block.ts";
import { listOf } from "../../ask/say/name.ts";
import type { Percent } from "../../model/share.ts";
import { workingControl } from "../../networks/working.ts";
import { type Analysis, becauseOf } from "./analyse.ts";
import type { ControlFinding } from "./finding.ts";
import type { Speech } from "./speech.ts";
import { workingWords } from "./working-words.ts";

interface Write {
  readonly id: (local: number) => string;
  readonly said: (statements: readonly number[]) => string[];
}

/** Power below half in entity 0, where nobody certainly controls it. */
export function workingIn({ held, view, controllers }: Analysis, write: Write): ControlFinding["working"] {
  if (controllers.verdict === "controlled") return null;
  const found = workingControl(view, 0);
  if (found === null) return null;
  const said = (rows: readonly number[]) => write.said(rows.flatMap((row) => becauseOf(held, row)));
  const holders = found.voters.map((voter) => {
    const [party, ...joint] = voter.parties.map(write.id).sort();
    return {
      party: party ?? null,
      joint,
      low: outward(voter.least, false),
      high: outward(voter.most, true),
      because: said(voter.rows),
    };
  });
  const network = found.sampled && {
    seed: found.sampled.seed,
    rounds: found.sampled.rounds,
    holders: found.sampled.parties.map(({ party, chance, error }) => ({
      party: write.id(party),
      chance: outward(chance, false),
      error: outward(error, true),
    })),
  };
  return { index: "shapley-shubik", model: "oceanic", leftOut: found.leftOut, holders, network };
}

const PLACES = 6;
const ROUNDING = 1e-9;

/** A part of 1 as a decimal percentage of six decimals, rounded outward beyond rounding errors. */
function outward(part: number, up: boolean): string {
  const scaled = Math.min(1, Math.max(0, part)) * 100 * 10 ** PLACES;
  const whole = up ? Math.ceil(scaled - ROUNDING * scaled) : Math.floor(scaled + ROUNDING * scaled);
  return (whole / 10 ** PLACES).toFixed(PLACES).replace(/\.?0+$/, "");
}

/** Power below half as bars, said to be an indication, with its model. */
export function workingBlocks({ view, entity, name }: Speech, finding: ControlFinding): Block[] {
  const { working } = finding;
  if (working === null || working.holders.length === 0) return [];
  const words = workingWords(view.lang);
  const subject = name(finding.subject);
  const range = (h: { low: string; high: string }): Percent =>
    h.low === h.high ? h.low : { low: h.low, high: h.high };
  const bars = (
    title: string,
    caption: string,
    rows: readonly {
      label: Bars["rows"][number]["label"];
      text: string;
      value: Percent;
      because: readonly string[];
    }[],
    how: string,
  ): Bars => ({
    kind: "bars",
    title,
    caption,
    alt: rows.map((row) => row.text).join(view.lang === "zh" ? "、" : ", "),
    unit: "%",
    max: "100",
    rows: rows.map(({ label, value, because }) => ({
      label,
      series: [
        { label: words.power, style: "possible" as const, figure: { value, unit: "%", because, how } },
      ],
    })),
  });
  const direct = working.holders.map((h) => {
    const names = [h.party, ...h.joint].map((p) => name(p));
    const label = h.joint.length === 0 ? [entity(h.party)] : [listOf(names, view.lang)];
    const because = h.because.length > 0 ? h.because : finding.because;
    return { label, text: listOf(names, view.lang), value: range(h), because };
  });
  const blocks: Block[] = [bars(words.title(subject), words.caption(working.leftOut), direct, words.how)];
  if (working.network !== null && working.network.holders.length > 0) {
    const { seed, rounds, holders } = working.network;
    const rows = holders.map((h) => ({
      label: [entity(h.party), words.error(h.error)],
      text: name(h.party),
      value: h.chance,
      because: finding.because,
    }));
    blocks.push(
      bars(words.networkTitle(subject), words.networkCaption(rounds, seed), rows, words.networkHow),
    );
  }
  return blocks;
}
