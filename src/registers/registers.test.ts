import { describe, expect, it } from "vitest";
import { REGISTERS, recordsFor } from "./index.ts";

const ids = (...asked: Parameters<typeof recordsFor>) =>
  recordsFor(...asked).map((r) => r.record?.id ?? r.register.id);

describe("registers", () => {
  it("say where they are, on which day, and what of it was read", () => {
    expect(REGISTERS.length).toBeGreaterThan(5);
    for (const r of REGISTERS) {
      expect(r.note.length).toBeGreaterThan(20);
      expect(r.records.length > 0 || r.none !== null, r.id).toBe(true);
    }
    const records = REGISTERS.flatMap((r) => r.records.map((one) => one.id));
    expect(new Set(records).size).toBe(records.length);
  });

  it("ask for what a private British company files at Companies House", () => {
    expect(ids("GB", [], "holders")).toEqual(["gb-cs01"]);
    expect(ids("GB-SCT", [], "rights")).toEqual(["gb-articles"]);
  });

  it("ask for a filing elsewhere where a Cayman company is listed, and say there is no register where it is not", () => {
    expect(ids("KY", ["NYSE:BABA", "HKEX:9988"], "holders")).toEqual(["us-13d-13g", "us-20-f", "hk-part-xv"]);
    expect(ids("KY", [], "holders")).toEqual(["ky"]);
  });

  it("ask for filings about a company that files under a number of its own, listed or not on record as such", () => {
    expect(recordsFor("US", [], "holders", ["cik"]).map((r) => r.record?.id)).toEqual([
      "us-13d-13g",
      "us-def-14a",
    ]);
    expect(ids("US", [], "holders")).toEqual([]);
  });

  it("know nothing of a jurisdiction that is not on record", () => {
    expect(ids("", [], "holders")).toEqual([]);
  });
});
