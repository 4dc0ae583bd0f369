/**
 * What BODS has no field for stands in one annotation of the statement, in a property `armslength` of its own, as the
 * standard lets annotations carry: `entity`, `source` and `interests` (one a written interest), each with the columns
 * of a case folder that reading the rest would not give back. A reader that does not know it loses nothing of BODS.
 */
export const annotated = (json: string, anything: string, content: string): string =>
  `CASE WHEN ${anything} IS NULL THEN ${json} ELSE json_merge_patch(${json}, json_object('annotations', list_concat(
    json_extract(${json}, '$.annotations[*]'), [json_object('statementPointerTarget', '', 'motivation', 'commenting',
      'createdBy', json_object('name', 'Armslength'), 'description', 'What the standard has no field for.',
      'armslength', ${content})]))) END`;

/** The columns in which what was read back (`read`) differs from the case (`own`), as a JSON object; NULL for none. */
export const differing = (columns: readonly string[], read: string, own: string): string => {
  const cells = columns
    .map(
      (column) =>
        `'${column}', CASE WHEN ${read}.${column} IS DISTINCT FROM ${own}.${column} THEN ${own}.${column} END`,
    )
    .join(", ");
  return `nullif(CAST(json_merge_patch('{}', json_object(${cells})) AS VARCHAR), '{}')`;
};
