import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDate, parseDay } from "../model/date.ts";
import { formatShare, parseShare, WHOLE } from "../model/share.ts";
import { type Said, valueOn } from "./value-on.ts";

const NEVER = { lo: Number.NEGATIVE_INFINITY, hi: Number.NEGATIVE_INFINITY };
let next = 0;
const said = (
  share: string,
  from: string,
  more: { to?: string; observed?: boolean; dispute?: string; stated?: string } = {},
): Said => ({
  n: next++,
  share: parseShare(share),
  start: from === "" ? { lo: NEVER.lo, hi: parseDay(more.stated ?? "2020-01-01") } : parseDate(from),
  end: more.to ? parseDate(more.to) : null,
  observation: more.observed ?? false,
  dispute: more.dispute ?? "",
});
const on = (day: string, carry: number, ...statements: Said[]) => valueOn(statements, parseDay(day), carry);
const range = (held: ReturnType<typeof valueOn>) => (held === null ? null : formatShare(held.share));

describe("a period", () => {
  it("holds from its start until its end, exclusive", () => {
    const s = said("60", "2016-04-05", { to: "2018-01-01" });
    expect(on("2016-04-04", 400, s)).toBeNull();
    expect(on("2016-04-05", 400, s)?.presence).toBe("certain");
    expect(on("2017-12-31", 400, s)?.presence).toBe("certain");
    expect(on("2018-01-01", 400, s)).toBeNull();
  });

  it("is only possible while its end may or may not have come", () => {
    const s = said("34", "..2020-10", { to: "[2023-01-07..2023-12-30]" });
    expect(on("2022-12-31", 400, s)?.presence).toBe("certain");
    expect(on("2023-06-01", 400, s)?.presence).toBe("possible");
    expect(on("2023-12-30", 400, s)).toBeNull();
  });

  it("with an unknown start is possible before it was stated and held from then on", () => {
    const s = said("73.99", "", { stated: "2015-11-26" });
    expect(on("2015-01-01", 400, s)?.presence).toBe("possible");
    expect(on("2015-11-26", 400, s)?.presence).toBe("certain");
  });

  it("ends where a later statement of the same holding starts", () => {
    const [a, b] = [said("30", "2015"), said("40", "2018-06-01")];
    expect(range(on("2018-05-31", 400, a, b))).toBe("30");
    expect(range(on("2018-06-01", 400, a, b))).toBe("40");
  });

  it("that says itself it still holds is disputed by a later one, and the range covers both", () => {
    const held = on(
      "2019-01-01",
      400,
      said("30", "2015-01-01", { to: "2020-01-01" }),
      said("40", "2018-01-01"),
    );
    expect([range(held), held?.disputed]).toEqual(["30-40", true]);
  });

  it("is disputed by one of the same start that says otherwise", () => {
    const held = on("2015-01-01", 400, said("20", "2014-04"), said("40", "2014-04"));
    expect([range(held), held?.disputed, held?.because.length]).toEqual(["20-40", true, 2]);
  });

  it("that ends where it starts never held, and ends no other", () => {
    const [none, other] = [said("20", "2014-04-01", { to: "2014-04-01" }), said("40", "2014-04-01")];
    expect(on("2014-04-01", 400, none)).toBeNull();
    expect(range(on("2015-01-01", 400, none, other))).toBe("40");
  });

  it("is confirmed, not closed, by an observation of the same figure", () => {
    const held = on(
      "2025-01-01",
      400,
      said("100", "2016-04-05"),
      said("100", "2021-03-15", { observed: true }),
    );
    expect([range(held), held?.carried, held?.because.length]).toEqual(["100", null, 2]);
  });
});

describe("an observation", () => {
  const a = said("28.8", "2018-03-01", { observed: true });
  const b = said("25.8", "2019-11-15", { observed: true });

  it("is true on its day", () => expect(range(on("2018-03-01", 400, a, b))).toBe("28.8"));
  it("says nothing of the time before", () => expect(on("2018-02-28", 400, a, b)).toBeNull());
  it("gives, with the next one, the range covering both in between", () =>
    expect(range(on("2019-01-01", 400, a, b))).toBe("25.8-28.8"));

  it("is carried after the last at both ends for so many days, then at the upper end only", () => {
    expect(range(on("2020-12-19", 400, a, b))).toBe("25.8");
    expect(on("2020-12-19", 400, a, b)?.carried).toBe(400);
    expect(range(on("2020-12-20", 400, a, b))).toBe("0-25.8");
    expect(range(on("2020-12-20", 800, a, b))).toBe("25.8");
  });

  it("of a whole year may lie before or after the day asked for", () => {
    const year = said("27", "2018", { observed: true });
    const before = said("30", "2015-01-01", { observed: true });
    expect(range(on("2018-06-01", 400, before, year, b))).toBe("25.8-30");
    expect(on("2018-06-01", 400, year)?.presence).toBe("possible");
  });

  it("on its day is not widened by a later one, whatever else may have been seen that day", () => {
    const later = said(">4.3", "2024-01", { observed: true });
    const [ma, rival] = [
      said("4.8", "2020-07-02", { observed: true, dispute: "ma" }),
      said("4.48", "2020-07", { observed: true, dispute: "ma" }),
    ];
    expect(range(on("2020-07-02", 400, ma, rival, later))).toBe("4.48-4.8");
    expect(range(on("2020-07-03", 400, ma, rival, later))).toBe(">4.3-100");
  });

  it("that names no figure does not widen one that does", () => {
    const held = on(
      "2016-06-01",
      400,
      said("5.6", "2016", { dispute: "d" }),
      said("", "2016-03", { dispute: "d" }),
    );
    expect([range(held), held?.disputed]).toEqual(["5.6", false]);
  });

  it("after an end, with a later one to come, leaves the holding possible", () => {
    const held = on(
      "2020-01-01",
      400,
      said("16", "2015-01-01", { observed: true, to: "2019-01-01" }),
      said("9", "2021-01-01", { observed: true }),
    );
    expect([range(held), held?.presence]).toEqual(["0-9", "possible"]);
  });
});

describe("a dispute", () => {
  it("covers all statements that share its token, whatever their dates, and shows every source", () => {
    const [a, b] = [
      said("4.8", "2020-07-02", { observed: true, dispute: "ma" }),
      said("4.48", "2020-07-10", { observed: true, dispute: "ma" }),
    ];
    const held = on("2020-07-05", 400, a, b);
    expect([range(held), held?.disputed, held?.because.length]).toEqual(["4.48-4.8", true, 2]);
  });
});

describe("any set of statements", () => {
  const day = fc.integer({ min: 0, max: 3000 });
  const anySaid = fc
    .record({
      low: fc.integer({ min: 0, max: 100 }),
      start: day,
      span: fc.integer({ min: 0, max: 60 }),
      length: fc.option(fc.integer({ min: 1, max: 900 })),
      observation: fc.boolean(),
    })
    .map(
      ({ low, start, span, length, observation }): Said => ({
        n: next++,
        share: parseShare(String(low)),
        start: { lo: start, hi: start + span },
        end: length === null ? null : { lo: start + span + length, hi: start + span + length + 5 },
        observation,
        dispute: "",
      }),
    );

  it("gives the same value in any order, within what was ever said, and only what was said", () => {
    fc.assert(
      fc.property(fc.array(anySaid, { minLength: 1, maxLength: 6 }), day, (all, at) => {
        const held = valueOn(all, at, 400);
        const turned = valueOn([...all].reverse(), at, 400);
        expect(turned && { ...turned, because: [...turned.because].sort() }).toEqual(
          held && { ...held, because: [...held.because].sort() },
        );
        if (held === null) return;
        const highs = all.map((s) => s.share.high);
        expect(held.share.high).toBeLessThanOrEqual(Math.max(...highs));
        expect(held.share.low).toBeLessThanOrEqual(held.share.high);
        expect(held.share.high).toBeLessThanOrEqual(WHOLE);
        for (const n of held.because) expect(all.map((s) => s.n)).toContain(n);
      }),
      { numRuns: 2000 },
    );
  });

  it("on a day that was observed is the same with or without what comes later", () => {
    fc.assert(
      fc.property(fc.array(anySaid, { minLength: 1, maxLength: 6 }), day, (all, at) => {
        const observed: Said = {
          ...(all[0] as Said),
          start: { lo: at, hi: at },
          end: null,
          observation: true,
        };
        const known = [observed, ...all.slice(1)];
        const later = known.filter((s) => s.start.lo > at);
        const both = [
          valueOn(known, at, 400),
          valueOn(
            known.filter((s) => !later.includes(s)),
            at,
            400,
          ),
        ];
        expect(both[0]).toEqual(both[1]);
      }),
      { numRuns: 2000 },
    );
  });

  it("of observations never has a lower upper end for a later one, nor a higher lower end while it is carried", () => {
    fc.assert(
      fc.property(fc.array(anySaid, { minLength: 2, maxLength: 6 }), day, (all, at) => {
        const seen = all.map((s): Said => ({ ...s, end: null, observation: true }));
        const last = Math.max(...seen.map((s) => s.start.lo));
        fc.pre(last > at);
        const [more, less] = [
          valueOn(seen, at, 9999),
          valueOn(
            seen.filter((s) => s.start.lo !== last),
            at,
            9999,
          ),
        ];
        if (less === null) return;
        expect(more?.share.high).toBeGreaterThanOrEqual(less.share.high);
        expect(more?.share.low).toBeLessThanOrEqual(less.share.low);
      }),
      { numRuns: 2000 },
    );
  });

  it("is never certain before anything certainly started", () => {
    fc.assert(
      fc.property(fc.array(anySaid, { minLength: 1, maxLength: 6 }), day, (all, at) => {
        if (valueOn(all, at, 400)?.presence !== "certain") return;
        expect(all.some((s) => s.start.hi <= at && (s.end === null || s.end.lo > at))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
