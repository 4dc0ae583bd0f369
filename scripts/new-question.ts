import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { questionFiles } from "./question-template.ts";
import { registerQuestion } from "./register-question.ts";

/** `npm run new:question -- NAME`: the folder of a question that lacks only its content, in the list of questions. */
const [id = "", root = resolve(import.meta.dirname, "..")] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
  stop(`"${id}" is no name of a question: write one or more words in lower case, as chokepoints`);
const questions = join(root, "src", "questions");
const folder = join(questions, id);
if (existsSync(folder)) stop(`there is a question ${id} already: ${folder}`);

const list = join(questions, "index.ts");
const registered = registerQuestion(readFileSync(list, "utf8"), id);
for (const [file, text] of Object.entries(questionFiles(id))) {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
writeFileSync(list, registered);
process.stdout.write(`made ${folder} and put it into ${list}\nnow: npx vitest run src/questions/${id}\n`);

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
