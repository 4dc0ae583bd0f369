import { describe, expect, it } from "vitest";
import { inCase } from "../../test/answer-in.ts";
import { independent } from "./publishers.ts";

const TABLES = {
  "entities.csv": `id,name,kind,names
daily,The Daily,outlet,en:Daily
weekly,The Weekly,outlet,
holdco,Holdco,company,
rival,The Rival,outlet,
twin1,Twin,outlet,
twin2,Twin,outlet,
`,
  "sources.csv": `id,title,publisher,published
d,d,THE DAILY,2020-05-01
d2,d2,Daily,2020-06-01
w,w,The  Weekly,2020-05-01
early,early,The Weekly,2017-05-01
year,year,The Weekly,2018
h,h,Holdco,2020-01-01
r,r,The Rival,2020-05-01
u,u,The Daily (repost),2020-05-01
u2,u2,The Daily (repost),2020-05-01
t1,t1,Twin,2020-05-01
t2,t2,Twin,2020-05-01
undated,undated,The Daily,
reg,reg,,2018-01-01
`,
  "interests.csv": `id,subject,party,right,share,from,source
1,daily,holdco,shareholding,60,2018-06-01,reg
2,weekly,holdco,shareholding,100,2018-06-01,reg
3,rival,holdco,shareholding,30,2018-06-01,reg
`,
};

describe("sources of publishers under one controller", () => {
  const counts = (...roots: string[]) =>
    inCase(TABLES, (store) => independent({ store, known: null, carry: 400 }, roots));

  it("count once, the controller's own among them", async () => {
    expect(await counts("d", "w")).toBe(1);
    expect(await counts("d", "d2", "w", "h")).toBe(1);
  });
  it("count each where control is not certain, or was not there yet when they were published", async () => {
    expect(await counts("d", "r")).toBe(2);
    expect(await counts("d", "early")).toBe(2);
  });
  it("count each where the day leaves open under whom the publisher was, or is not known", async () => {
    expect(await counts("d", "year")).toBe(2);
    expect(await counts("d", "undated")).toBe(2);
  });
  it("are never guessed: only one entity of exactly that name is the publisher", async () => {
    expect(await counts("d", "u", "u2")).toBe(3);
    expect(await counts("t1", "t2")).toBe(2);
    expect(await counts("d", "reg")).toBe(2);
  });
});
