import { type Day, parseDate } from "../model/date.ts";
import type { Reader } from "../store/port.ts";

/** Of some statements: which name no day on which they were made, but a month, a year, or none; and what they took the place of. */
export interface SaidBy {
  /** All that is known is that it was made by the day it counts from. */
  readonly vague: (statement: number) => boolean;
  /** The same of whatever took the place of an earlier version on a day. */
  readonly superseded: (statement: number, day: Day) => boolean;
}

interface Row {
  readonly n: number;
  readonly old: number | null;
  readonly stated: number;
  readonly dated: string;
}

/** Reads it of the statements that became known, whose own dates come before those of their sources. */
export async function saidBy(store: Reader, statements: readonly number[]): Promise<SaidBy> {
  if (statements.length === 0) return { vague: () => false, superseded: () => false };
  const rows = await store.rows<Row>(
    `SELECT s.n, o.n AS old, s.stated, coalesce(nullif(s.stated_text, ''), p.published, '') AS dated
     FROM statement_all AS s LEFT JOIN statement_all AS o ON o.record = s.record AND o.n <> s.n
     LEFT JOIN source_now AS p ON p.id = s.source WHERE s.n IN (${statements.join(", ")})`,
  );
  const vague = new Set(rows.filter(({ dated }) => !isDay(dated)).map(({ n }) => Number(n)));
  return {
    vague: (n) => vague.has(n),
    superseded: (n, day) => {
      const heirs = rows.filter(
        ({ old, stated }) => old !== null && Number(old) === n && Number(stated) === day,
      );
      return heirs.length > 0 && heirs.every((heir) => vague.has(Number(heir.n)));
    },
  };
}

function isDay(text: string): boolean {
  if (text === "") return false;
  const { lo, hi } = parseDate(text);
  return lo === hi;
}
