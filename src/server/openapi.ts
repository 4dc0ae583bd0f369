import { fieldsOf, inputSchema } from "../ask/fields.ts";
import type { Question } from "../ask/question.ts";
import { PAPERS } from "../dossier/pdf/paper.ts";
import { PROBLEM_CODES } from "../errors.ts";
import { EXPORTS } from "./export.ts";

type Json = Readonly<Record<string, unknown>>;

const text = { type: "string" };
const query = (name: string, description: string, schema: Json, required = false): Json => ({
  name,
  in: "query",
  required,
  description,
  schema,
});
const path = (name: string, description: string): Json => ({
  name,
  in: "path",
  required: true,
  description,
  schema: text,
});
const day = { type: "string", format: "date" };

const COMMON: readonly Json[] = [
  query("as-of", "The day the answer is for; today where it is left out.", day),
  query("known", "Only what was known on this day.", day),
  query("carry", "Days an observation is carried.", { type: "integer", minimum: 0, default: 400 }),
  query("lang", "The language of the blocks.", { type: "string", enum: ["en", "zh"], default: "en" }),
];

const returns = (description: string, type: string, schema: Json = {}): Json => ({
  "200": { description, content: { [type]: { schema } } },
  default: { $ref: "#/components/responses/Trouble" },
});
const json = (description: string, schema: Json = { type: "object" }) =>
  returns(description, "application/json", schema);
const get = (summary: string, parameters: readonly Json[], responses: Json): Json => ({
  get: { summary, parameters, responses },
});

/** The API as OpenAPI 3.1, its questions from their definitions. */
export function openApi(questions: readonly Question[], version: string): Json {
  const asked = questions.map((question): [string, Json] => {
    const fields = fieldsOf(question).map((field) =>
      query(
        field.option,
        field.about.en,
        { type: field.type, ...(field.choices.length > 0 ? { enum: field.choices } : {}) },
        field.required,
      ),
    );
    const responses = json("The answer.", { $ref: "#/components/schemas/Answer" });
    const content = { "application/json": { schema: inputSchema(question) } };
    return [
      `/api/ask/${question.id}`,
      {
        ...get(question.ask.en, [...fields, ...COMMON], responses),
        post: { summary: question.ask.en, requestBody: { content }, responses },
      },
    ];
  });
  const id = path("id", "An id, or a name.");
  return {
    openapi: "3.1.0",
    info: { title: "Armslength", version, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    security: [{ bearer: [] }, { cookie: [] }],
    paths: {
      "/api/questions": get("The questions this version answers.", [], json("A list.", { type: "array" })),
      ...Object.fromEntries(asked),
      "/api/moments/{question}": get(
        "Days on which an answer may change.",
        [path("question", "The id of a question.")],
        json("`days`, ascending."),
      ),
      "/api/everything/{question}": get(
        "Every entity's answer, or every pair.",
        [path("question", "The id of a question."), query("pairs", "Pairs.", { type: "boolean" })],
        returns(
          "Rows. A header `armslength-notes` has what no column tells, where there is any: a list of sentences in JSON.",
          "text/csv",
        ),
      ),
      "/api/case": get("What the case holds and what came in.", [], json("The case.")),
      "/api/entities": get(
        "Entities by name, in any script, best first.",
        [
          query("q", "What to look for.", text, true),
          query("limit", "At most so many.", { type: "integer" }),
        ],
        json("`entities`."),
      ),
      "/api/entities/{id}": get("An entity with the statements about it.", [id], json("The entity.")),
      "/api/statements/{id}": get("A statement with its source.", [id], json("The statement.")),
      "/api/sources": get("All sources.", [], json("`sources`.")),
      "/api/sources/{id}": get("A source and what rests on it.", [id], json("The source.")),
      "/api/texts": get(
        "Texts whose claims are in the case, those with the most evidence first.",
        [],
        json("`texts`: id, title, how many claims, how many of them have evidence."),
      ),
      "/api/suggestions/{claim}": get(
        "Statements that may bear on a claim; nothing is attached.",
        [path("claim", "The id of a claim."), query("q", "Words to look for instead of the claim's.", text)],
        json("`suggestions`, best first, with `statements`, `sources` and `entities` by id."),
      ),
      "/api/enter": {
        post: {
          summary: "Rows by hand, all of them or none, with the checks of a case folder.",
          requestBody: { required: true, content: { "application/json": { schema: ENTRY } } },
          responses: json("`import` and the `ids` of the rows."),
        },
      },
      "/api/imports": get("What came in.", [], json("`imports`.")),
      "/api/imports/{n}/rejects": get(
        "Rows an import set aside.",
        [path("n", "Its number.")],
        json("`rejects`."),
      ),
      "/api/imports/{n}/undo": {
        post: {
          summary: "Takes an import back.",
          parameters: [path("n", "Its number.")],
          responses: json("`import`."),
        },
      },
      "/api/import": {
        post: {
          summary: "Imports files; lines of JSON tell how far it is.",
          parameters: [query("strict", "Refuse a file with a wrong row.", { type: "boolean" })],
          requestBody: { content: { "multipart/form-data": { schema: { type: "object" } } } },
          responses: returns(
            "`progress`, then `import`, `rejects` and `notes`, or `error`.",
            "application/x-ndjson",
          ),
        },
      },
      "/api/export/{format}": get(
        "The case as a file; the header X-Left-Out counts what the format has no place for.",
        [
          {
            ...path("format", "The format."),
            schema: { type: "string", enum: EXPORTS.map((one) => one.id) },
          },
        ],
        returns("The file; a folder as ZIP.", "application/octet-stream"),
      ),
      "/api/dossier/{entity}": get(
        "A self-contained cited report on an entity.",
        [
          path("entity", "An id, or a name."),
          ...COMMON,
          query("format", "HTML, or a tagged PDF.", {
            type: "string",
            enum: ["html", "pdf"],
            default: "html",
          }),
          query("paper", "Of a PDF.", { type: "string", enum: [...PAPERS], default: "a4" }),
        ],
        {
          ...returns("The dossier.", "text/html"),
          "200": { description: "The dossier.", content: { "text/html": {}, "application/pdf": {} } },
        },
      ),
      ...KEPT,
    },
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        cookie: { type: "apiKey", in: "cookie", name: "armslength-PORT" },
      },
      responses: {
        Trouble: {
          description: "No answer: what is wrong and what to do.",
          content: { "application/json": { schema: { $ref: "#/components/schemas/Trouble" } } },
        },
      },
      schemas: { Answer: ANSWER, Trouble: TROUBLE },
    },
  };
}

const KEPT: Json = {
  "/api/leaving/{subject}": get(
    "What would leave the machine with a dossier.",
    [path("subject", "An id, or a name."), ...COMMON],
    json("Statements, persons, sources."),
  ),
  "/api/verify": {
    post: {
      summary: "Recomputes every figure of a dossier from what it carries.",
      parameters: [query("name", "What the file is called.", text), query("lang", "Of `says`.", text)],
      requestBody: { content: { "application/octet-stream": {} } },
      responses: json("The report; `says` is it in sentences."),
    },
  },
  "/api/notes": {
    ...get("The user's notes.", [query("about", "Only those on this id.", text)], json("`notes`.")),
    post: {
      summary: "Adds a note.",
      requestBody: {
        content: { "application/json": { schema: { type: "object", required: ["about", "text"] } } },
      },
      responses: json("`note`."),
    },
  },
  "/api/notes/{k}": {
    delete: {
      summary: "Deletes a note for good.",
      parameters: [path("k", "Its number.")],
      responses: json("`removed`."),
    },
  },
  "/api/sheet/{text}": get(
    "What a text alleges of whom, and what is open before it is printed.",
    [path("text", "The id or title of a text."), ...COMMON],
    json("The answer to `claims`, its blocks the sheet.", { $ref: "#/components/schemas/Answer" }),
  ),
  "/api/replies": {
    ...get("Replies sought and received.", [], json("`replies`.")),
    post: {
      summary: "Records that a reply was sought or came.",
      requestBody: {
        content: { "application/json": { schema: { type: "object", required: ["what", "party", "on"] } } },
      },
      responses: json("`replies` of that party."),
    },
  },
  "/api/replies/{k}": {
    delete: {
      summary: "Takes a step back that was recorded by mistake; the log keeps both.",
      parameters: [path("k", "Its number.")],
      responses: json("`undone`."),
    },
  },
  "/api/log": get("What was done to the case.", [], json("`log`, oldest first.")),
};

const object = { type: "object" };
const ENTRY: Json = {
  type: "object",
  required: ["by", "rows"],
  properties: {
    by: text,
    rows: {
      type: "array",
      items: {
        type: "object",
        required: ["kind", "cells"],
        properties: {
          kind: { type: "string", description: "A kind of statement, `source` or `entity`." },
          cells: { type: "object", additionalProperties: text, description: "By column of a case folder." },
        },
      },
    },
  },
};
const ANSWER: Json = {
  type: "object",
  required: [
    "question",
    "revision",
    "input",
    "asOf",
    "knownAsOf",
    "findings",
    "gaps",
    "blocks",
    "statements",
    "sources",
    "run",
  ],
  properties: {
    question: text,
    revision: { type: "integer" },
    input: object,
    lang: { type: "string", enum: ["en", "zh"] },
    asOf: day,
    knownAsOf: { type: ["string", "null"], format: "date" },
    findings: { type: "array" },
    overall: object,
    gaps: { type: "array", items: object },
    blocks: { type: "array", items: object },
    entities: object,
    statements: object,
    sources: object,
    run: {
      type: "object",
      properties: { version: text, engine: text, data: text, at: text, rules: object },
    },
  },
};
const TROUBLE: Json = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "hint", "choices"],
      properties: {
        code: { type: "string", enum: Object.keys(PROBLEM_CODES) },
        message: text,
        hint: text,
        choices: { type: "array", items: text },
      },
    },
  },
};
