import { CsvBytes } from "../../ask/csv-bytes.ts";
import type { Context, Everything, EverythingOptions } from "../../ask/question.ts";
import { Problem } from "../../errors.ts";
import { majority } from "../../laws/index.ts";
import { type Arms, armsOf } from "../../networks/arms.ts";
import { listEntities } from "../../networks/register/listed.ts";

const COLUMNS = ["party", "certain", "possible", "stakes", "economic_low", "economic_high"];
/** Digits of a portfolio: its bound is below 1e-9 of itself, and so is what these leave out. */
const DIGITS = 10;

/** `--all`: one row a party that controls or holds anything, those with the longest arms first. */
export function everyReach(context: Context, { pairs, law }: EverythingOptions): Everything {
  if (pairs)
    throw new Problem(
      "bad-input",
      "reach has no --pairs",
      "Ask `control --all --pairs` for everyone and everything each controls.",
      [],
      ["reach 没有 --pairs。", "要列出各方及其控制的一切，请用 `control --all --pairs`。"],
    );
  if (law !== majority.id)
    throw new Problem(
      "not-in-this-version",
      `the reach of everyone under law "${law}" is not in this version`,
      `--all answers under ${majority.id}.`,
      [],
      [`本版本不能按规则“${law}”回答各方控制什么。`, `--all 按 ${majority.id} 回答。`],
    );
  const notes: string[] = [];
  return { columns: COLUMNS, notes, csv: ranking(context, notes) };
}

/** The rows; with the first of them stands what they leave out. */
async function* ranking(context: Context, notes: string[]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const arms = await armsOf(context.store, context, (done, total) =>
    context.progress(done, total, "working out control"),
  );
  notes.push(...leftOut(arms));
  const { ids, sorted } = await listEntities(context.store);
  const { certain, possible, stakes } = arms;
  const out = new CsvBytes();
  for (const n of longestFirst(arms, sorted)) {
    out.cell(ids.bytes, ids.start[n] as number, (ids.start[n + 1] as number) - 1);
    const figures = [certain[n], possible[n], stakes[n], ...portfolioCells(arms, n)];
    out.text(`,${figures.join(",")}\n`);
    if (out.full) yield out.take();
  }
  yield out.take();
}

/** What several control only together is nobody's by itself, and who counts for whom in it is not worked out for everyone. */
function leftOut({ together: { certain, possible } }: Arms): string[] {
  if (certain + possible === 0) return [];
  const groups = (n: number) => `${n} ${n === 1 ? "group does" : "groups do"}`;
  return [
    `What a party controls only together with others (joint holders, a concert nobody leads) is in none of its counts: ${groups(certain)} so for certain, ${groups(possible)} possibly. \`ask reach\` tells it of one party.`,
  ];
}

/** By what is certainly controlled, then possibly, then by the least and the most of the portfolio; last by id. */
function longestFirst({ certain, possible, stakes, portfolio }: Arms, sorted: Int32Array): Int32Array {
  const rank = new Int32Array(certain.length);
  sorted.forEach((n, at) => {
    rank[n] = at;
  });
  const by = (column: Int32Array | Float64Array, a: number, b: number) =>
    (column[b] as number) - (column[a] as number);
  return sorted
    .filter((n) => (certain[n] as number) + (possible[n] as number) + (stakes[n] as number) > 0)
    .sort(
      (a, b) =>
        by(certain, a, b) ||
        by(possible, a, b) ||
        by(portfolio.low, a, b) ||
        by(portfolio.high, a, b) ||
        by(rank, b, a),
    );
}

function portfolioCells({ portfolio }: Arms, n: number): [string, string] {
  if (portfolio.ringed[n] === 1) return ["", ""];
  return [decimal(portfolio.low[n] as number), decimal(portfolio.high[n] as number)];
}

/** A number that is not negative, as a decimal of so many significant digits, to the nearest. */
function decimal(x: number): string {
  if (x === 0) return "0";
  const places = Math.min(100, Math.max(0, DIGITS - 1 - Math.floor(Math.log10(x))));
  const text = x.toFixed(places);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
