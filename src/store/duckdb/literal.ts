const LITERAL = /^'(?:[^']|'')*'$/;

/** Whether an SQL expression is one text, the same for every row. */
export const isLiteral = (sql: string): boolean => LITERAL.test(sql);
