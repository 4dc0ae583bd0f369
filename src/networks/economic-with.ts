import type { EconomicNetwork } from "../graph/economic.ts";
import { isDeclaration } from "./company.ts";
import { addClaims, onlyAlone, withoutConflicts } from "./economic.ts";
import { Edges } from "./edges.ts";
import type { HeldTable } from "./held.ts";

/**
 * The network of holdings that differ from those of another one in rows about one company only, the very one
 * `economicNetwork` makes of them. Null where a company is of several classes, before or after. Cost: copies of the columns.
 */
export function economicWith(
  other: EconomicNetwork,
  held: HeldTable,
  entities: number,
  company: number,
): EconomicNetwork | null {
  if (other.nodes !== entities) return null;
  const own: number[] = [];
  for (let row = 0; row < held.length; row++)
    if (held.subject[row] === company && !isDeclaration(held, row)) own.push(row);
  const edges = new Edges(own.length);
  if (addClaims(edges, held, company, own, entities) > entities) return null;
  const added = edges.sorted(entities);
  const [from, to] = [other.start[company] as number, other.start[company + 1] as number];
  const more = added.head.length - (to - from);
  const column = <T extends Int32Array | Float64Array | Uint8Array>(old: T, part: T, into: T): T => {
    into.set(old.subarray(0, from));
    into.set(part, from);
    into.set(old.subarray(to), from + part.length);
    return into;
  };
  const size = other.holder.length + more;
  return {
    ...other,
    start: other.start.map((start, n) => (n > company ? start + more : start)),
    holder: column(other.holder, added.head, new Int32Array(size)),
    low: column(other.low, withoutConflicts(added), new Float64Array(size)),
    high: column(other.high, added.high, new Float64Array(size)),
    alone: column(other.alone, added.flags.map(onlyAlone), new Uint8Array(size)),
  };
}
