import { expect, test } from "vitest";
import { servedCase } from "../../test/serving.ts";

const here = servedCase();

const call = async (path: string, body?: unknown) => {
  const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const headers = { authorization: `Bearer ${here().serving.bearer}`, "content-type": "application/json" };
  const response = await fetch(`http://127.0.0.1:${here().serving.port}${path}`, { headers, ...sent });
  return { status: response.status, json: (await response.json()) as Record<string, never> };
};

test("texts are listed, statements suggested with what shows them, and nothing is attached by that", async () => {
  const before = await here().store.digest();
  const { texts } = (await call("/api/texts")).json as unknown as { texts: { id: string; claims: number }[] };
  expect(texts[0]).toMatchObject({ id: "oped", claims: 35, attached: 31 });
  const { json } = await call("/api/suggestions/C22");
  const { suggestions, statements } = json as unknown as {
    suggestions: { statement: string }[];
    statements: object;
  };
  expect(suggestions.length).toBeGreaterThan(0);
  for (const one of suggestions) expect(statements).toHaveProperty([one.statement]);
  expect((await call("/api/suggestions/C22?q=golden%20share%20Weibo")).json).not.toEqual(json);
  expect(await here().store.digest()).toBe(before);
});

test("rows are entered under a name, all or none; a wrong call is told what is wrong", async () => {
  const row = (cells: Record<string, string>) => ({ kind: "rating", cells });
  const good = row({ evidence: "e-A01", hypothesis: "H1", rating: "I" });
  const entered = await call("/api/enter", { by: "Ann", rows: [good] });
  expect(entered).toMatchObject({ status: 200, json: { ids: ["rating-e-A01-H1-Ann"] } });
  const bad = row({ evidence: "e-A01", hypothesis: "H9", rating: "I" });
  const refused = await call("/api/enter", { by: "Ann", rows: [row({ ...good.cells, rating: "C" }), bad] });
  expect(refused).toMatchObject({ status: 404, json: { error: { code: "unknown-statement" } } });
  expect((await here().store.statements(["rating-e-A01-H1-Ann"]))[0]?.properties.rating).toBe("I");
  for (const body of [{}, { by: "Ann", rows: [{ kind: "rating" }] }, [], { by: "", rows: [good] }])
    expect(await call("/api/enter", body)).toMatchObject({
      status: 400,
      json: { error: { code: "bad-input" } },
    });
});
