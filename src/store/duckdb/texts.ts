import { knownStatements, type TextOfClaims } from "../port.ts";
import type { Rows } from "./read.ts";

const PROP = (name: string) => `json_extract_string(s.props, '$.${name}')`;

/** Sources that make claims, by how many of their claims have evidence. */
export async function readTexts(rows: Rows): Promise<TextOfClaims[]> {
  return rows<TextOfClaims>(`
    WITH claimed AS (SELECT s.id, ${PROP("text")} AS text FROM ${knownStatements(null)} WHERE s.kind = 'claim'),
      linked AS (SELECT DISTINCT ${PROP("claim")} AS id FROM ${knownStatements(null)} WHERE s.kind = 'evidence')
    SELECT c.text AS id, coalesce(min(o.title), c.text) AS title, count(*) AS claims,
      count(*) FILTER (WHERE l.id IS NOT NULL) AS attached
    FROM claimed AS c LEFT JOIN linked AS l ON l.id = c.id LEFT JOIN source_now AS o ON o.id = c.text
    GROUP BY c.text ORDER BY attached DESC, claims DESC, c.text`);
}
