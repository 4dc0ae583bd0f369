import { Problem } from "../errors.ts";

/** What is true of standard output where work ends in the middle of it. */
const PARTLY = "Some rows were written already: what came out ends in the middle.";

/**
 * Writes pieces as they come. Throws what they throw; once anything is written, a problem says so in place of that nothing
 * was, and any other fault follows a line that does.
 */
export async function writtenAsTheyCome<T>(
  pieces: AsyncIterable<T>,
  out: (piece: T) => Promise<void>,
  err: (text: string) => void,
): Promise<boolean> {
  let any = false;
  try {
    for await (const piece of pieces) {
      // A piece that fails on its way may have been written in part.
      any = true;
      await out(piece);
    }
    return any;
  } catch (fault) {
    if (any && !(fault instanceof Problem)) err(`${PARTLY}\n`);
    throw any && fault instanceof Problem ? partly(fault) : fault;
  }
}

/** The same problem, of work that had written something. */
function partly({ code, message, hint, choices }: Problem): Problem {
  return new Problem(code, message, hint === "Nothing was written." ? PARTLY : `${hint} ${PARTLY}`, choices);
}
