import { expect, test } from "vitest";
import type { Timeline } from "../ask/block.ts";
import { drawTimeline } from "./timeline.ts";

const possible = "possible: the record does not rule it out";
const timeline = (at: string, until = "2024-01-01"): Timeline => ({
  kind: "timeline",
  title: "t",
  caption: "c",
  alt: "a",
  from: "2014-01-01",
  to: "2024-01-01",
  at,
  lanes: [
    {
      label: ["New Horizon Capital"],
      spans: [{ from: "2014-01-01", to: until, style: "possible", label: possible, because: ["s1"] }],
    },
  ],
  marks: [{ date: "2014-05-01", label: "changes", because: ["s1"] }],
});
const number = (svg: string, pattern: RegExp) => Number(svg.match(pattern)?.[1]);

test("no line of a day runs through the name of a lane: the name lies above all lines, on a patch of paper", () => {
  const svg = drawTimeline(timeline("2014-06-01"), { lang: "en", width: 700 });
  const name = svg.indexOf(">New Horizon Capital<");
  const patch = svg.lastIndexOf('class="halo"', name);
  expect(patch).toBeGreaterThan(svg.lastIndexOf('class="grid"'));
  expect(patch).toBeGreaterThan(svg.lastIndexOf('class="now"'));
  expect(number(svg.slice(patch), /width="([\d.]+)"/)).toBeGreaterThan(110);
});

test("the name of a span stands beside the line of the day asked for, never under it", () => {
  const drawn = (at: string, until?: string) => drawTimeline(timeline(at, until), { lang: "en", width: 700 });
  const nameOf = (svg: string) => number(svg, /class="span-name" x="([\d.]+)"/);
  const nowOf = (svg: string) => number(svg, /class="now" x1="([\d.]+)"/);
  const [early, late] = [drawn("2015-06-01"), drawn("2022-01-01")];
  expect(nameOf(early)).toBeGreaterThan(nowOf(early));
  expect(nameOf(late)).toBeLessThan(20);
  expect(nameOf(late) + 250).toBeLessThan(nowOf(late));
  expect(drawn("2015-06-01", "2018-01-01")).not.toContain("span-name");
});
