import { expect, it } from "vitest";
import { PERCENT, WHOLE } from "../model/share.ts";
import { ControlView } from "./controllers.ts";
import { ownership } from "./ownership.ts";
import { pointVotes } from "./point-votes.ts";
import { votersOf } from "./voters.ts";
import { kinds, type Row, tableOf } from "./worlds.oracle.ts";

const [P, Q, R, X, B, C] = [0, 1, 2, 3, 4, 5] as const;
const votes = (subject: number, party: number, low: number, more: Partial<Row> = {}): Row => ({
  ...{ subject, party, low, high: low, right: "votingRights" },
  ...more,
});
const right = (code: Row["right"], subject: number, party: number, more: Partial<Row> = {}): Row => ({
  ...{ subject, party, low: 0, high: 0, right: code },
  ...more,
});
const viewOf = (rows: readonly Row[]) => new ControlView(ownership(tableOf(rows), 6, kinds(X)));

/** Who votes in X, with how much at the least and the most, in percent, and by which rows; of how much. */
function voters(...rows: Row[]) {
  const found = votersOf(viewOf(rows), X);
  const percent = (units: number) => units / PERCENT;
  return (
    found && [
      percent(found.total),
      ...found.voters.map((v) => [v.parties, percent(v.low), percent(v.high), v.rows] as const),
    ]
  );
}

it("each votes with what is stated, in all holdings together, of what is cast", () => {
  expect(voters(votes(X, P, 40), votes(X, Q, 30, { high: 60 }), votes(X, R, 0), votes(B, R, 80))).toEqual([
    100,
    [[P], 40, 40, [0]],
    [[Q], 30, 60, [1]],
  ]);
  const twice = [votes(X, P, 40, { high: 70 }), votes(X, P, 20, { high: 50 })];
  expect(voters(...twice)).toEqual([100, [[P], 60, 100, [0, 1]]]);
  expect(voters(...twice, votes(X, X, 10))).toEqual([90, [[P], 60, 90, [0, 1]]]);
  expect(voters(votes(X, P, 40, { possible: true }), votes(X, -1, 20))).toEqual([
    100,
    [[P], 0, 40, [0]],
    [[], 20, 20, [1]],
  ]);
});

it("those of whom one certainly controls the other, or somebody both, vote as one", () => {
  const held = [votes(X, B, 20), votes(X, C, 25), votes(X, Q, 30)];
  const [inB, inC] = [votes(B, P, 60), votes(C, P, 60)];
  expect(voters(...held, inB, inC)).toEqual([100, [[P], 45, 45, [0, 1]], [[Q], 30, 30, [2]]]);
  expect(voters(...held, inB, votes(C, P, 40, { high: 60 }))).toEqual([
    100,
    [[Q], 30, 30, [2]],
    [[B], 20, 20, [0]],
    [[C], 25, 25, [1]],
  ]);
  expect(voters(votes(X, P, 10), ...held, inB)).toEqual([
    100,
    [[P], 30, 30, [0, 1]],
    [[Q], 30, 30, [3]],
    [[C], 25, 25, [2]],
  ]);
  // Of two who control the same, whoever votes itself; of more, whoever controls the most.
  expect(voters(...held, inB, votes(C, B, 60))).toEqual([100, [[B], 45, 45, [0, 1]], [[Q], 30, 30, [2]]]);
  expect(voters(votes(X, R, 5), ...held, votes(B, R, 60), votes(C, B, 60))).toEqual([
    100,
    [[R], 50, 50, [0, 1, 2]],
    [[Q], 30, 30, [3]],
  ]);
  const law = [B, C].map((n) => right("controlByLegalFramework", n, Q));
  expect(voters(votes(X, P, 10), ...held, inC, ...law)).toEqual([
    100,
    [[Q], 75, 75, [3, 1, 2]],
    [[P], 10, 10, [0]],
  ]);
});

it("those bound by a concert nobody leads vote together, and what may be the same votes counts from nothing", () => {
  const bound = right("actingInConcert", X, Q, { members: [R] });
  expect(voters(votes(X, P, 40), votes(X, Q, 20), votes(X, R, 15, { high: 25 }), bound)).toEqual([
    100,
    [[P], 40, 40, [0]],
    [[Q, R], 35, 45, [1, 2]],
  ]);
  const unknown = votes(X, P, 40, { unknownDirectness: true });
  expect(voters(unknown, votes(X, Q, 30))).toEqual([100, [[P], 0, 40, [0]], [[Q], 30, 30, [1]]]);
  expect(voters(unknown, votes(B, Q, 30))).toEqual([100, [[P], 40, 40, [0]]]);
});

it("no vote count is made of classes, a conflict, own shares known as a range, or a block several may cast", () => {
  const held = [votes(X, P, 40), votes(X, Q, 30)];
  expect(voters(votes(B, P, 40))).toBeNull();
  expect(voters(votes(X, P, 0))).toBeNull();
  expect(voters(votes(X, P, 95, { unknownDirectness: true }), votes(X, X, 10))).toBeNull();
  expect(voters(votes(X, P, 40, { class: "A" }), votes(X, Q, 40, { class: "B" }))).toBeNull();
  expect(voters(votes(X, P, 60), votes(X, Q, 60))).toBeNull();
  expect(voters(...held, votes(X, X, 0, { high: 10 }))).toBeNull();
  expect(voters(...held, right("nominee", X, Q, { leader: R, possible: true }))).toBeNull();
  expect(voters(...held, right("nominee", X, Q, { leader: R }))).toEqual([
    100,
    [[P], 40, 40, [0]],
    [[R], 30, 30, [1]],
  ]);
});

it("all votes are single figures where each is one, own shares among them, and nothing but votes decides", () => {
  const held = [votes(X, P, 40), votes(X, B, 30), votes(B, Q, 100), votes(X, R, 0)];
  const points = (...more: Row[]) => pointVotes(viewOf([...held, ...more]));
  const edges = (...more: Row[]) => {
    const net = points(...more);
    return (
      net && {
        whole: net.whole,
        into: [X, B].map((n) => {
          const of = [net.start[n] as number, net.start[n + 1] as number] as const;
          const units = [...net.units.subarray(...of)].map((u) => u / PERCENT);
          return [...net.holder.subarray(...of)].map((h, i) => [h, units[i]]).filter(([, u]) => u !== 0);
        }),
      }
    );
  };
  const plain = [
    [P, 40],
    [B, 30],
  ];
  expect(edges()).toEqual({ whole: WHOLE, into: [plain, [[Q, 100]]] });
  const own = edges(votes(X, X, 10));
  expect(own?.into[0]?.toSorted()).toEqual([...plain, [X, 10]].toSorted());
  // That nobody is named for B is nobody's right over it.
  expect(pointVotes(viewOf([votes(X, P, 40), votes(X, B, 30)]))).not.toBeNull();
  for (const more of [
    votes(C, P, 10, { high: 20 }),
    votes(C, P, 10, { possible: true }),
    votes(C, P, 10, { unknownDirectness: true }),
    votes(X, Q, 40),
    votes(X, X, 0, { high: 10 }),
    votes(C, -1, 10),
    right("controlByLegalFramework", C, P),
  ])
    expect([more, points(more)]).toEqual([more, null]);
  expect(points(votes(C, P, 10, { class: "A" }), votes(C, P, 10, { class: "B" }))).toBeNull();
});
