import type { Bars } from "../../ask/block.ts";

type Row = Bars["rows"][number];

/** A row of bars then and now, if there are any; of one alone which it is stands beside the name. */
export function thenAndNow({ label, series }: Row): Row[] {
  const [only, ...more] = series;
  if (only === undefined) return [];
  if (more.length > 0) return [{ label, series }];
  return [{ label: [...label, ` · ${only.label}`], series: [{ ...only, label: "" }] }];
}
