/** A percentage of JSON as a plain decimal: `100.0` is 100, `1e-7` is 0.0000001. */
const decimal = (text: string) => `CASE WHEN regexp_full_match(${text}, '\\d{1,3}') THEN ${text}
  ELSE rtrim(rtrim(CASE WHEN regexp_full_match(${text}, '\\d{1,3}\\.\\d+') THEN ${text}
    ELSE CAST(CAST(${text} AS DECIMAL(38, 20)) AS VARCHAR) END, '0'), '.') END`;

/** Which of two bounds is the narrower: 1 the inclusive, 2 the exclusive one; both at one figure: the exclusive. */
const narrower = (inclusive: string, exclusive: string, side: "<" | ">") =>
  `CASE WHEN ${exclusive} IS NULL OR CAST(${inclusive} AS DOUBLE) ${side} CAST(${exclusive} AS DOUBLE) THEN 1 ELSE 2 END`;

/** The fields of a share, as `shareText` wants them. */
export const SHARE_FIELDS = ["exact", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"] as const;

/**
 * The share of an interest in the notation of a case, as SQL over a row with the `SHARE_FIELDS` as texts: `exact` where
 * it is given, else the narrower of each pair of bounds; '' where there is none.
 */
export function shareText(of: (field: (typeof SHARE_FIELDS)[number]) => string): string {
  const [exact, least, above, most, below] = SHARE_FIELDS.map(of) as [string, string, string, string, string];
  const open = `(${above} IS NOT NULL AND (${least} IS NULL OR ${narrower(least, above, ">")} = 2))`;
  const shut = `(${below} IS NOT NULL AND (${most} IS NULL OR ${narrower(most, below, "<")} = 2))`;
  const low = `CASE WHEN ${open} THEN ${decimal(above)} ELSE ${decimal(least)} END`;
  const high = `CASE WHEN ${shut} THEN ${decimal(below)} ELSE ${decimal(most)} END`;
  return `CASE WHEN ${exact} IS NOT NULL THEN ${decimal(exact)}
    WHEN coalesce(${low}, ${high}) IS NULL THEN ''
    WHEN ${high} IS NULL AND ${open} THEN '>' || ${low}
    WHEN ${low} IS NULL AND ${shut} THEN '<' || ${high}
    WHEN ${low} = ${high} AND NOT ${open} AND NOT ${shut} THEN ${low}
    ELSE CASE WHEN ${open} THEN '>' ELSE '' END || coalesce(${low}, '0') || '-' ||
      CASE WHEN ${shut} THEN '<' ELSE '' END || coalesce(${high}, '100') END`;
}
