import type { Tag } from "../file/structure.ts";
import type { Fontbook } from "../fonts/fontbook.ts";
import type { Element } from "../markup.ts";
import type { Slab } from "./slab.ts";
import type { Style } from "./style.ts";

/** What laying out needs to know at a place. */
export interface Setting {
  readonly fonts: Fontbook;
  /** From the left edge of the text. */
  readonly x: number;
  readonly width: number;
  readonly style: Style;
  readonly tag: Tag;
  readonly page: PageSize;
  /** Tables that say the same as a chart, to be set at the end. */
  readonly asTables: AsTable[];
  /** Numbers for anchors of our own. */
  readonly next: () => number;
  /** Lays out more of the same. */
  readonly blocks: (nodes: readonly (Element | string)[], setting: Setting) => Slab[];
}

export interface AsTable {
  readonly id: string;
  readonly title: string;
  readonly table: Element;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly bottom: number; readonly side: number };
}
