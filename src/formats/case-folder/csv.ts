/** A cell as RFC 4180 has it: in quotes only where it must be. */
const cellText = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A line of a table. */
export const line = (cells: readonly string[]): string => `${cells.map(cellText).join(",")}\n`;
