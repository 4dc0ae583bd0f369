import type { CheckWords } from "./check-words.ts";

/** Every text of the interface; a language is one object of this shape. */
export interface WebWords {
  readonly tagline: string;
  readonly skip: string;
  /** Between a name and what is said of it, and between two things listed. */
  readonly colon: string;
  readonly comma: string;
  readonly nav: {
    readonly label: string;
    readonly home: string;
    readonly check: string;
    readonly sources: string;
    readonly import: string;
  };
  readonly check: CheckWords;
  readonly theme: {
    readonly label: string;
    readonly system: string;
    readonly light: string;
    readonly dark: string;
  };
  readonly language: string;
  readonly keys: {
    readonly open: string;
    readonly title: string;
    readonly list: readonly (readonly [string, string])[];
  };
  readonly close: string;
  readonly search: {
    readonly label: string;
    readonly placeholder: string;
    /** The same where there is little room. */
    readonly short: string;
    readonly none: (text: string) => string;
    readonly found: (count: number) => string;
  };
  readonly home: {
    readonly title: string;
    readonly lead: string;
    readonly questions: string;
    readonly example: string;
    readonly inCase: string;
    readonly entities: string;
    readonly statements: string;
    readonly sources: string;
    readonly lastImport: string;
    readonly empty: string;
    readonly emptyLead: string;
    readonly emptySteps: readonly string[];
    readonly emptyExample: string;
  };
  readonly kinds: Readonly<Record<string, string>>;
  readonly entity: {
    readonly whoControls: (name: string) => string;
    readonly whatItControls: (name: string) => string;
    readonly documentedTies: string;
    readonly statements: (name: string) => string;
    readonly otherNames: string;
    readonly identifiers: string;
    readonly jurisdiction: string;
    readonly sector: string;
    readonly placeholder: string;
    readonly full: string;
    readonly none: string;
  };
  readonly ask: {
    readonly form: string;
    readonly submit: string;
    readonly more: string;
    readonly required: string;
    readonly optional: string;
    readonly any: string;
    readonly fill: string;
    readonly known: string;
    readonly knownAbout: string;
    readonly unknown: string;
    readonly method: string;
    readonly exports: string;
    readonly dossier: string;
    readonly json: string;
    readonly csv: string;
    readonly citeAnswer: string;
    readonly command: string;
    readonly computed: (revision: number, version: string, engine: string, at: string) => string;
    readonly data: string;
    readonly rests: (statements: number, sources: number) => string;
    /** How long a table is that is folded. */
    readonly rows: (n: number) => string;
    readonly unknownQuestion: string;
    readonly chooseText: string;
    readonly claims: (n: number) => string;
    readonly working: string;
    readonly stop: string;
    readonly stale: string;
    readonly sources: string;
  };
  readonly date: {
    readonly label: string;
    readonly today: string;
    readonly previous: string;
    readonly next: string;
    readonly slider: string;
    readonly changes: (count: number) => string;
    readonly noChanges: string;
    readonly knownAs: (date: string) => string;
  };
  readonly why: {
    readonly button: string;
    readonly title: string;
    readonly how: string;
    readonly rests: (count: number) => string;
    readonly nothing: string;
    readonly copy: string;
    readonly copied: string;
    readonly open: string;
    readonly archived: string;
    readonly page: string;
    readonly repeats: (title: string) => string;
    readonly interested: (who: string) => string;
    readonly disputed: string;
    readonly withdrawn: (day: string, why: string) => string;
    readonly withdrawnSome: (day: string, count: number, why: string) => string;
    readonly status: Readonly<Record<"superseded" | "withdrawn" | "redacted", string>>;
  };
  readonly chart: {
    readonly table: string;
    readonly chart: string;
    readonly svg: string;
    readonly png: string;
    readonly hint: string;
    /** Of a chart wider than the page: how to see the rest, and the buttons that show all of it small or a part large. */
    readonly wider: string;
    readonly whole: string;
    readonly large: string;
    readonly opens: (count: number) => string;
  };
  readonly source: {
    readonly title: string;
    readonly lead: string;
    readonly filter: string;
    readonly count: (count: number) => string;
    readonly withdrawn: (count: number, why: string) => string;
    readonly rests: string;
    readonly nothing: string;
    readonly published: string;
    readonly retrieved: string;
    readonly publisher: string;
    readonly kind: string;
    readonly licence: string;
    readonly digest: string;
    readonly address: string;
    readonly derived: string;
    readonly interested: string;
    readonly empty: string;
    readonly untitled: string;
  };
  readonly import: {
    readonly title: string;
    readonly lead: string;
    readonly drop: string;
    readonly dropping: string;
    readonly files: string;
    readonly folder: string;
    readonly working: string;
    readonly stop: string;
    readonly stopped: string;
    readonly done: (name: string) => string;
    readonly known: (name: string) => string;
    readonly counts: (entities: number, statements: number, sources: number) => string;
    readonly superseded: (count: number) => string;
    readonly rejects: (count: number) => string;
    readonly noRejects: string;
    readonly more: (count: number) => string;
    readonly row: string;
    readonly file: string;
    readonly reason: string;
    readonly history: string;
    readonly historyEmpty: string;
    readonly when: string;
    readonly name: string;
    readonly format: string;
    readonly undo: string;
    readonly undone: string;
    readonly statements: string;
    readonly undoAsk: (name: string) => string;
    readonly cancel: string;
    readonly what: string;
    readonly whatList: readonly (readonly [string, string])[];
  };
  readonly trouble: {
    readonly unreachable: string;
    readonly unreachableHint: string;
    readonly title: string;
    /** What is wrong with a name, and what to do, by the code of the problem. */
    readonly names: Readonly<Partial<Record<string, (name: string) => readonly [string, string]>>>;
    readonly choices: string;
    readonly lost: string;
    readonly lostHint: string;
    readonly loading: string;
  };
}
