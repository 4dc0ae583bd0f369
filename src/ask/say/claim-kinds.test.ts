import { expect, test } from "vitest";
import { isTest, sourceFiles } from "../../../test/source-files.ts";
import { STATEMENT_TABLES } from "../../formats/case-folder/tables.ts";
import { CLAIM_KINDS } from "../../questions/claims/finding.ts";
import { claimKinds } from "./claim-kinds.ts";

test("every kind a claim can have is called something in every language, and in one place", () => {
  const allowed = STATEMENT_TABLES.find(({ kind }) => kind === "claim")?.allowed?.kind;
  for (const words of Object.values(claimKinds))
    expect([Object.keys(words), Object.keys(words)]).toEqual([CLAIM_KINDS, allowed]);
  const telling = [claimKinds.en.attribution, claimKinds.zh.attribution];
  for (const words of telling) {
    const files = sourceFiles("src", [".ts", ".svelte"]).filter((file) => !isTest(file.path));
    expect(files.filter(({ text }) => text.includes(`"${words}"`)).map(({ path }) => path)).toEqual([
      "src/ask/say/claim-kinds.ts",
    ]);
  }
});
