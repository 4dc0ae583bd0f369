/** The sizes of paper a dossier can be laid out for, in points: width and height. */
const SIZES = { a4: [595.28, 841.89], letter: [612, 792] } as const;

export type Paper = keyof typeof SIZES;
export const PAPERS: readonly Paper[] = ["a4", "letter"];

export const paperSize = (paper: Paper): readonly [number, number] => SIZES[paper];
