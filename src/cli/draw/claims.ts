import type { ClaimItem, Claims } from "../../ask/block.ts";
import { STANDING_SIGN } from "../../draw/standing.ts";
import { figureText } from "./figure.ts";
import { spoken } from "./notes.ts";
import type { Page } from "./page.ts";
import { clean, wrap } from "./width.ts";

const INDENT = 4;

/** Claims on a terminal: mark, standing, who is for and against, why; the statements too where one claim is asked for. */
export function drawClaims(block: Claims, page: Page): string[] {
  const alone = block.items.length === 1;
  return [
    page.title(clean(block.title)),
    ...block.items.flatMap((item, n) => [...(n === 0 ? [] : [""]), ...drawClaim(item, page, alone)]),
    ...wrap(clean(block.caption), page.columns),
  ];
}

function drawClaim(item: ClaimItem, page: Page, alone: boolean): string[] {
  const said = (text: string) => indented(text, page);
  const head = `${clean(item.id)} (${clean(item.place)})`;
  return [
    ...wrap(`${head} ${spoken(item.text, page.notes)}`, page.columns),
    ...said(`${STANDING_SIGN[item.standing]} ${clean(item.says)} · ${spoken(item.brief, page.notes)}`),
    ...item.why.flatMap((sentence) => said(`- ${spoken(sentence, page.notes)}`)),
    ...item.figures.flatMap((each) =>
      said(`= ${clean(each.label)}: ${figureText(each.figure, page)} (${clean(each.figure.how)})`),
    ),
    ...(alone
      ? item.sides.flatMap((side) => [
          ...said(clean(side.label)),
          ...side.entries.flatMap((entry) => said(`  - ${spoken(entry, page.notes)}`)),
        ])
      : []),
  ];
}

const indented = (text: string, page: Page): string[] =>
  wrap(text, page.columns - INDENT).map((line) => " ".repeat(INDENT) + line);
