import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inCase } from "../../test/answer-in.ts";
import { inProcess } from "../../test/in-process.ts";
import { control } from "../questions/control/index.ts";
import { ties } from "../questions/ties/index.ts";
import type { Change } from "./affected.ts";
import { mayRestOn } from "./affected.ts";

const TABLES = {
  "sources.csv": "id,title,publisher\ns,S,S\n",
  "entities.csv": `id,name,kind\n${["a", "b", "c", "d", "e", "f"].map((id) => `${id},${id.toUpperCase()},company\n`).join("")}`,
  "offices.csv":
    "id,subject,object,role,from,source\no1,a,b,chair,2020,s\no2,b,c,chair,2020,s\no3,c,d,chair,2020,s\no4,d,e,chair,2020,s\no5,e,f,chair,2020,s\n",
  "interests.csv": "id,subject,party,right,share,from,source\ni1,f,e,shareholding,60,2020,s\n",
  "denials.csv": "id,of,by,text,source\nn1,o1,a,No.,s\n",
};

test("an answer about ties may rest on any tie on a path of three links, and on its denial; one about control on interests alone", async () => {
  await inCase(TABLES, async (store) => {
    const asked = async (id: string) =>
      (await mayRestOn(store, [control, ties], [id])).map(
        ({ question, entity }) => `${question.id} ${entity}`,
      );
    const near = ["a", "b", "c", "d"].map((id) => `ties ${id}`);
    expect(await asked("o1")).toEqual(near);
    expect(await asked("n1")).toEqual(near);
    expect(await asked("i1")).toEqual([
      "control e",
      "control f",
      ...["c", "d", "e", "f"].map((id) => `ties ${id}`),
    ]);
  });
});

const HELD = {
  "sources.csv": "id,title,publisher\ns,S,S\n",
  "entities.csv": "id,name,kind\nx,X,company\np,P,person\nq,Q,person\n",
  "interests.csv":
    "id,subject,party,right,share,from,source\ni1,x,p,shareholding,60,2020,s\ni2,x,q,shareholding,30,2020,s\n",
};

test("an answer that is the same by majority rule and another under a law is told with the sentences of that law", async () => {
  const folder = mkdtempSync(join(tmpdir(), "armslength-affected-"));
  try {
    mkdirSync(join(folder, "in"));
    for (const [name, text] of Object.entries(HELD)) writeFileSync(join(folder, "in", name), text);
    const here = inProcess(folder);
    await here("new", "case.duckdb");
    await here("import", "in");
    const gone = await here("--json", "withdraw", "i2", "--why", "a test", "--as-of", "2028-01-01");
    const { changes } = JSON.parse(gone.out) as { changes: readonly Change[] };
    const told = changes.filter(({ question, entity }) => question === "control" && entity === "x");
    expect(told.map(({ before }) => /^Under (\w+)/.exec(before ?? "")?.[1])).toEqual(["UK", "EU"]);
    for (const { before, after } of told) {
      expect(before).toContain("of X: P and Q");
      expect(after).toContain("of X: P.");
    }
    const said = await here("withdraw", "i2", "--undo", "--why", "over", "--as-of", "2028-01-01");
    expect(said.out.match(/^ {2}control x$/gm)).toHaveLength(1);
    expect(said.out.match(/now: {4}Under \w+/g)).toEqual(["now:    Under UK", "now:    Under EU"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
