import { CHART_CSS } from "../draw/style.ts";

/** A font face to put into the file. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
  /** The bytes of a WOFF2 file, in base64. */
  readonly woff2: string;
}

/** The style of a dossier: its fonts inside, light and dark on a screen, A4 and Letter in print with running heads. */
export const dossierCss = (
  fonts: readonly FontFace[],
  heads: { left: string; right: string; page: string },
) =>
  [
    ...fonts.map(
      ({ family, weight, style, woff2 }) =>
        `@font-face{font-family:${cssText(family)};font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${woff2}) format("woff2")}`,
    ),
    PAGE_CSS,
    `@page{margin:24mm 18mm 20mm;@top-left{content:${cssText(heads.left)};${HEAD}}@top-right{content:${cssText(heads.right)};${HEAD}}@bottom-right{content:${cssText(`${heads.page} `)} counter(page) " / " counter(pages);${HEAD}}}`,
    "@page:first{@top-left{content:none}@top-right{content:none}}",
    CHART_CSS,
  ].join("\n");

const HEAD = "font:9pt Inter,system-ui,sans-serif;color:#444";

/** Data as a CSS string: everything but plain characters as an escape. */
const cssText = (data: string): string =>
  `"${[...data].map((c) => (/[\p{L}\p{N} .,:()·–-]/u.test(c) ? c : `\\${c.codePointAt(0)?.toString(16)} `)).join("")}"`;

/** What can be scrolled sideways says so: a shadow at the side where more is, covered once its end is seen. */
const SIDEWAYS = `background: ${[
  "linear-gradient(to right, var(--paper) 40%, transparent) left / 2rem 100% no-repeat local",
  "linear-gradient(to left, var(--paper) 40%, transparent) right / 2rem 100% no-repeat local",
  "linear-gradient(to right, var(--rule), transparent) left / 0.7rem 100% no-repeat scroll",
  "linear-gradient(to left, var(--rule), transparent) right / 0.7rem 100% no-repeat scroll",
].join(", ")};`;

const PAGE_CSS = `
:root { --serif: "Source Serif 4", Georgia, "Noto Serif CJK SC", "Songti SC", SimSun, serif; --sans: Inter, system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; --paper: #ffffff; --ink: #1b1a17; --muted: #5d594f; --rule: #cdc8bb; --wash: #f4f1ea; --blue: #1d4a7a; --red: #a8261b; --focus: #1d4a7a; color-scheme: light dark; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #15181b; --ink: #ebe7de; --muted: #aea99c; --rule: #3b4046; --wash: #1f2428; --blue: #93bdea; --red: #ff9a8c; --focus: #93bdea; } }
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 54rem; padding: 3rem 1.5rem 5rem; background: var(--paper); color: var(--ink); font: 400 1.0625rem/1.6 var(--serif); overflow-wrap: break-word; }
a { color: var(--blue); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
h1, h2, h3 { font-weight: 600; line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2.4rem; margin: 0.2rem 0 0.4rem; }
h2 { font-size: 1.5rem; margin: 3rem 0 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--ink); }
h3 { font: 600 1rem/1.4 var(--sans); margin: 2rem 0 0.5rem; }
header .kicker { font: 600 0.85rem/1.4 var(--sans); color: var(--muted); margin: 0; }
header .names { color: var(--muted); margin: 0 0 1rem; }
dl.about { font: 0.9rem/1.5 var(--sans); display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 1.25rem; margin: 0; }
dl.about dt { color: var(--muted); } dl.about dd { margin: 0; overflow-wrap: anywhere; }
.summary p, .headline { font-size: 1.25rem; line-height: 1.5; margin: 0.75rem 0; }
sup.notes { font: 500 0.68em/0 var(--sans); margin-left: 0.15em; } sup.notes::before { content: "\\2060"; } sup.notes:not(:has(a:nth-of-type(3))) { white-space: nowrap; }
sup.notes a { text-decoration: none; } dl.figures sup.notes { font-size: 0.75rem; }
figure.chart { margin: 1.75rem 0; } figure.chart h3 { margin-top: 0; }
figure.chart svg { display: block; max-width: 100%; height: auto; margin: 0 auto; } figure.chart .narrow { display: none; }
figcaption, p.caption, .lead { font: 0.85rem/1.5 var(--sans); color: var(--muted); }
details.as-table { font: 0.85rem/1.5 var(--sans); margin-top: 0.5rem; } summary { cursor: pointer; }
dl.key { display: grid; grid-template-columns: fit-content(min(16rem, 40vw)) minmax(0, 1fr); gap: 0.2rem 0.9rem; font: 0.85rem/1.5 var(--sans); margin: 0.5rem 0; } dl.key > div { display: contents; } dl.key dt { font-weight: 600; } dl.key dd { margin: 0; }
.claims ol { list-style: none; padding: 0; } .claim { border-top: 1px solid var(--rule); padding: 0.6rem 0; break-inside: avoid; } .claim p { margin: 0 0 0.25rem; } .claim .place, .claim .standing, .claim ul, .claim dl, .claim summary { font: 0.85rem/1.5 var(--sans); } .claim h4 { font: 600 0.85rem/1.4 var(--sans); margin: 0.5rem 0 0.2rem; }
.claim ul { margin: 0.25rem 0; padding-left: 1.2rem; list-style: disc; } .claim details { margin-top: 0.35rem; }
dl.recomputed { display: grid; grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr); gap: 0.1rem 1.25rem; margin: 0.25rem 0; color: var(--muted); } dl.recomputed dd { margin: 0; overflow-wrap: anywhere; } dl.recomputed .figure { color: var(--ink); font-weight: 600; }
.claim.contradicted .standing-mark { color: var(--red); }
dl.figures { display: flex; flex-wrap: wrap; gap: 0.75rem 2.5rem; margin: 1.5rem 0; }
dl.figures dt { font: 0.85rem/1.4 var(--sans); color: var(--muted); } dl.figures dd { margin: 0; font-size: 1.5rem; }
table { border-collapse: collapse; width: 100%; font: 0.875rem/1.45 var(--sans); font-variant-numeric: tabular-nums; margin: 1.75rem 0 0.5rem; }
table caption { text-align: left; font: 600 1rem/1.4 var(--sans); padding-bottom: 0.4rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid var(--rule); overflow-wrap: break-word; }
thead th { border-bottom: 1px solid var(--ink); font-weight: 600; } tbody th { font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; } .numeric { text-align: right; }
thead th { word-break: keep-all; } th, td { min-width: 5.5em; }
td.id, .digest { overflow-wrap: anywhere; } td.id { min-width: 12rem; } .statements td:nth-child(2) { min-width: 11em; }
.figure { white-space: nowrap; } .figure.old { color: var(--muted); } abbr.mark { text-decoration: none; cursor: help; } .mark.conflict { color: var(--red); font-weight: 700; }
.hourglass { vertical-align: -0.1em; }
.prose ol { padding-left: 1.5rem; } .prose.unknown { border-left: 3px solid var(--ink); padding-left: 1.1rem; margin: 1.75rem 0; } .prose.note { color: var(--muted); font: 0.875rem/1.5 var(--sans); }
ol.sources { padding: 0; list-style: none; font: 0.875rem/1.5 var(--sans); }
ol.sources > li { display: grid; grid-template-columns: 2.5rem 1fr; padding: 0.45rem 0; border-bottom: 1px solid var(--rule); }
ol.sources .n { font-weight: 600; } ol.sources p { margin: 0; overflow-wrap: anywhere; } ol.sources .more { color: var(--muted); }
li:target, tr:target { background: var(--wash); }
.gone { color: var(--muted); } p.denied { margin: 0.3rem 0 0; font-weight: 600; } blockquote { margin: 0.3rem 0 0; padding-left: 0.75rem; border-left: 2px solid var(--rule); color: var(--muted); }
@media screen and (max-width: 56rem) { table { display: block; overflow-x: auto; ${SIDEWAYS} } th, td { padding-right: 0.5rem; } }
@media screen and (max-width: 40rem) { body { padding: 1.5rem 1rem 3rem; } h1 { font-size: 1.8rem; } th, td { min-width: 8rem; } td.id { min-width: 10rem; } .numeric { min-width: 5rem; } .statements tbody th { min-width: 13rem; } .statements td:nth-child(3) { min-width: 3.5rem; } .statements thead th { min-width: 0; } dl.recomputed { grid-template-columns: minmax(0, 1fr); } dl.recomputed dd { margin-bottom: 0.3rem; } figure.chart { overflow-x: auto; ${SIDEWAYS} } figure.chart svg { max-width: none; margin: 0; } figure:is(.bars, .timeline, .series) > svg { display: none; } figure.chart .narrow { display: block; } figure.chart .narrow svg { max-width: 100%; } }
@media print { :root { --paper: #fff; --ink: #000; --muted: #444; --rule: #bbb; --wash: #f1f1f1; --blue: #1d4a7a; --red: #a8261b; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; } a { color: inherit; text-decoration: none; } table, ol.sources, figcaption, .prose.note { font-size: 8.5pt; } table { display: table; }
  h2, h3, caption, summary { break-after: avoid; } figure.chart, tr, ol.sources > li, .prose li, .headline { break-inside: avoid; } figure.chart svg { max-height: 200mm; } details.as-table { display: none; } thead { display: table-header-group; } p { orphans: 3; widows: 3; } .named, .sources-section, .statements { break-before: page; } .named { break-before: auto; } }
`.trim();
