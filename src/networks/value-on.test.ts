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

  it("that has ended for sure holds no more, however late it may have begun", () => {
    const s = said("60", "2020", { to: "2020-06-01" });
    expect(on("2020-05-31", 400, s)?.presence).toBe("possible");
    expect(on("2020-06-01", 400, s)).toBeNull();
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

  it("is not confirmed by what was seen when it had ended, which holds by itself", () => {
    const [period, seen] = [
      said("60", "2016-01-01", { to: "2018-01-01" }),
      (day: string) => said("60", day, { observed: true }),
    ];
    for (const day of ["2018-01-01", "2018-02-01"]) {
      const held = on("2018-03-01", 400, period, seen(day));
      expect([range(held), held?.presence]).toEqual(["60", "certain"]);
    }
    expect(on("2018-03-01", 400, period, seen("2017-12-31"))).toBeNull();
  });

  it("is confirmed by no range that shares one end with it", () => {
    const beside = (seen: string) =>
      on("2025-01-01", 400, said("20-40", "2016-04-05"), said(seen, "2021-03-15", { observed: true }));
    expect([range(beside("20-40")), beside("20-40")?.presence]).toEqual(["20-40", "certain"]);
    for (const other of ["20-30", "30-40", ">20-40", "20-<40"])
      expect([other, beside(other)?.presence]).toEqual([other, "possible"]);
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

describe("what a later statement closed", () => {
  it("does not come back when that one ends", () => {
    const [seen, period] = [
      said("60", "2003-01-10", { observed: true }),
      said("20", "2003-06-15", { to: "2003-12-31" }),
    ];
    expect(range(on("2003-07-01", 400, seen, period))).toBe("20");
    expect(on("2003-12-31", 400, seen, period)).toBeNull();
    const [open, ended] = [said("60", "2003-01-10"), said("40", "2003-06-15", { to: "2006-07-07" })];
    expect(range(on("2004-01-01", 400, open, ended))).toBe("40");
    expect(on("2006-07-07", 400, open, ended)).toBeNull();
  });

  it("is possible still where its order in time is not known", () => {
    const [open, vague] = [said("60", "2003-03-01"), said("20", "2003", { to: "2005" })];
    expect(on("2006-06-01", 400, open, vague)?.presence).toBe("possible");
  });
});

describe("statements of the same start", () => {
  it("that end on different days end each by itself", () => {
    const both = [
      said("60", "2010-01-01", { to: "2016-01-01" }),
      said("30", "2010-01-01", { to: "2018-01-01" }),
    ];
    const early = on("2012-01-01", 400, ...both);
    expect([range(early), early?.disputed]).toEqual(["30-60", true]);
    const late = on("2017-06-01", 400, ...both);
    expect([range(late), late?.presence]).toEqual(["30", "certain"]);
  });

  it("for some reading only are not surer than if they were", () => {
    const ended = said("60", "2010-01-01", { to: "2016-01-01" });
    expect(on("2017-06-01", 400, ended, said("60", "2010-01-01"))).toBeNull();
    expect(on("2017-06-01", 400, ended, said("60", "2010"))?.presence).toBe("possible");
  });

  it("end on the day that only one of them names, in whichever order, and if all that is known is the year", () => {
    for (const start of ["2010-01-01", "2010"]) {
      const [open, ended] = [said("60", start), said("60", start, { to: "2016-01-01" })];
      for (const both of [[open, ended] as const, [ended, open] as const]) {
        expect(on("2015-12-31", 400, ...both)?.presence).toBe("certain");
        expect(on("2016-01-01", 400, ...both)).toBeNull();
      }
    }
  });

  it("are one where their vague ends are the same, and disputed however many agree with the range of the others", () => {
    const [none, figure] = [said("", "2010", { to: "2016" }), said("60", "2010", { to: "2016" })];
    expect(range(on("2012-01-01", 400, none, figure))).toBe("60");
    const all = ["20", "40", "20-40"].map((share) => said(share, "2010-01-01"));
    const held = on("2012-01-01", 400, ...all);
    expect([range(held), held?.disputed, held?.because.length]).toEqual(["20-40", true, 3]);
  });
});

describe("observations of a year", () => {
  it("that say the same leave no hole: the later one was made, or is still to come", () => {
    const [first, second] = [said("60", "2010", { observed: true }), said("60", "2012", { observed: true })];
    for (const day of ["2011-06-01", "2012-01-01", "2012-07-01", "2012-12-31", "2013-02-04"]) {
      const held = on(day, 400, first, second);
      expect([day, range(held), held?.presence]).toEqual([day, "60", "certain"]);
    }
    expect(on("2013-02-05", 400, first, second)?.presence).toBe("possible");
  });
});

describe("an observation beside a period", () => {
  it("ages where it may be the later of the two, as it would with exact days", () => {
    const period = said("60", "2003-06");
    const held = on("2009-01-01", 400, period, said("70", "2003", { observed: true }));
    expect([range(held), held?.presence, held?.carried]).toEqual(["0-70", "possible", 2041]);
  });

  it("ages beside one that says itself when it ends, which stays certain", () => {
    const period = said("60", "2003-01-10", { to: "2006-07-07" });
    const held = on("2006-01-01", 400, period, said("10", "2004-03-01", { observed: true }));
    expect([range(held), held?.presence, held?.carried]).toEqual(["0-60", "certain", 671]);
  });

  it("that says the same of days on which the period may not have begun is as certain as alone", () => {
    const [seen, year] = [said("60", "[2004-02-20..2004-03-05]", { observed: true }), said("60", "2004")];
    expect(on("2004-03-20", 400, seen, year)?.presence).toBe("certain");
    const after = on("2007-01-01", 400, seen, year);
    expect([range(after), after?.presence, after?.carried]).toEqual(["60", "certain", null]);
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

  it("with vague dates holds whatever any reading of them gives, and is certain only if all are", () => {
    const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 });
    const seen = { certain: 0, possible: 0 };
    fc.assert(
      fc.property(fc.array(anySaid, { minLength: 1, maxLength: 5 }), day, parts, (all, at, part) => {
        const read = ({ lo, hi }: { lo: number; hi: number }, n: number) => {
          const one = lo + Math.round((hi - lo) * (part[n] ?? 0));
          return { lo: one, hi: one };
        };
        const exact = all.map((s, n) => ({
          ...s,
          start: read(s.start, 2 * n),
          end: s.end && read(s.end, 2 * n + 1),
        }));
        // What starts on the same day is one statement said twice: a reading that makes it so says more than the dates.
        fc.pre(new Set(exact.map((s) => s.start.lo)).size === exact.length);
        const [vague, held] = [valueOn(all, at, 400), valueOn(exact, at, 400)];
        if (held !== null) expect(vague?.share.high).toBeGreaterThanOrEqual(held.share.high);
        if (vague?.presence === "certain") {
          expect(held?.presence).toBe("certain");
          expect(vague.share.low).toBeLessThanOrEqual(held?.share.low ?? 0);
        }
        if (held !== null) seen[vague?.presence ?? "possible"]++;
      }),
      { numRuns: 20000 },
    );
    expect(Math.min(seen.certain, seen.possible)).toBeGreaterThan(100);
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
