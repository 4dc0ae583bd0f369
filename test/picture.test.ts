import { join } from "node:path";
import { expect, test } from "vitest";
import { draw } from "../src/draw/draw.ts";
import { control } from "../src/questions/control/index.ts";
import { answerIn } from "./answer-in.ts";
import { ROOT } from "./source-files.ts";

test("the picture in README.md is the one the program draws", async () => {
  const { input, asOf } = control.example;
  const { blocks } = await answerIn(join(ROOT, "cases/alibaba"), control, input, asOf);
  const network = blocks.find((block) => block.kind === "network");
  if (!network) throw new Error("the answer has no chart");
  const citation = "Armslength, the built-in case, after the sources it names.";
  const picture = draw(network, { lang: "en", standalone: { citation } });
  await expect(picture).toMatchFileSnapshot(join(ROOT, "docs/control.svg"));
});
