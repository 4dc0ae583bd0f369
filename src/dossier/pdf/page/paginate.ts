import type { PageSize } from "./setting.ts";
import type { Slab } from "./slab.ts";

/** A slab at its place: `y` from the top of the page, `gap` the room left above it. */
export interface Placed {
  readonly slab: Slab;
  readonly y: number;
  readonly gap: number;
  /** Repeated here, for the eye only. */
  readonly again: boolean;
}
export interface PlacedPage {
  readonly turned: boolean;
  readonly placed: readonly Placed[];
}

/** How far a page is filled before what begins a part goes to the next one. */
const FILLED = 0.6;

/** Slabs stacked onto pages, in their order; those that stay with the next go over together with it. */
export function paginate(slabs: readonly Slab[], size: PageSize): PlacedPage[] {
  const pages: { turned: boolean; placed: Placed[] }[] = [];
  const bottom = size.height - size.margin.bottom;
  let page: { turned: boolean; placed: Placed[] } = { turned: false, placed: [] };
  let y = size.margin.top;
  const put = (slab: Slab, again = false) => {
    const gap = page.placed.length === 0 ? 0 : slab.before;
    page.placed.push({ slab, y: y + gap, gap, again });
    y += gap + slab.height;
  };
  const turn = () => {
    if (page.placed.length > 0) pages.push(page);
    page = { turned: false, placed: [] };
    y = size.margin.top;
  };
  slabs.forEach((slab, n) => {
    if (slab.turned) {
      const lead = kept(page.placed);
      const room = size.width - size.margin.bottom - size.margin.top - heightOf(lead) - slab.before;
      const smaller = lead.length === 0 ? slab : slab.within?.(room);
      if (smaller) page.placed.splice(page.placed.length - lead.length);
      turn();
      page.turned = true;
      if (smaller) for (const each of lead) put(each);
      put(smaller ?? slab);
      turn();
      return;
    }
    const starts = n === 0 || !slabs[n - 1]?.keep;
    const chain = starts ? chainFrom(slabs, n) : { height: slab.height, before: slab.before };
    const full = y + chain.before + chain.height > bottom;
    const smaller = full && page.placed.length > 0 ? slab.within?.(bottom - y - slab.before) : undefined;
    if (smaller) {
      put(smaller);
      return;
    }
    const filled = y > size.margin.top + (bottom - size.margin.top) * FILLED;
    if (page.placed.length > 0 && (full || (slab.breaks && filled))) {
      turn();
      for (const head of slab.heads ?? []) put(head, true);
    }
    put(slab);
  });
  turn();
  return pages;
}

/** The slabs at the foot of a page that want to stand with what comes next. */
function kept(placed: readonly Placed[]): Slab[] {
  const loose = placed.findLastIndex(({ slab }) => !slab.keep);
  return placed.slice(loose + 1).map(({ slab }) => slab);
}

const heightOf = (slabs: readonly Slab[]): number =>
  slabs.reduce((sum, { before, height }, n) => sum + height + (n === 0 ? 0 : before), 0);

/** How much room a slab needs together with those that must stand on its page. */
function chainFrom(slabs: readonly Slab[], from: number): { height: number; before: number } {
  let height = slabs[from]?.height ?? 0;
  for (let n = from; slabs[n]?.keep && n + 1 < slabs.length && !slabs[n + 1]?.turned; n++) {
    height += (slabs[n + 1]?.before ?? 0) + (slabs[n + 1]?.height ?? 0);
  }
  return { height, before: slabs[from]?.before ?? 0 };
}
