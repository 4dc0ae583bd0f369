import type { Percent } from "../model/share.ts";

/**
 * A piece of running text; an entity or statements behind it make it a link or a footnote on every face. With `asks` it
 * leads to that question about the entity.
 */
export type Span = string | { text: string; entity?: string; asks?: string; because?: readonly string[] };
export type Sentence = readonly Span[];

/** A number anyone may check: its value or range as exact decimals, its unit, the statements behind it, how it came about. */
export interface Figure {
  readonly value: Percent;
  readonly unit: string;
  readonly because: readonly string[];
  readonly how: string;
  /** Sources that disagree (≠), an observation carried for so many days (⌛), a conflict (!). */
  readonly marks?: readonly Mark[];
  /** No source states it: all that is known is what the rest of the record leaves. */
  readonly bound?: true;
}
export type Mark = { kind: "disputed" | "conflict" | "reading" } | { kind: "old"; days: number };

export type Cell = Sentence | { figure: Figure };

/** How sure, and what sort of line: the same marks on every chart (DESIGN). */
export type LineStyle = "certain" | "possible" | "contract" | "nominal" | "declared";

export interface Headline {
  readonly kind: "headline";
  readonly text: Sentence;
  readonly because: readonly string[];
}

export interface Figures {
  readonly kind: "figures";
  readonly items: readonly { readonly label: string; readonly figure: Figure }[];
}

export interface Table {
  readonly kind: "table";
  readonly title: string;
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  /** The shape: square outlet, circle person, rounded company, hexagon state; `fold` is a counted group that opens. */
  readonly shape: "outlet" | "person" | "company" | "state" | "arrangement" | "fold";
  readonly entity?: string;
  readonly role?: "subject" | "controller";
  /** Of a fold: the labels of what it holds. */
  readonly folded?: readonly { readonly entity: string; readonly label: string }[];
  /** Centre and size in chart units, stored so that every face shows the same picture; set by `place`. */
  readonly x?: number;
  readonly y?: number;
  readonly w?: number;
  readonly h?: number;
}

export interface NetworkEdge {
  readonly from: string;
  readonly to: string;
  readonly style: LineStyle;
  readonly label: string;
  readonly figure?: Figure;
  readonly because: readonly string[];
  /** On the proof's path. */
  readonly emphasis: boolean;
  readonly points?: readonly (readonly [number, number])[];
  /** Centre of the label in chart units; set by `place`. */
  readonly at?: readonly [number, number];
}

/** A layered chart, holders above what they hold. Its `alt` says in words what it shows. */
export interface Network {
  readonly kind: "network";
  readonly title: string;
  readonly caption: string;
  readonly alt: string;
  /** The lines have no direction, and their styles stand for this. */
  readonly ties?: Readonly<Partial<Record<LineStyle, string>>>;
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  readonly width?: number;
  readonly height?: number;
}

/** Ranges or before/after pairs on one scale of 0 to `max`. */
export interface Bars {
  readonly kind: "bars";
  readonly title: string;
  readonly caption: string;
  readonly alt: string;
  readonly unit: string;
  readonly max: string;
  /** A threshold drawn across, with its name. */
  readonly line?: { readonly at: string; readonly label: string };
  readonly rows: readonly {
    readonly label: Sentence;
    readonly series: readonly {
      readonly label: string;
      readonly style: LineStyle;
      readonly figure: Figure;
    }[];
  }[];
}

/** Lanes of spans over days; a gap is where nothing is known. Days are ISO dates; `to` is exclusive. */
export interface Timeline {
  readonly kind: "timeline";
  readonly title: string;
  readonly caption: string;
  readonly alt: string;
  readonly from: string;
  readonly to: string;
  readonly at?: string;
  readonly lanes: readonly {
    readonly label: Sentence;
    readonly spans: readonly {
      readonly from: string;
      readonly to: string;
      readonly style: LineStyle;
      readonly label: string;
      readonly because: readonly string[];
    }[];
  }[];
  readonly marks: readonly {
    readonly date: string;
    readonly label: string;
    readonly because: readonly string[];
  }[];
}

/**
 * Numbers over days that stay until they change, as steps from 0 up; a line each, told apart by its style and its name
 * at the end. Days are ISO dates; the last step runs on to `to`. `at` is the day the answer is for.
 */
export interface Series {
  readonly kind: "series";
  readonly title: string;
  readonly caption: string;
  readonly alt: string;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly at?: string;
  readonly lines: readonly {
    readonly label: string;
    readonly style: LineStyle;
    readonly steps: readonly { readonly from: string; readonly figure: Figure }[];
  }[];
}

export interface Matrix {
  readonly kind: "matrix";
  readonly title: string;
  readonly caption: string;
  /** `short`: what a row is called where its label is too long. */
  readonly rows: readonly { readonly label: Sentence; readonly short?: string }[];
  readonly columns: readonly { readonly label: string; readonly about: string }[];
  readonly cells: readonly (readonly {
    readonly text: string;
    readonly reason: string;
    readonly because: readonly string[];
    /** How a cell stands out: what follows from the record, what it does not rule out, what speaks against. */
    readonly looks?: "certain" | "possible" | "against";
  }[])[];
}

/** How a claim stands; each has its own mark on every face. */
export type ClaimStanding = "supported" | "contested" | "contradicted" | "unsupported" | "not checkable";

/** What a text claims, one after the other: where, how each stands, who is for it, against it and denies it, and why. */
export interface Claims {
  readonly kind: "claims";
  readonly title: string;
  readonly caption: string;
  readonly items: readonly ClaimItem[];
}
export interface ClaimItem {
  readonly id: string;
  /** Where in the text, and what kind of claim it is, in words. */
  readonly place: string;
  readonly text: Sentence;
  readonly standing: ClaimStanding;
  /** The standing in words. */
  readonly says: string;
  /** Who is for it, against it and denies it, in a line. */
  readonly brief: Sentence;
  /** Which rule decided, what counted, what did not and why. */
  readonly why: readonly Sentence[];
  readonly figures: readonly { readonly label: string; readonly figure: Figure }[];
  /** The statements themselves, under what they are to the claim. */
  readonly sides: readonly { readonly label: string; readonly entries: readonly Sentence[] }[];
}

/** Sentences: `why` is the proof, `unknown` what we do not know, `note` everything else; `list` numbers them. */
export interface Prose {
  readonly kind: "prose";
  readonly role: "why" | "unknown" | "note";
  readonly title: string;
  readonly list: boolean;
  readonly sentences: readonly Sentence[];
}

/** The closed vocabulary every face draws. A new kind makes the compiler list the faces still to teach. */
export type Block = Headline | Figures | Table | Network | Bars | Timeline | Series | Matrix | Claims | Prose;
