/**
 * How charts look. Colours come from the page's variables, each with the paper value as its fallback, so the same
 * picture stands on the page (light, dark), in print and alone in a file. Lines and shapes carry the meaning; colour
 * only repeats it.
 */
export const CHART_CSS = `
.al-chart { font-family: var(--sans, Inter, "Helvetica Neue", Arial, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif); font-variant-numeric: tabular-nums; color: var(--ink, #1b1a17); }
.al-chart text { fill: var(--ink, #1b1a17); }
.al-chart .muted { fill: var(--muted, #5d594f); }
.al-chart .halo { fill: var(--paper, #ffffff); }
.al-chart .shape { fill: var(--paper, #ffffff); stroke: var(--ink, #1b1a17); stroke-width: 1.25; }
.al-chart .inner { fill: none; stroke: var(--ink, #1b1a17); stroke-width: 0.75; }
.al-chart .arrangement .shape { stroke-dasharray: 3 2; }
.al-chart .controller .shape { stroke: var(--blue, #1d4a7a); stroke-width: 2.75; }
.al-chart .controller .name { font-weight: 600; }
.al-chart .subject .shape { fill: var(--ink, #1b1a17); }
.al-chart .subject .inner { stroke: var(--paper, #ffffff); }
.al-chart .subject .name { fill: var(--paper, #ffffff); font-weight: 600; }
.al-chart .subject.person .name { fill: var(--ink, #1b1a17); }
.al-chart .line { fill: none; stroke: var(--ink, #1b1a17); }
.al-chart .rail { fill: none; stroke: var(--paper, #ffffff); }
.al-chart .head { fill: var(--ink, #1b1a17); stroke: none; }
.al-chart .quiet .line { stroke: var(--muted, #5d594f); }
.al-chart .quiet .head { fill: var(--muted, #5d594f); }
.al-chart .emphasis .line { stroke: var(--blue, #1d4a7a); }
.al-chart .emphasis .head { fill: var(--blue, #1d4a7a); }
.al-chart .emphasis .label { font-weight: 600; }
.al-chart .possible .line { stroke-dasharray: 8 5; }
.al-chart .nominal .line, .al-chart .declared .line { stroke: var(--muted, #5d594f); stroke-dasharray: 1.5 4; stroke-linecap: round; }
.al-chart .nominal .head, .al-chart .declared .head { fill: var(--muted, #5d594f); }
.al-chart .hourglass { fill: none; stroke: var(--ink, #1b1a17); stroke-width: 1.2; stroke-linejoin: round; }
.al-chart .warn { fill: var(--red, #a8261b); font-weight: 700; }
.al-chart .axis { stroke: var(--rule, #cdc8bb); stroke-width: 1; }
.al-chart .grid { stroke: var(--rule, #cdc8bb); stroke-width: 0.5; }
.al-chart .threshold { stroke: var(--ink, #1b1a17); stroke-width: 1; stroke-dasharray: 2 2; }
.al-chart .track { fill: var(--wash, #f1eee6); }
.al-chart .bar { fill: var(--blue, #1d4a7a); }
.al-chart .bar.possible { fill: var(--paper, #ffffff); stroke: var(--blue, #1d4a7a); stroke-width: 1.5; stroke-dasharray: 4 3; }
.al-chart .bar.contract { fill: var(--paper, #ffffff); stroke: var(--blue, #1d4a7a); stroke-width: 1.5; }
.al-chart .bar.nominal, .al-chart .bar.declared { fill: var(--paper, #ffffff); stroke: var(--muted, #5d594f); stroke-width: 1.5; stroke-dasharray: 1.5 3; stroke-linecap: round; }
.al-chart .range { fill: var(--blue, #1d4a7a); fill-opacity: 0.45; }
.al-chart .range.declared { fill: var(--paper, #ffffff); stroke: var(--muted, #5d594f); stroke-dasharray: 1.5 3; stroke-linecap: round; }
.al-chart .stop { stop-color: var(--blue, #1d4a7a); }
.al-chart .tick { stroke: var(--ink, #1b1a17); stroke-width: 1.25; }
.al-chart .series .line { stroke: var(--blue, #1d4a7a); stroke-width: 2; stroke-linejoin: round; }
.al-chart .series.possible .line { stroke-width: 1.5; stroke-dasharray: 6 4; }
.al-chart .series.nominal .line, .al-chart .series.declared .line { stroke: var(--muted, #5d594f); stroke-width: 1.5; stroke-dasharray: 1.5 4; stroke-linecap: round; }
.al-chart .series.contract .line { stroke-width: 3.5; }
.al-chart .series .dot { fill: var(--paper, #ffffff); stroke: var(--blue, #1d4a7a); stroke-width: 1.5; }
.al-chart .series.nominal .dot, .al-chart .series.declared .dot { stroke: var(--muted, #5d594f); }
.al-chart .series .hit { fill: transparent; }
.al-chart .now { stroke: var(--red, #a8261b); stroke-width: 1.5; }
.al-chart .gap { fill: none; stroke: var(--rule, #cdc8bb); stroke-width: 1; stroke-dasharray: 2 3; }
.al-chart .cell { fill: var(--paper, #ffffff); stroke: var(--ink, #1b1a17); stroke-width: 0.75; }
.al-chart .cell.against { fill: var(--wash, #f1eee6); }
.al-chart .cell.certain { fill: var(--blue, #1d4a7a); }
.al-chart .cell.possible { stroke: var(--blue, #1d4a7a); stroke-width: 1.5; stroke-dasharray: 4 3; }
.al-chart .filled { fill: var(--paper, #ffffff); }
.al-chart .span { fill: var(--blue, #1d4a7a); }
.al-chart .span-name { fill: var(--paper, #ffffff); }
.al-chart .span.possible, .al-chart .span.contract, .al-chart .span.nominal, .al-chart .span.declared { fill: var(--paper, #ffffff); stroke: var(--blue, #1d4a7a); stroke-width: 1.5; }
.al-chart .span.possible { stroke-dasharray: 6 4; }
.al-chart .span.nominal, .al-chart .span.declared { stroke: var(--muted, #5d594f); stroke-dasharray: 1.5 3; }
.al-chart .span:not(.certain) + .span-name { fill: var(--ink, #1b1a17); }
.al-chart [tabindex]:focus { outline: none; }
.al-chart [tabindex]:focus .shape, .al-chart [tabindex]:focus .cell { stroke: var(--focus, #1d4a7a); stroke-width: 3.5; }
.al-chart [tabindex]:focus .line { stroke: var(--focus, #1d4a7a); stroke-width: 5; }
.al-chart [tabindex]:focus .label, .al-chart [tabindex]:focus .name { text-decoration: underline; }
.al-chart [tabindex]:focus .bar, .al-chart [tabindex]:focus .span, .al-chart [tabindex]:focus .range { stroke: var(--ink, #1b1a17); stroke-width: 2.5; }
.al-chart [data-because]:hover, .al-chart [data-entity]:hover { cursor: pointer; }
.al-chart [data-because]:hover .label, .al-chart [data-entity]:hover .name { text-decoration: underline; }
`.trimStart();
