/** Characters drawn twice as wide as Latin ones: Han, kana, hangul, full-width forms. */
export const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Advance widths of Inter semi-bold with tabular digits, rounded up: hundredths of the font size, and who is so wide. */
const ADVANCES: readonly (readonly [number, string])[] = [
  [26, " "],
  [28, "Iijl"],
  [30, "‘’"],
  [32, ",.:·"],
  [34, "!';"],
  [36, "`t|"],
  [38, "()/[\\]"],
  [40, "fr"],
  [46, "{}"],
  [48, "-_"],
  [50, "^–"],
  [52, "“”"],
  [54, '"*'],
  [56, "?s"],
  [58, "JLakxz"],
  [60, "Fcevy"],
  [62, "Ehnou"],
  [64, "bdgpq"],
  [66, "#$0123456789BPRSZ≈≠→⌛"],
  [68, "&+<=>T~×"],
  [72, "KXY"],
  [74, "ACDUV"],
  [76, "GHN"],
  [78, "OQ"],
  [84, "w"],
  [92, "m"],
  [94, "M"],
  [96, "…"],
  [100, "@—"],
  [102, "%"],
  [104, "W"],
];
/** Of letters of other scripts and the like. */
const OTHER = 64;

const BY_CHARACTER = new Map(
  ADVANCES.flatMap(([width, all]) => [...all].map((each) => [each, width] as const)),
);

/** How wide a character is, in hundredths of the font size; an accent takes no room. */
export function advance(character: string): number {
  const known = BY_CHARACTER.get(character);
  if (known !== undefined) return known;
  if (WIDE.test(character)) return 100;
  const [base = character] = [...character.normalize("NFD")];
  if (/\p{M}/u.test(base)) return 0;
  return BY_CHARACTER.get(base) ?? OTHER;
}
