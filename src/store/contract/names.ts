import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Open } from "../port.contract.ts";
import type { Writer } from "../port.ts";
import { bring, entity, interest } from "./landing.ts";

const WORLD = [
  entity("org:scmp", { name: "South China Morning Post", kind: "outlet", names: "zh:南华早报|en:SCMP" }),
  entity("org:zaobao", { name: "Lianhe Zaobao", kind: "outlet", names: "zh:联合早报" }),
  entity("org:ant", { name: "Ant Group Co., Ltd.", names: "zh:蚂蚁科技集团股份有限公司" }),
  entity("org:antler", { name: "Antler Pte. Ltd." }),
  entity("org:ali", {
    name: "Alibaba Group Holding Limited",
    names: "zh:阿里巴巴集團控股有限公司|en:Alibaba",
  }),
  entity("org:alipic", { name: "Alibaba Pictures" }),
  entity("org:sg", { name: "Société Générale SA" }),
  entity("org:gazprom", { name: "Газпром" }),
  entity("org:smith1", { name: "Smith Ltd" }),
  entity("org:smith2", { name: "Smith GmbH" }),
];

export function namesContract(name: string, open: Open): void {
  describe(`${name}: names`, () => {
    let store: Writer;
    beforeAll(async () => {
      store = await open();
      await bring(store, { entities: WORLD, statements: [interest("s", "org:ali", "org:placeholder-fund")] });
    });
    afterAll(() => store.close());

    test.each([
      ["nanhua zaobao", "org:scmp"],
      ["南華早報", "org:scmp"],
      ["早报", "org:zaobao"],
      ["scmp", "org:scmp"],
      ["morning post", "org:scmp"],
      ["post morning", "org:scmp"],
      ["societe generale", "org:sg"],
      ["gazprom", "org:gazprom"],
      ["ГАЗПРОМ", "org:gazprom"],
      ["org:ali", "org:ali"],
      ["ALIBABA", "org:ali"],
      ["placeholder", "org:placeholder-fund"],
    ])("typing %s finds %s", async (typed, id) => {
      const found = await store.find(typed, 10);
      expect(found.map((one) => one.id)).toContain(id);
      if (typed !== "早报") expect(found[0]?.id).toBe(id);
    });

    test("what matches nothing finds nothing, and a limit is kept", async () => {
      expect(await store.find("zzz", 5)).toEqual([]);
      expect(await store.find("  ", 5)).toEqual([]);
      expect(await store.find("%", 5)).toEqual([]);
      expect(await store.find("a", 2)).toHaveLength(2);
    });

    test.each([
      ["org:ant", "org:ant"],
      ["ant group co., ltd.", "org:ant"],
      ["Ant Group", "org:ant"],
      ["ＡＮＴ Group Limited", "org:ant"],
      ["阿里巴巴集团控股有限公司", "org:ali"],
      ["蚂蚁科技", "org:ant"],
      ["alibaba", "org:ali"],
      ["South China", "org:scmp"],
      ["org:placeholder-fund", "org:placeholder-fund"],
    ])("%s means %s", async (given, id) => {
      expect((await store.resolve(given)).id).toBe(id);
    });

    test("a name of several is an error that lists them", async () => {
      await expect(store.resolve("Smith")).rejects.toMatchObject({
        code: "ambiguous-entity",
        choices: ["Smith Ltd (org:smith1)", "Smith GmbH (org:smith2)"],
      });
      await expect(store.resolve("an")).rejects.toMatchObject({ code: "ambiguous-entity" });
    });

    test("an unknown name suggests the nearest", async () => {
      await expect(store.resolve("Alibabba Group")).rejects.toMatchObject({
        code: "unknown-entity",
        choices: expect.arrayContaining(["Alibaba Group Holding Limited (org:ali)"]),
      });
      await expect(store.resolve("")).rejects.toMatchObject({ code: "unknown-entity", choices: [] });
      await expect(store.resolve("qqqq")).rejects.toMatchObject({ code: "unknown-entity", choices: [] });
    });

    test("names carry their language, the main one none", async () => {
      expect(
        await store.rows(
          "SELECT x.lang, x.text, x.folded FROM name_now AS x JOIN entity_now AS e ON e.n = x.n WHERE e.id = 'org:ali' ORDER BY x.lang, x.text",
        ),
      ).toEqual([
        { lang: "", text: "Alibaba Group Holding Limited", folded: "alibaba group holding limited" },
        { lang: "en", text: "Alibaba", folded: "alibaba" },
        { lang: "zh", text: "阿里巴巴集團控股有限公司", folded: "阿里巴巴集团控股有限公司" },
      ]);
    });
  });
}
