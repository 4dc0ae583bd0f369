/**
 * How wide the columns of a table are: as wide as their longest line if all fit, the rest given out in proportion;
 * else at least as wide as their longest word. `fits` says that no word has to be broken. After CSS 2.1, 17.5.2.2.
 */
export function columnWidths(
  columns: readonly { readonly least: number; readonly most: number }[],
  width: number,
  gap: number,
): { readonly widths: readonly number[]; readonly fits: boolean } {
  const room = width - gap * Math.max(0, columns.length - 1);
  const most = sum(columns.map((column) => column.most));
  if (most <= room) {
    const extra = most === 0 ? 0 : (room - most) / most;
    return { widths: columns.map((column) => column.most * (1 + extra)), fits: true };
  }
  const least = sum(columns.map((column) => column.least));
  if (least <= room) {
    const part = (room - least) / (most - least);
    return {
      widths: columns.map((column) => column.least + (column.most - column.least) * part),
      fits: true,
    };
  }
  return {
    widths: shrunk(
      columns.map((column) => column.least),
      room,
    ),
    fits: false,
  };
}

/** Cuts the widest down to one width, so that all fit. */
function shrunk(wanted: readonly number[], room: number): number[] {
  const sorted = [...wanted].sort((a, b) => a - b);
  let left = room;
  let cap = 0;
  for (let n = 0; n < sorted.length; n++) {
    const share = left / (sorted.length - n);
    const next = sorted[n] ?? 0;
    if (next > share) {
      cap = share;
      break;
    }
    left -= next;
    cap = next;
  }
  return wanted.map((each) => Math.min(each, cap));
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
