/** Pieces of text or UTF-8 as one text; a letter may begin in one and end in the next. */
export const textOf = (pieces: readonly (string | Uint8Array)[]): string =>
  Buffer.concat(pieces.map((piece) => Buffer.from(piece as Uint8Array))).toString();

/** The lines of CSV that comes in pieces, none where there is none. */
export async function linesIn(csv: AsyncIterable<string | Uint8Array> | undefined): Promise<string[]> {
  const pieces: (string | Uint8Array)[] = [];
  for await (const piece of csv ?? []) pieces.push(piece);
  return textOf(pieces).trim().split("\n");
}
