import { RIGHTS, type RightCode } from "./rights.ts";

/**
 * A right by name. A right over the board under a condition that is not in the holder's hands, with no class that says
 * which, is a right to nominate: others elect (method.md of `control`).
 */
export function rightCalled(
  code: string,
  lang: "en" | "zh",
  more: { readonly conditional: boolean; readonly class: string },
): string {
  if (isNomination(code, more))
    return lang === "zh" ? "董事提名权（由他人选举）" : "right to nominate board members (others elect)";
  return RIGHTS[code as RightCode]?.[lang] ?? code;
}

export const isNomination = (code: string, more: { readonly conditional: boolean; readonly class: string }) =>
  code === "appointmentOfBoard" && more.conditional && more.class === "";
