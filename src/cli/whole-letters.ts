/** Pieces of text or UTF-8 as text, where a letter may begin in one piece and end in the next; of one result, in order. */
export function wholeLetters(): (piece: string | Uint8Array) => string {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return (piece) => (typeof piece === "string" ? piece : decoder.decode(piece, { stream: true }));
}
