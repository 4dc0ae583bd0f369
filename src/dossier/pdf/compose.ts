import type { Lang } from "../../ask/answer.ts";
import { contentsSlabs } from "./contents.ts";
import { type Tag, tagOf } from "./file/structure.ts";
import type { Fontbook } from "./fonts/fontbook.ts";
import { type Element, hasClass, type Node } from "./markup.ts";
import { blockSlabs } from "./page/blocks.ts";
import { type PlacedPage, paginate } from "./page/paginate.ts";
import type { AsTable, PageSize, Setting } from "./page/setting.ts";
import { first, type Slab, type Title } from "./page/slab.ts";
import { BODY } from "./page/style.ts";
import { pdfWords } from "./words.ts";

/** A document of more pages than this has a list of contents. */
const SHORT = 6;

export interface Composed {
  readonly pages: readonly PlacedPage[];
  readonly titles: readonly Title[];
  /** The page and height of each anchor. */
  readonly places: ReadonlyMap<string, { readonly page: number; readonly y: number }>;
}

/** Lays the parts of a dossier out on pages: title and summary, the list of contents, the answers, the charts as tables, the rest. */
export function compose(
  nodes: readonly Node[],
  { fonts, page, root, lang }: { fonts: Fontbook; page: PageSize; root: Tag; lang: Lang },
): Composed {
  const asTables: AsTable[] = [];
  let count = 0;
  const setting: Setting = {
    fonts,
    x: 0,
    width: page.width - 2 * page.margin.side,
    style: BODY,
    tag: root,
    page,
    asTables,
    next: () => ++count,
    blocks: blockSlabs,
  };
  const opening = indexOf(nodes, "summary") + 1;
  const back = indexOf(nodes, "named");
  const front = blockSlabs(nodes.slice(0, opening), setting);
  const middle = blockSlabs(nodes.slice(opening, back), setting);
  const tables = tableSection(asTables, setting, lang);
  const rest = blockSlabs(nodes.slice(back), setting);
  const body = [...middle, ...tables, ...rest];
  const note = missingNote(setting, lang);
  const titles = [...body, ...note].flatMap((slab) => (slab.title ? [slab.title] : []));
  const short = [...front, ...body, ...note];
  const places = new Map<string, { page: number; y: number }>();
  const pageOf = (id: string) => {
    const place = places.get(id);
    return place && place.page + 1;
  };
  let pages = paginate(short, page);
  if (pages.length > SHORT && titles.length > 0) {
    const list = (some: readonly Title[]) => contentsSlabs(pdfWords(lang).contents, some, setting, pageOf);
    const fits = (slabs: readonly Slab[]) =>
      paginate([...front, ...slabs], page).length === paginate(front, page).length;
    const [whole, main] = [list(titles), list(titles.filter(({ level }) => level < 3))];
    const contents = !fits(whole) && fits(main) ? main : whole;
    pages = paginate([...front, ...contents, ...body, ...note], page);
  }
  pages.forEach(({ placed }, n) => {
    for (const { slab, y, again } of placed) {
      if (!again) for (const anchor of slab.anchors ?? []) places.set(anchor, { page: n, y });
    }
  });
  return { pages, titles, places };
}

const indexOf = (nodes: readonly Node[], section: string): number =>
  nodes.findIndex((node) => typeof node !== "string" && hasClass(node, section));

const element = (name: string, attributes: Element["attributes"], ...children: readonly Node[]): Element => ({
  name,
  attributes,
  children,
});

function tableSection(asTables: readonly AsTable[], setting: Setting, lang: Lang): Slab[] {
  if (asTables.length === 0) return [];
  const words = pdfWords(lang);
  const tables = asTables.map(({ id, title, table }) => {
    const caption = element("caption", {}, title);
    return { ...table, attributes: { ...table.attributes, id }, children: [caption, ...table.children] };
  });
  const section = element(
    "section",
    { class: "tables" },
    element("h2", { id: "tables" }, words.asTables),
    element("p", { class: "lead" }, words.asTablesLead),
    ...tables,
  );
  return blockSlabs([section], setting);
}

/** Says which characters are shown as boxes, if there are any. */
function missingNote(setting: Setting, lang: Lang): Slab[] {
  const codes = [...setting.fonts.missing].sort((a, b) => a - b);
  if (codes.length === 0) return [];
  const listed = codes.map((code) => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`).join(", ");
  const said = element("p", { class: "lead" }, pdfWords(lang).missing(listed));
  return first(blockSlabs([said], { ...setting, tag: tagOf("Sect", setting.tag) }), { before: 16 });
}
