import type { Kind } from "../../model/statement.ts";

/** A table of statements in a case folder (INTERFACES.md). Columns not named here end up in the note. */
export interface Table {
  readonly file: string;
  readonly kind: Kind;
  /** Columns that must be there, besides `id` and `source`. */
  readonly required: readonly string[];
  /** The table's own columns, in the order they are written. */
  readonly columns: readonly string[];
  /** The column whose entity is the statement's subject, and its object, where there are such. */
  readonly subject: string | null;
  readonly object: string | null;
  /** Cells that may not be empty, besides subject and object. */
  readonly needs?: readonly string[];
  /** The only values a cell may have, besides none. */
  readonly allowed?: Readonly<Record<string, readonly string[]>>;
}

/** The columns every table of statements has, in the order they are written after its own. */
export const COMMON = [
  "from",
  "to",
  "basis",
  "stated_on",
  "source",
  "locator",
  "dispute",
  "quote",
  "note",
] as const;

const person = (file: string, kind: Kind): Table => ({
  file,
  kind,
  required: ["subject", "object"],
  columns: ["subject", "object", "role"],
  subject: "subject",
  object: "object",
});

const dependency = (file: string, kind: Kind): Table => ({
  file,
  kind,
  required: ["subject", "object"],
  columns: ["subject", "object", "need", "substitutable"],
  subject: "subject",
  object: "object",
});

export const STATEMENT_TABLES: readonly Table[] = [
  {
    file: "interests.csv",
    kind: "interest",
    required: ["subject", "party", "right"],
    columns: [
      "subject",
      "party",
      "right",
      "share",
      "class",
      "direct",
      "conditional",
      "with",
      "leader",
      "joint",
    ],
    subject: "subject",
    object: "party",
  },
  person("offices.csv", "office"),
  person("memberships.csv", "membership"),
  person("associations.csv", "association"),
  person("family.csv", "family"),
  dependency("publishes.csv", "publishes"),
  dependency("supplies.csv", "supplies"),
  {
    file: "shares.csv",
    kind: "share",
    required: ["subject", "market", "period", "measure", "value"],
    columns: ["subject", "market", "period", "measure", "value", "unit", "coverage", "definition"],
    subject: "subject",
    object: null,
    needs: ["market", "period", "measure", "value"],
  },
  {
    file: "actions.csv",
    kind: "action",
    required: ["subject", "authority"],
    columns: [
      ...["subject", "authority", "law", "conduct", "kind", "amount", "currency"],
      ...["base", "base_currency", "base_period", "stage", "of"],
    ],
    subject: "subject",
    object: "authority",
    needs: ["authority"],
  },
  {
    file: "claims.csv",
    kind: "claim",
    required: ["text", "statement"],
    columns: [
      ...["text", "passage", "statement", "kind", "about", "wrongdoing"],
      ...["speaker", "also", "quantity", "computed"],
    ],
    subject: null,
    object: null,
    needs: ["text", "statement"],
    allowed: {
      kind: ["fact", "attribution", "inference", "motive", "opinion", "prediction"],
      wrongdoing: ["yes", "no"],
    },
  },
  {
    file: "evidence.csv",
    kind: "evidence",
    required: ["claim", "statement"],
    columns: ["claim", "statement", "for", "bearing", "quantity"],
    subject: null,
    object: null,
    needs: ["claim", "statement"],
    allowed: { for: ["yes", "no"], bearing: ["part", "indirect"] },
  },
  {
    file: "hypotheses.csv",
    kind: "hypothesis",
    required: ["set", "text"],
    columns: ["set", "text", "exclusive"],
    subject: null,
    object: null,
    needs: ["set", "text"],
    allowed: { exclusive: ["yes", "no"] },
  },
  {
    file: "ratings.csv",
    kind: "rating",
    required: ["evidence", "hypothesis", "rating"],
    columns: ["evidence", "hypothesis", "rating", "rater", "reason", "credibility", "relevance"],
    subject: null,
    object: null,
    needs: ["evidence", "hypothesis", "rating"],
    allowed: { rating: ["CC", "C", "N", "I", "II", "NA"] },
  },
  {
    file: "denials.csv",
    kind: "denial",
    required: ["of", "by"],
    columns: ["of", "by", "text"],
    subject: null,
    object: "by",
    needs: ["of", "by"],
  },
];

export const SOURCES = {
  file: "sources.csv",
  required: ["id", "title"],
  columns: [
    ...[
      "id",
      "title",
      "publisher",
      "url",
      "archived_url",
      "published",
      "retrieved",
      "lang",
      "kind",
      "licence",
    ],
    ...["derived_from", "interested", "sha256", "note"],
  ],
} as const;

export const ENTITIES = {
  file: "entities.csv",
  required: ["id", "name", "kind"],
  columns: ["id", "name", "kind", "jurisdiction", "sector", "names", "identifiers", "note"],
} as const;

/** Every file of a case folder. */
export const FILES: readonly string[] = [
  SOURCES.file,
  ENTITIES.file,
  ...STATEMENT_TABLES.map((table) => table.file),
];
