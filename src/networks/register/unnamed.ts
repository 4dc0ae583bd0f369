import { ControlSearch } from "../../graph/control.ts";
import type { EndSearch } from "../../graph/end-search.ts";
import type { Register } from "./register.ts";

/**
 * Node → 1 where one unnamed party that owns every unnamed rest might control it. What it has besides is a network of its
 * own: the search of that and `upper`, of the upper end, tell each other what they find.
 */
export function reachOfUnnamed({ alone, nodes, own }: Register, upper: EndSearch): Uint8Array {
  const besides = new ControlSearch(alone.network(nodes));
  let [mine, theirs] = [besides.search(own.phantom, false), upper.search(own.phantom)];
  for (let [told, heard] = [0, 0]; told < mine || heard < theirs; ) {
    for (; told < mine; told++) theirs = upper.also(besides.found[told] as number);
    for (; heard < theirs; heard++) mine = besides.also(upper.found[heard] as number, false);
  }
  const reach = new Uint8Array(nodes);
  for (let i = 0; i < mine; i++) reach[besides.found[i] as number] = 1;
  return reach;
}
