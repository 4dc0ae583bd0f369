import { describe, expect, test } from "vitest";
import { parseDay } from "../../model/date.ts";
import { PERCENT } from "../../model/share.ts";
import type { Open } from "../port.contract.ts";
import { bring, entity, interest } from "./landing.ts";

export function readingContract(name: string, open: Open): void {
  describe(`${name}: reading`, () => {
    test("an empty case has every view and a digest", async () => {
      const store = await open();
      for (const view of [
        "entity_now",
        "entity_id_now",
        "entity_version",
        "name_now",
        "identifier_now",
        "source_now",
        "statement_all",
        "statement_qualified",
        "gone",
      ]) {
        expect(await store.rows(`SELECT count(*) AS n FROM ${view}`)).toEqual([{ n: 0 }]);
      }
      expect(await store.digest()).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(await store.imports()).toEqual([]);
      await store.close();
    });

    test("ids alone are those of the entities, and versions those of them that are described", async () => {
      const store = await open();
      const first = { entities: [entity("a", { kind: "person" })], statements: [interest("s", "a", "b")] };
      await bring(store, first);
      const { n } = await bring(store, { entities: [entity("c", { kind: "company" })] });
      const ids = () =>
        store.rows(
          `SELECT i.id, e.kind FROM entity_id_now AS i LEFT JOIN entity_version AS e ON e.n = i.n ORDER BY i.id`,
        );
      const now = () => store.rows("SELECT id, nullif(kind, 'unknown') AS kind FROM entity_now ORDER BY id");
      expect(await ids()).toEqual([
        { id: "a", kind: "person" },
        { id: "b", kind: null },
        { id: "c", kind: "company" },
      ]);
      expect(await now()).toEqual(await ids());
      await store.undo(n, "2024-01-02T00:00:00Z");
      expect(await ids()).toHaveLength(2);
      expect(await now()).toEqual(await ids());
      await store.close();
    });

    test("qualified statements are those that say more than who has how much of whom", async () => {
      const store = await open();
      const more = {
        class: "A",
        conditional: "yes",
        members: "b",
        joint: "j",
        reason: "no-one",
        dispute: "d",
      };
      const qualified = [
        ...Object.entries(more).map(([column, said]) => interest(column, "a", "b", { [column]: said })),
        interest("basis", "a", "b", { basis: "observation" }),
        interest("leader", "a", "b", { leader: "c" }),
      ];
      const plain = [
        interest("p", "a", "b", { basis: "period", note: "n", quote: "q", to_text: "2020" }),
        interest("q", "a", "b"),
      ];
      await bring(store, { statements: plain });
      const ids = () => store.rows("SELECT id FROM statement_qualified ORDER BY id");
      expect(await ids()).toEqual([]);
      const { n } = await bring(store, { statements: qualified });
      expect(await ids()).toEqual([...Object.keys(more), "basis", "leader"].sort().map((id) => ({ id })));
      await store.undo(n, "2021-01-03T12:00:00Z");
      expect(await ids()).toEqual([]);
      await store.close();
    });

    test("whole numbers come as numbers where that is exact, else as bigint", async () => {
      const store = await open();
      expect(
        await store.rows(
          "SELECT CAST(9007199254740991 AS BIGINT) AS a, CAST(9007199254740993 AS BIGINT) AS b, true AS c, NULL AS d",
        ),
      ).toEqual([{ a: 9007199254740991, b: 9007199254740993n, c: true, d: null }]);
      expect(
        await store.rows("SELECT $a AS a, $b AS b, $c AS c, $d AS d", { a: 5, b: 0.5, c: "x", d: null }),
      ).toEqual([{ a: 5, b: 0.5, c: "x", d: null }]);
      await store.close();
    });

    test("columns come as typed arrays, missing values marked, over many batches", async () => {
      const store = await open();
      const n = 100_000;
      const { length, column } = await store.columns(
        `SELECT CAST(x AS INTEGER) AS a, CASE WHEN x % 3 = 0 THEN NULL ELSE x * 10000000000 END AS b,
           CASE WHEN x % 5 = 0 THEN NULL ELSE 'é' || x END AS c, x % 2 = 0 AS d, CASE WHEN x % 7 = 0 THEN NULL ELSE CAST(x AS INTEGER) END AS e,
           CASE WHEN x % 5 = 0 THEN NULL ELSE CAST('f' || x AS BLOB) END AS f
         FROM (SELECT unnest(generate_series(0, ${n - 1})) AS x) AS t ORDER BY x`,
        { a: "int32", b: "float64", c: "text", d: "bool", e: "int32", f: "bytes" },
      );
      expect(length).toBe(n);
      const { a, b, c, d, e, f } = column;
      expect([a, b, d, e].map((values) => values.constructor.name)).toEqual([
        "Int32Array",
        "Float64Array",
        "Uint8Array",
        "Int32Array",
      ]);
      for (let i = 0; i < n; i++) {
        if (a[i] !== i || d[i] !== (i % 2 === 0 ? 1 : 0) || e[i] !== (i % 7 === 0 ? -1 : i))
          throw new Error(`row ${i}`);
        if (c[i] !== (i % 5 === 0 ? "" : `é${i}`)) throw new Error(`text ${i}`);
        if (Buffer.from(f[i] as Uint8Array).toString() !== (i % 5 === 0 ? "" : `f${i}`))
          throw new Error(`bytes ${i}`);
        if (i % 3 === 0 ? !Number.isNaN(b[i]) : b[i] !== i * 1e10) throw new Error(`number ${i}`);
      }
      await store.close();
    });

    test("what is too big to keep is handed on piece by piece, the same values in the same order", async () => {
      const store = await open();
      const query = `SELECT CAST(x AS INTEGER) AS a, CASE WHEN x % 3 = 0 THEN NULL ELSE x * 0.5 END AS b, 'é' || x AS c
        FROM (SELECT unnest(generate_series(0, 20000)) AS x) AS t ORDER BY x`;
      const types = { a: "int32", b: "float64", c: "text" } as const;
      const whole = await store.columns(query, types);
      const parts: { a: number[]; b: number[]; c: unknown[] } = { a: [], b: [], c: [] };
      let pieces = 0;
      await store.each(query, types, (length, { a, b, c }) => {
        pieces++;
        for (let i = 0; i < length; i++) {
          parts.a.push(Number(a[i]));
          parts.b.push(Number(b[i]));
          parts.c.push(c[i]);
        }
      });
      expect(pieces).toBeGreaterThan(1);
      expect(parts).toEqual({ a: [...whole.column.a], b: [...whole.column.b], c: [...whole.column.c] });
      await store.close();
    });

    test("texts that make claims: those with the most claims that have evidence first, withdrawn ones left out", async () => {
      const store = await open();
      const said = (id: string, kind: string, props: object) => ({
        id,
        kind,
        source: "a",
        props: JSON.stringify(props),
      });
      await bring(store, {
        sources: [
          { id: "a", title: "A" },
          { id: "b", title: "B" },
        ],
        statements: [
          ...["a1", "a2", "a3"].map((id) => said(id, "claim", { text: "a", statement: id })),
          ...["b1", "b2"].map((id) => said(id, "claim", { text: "b", statement: id })),
          said("c1", "claim", { text: "no source of that id", statement: "c1" }),
          said("e1", "evidence", { claim: "b1", statement: "a1" }),
          said("e2", "evidence", { claim: "b1", statement: "a2" }),
        ],
      });
      await store.withdraw(["a3"], "wrong", "2020-07-01T00:00:00Z");
      expect(await store.texts()).toEqual([
        { id: "b", title: "B", claims: 2, attached: 1 },
        { id: "a", title: "A", claims: 2, attached: 0 },
        { id: "no source of that id", title: "no source of that id", claims: 1, attached: 0 },
      ]);
      await store.close();
    });

    test("readings at the same time do not disturb each other", async () => {
      const store = await open();
      const sums = await Promise.all(
        Array.from({ length: 12 }, (_, k) =>
          store.columns(
            `SELECT CAST(x AS INTEGER) AS x FROM (SELECT unnest(generate_series(1, ${(k + 1) * 5000})) AS x) AS t`,
            { x: "int32" },
          ),
        ),
      );
      expect(sums.map((one) => one.length)).toEqual(Array.from({ length: 12 }, (_, k) => (k + 1) * 5000));
      await store.close();
    });

    test("an entity, a source and a statement come back as they were said", async () => {
      const store = await open();
      await bring(store, {
        sources: [{ id: "reg", title: "The register", publisher: "State", published: "2015-12-11" }],
        entities: [
          entity("a", {
            name: "Alpha Ltd",
            names: "zh:甲|en:|fr:Alpha \\| Cie",
            identifiers: "lei:X1| |none:|uscc:9",
            note: "n",
          }),
        ],
        statements: [
          interest("s1", "a", "b", {
            ...{
              interest_type: "actingInConcert",
              members: "c|d",
              leader: "c",
              from_text: "[2015..2016]",
              source: "reg",
            },
            ...{
              locator: "p. 3",
              quote: "q",
              dispute: "x",
              note: "why",
              joint: "j",
              conditional: "yes",
              direct: "indirect",
            },
          }),
        ],
      });
      expect(await store.entities(["nobody", "a", "d"])).toEqual([
        {
          ...{
            id: "a",
            name: "Alpha Ltd",
            kind: "company",
            jurisdiction: "",
            sector: "",
            note: "n",
            placeholder: false,
          },
          names: [
            { lang: "zh", text: "甲" },
            { lang: "fr", text: "Alpha | Cie" },
          ],
          identifiers: [
            { scheme: "lei", value: "X1" },
            { scheme: "uscc", value: "9" },
          ],
        },
        expect.objectContaining({ id: "d", name: "d", kind: "unknown", placeholder: true }),
      ]);
      expect(await store.sources(["reg"])).toEqual([
        expect.objectContaining({ title: "The register", publisher: "State", url: "" }),
      ]);
      expect(await store.statements(["s1", "s0"])).toEqual([
        {
          ...{
            id: "s1",
            kind: "interest",
            subject: "a",
            object: "b",
            from: "[2015..2016]",
            to: "",
            basis: "period",
          },
          ...{
            statedOn: "2015-12-11",
            source: "reg",
            locator: "p. 3",
            quote: "q",
            dispute: "x",
            note: "why",
            status: "active",
          },
          properties: {
            right: "actingInConcert",
            with: "c|d",
            leader: "c",
            joint: "j",
            conditional: "yes",
            direct: "indirect",
          },
        },
      ]);
      const [row] = await store.rows<Record<string, unknown>>(
        "SELECT from_lo, from_hi, to_lo, to_hi, stated, low, high, low_open, high_open FROM statement_all",
      );
      const [lo, hi, stated] = ["2015-01-01", "2016-12-31", "2015-12-11"].map(parseDay);
      expect(row).toEqual({
        from_lo: lo,
        from_hi: hi,
        to_lo: null,
        to_hi: null,
        stated,
        low: 0,
        high: 100 * PERCENT,
        low_open: false,
        high_open: false,
      });
      await store.close();
    });

    test("a failing query is a problem, and the case goes on working", async () => {
      const store = await open();
      await expect(store.rows("SELECT * FROM nowhere")).rejects.toMatchObject({ code: "internal" });
      await expect(store.columns("SELECT 1 AS a", { b: "int32" })).rejects.toMatchObject({
        code: "internal",
      });
      expect(await store.rows("SELECT 1 AS a")).toEqual([{ a: 1 }]);
      await store.close();
    });
  });
}
