export const MILLISECONDS = 86_400_000;

/** A full calendar day: 2021-03-31. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** Days since 1970 and back. */
export const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS;
export const isoOf = (day: number): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

export const clampDay = (day: number, first: number, last: number): number =>
  Math.max(first, Math.min(last, day));
