import type { Lang } from "../../ask/answer.ts";
import type { Numbered } from "./notes.ts";

/** What every terminal drawing needs: the room there is, the language, the numbers of the sources. */
export interface Page {
  readonly columns: number;
  readonly lang: Lang;
  readonly notes: Numbered;
  /** A title, so that it stands out. */
  readonly title: (text: string) => string;
}
