import { z } from "zod";
import type { Day } from "../model/date.ts";
import type { Entity } from "../model/entity.ts";
import type { Kind } from "../model/statement.ts";
import type { Reader } from "../store/port.ts";
import type { Gap, Lang } from "./answer.ts";
import type { Block } from "./block.ts";

/** A sentence in every language of the interface. */
export type Words = Readonly<Record<Lang, string>>;

/** What a field of an input is to a person: shown by forms, the command line's help and the tool description. */
export interface FieldMeta {
  readonly label: Words;
  readonly about: Words;
  /** An entity: names are resolved to ids before `run` sees them; positional on the command line, in order. */
  readonly entity?: true;
  /** Entities given by name or id as an option: resolved like `entity`, but never positional. */
  readonly named?: true;
  /** A text that makes claims, by the id or the title of its source: resolved to the id; positional. */
  readonly text?: true;
}
export const fields = z.registry<FieldMeta>();

/** The two clocks and the carry, common to all questions; `--as-of`, `--known`, `--carry`. */
export interface Clocks {
  readonly asOf: Day;
  /** Null: everything the case holds today. */
  readonly known: Day | null;
  /** Days an observation is carried at both ends after its day. */
  readonly carry: number;
}

export interface Context extends Clocks {
  readonly store: Reader;
  /** Called as long work moves on; throws `cancelled` when nobody waits any more. */
  readonly progress: (done: number, total: number, what: string) => void;
}

export interface Found<F, O = unknown> {
  readonly findings: readonly F[];
  readonly gaps: readonly Gap[];
  /** What is found of all findings together: counts over time, what changed, an overlap. */
  readonly overall?: O;
}

/** All a face needs to draw findings: pure data, no store. */
export interface View<I, F, O = unknown> extends Found<F, O> {
  readonly input: I;
  readonly lang: Lang;
  readonly asOf: Day;
  readonly known: Day | null;
  readonly entities: Readonly<Record<string, Entity>>;
}

/** One question, from which the command, the route, the page, the dossier section and the tool description derive. */
export interface Question<I = unknown, F = unknown, O = unknown> {
  readonly id: string;
  /** The sentence a person would ask. */
  readonly ask: Words;
  /** The same where it is asked of its first entity alone, if that is another sentence. */
  readonly askAlone?: Words;
  /** Raised when the same data would now be answered differently. */
  readonly revision: number;
  /** Kinds of statement read. */
  readonly needs: readonly Kind[];
  readonly input: z.ZodType<I>;
  readonly finding: z.ZodType<F>;
  readonly overall?: z.ZodType<O>;
  /** An input that works on the built-in case, as a person would type it, with its date. */
  readonly example: { readonly input: Readonly<Record<string, unknown>>; readonly asOf: string };
  /** The rules an answer follows beside the method, by id, as digests of what each says: where one says something else, so may it. */
  rules?(input: I): Readonly<Record<string, string>>;
  /** What is given beside its first entity where every reading of the answer is wanted: all laws. */
  readonly widest?: Readonly<Record<string, unknown>>;
  run(context: Context, input: I): Promise<Found<F, O>>;
  show(view: View<I, F, O>): readonly Block[];
  /** Days on which the answer may change, ascending, for the date slider. */
  moments?(context: Context, input: I): Promise<readonly Day[]>;
  /** Rows of `--csv`, where they differ from the first table block. */
  rows?(view: View<I, F, O>): {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  /** What `--all` and `--pairs` write, as a stream over the whole case. */
  everything?(context: Context, options: EverythingOptions): Everything;
}

export interface EverythingOptions {
  readonly pairs: boolean;
  readonly law: string;
  /** Ids of the entities on the list some laws are about. */
  readonly list?: readonly string[];
  /** Pairs written at most; more is a "too-many". */
  readonly atMost?: number;
}

export interface Everything {
  readonly columns: readonly string[];
  /** What the rows have no column for: said beside them. All there once the rows have come. */
  readonly notes?: readonly string[];
  /** The rows as CSV, in pieces of several: text, or UTF-8 of which a letter may begin in one and end in the next. */
  readonly csv: AsyncIterable<string | Uint8Array<ArrayBuffer>>;
}
