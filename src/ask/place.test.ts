import { expect, test } from "vitest";
import type { Network, NetworkEdge, NetworkNode } from "./block.ts";
import { edgeLabelHeight } from "./chart-size.ts";
import { place } from "./place.ts";

const node = (id: string, more: Partial<NetworkNode> = {}): NetworkNode => ({
  id,
  label: `Company ${id}`,
  shape: "company",
  ...more,
});
const edge = (from: string, to: string, more: Partial<NetworkEdge> = {}): NetworkEdge => ({
  from,
  to,
  style: "certain",
  label: "60 %",
  because: [`${from}-${to}`],
  emphasis: false,
  ...more,
});
const network = (nodes: NetworkNode[], edges: NetworkEdge[]): Network => ({
  kind: "network",
  title: "t",
  caption: "c",
  alt: "a",
  nodes,
  edges,
});
const find = (placed: Network, id: string) => placed.nodes.find((each) => each.id === id);

test("holders stand above what they hold, and labels between them", () => {
  const placed = place(network([node("b"), node("a"), node("c")], [edge("a", "b"), edge("b", "c")]));
  const [a, b, c] = ["a", "b", "c"].map((id) => find(placed, id)?.y ?? 0);
  expect(a).toBeLessThan(b ?? 0);
  expect(b).toBeLessThan(c ?? 0);
  const label = placed.edges[0]?.at?.[1] ?? 0;
  expect(label).toBeGreaterThan(a ?? 0);
  expect(label).toBeLessThan(b ?? 0);
});

test("the same network always gives the same coordinates", () => {
  const asked = network(
    ["a", "b", "c", "d"].map((id) => node(id)),
    [edge("a", "c"), edge("b", "c"), edge("c", "d"), edge("d", "a")],
  );
  expect(JSON.stringify(place(asked))).toBe(JSON.stringify(place(structuredClone(asked))));
});

test("nodes of a layer do not overlap and everything lies inside the chart", () => {
  const holders = Array.from({ length: 12 }, (_, n) =>
    node(`h${n}`, { label: `浙江某某投资管理有限公司 ${n}` }),
  );
  const placed = place(
    network(
      [...holders, node("x")],
      holders.map(({ id }) => edge(id, "x")),
    ),
  );
  for (const y of new Set(placed.nodes.map((each) => each.y))) {
    const row = placed.nodes.filter((each) => each.y === y).sort((a, b) => (a.x ?? 0) - (b.x ?? 0));
    for (let n = 1; n < row.length; n++) {
      const [left, right] = [row[n - 1], row[n]];
      expect((left?.x ?? 0) + (left?.w ?? 0) / 2).toBeLessThanOrEqual((right?.x ?? 0) - (right?.w ?? 0) / 2);
    }
  }
  for (const { x = 0, y = 0, w = 0, h = 0 } of placed.nodes) {
    expect(x - w / 2).toBeGreaterThanOrEqual(0);
    expect(x + w / 2).toBeLessThanOrEqual(placed.width ?? 0);
    expect(y + h / 2).toBeLessThanOrEqual(placed.height ?? 0);
  }
});

test("lines that meet at a node arrive side by side at its top", () => {
  const placed = place(network([node("a"), node("b"), node("x")], [edge("a", "x"), edge("b", "x")]));
  const top = (find(placed, "x")?.y ?? 0) - (find(placed, "x")?.h ?? 0) / 2;
  const ends = placed.edges.map((each) => each.points?.at(-1) ?? [0, 0]);
  for (const [, y] of ends) expect(y).toBeCloseTo(top, 0);
  expect(ends[0]?.[0]).not.toBe(ends[1]?.[0]);
});

test("a company that holds itself and an empty network are placed", () => {
  expect(place(network([node("a")], [edge("a", "a")])).width).toBeGreaterThan(0);
  expect(place(network([], [])).width).toBe(0);
});

test("beyond forty nodes like holders fold into a counted group that keeps names and statements", () => {
  const many = Array.from({ length: 60 }, (_, n) => node(`h${n}`, { entity: `e${n}` }));
  const placed = place(
    network(
      [node("x", { role: "subject" }), node("top", { role: "controller" }), ...many],
      [edge("top", "x", { emphasis: true }), ...many.map(({ id }) => edge(id, "x", { style: "possible" }))],
    ),
  );
  expect(placed.nodes).toHaveLength(3);
  const fold = placed.nodes.find((each) => each.shape === "fold");
  expect(fold?.folded).toHaveLength(60);
  expect(fold?.folded?.[0]).toEqual({ entity: "e0", label: "Company h0" });
  expect(placed.edges.find((each) => each.from === fold?.id)?.because).toHaveLength(60);
});

test("what the proof rests on never folds", () => {
  const many = Array.from({ length: 60 }, (_, n) => node(`h${n}`));
  const placed = place(
    network(
      [node("x", { role: "subject" }), ...many],
      many.map(({ id }, n) => edge(id, "x", { emphasis: n === 7 })),
    ),
  );
  expect(find(placed, "h7")).toBeDefined();
});

test("several lines between the same two run side by side, their labels above each other", () => {
  const placed = place(
    network(
      [node("a"), node("x")],
      [
        edge("a", "x"),
        edge("a", "x", { style: "contract", label: "right to appoint board members, more than 50 %" }),
      ],
    ),
  );
  const [first, second] = placed.edges;
  expect(first?.at?.[0]).toBe(second?.at?.[0]);
  expect(second?.at?.[1]).toBeGreaterThan((first?.at?.[1] ?? 0) + 10);
  expect(first?.points?.[1]?.[0]).toBeLessThan(second?.points?.[1]?.[0] ?? 0);
});

test("a dozen holders stand in two rows, so that the chart fits a page", () => {
  const holders = Array.from({ length: 12 }, (_, n) => node(`h${n}`));
  const placed = place(
    network(
      [...holders, node("x")],
      holders.map(({ id }) => edge(id, "x")),
    ),
  );
  expect(new Set(placed.nodes.map((each) => each.y)).size).toBe(3);
  expect(placed.width).toBeLessThan(1000);
});

test("no line of the upper row runs through a holder of the lower", () => {
  const holders = Array.from({ length: 9 }, (_, n) =>
    node(`h${n}`, { label: "x".repeat(3 + ((n * 7) % 17)) }),
  );
  const placed = place(
    network(
      [...holders, node("x")],
      holders.map(({ id }, n) =>
        edge(id, "x", { label: n % 3 === 0 ? "right to appoint board members" : "5 %" }),
      ),
    ),
  );
  for (const line of placed.edges) {
    const [start = [0, 0], end = [0, 0]] = line.points ?? [];
    expect(start[0]).toBe(end[0]);
    for (const other of placed.nodes.filter((each) => each.id !== line.from)) {
      const { x = 0, y = 0, w = 0 } = other;
      if (y > start[1] && y < end[1]) expect(Math.abs(x - start[0])).toBeGreaterThan(w / 2);
    }
  }
});

test("labels of lines between the same two have room between them", () => {
  const [first, second] = ["60 %", "right to appoint board members (interim directors), conditional"];
  const placed = place(
    network([node("a"), node("x")], [edge("a", "x", { label: first }), edge("a", "x", { label: second })]),
  );
  const [upper, lower] = placed.edges;
  if (!upper?.at || !lower?.at) throw new Error("no label");
  const between = lower.at[1] - edgeLabelHeight(lower) / 2 - (upper.at[1] + edgeLabelHeight(upper) / 2);
  expect(between).toBeGreaterThanOrEqual(6);
  const bottom = (find(placed, "x")?.y ?? 0) - (find(placed, "x")?.h ?? 0) / 2;
  expect(lower.at[1] + edgeLabelHeight(lower) / 2).toBeLessThan(bottom);
});
