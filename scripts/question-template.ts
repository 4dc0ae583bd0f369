/** The files of a new question, by name. It compiles and answers with a gap; only its content is missing. */
export function questionFiles(id: string): Readonly<Record<string, string>> {
  const name = camel(id);
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return {
    "index.ts": definition(id, name, type),
    "method.md": method(id),
    "cases/first.json": firstCase(),
    [`${id}.test.ts`]: tests(id, name),
  };
}

/** what-disappeared → whatDisappeared. */
export const camel = (id: string): string => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const definition = (id: string, name: string, type: string) => `import { z } from "zod";
import { fields, type Question } from "../../ask/question.ts";

const Input = z.object({
  entity: z
    .string()
    .min(1)
    .register(fields, {
      label: { en: "Entity", zh: "对象" },
      about: { en: "Who or what is asked about", zh: "要查询的对象" },
      entity: true,
    }),
});
type ${type}Input = z.infer<typeof Input>;

export const ${type}Finding = z.object({
  subject: z.string(),
  because: z.array(z.string()),
});
type ${type}Finding = z.infer<typeof ${type}Finding>;

/** To write: the question in one sentence. */
export const ${name}: Question<${type}Input, ${type}Finding> = {
  id: "${id}",
  ask: { en: "To write: the sentence a person would ask?", zh: "待写：人们会怎样问？" },
  revision: 1,
  needs: ["interest"],
  input: Input,
  finding: ${type}Finding,
  example: { input: { entity: "Alibaba Group" }, asOf: "2021-03-31" },
  run: async (_context, input) => ({
    findings: [],
    gaps: [
      {
        code: "not-written",
        what: "Everything this question asks",
        why: "The question has no method yet",
        about: [input.entity],
        because: [],
      },
    ],
  }),
  show: ({ gaps }) => [
    {
      kind: "prose",
      role: "unknown",
      title: "",
      list: true,
      sentences: gaps.map((gap) => [\`\${gap.what}: \${gap.why}\`]),
    },
  ],
};
`;

const method = (id: string) => `# \`${id}\`

## Definition

To write: every term and rule, exactly enough that two people would compute the same answer.

## Literature

To write: whose definition this is, and where it is published.

## Limits

To write: what the answer does not say, and when it is wrong.
`;

const firstCase = () => `{
  "title": "To write: what this case shows",
  "source": "To write: own numbers, or where the case is published",
  "case": {
    "entities.csv": "id,name,kind\\na,A,company\\nb,B,company\\n",
    "sources.csv": "id,title\\ns,Own numbers\\n",
    "interests.csv": "id,subject,party,right,share,source\\ni1,b,a,shareholding,60,s\\n"
  },
  "asOf": "2024-01-01",
  "inputs": [{ "entity": "b" }],
  "findings": []
}
`;

const tests = (id: string, name: string) => `import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answerIn } from "../../../test/answer-in.ts";
import { lacking } from "../../../test/question-folder.ts";
import { ${name} } from "./index.ts";

test("${id} has its method page, cases and tests", () => {
  expect(lacking(import.meta.dirname, "${id}")).toEqual([]);
});

test("${id} says what it asks", () => {
  expect(${name}.ask.en).not.toMatch(/^To write/);
});

const cases = readdirSync(join(import.meta.dirname, "cases"));

test.each(cases)("case %s has the findings worked out by hand", async (file) => {
  const written = JSON.parse(readFileSync(join(import.meta.dirname, "cases", file), "utf8"));
  for (const input of written.inputs) {
    const answer = await answerIn(written.case, ${name}, input, written.asOf);
    expect(answer.findings.length).toBeGreaterThan(0);
    expect(answer.findings).toEqual(written.findings);
  }
});
`;
