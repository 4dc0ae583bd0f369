const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

const marks = (chart: Element): SVGElement[] => [...chart.querySelectorAll<SVGElement>('[role="button"]')];

/** Makes a chart one stop of the Tab key: its first mark. */
export function enter(chart: Element): void {
  const list = marks(chart);
  for (const mark of list) mark.setAttribute("tabindex", "-1");
  const first = list.find((mark) => mark.matches(".controller, .subject")) ?? list[0];
  first?.setAttribute("tabindex", "0");
}

/** Moves the focus by an arrow key to the nearest mark in that direction; false if the key is not one. */
export function walk(chart: Element, key: string): boolean {
  const step = STEPS[key];
  const here = document.activeElement;
  if (!step || !(here instanceof SVGElement) || !chart.contains(here)) return false;
  const [hx, hy] = middle(here);
  let best: SVGElement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const mark of marks(chart)) {
    if (mark === here) continue;
    const [x, y] = middle(mark);
    const along = (x - hx) * step[0] + (y - hy) * step[1];
    const across = Math.abs((x - hx) * step[1]) + Math.abs((y - hy) * step[0]);
    if (along < 2) continue;
    const far = along + 2 * across;
    if (far < least) {
      least = far;
      best = mark;
    }
  }
  if (best) {
    here.setAttribute("tabindex", "-1");
    best.setAttribute("tabindex", "0");
    best.focus();
  }
  return true;
}

/** The middle of what is seen of a mark. */
function middle(mark: Element): [number, number] {
  const { left, top, width, height } = (
    mark.querySelector(".shape, .line, .bar, .span, .cell") ?? mark
  ).getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

/** Scrolls a chart wider than its page to what was asked about. */
export function centre(chart: HTMLElement): void {
  const subject = chart.querySelector(".subject, .controller");
  if (!subject || chart.scrollWidth <= chart.clientWidth) return;
  const { left, width } = subject.getBoundingClientRect();
  chart.scrollLeft += left + width / 2 - chart.getBoundingClientRect().left - chart.clientWidth / 2;
}
