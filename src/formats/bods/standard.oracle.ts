import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const ROOT = new URL("../../../../shared/data/bods-0.4/", import.meta.url);
/** The schemas call themselves `urn:entity` and so on, which this validator takes for no URI. */
const schema = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`schema/${name}.json`, ROOT), "utf8").replaceAll('"urn:', '"https://bods.example/'),
  ) as object;
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, ROOT), "utf8"));

/** The standard's own schema and tests, where they are at hand beside the project. */
export const standardPresent = existsSync(ROOT);
if (!standardPresent)
  console.warn("../shared/data/bods-0.4 is missing: the standard's own statements are not tried");

export const exampleNames = (): string[] =>
  readdirSync(new URL("examples/", ROOT)).filter((name) => name.endsWith(".json"));
export const examplePath = (name: string): string => new URL(`examples/${name}`, ROOT).pathname;

/** Says what the standard's schema finds wrong with an array of statements; '' for nothing. */
export function schemaValidator(): (statements: unknown) => string {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  for (const name of ["components", "entity-record", "person-record", "relationship-record"]) {
    ajv.addSchema(schema(name));
  }
  const validate = ajv.compile(schema("statement"));
  return (statements) => (validate(statements) ? "" : ajv.errorsText(validate.errors));
}

export interface StandardCase {
  readonly name: string;
  readonly content: unknown;
  /** What must be named, and whether it is missing; absent for valid ones. */
  readonly fault?: { readonly keyword: string; readonly field: string };
}

/** The 111 valid files, then the 192 invalid ones with the field at fault. */
export function standardCases(): StandardCase[] {
  const read = (folder: string) =>
    readdirSync(new URL(`tests/${folder}/`, ROOT))
      .filter((name) => name.endsWith(".json"))
      .map((name) => ({ name, content: json(`tests/${folder}/${name}`) }));
  const expected = new Map(
    readFileSync(new URL("tests/invalid-statements/expected_errors.csv", ROOT), "utf8")
      .trim()
      .split("\n")
      .map((line) => {
        const [name = "", keyword = "", path = "", property = ""] = line.trim().split(",");
        const inside = path.replace(/^\$(\[0\])?\.?/, "");
        const field =
          keyword === "required" ? [inside, property.trim()].filter((part) => part !== "").join(".") : inside;
        return [name, { keyword, field }] as const;
      }),
  );
  return [
    ...read("valid-statements"),
    ...read("invalid-statements").map((one) => ({
      ...one,
      fault: expected.get(one.name) ?? { keyword: "?", field: "?" },
    })),
  ];
}
