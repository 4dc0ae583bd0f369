/** Ascending numbers in runs of three or more, each by its first and its last; others by themselves, as both. */
export function runsOf(numbers: readonly number[]): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  for (let i = 0; i < numbers.length; ) {
    let end = i;
    while (numbers[end + 1] === (numbers[end] ?? 0) + 1) end += 1;
    if (end - i < 2) end = i;
    parts.push([numbers[i] as number, numbers[end] as number]);
    i = end + 1;
  }
  return parts;
}

/** Ascending numbers as they are cited: `1, 3–6`. */
export const runs = (numbers: readonly number[]): string =>
  runsOf(numbers)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
    .join(", ");
