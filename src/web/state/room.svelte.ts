import { flushSync } from "svelte";

/** More cells than these are folded on a small screen, where each has a line; more rows than these where there is room. */
const FEW = 12;
const MANY = 60;
/** A line of a list takes as much room as so many cells. */
const LINE = 3;
const small = matchMedia("(max-width: 40rem)");

class Room {
  small = $state(small.matches);
  printing = $state(false);
}
const room = new Room();
small.addEventListener("change", () => {
  room.small = small.matches;
});
// The page is printed as soon as these return: it must be unfolded by then.
addEventListener("beforeprint", () => flushSync(() => (room.printing = true)));
addEventListener("afterprint", () => flushSync(() => (room.printing = false)));

/** Whether a section of so many rows is folded behind its title; never on paper, and with `small` on small screens only. */
export const folds = (length: number, width: number, small: boolean): boolean =>
  !room.printing && (room.small ? length * Math.max(width, LINE) > FEW : !small && length > MANY);
