import { expect, test } from "vitest";
import { inCase } from "../../test/answer-in.ts";
import { control } from "../questions/control/index.ts";
import { ties } from "../questions/ties/index.ts";
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
