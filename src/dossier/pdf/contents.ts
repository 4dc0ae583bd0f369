import { tagOf } from "./file/structure.ts";
import { Paragraph } from "./page/lines.ts";
import { piecesOf } from "./page/pieces.ts";
import type { Setting } from "./page/setting.ts";
import { baseline, first, paintLine, type Slab, type Title } from "./page/slab.ts";
import { BODY, NOTE, RULE, type Style } from "./page/style.ts";

/** The list of contents: each title with its page, which is known when it is painted. */
export function contentsSlabs(
  heading: string,
  titles: readonly Title[],
  setting: Setting,
  pageOf: (id: string) => number | undefined,
): Slab[] {
  const toc = tagOf("TOC", setting.tag);
  const least = Math.min(...titles.map((title) => title.level));
  const top = setting.blocks([{ name: "h2", attributes: { id: "contents" }, children: [heading] }], setting);
  const rows = titles.flatMap(({ level, text, id }, index) => {
    const style: Style = level === least ? { ...BODY, size: 9.5, leading: 13 } : { ...NOTE, leading: 11 };
    const indent = level === least ? 0 : 14;
    const link = tagOf("Link", tagOf("TOCI", toc));
    const target = { target: `#${id}`, says: text };
    const pieces = piecesOf([text], style, link).map((piece) => ({ ...piece, link: target }));
    const lines = new Paragraph(pieces, setting.fonts).lines(setting.width - indent - 40);
    const slabs = lines.map((line, n): Slab => {
      const last = n === lines.length - 1;
      return {
        before: 0,
        height: style.leading,
        keep: !last || index === 0 || index === titles.length - 2,
        paint: (sheet, x, y) => {
          const left = x + setting.x + indent;
          paintLine(sheet, line, left, baseline(style, y));
          const page = last ? pageOf(id) : undefined;
          if (page === undefined) return;
          const number = piecesOf([` ${page}`], style, link);
          const [shown] = new Paragraph(number, setting.fonts).lines(40);
          if (!shown) return;
          const right = x + setting.x + setting.width;
          const from = left + line.width + 6;
          const to = right - shown.width - 4;
          const at = baseline(style, y) - 0.5;
          paintLine(sheet, shown, right - shown.width, baseline(style, y));
          if (to > from) sheet.rect([from, at, to, at + 0.4], RULE);
        },
      };
    });
    return first(slabs, { before: level === least ? 4 : 0 });
  });
  return [...top, ...rows];
}
