import { allPaths, type ListedPath, type Tie } from "../../graph/strongest-paths.oracle.ts";
import type { Source } from "../../model/source.ts";
import type { Statement } from "../../model/statement.ts";
import { OFFICIAL } from "./origins.ts";

/** What all statements between two are worth, told one by one from the definition: 1 … 5, doubled, less one if denied. */
function strengthOf(
  statements: readonly Statement[],
  denials: readonly Statement[],
  sources: ReadonlyMap<string, Source>,
) {
  const root = (id: string): string => {
    const up = sources.get(id)?.derivedFrom ?? "";
    return up === "" ? id : root(up);
  };
  const worth = (some: readonly Statement[]): number => {
    const official = some.some(({ source }) =>
      OFFICIAL.some((kind) => kind === sources.get(source)?.kind.replaceAll("_", " ").toLowerCase()),
    );
    if (official) return 5;
    const sided = ({ source }: Statement) =>
      [source, root(source)].some((id) => sources.get(id)?.interested !== "");
    const named = some.filter((each) => !sided(each) && sources.get(root(each.source))?.publisher !== "");
    const origins = new Set(named.map(({ source }) => root(source)));
    if (origins.size > 0) return origins.size > 1 ? 4 : 3;
    return some.length === 0 ? 0 : some.some(sided) ? 2 : 1;
  };
  const denied = statements.filter(({ id }) => denials.some(({ properties }) => properties.of === id));
  const touched = (each: Statement) =>
    denied.some(
      (one) => one.id === each.id || (one.kind === each.kind && root(one.source) === root(each.source)),
    );
  const undenied = statements.filter((each) => !touched(each));
  const all = worth(statements);
  return denied.length === 0 ? 2 * all : Math.max(2 * all - 1, 2 * worth(undenied));
}

/** Every path from an entity by every tie there ever was, the strongest first; entities by their place in `ids`. */
export function pathsByAll(
  statements: readonly Statement[],
  sources: readonly Source[],
  ids: readonly string[],
  from: string,
  longest: number,
): ListedPath[] {
  const denials = statements.filter(({ kind }) => kind === "denial");
  const byId = new Map(sources.map((source) => [source.id, source]));
  const ties = ids.flatMap((a, i) =>
    ids.flatMap((b, j): Tie[] => {
      if (i >= j) return [];
      const between = statements.filter(
        ({ kind, subject, object }) =>
          kind !== "denial" && ((subject === a && object === b) || (subject === b && object === a)),
      );
      return between.length === 0 ? [] : [[i, j, strengthOf(between, denials, byId)]];
    }),
  );
  return allPaths(ties, ids.indexOf(from), longest);
}
