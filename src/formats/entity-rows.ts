const LANG = "^([a-z]{2,3}|x)(-[A-Za-z0-9]{1,8})*:";
/** An item of a list; a bar in it is escaped, and a backslash at its end kept off the bar that follows. */
const item = (text: string) =>
  `replace(${text}, '|', '\\|') || CASE WHEN right(${text}, 1) = '\\' THEN ' ' ELSE '' END`;

/** Entities as rows of a table of them: names and other identifiers as lists in a cell; placeholders are left out. */
export const ENTITY_ROWS = `
  SELECT e.n, e.id, e.name, e.kind, e.jurisdiction, e.sector, x.names, y.identifiers, e.note FROM entity_now AS e
  LEFT JOIN (SELECT n, string_agg(${item(`(CASE WHEN lang = 'und' AND NOT regexp_matches(text, '${LANG}') THEN text ELSE lang || ':' || text END)`)}, '|' ORDER BY k) AS names
    FROM name_now WHERE k > 0 GROUP BY n) AS x ON x.n = e.n
  LEFT JOIN (SELECT n, string_agg(${item("(CASE WHEN scheme = '' AND NOT contains(value, ':') THEN value ELSE scheme || ':' || value END)")}, '|' ORDER BY k) AS identifiers
    FROM identifier_now GROUP BY n) AS y ON y.n = e.n
  WHERE NOT e.placeholder`;
