import { expect, test } from "vitest";
import { answerIn } from "../../../test/answer-in.ts";
import { asked, row } from "../../../test/asked-of-holdings.ts";
import { control } from "./index.ts";

const many = (count: number, kind: string, line: (n: number) => string) => ({
  "sources.csv": "id,title,published\ns,A register,2015-01-01\n",
  "entities.csv": `id,name,kind\nx,X,company\nt,T,${kind}\n${Array.from({ length: count }, (_, n) => `p${n},P${n},person\n`).join("")}`,
  "interests.csv": `id,subject,party,right,share,joint,source\nt,x,t,,60,,s\n${Array.from({ length: count }, (_, n) => `${n},${line(n)},s\n`).join("")}`,
});
const of = (tables: Parameters<typeof answerIn>[0]) =>
  answerIn(tables, control, { entity: "x" }, "2024-01-01");

test("of more who hold something together than can be told each with all others, that is said", async () => {
  const refused = {
    code: "too-many",
    message: expect.stringMatching(/^2000 parties hold or control "[xt]" together/),
    hint: expect.stringContaining("kind group"),
  };
  await expect(of(many(2_000, "company", (n) => `t,p${n},,60,J`))).rejects.toMatchObject(refused);
  await expect(of(many(2_000, "arrangement", (n) => `t,p${n},,0.05,`))).rejects.toMatchObject(refused);
});

test("several are told as ever", async () => {
  const { finding } = await asked([row("x", "p", "60", { joint: "j" }), row("x", "q", "60", { joint: "j" })]);
  expect(finding.controllers.map(({ party, joint }) => [party, ...joint])).toEqual([
    ["p", "q"],
    ["q", "p"],
  ]);
});
