import { Problem } from "../../errors.ts";
import type { Analysis } from "./analyse.ts";
import { jointBlocks } from "./holdings.ts";

/** Each of several is told with all the others, in holdings, controllers and proofs: so many pairs of them in one answer. */
const MOST_PAIRS = 250_000;

/**
 * Refuses what would be told of too many who hold or control something together: an answer grows with the square of their
 * number, to more text than fits one string at 1,500 of them. Throws `too-many`.
 */
export function checkTogether(analysis: Analysis, id: (local: number) => string): void {
  const { ultimate } = analysis.controllers;
  const groups = [
    { company: 0, count: Math.max(0, ...ultimate.map(({ joint }) => joint.length + 1)) },
    ...jointBlocks(analysis),
  ];
  const pairs = groups.reduce((sum, { count }) => sum + (count > 1 ? count * count : 0), 0);
  const controlling = ultimate.reduce((sum, { joint }) => sum + joint.length, 0);
  if (Math.max(pairs, controlling) <= MOST_PAIRS) return;
  const most = groups.reduce((a, b) => (b.count > a.count ? b : a));
  throw new Problem(
    "too-many",
    `${most.count} parties hold or control "${id(most.company)}" together: too many to tell each with all the others`,
    "State them as one holder, an entity of kind group; or ask `control --all`, which names each without the others.",
    [],
    [
      `共同持有或控制“${id(most.company)}”的有 ${most.count} 方，太多，无法逐一列出各自与其他各方。`,
      "请把它们作为一个持有人（kind 为 group 的实体）录入；或用 `control --all`，它只列各方，不列同伴。",
    ],
  );
}
