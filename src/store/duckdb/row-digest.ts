import { isLiteral } from "./literal.ts";

/**
 * 60 bits of md5 over columns as text: what tells new content from old. No column is NULL. The engine's
 * `md5_number_lower` gives the same bits by way of a text of ones and noughts, in three times the time.
 */
export function digestOf(columns: readonly string[]): string {
  const texts: string[] = [];
  for (const sql of columns.flatMap((column, k) => (k === 0 ? [column] : ["'\x1f'", column]))) {
    const before = texts.at(-1) ?? "";
    if (isLiteral(sql) && isLiteral(before))
      texts[texts.length - 1] = `${before.slice(0, -1)}${sql.slice(1)}`;
    else texts.push(sql);
  }
  return `CAST(md5_number(concat(${texts.join(", ")})) >> 68 AS BIGINT)`;
}
