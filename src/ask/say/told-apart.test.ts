import { expect, test } from "vitest";
import { Entity } from "../../model/entity.ts";
import { nameOf } from "./name.ts";
import { toldApart } from "./told-apart.ts";

const entity = (id: string, name: string, more: object = {}) =>
  Entity.parse({
    ...{ id, name, kind: "company", jurisdiction: "", sector: "", names: [], identifiers: [], note: "" },
    ...{ placeholder: false, ...more },
  });
const named = (some: readonly Entity[], lang: "en" | "zh" = "en") => {
  const told = toldApart(Object.fromEntries(some.map((e) => [e.id, e])), lang);
  return some.map((e) => nameOf(told[e.id], lang));
};

test("names that several bear are told apart by jurisdiction, else by kind, else by id", () => {
  const [gb, fr] = [entity("a", "Echo", { jurisdiction: "GB" }), entity("b", "Echo", { jurisdiction: "FR" })];
  expect(named([gb, fr, entity("c", "Other")])).toEqual(["Echo (GB)", "Echo (FR)", "Other"]);
  const outlet = entity("c", "Echo", { jurisdiction: "GB", kind: "outlet" });
  expect(named([gb, outlet])).toEqual(["Echo (company)", "Echo (outlet)"]);
  expect(named([gb, fr, outlet])).toEqual(["Echo (a)", "Echo (b)", "Echo (c)"]);
  expect(named([entity("d", "Echo"), gb])).toEqual(["Echo (d)", "Echo (a)"]);
});

test("who is called alike in one language may be called otherwise in another", () => {
  const [one, two] = [
    entity("a", "Echo", { names: [{ lang: "zh", text: "回声" }] }),
    entity("b", "Echo", { names: [{ lang: "zh", text: "回响" }] }),
  ];
  expect(named([one, two], "zh")).toEqual(["回声", "回响"]);
  expect(named([one, two])).toEqual(["Echo (a)", "Echo (b)"]);
  expect(named([entity("x", "回声", { kind: "person" }), one], "zh")).toEqual([
    "回声（个人）",
    "回声（公司）",
  ]);
});
