import { expect, test } from "vitest";
import { openBuiltIn } from "../../../test/open-built-in.ts";
import { nodesOf, readPdf } from "../../../test/read-pdf.ts";
import { ask } from "../../ask/ask.ts";
import type { Claims } from "../../ask/block.ts";
import { readClocks } from "../../ask/clocks.ts";
import { claims } from "../../questions/claims/index.ts";
import { pdfFonts } from "../../verify/pdf-fonts.ts";
import { type About, sectionsOf } from "../dossier.ts";
import { dossierPdf } from "./dossier-pdf.ts";
import { type Node, readMarkup, textOf } from "./markup.ts";

const store = openBuiltIn();

const squeezed = (text: string) => text.replace(/\s/gu, "");
/** The text of every element that holds text itself, but of pictures. */
const leaves = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => {
    if (typeof node === "string" || node.name === "svg") return [];
    const whole = ["p", "li", "dt", "dd", "td", "th", "h2", "h3", "h4"].includes(node.name);
    const inner = node.children.some(
      (child) => typeof child !== "string" && ["p", "ul", "div"].includes(child.name),
    );
    return whole && !inner ? [squeezed(textOf(node.children))] : leaves(node.children);
  });

test("a text as PDF: each claim with its mark and standing, who is for and against, explanations and their key", async () => {
  const at = "2026-01-01T00:00:00Z";
  const clocks = readClocks({ "as-of": "2021-04-12" }, at);
  const answer = await ask(claims, store(), {
    input: { text: "oped" },
    clocks,
    lang: "en",
    at,
    version: "0",
  });
  const [board] = answer.blocks.filter((block): block is Claims => block.kind === "claims");
  const about = { lang: "en", subject: "oped", caseName: "case", titles: [] } as unknown as About;
  const pdf = await readPdf(dossierPdf([answer], { ...about, fonts: pdfFonts() }));
  const words = leaves(readMarkup(sectionsOf([answer], about).body.join("")));
  expect(words.length).toBeGreaterThan(1000);
  expect(words.filter((each) => !pdf.text.includes(each))).toEqual([]);
  expect(board?.items.length).toBeGreaterThan(30);
  expect(nodesOf(pdf.trees, "H4").length).toBeGreaterThan(50);
  expect(nodesOf(pdf.trees, "Figure").map(({ alt }) => alt)).toContainEqual(expect.stringMatching(/H1/));
});
