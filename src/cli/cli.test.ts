import type { ChildProcess } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { builtInCase, program, startProgram } from "../../test/built-in-case.ts";
import { inProcess } from "../../test/in-process.ts";
import { openCase } from "../store/duckdb.ts";

let folder: string;
let path: string;
let remove: () => void;
beforeAll(async () => {
  ({ folder, path, remove } = await builtInCase());
});
afterAll(() => remove());

const running: ChildProcess[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGTERM");
    await new Promise((done) => child.once("close", done));
  }
});

const cli = (...argv: string[]) => program(argv, folder);

/** Starts a server and waits for the address it prints. */
async function serving(...argv: string[]): Promise<{ child: ChildProcess; address: URL; err: () => string }> {
  const child = startProgram(argv, folder);
  running.push(child);
  let err = "";
  child.stderr.on("data", (data) => {
    err += data;
  });
  const address = await new Promise<string>((done, failed) => {
    child.stdout.once("data", (data) => done(String(data).trim()));
    child.once("close", () => failed(new Error(err)));
  });
  return { child, address: new URL(address), err: () => err };
}

/** An answer without the moment of its run. */
const still = (text: string) => text.replace(/"at": "\d{4}-\d\d-\d\dT[^"]+"/, "");

/** The same in this process. */
const here = (...argv: string[]) => inProcess(folder)(...argv);

const SCMP = ["ask", "control", "South China Morning Post", "--as-of", "2017-07-18"];

describe("asking", () => {
  test("an answer goes to standard output, nothing to standard error, and the code is 0", async () => {
    const { code, out, err } = await cli(...SCMP);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(
      /^As of 18 July 2017, Alibaba Group controls South China Morning Post: it follows from the record\./,
    );
    expect(out).toMatch(/\nSources\n\[1\] /);
  });

  test("a name in any script asks the same; the JSON is the same but for the moment of the run", async () => {
    const [english, chinese] = [
      await cli(...SCMP, "--json"),
      await cli("--json", ...SCMP.with(2, "南華早報")),
    ];
    expect(still(english.out)).toBe(still(chinese.out));
    expect(JSON.parse(english.out)).toMatchObject({ input: { entity: "org:scmp" }, asOf: "2017-07-18" });
  });

  test("the forms are text, JSON, CSV and Markdown, in English and Chinese", async () => {
    expect((await here(...SCMP, "--md")).out).toMatch(/^\*\*As of 18 July 2017/);
    expect((await here(...SCMP, "--csv")).out).toMatch(/^[^\n]*,[^\n]*\n/);
    expect((await here(...SCMP, "--lang", "zh")).out).toMatch(/^2017年7月18日/);
    const both = await here(...SCMP, "--md", "--csv");
    expect([both.code, both.err]).toEqual([2, expect.stringMatching(/^bad-input: --csv and --md/)]);
  });

  test("the whole case comes as CSV, a row an entity or a pair", async () => {
    const all = await here("ask", "control", "--all");
    expect(all.out.split("\n")[0]).toBe(
      "entity,law,verdict,controller,certainty,votes_low,votes_high,votes_open",
    );
    const pairs = await here("ask", "control", "--all", "--pairs", "--as-of", "2017-07-18");
    expect(pairs.out.split("\n")[0]).toBe("controller,controlled,certainty,votes_low,votes_high,votes_open");
    expect(pairs.out).toContain("\norg:alibaba_group,org:scmp,certain,100,100,\n");
  });

  test("a reader that goes away early is no error", async () => {
    const child = startProgram(["ask", "control", "--all"], folder);
    let err = "";
    child.stderr.on("data", (data) => {
      err += data;
    });
    child.stdout.destroy();
    const code = await new Promise((done) => child.once("close", done));
    expect([code, err]).toEqual([0, ""]);
  });

  test('"not known" ends with 1 only where that is asked for', async () => {
    const unknown = ["ask", "control", "Alibaba Group", "--as-of", "2021-03-31"];
    expect((await here(...unknown)).code).toBe(0);
    expect((await cli(...unknown, "--exit-code")).code).toBe(1);
    expect((await here(...SCMP, "--exit-code")).code).toBe(0);
  });
});

describe("what a wrong call gets", () => {
  test.each([
    [["ask", "concentration", "x"], 2, /^not-in-this-version: .*"concentration"/, /control/],
    [["ask", "nothing"], 2, /^unknown-question: .*"nothing"/, /control/],
    [["ask", "control"], 2, /^bad-input: .*needs "entity"/, /find/],
    [["ask", "claims"], 2, /^bad-input: .*needs "text"/, /its id or its title; `armslength sources`/],
    [["ask", "control", "South Chine Morning Post"], 2, /^unknown-entity: /, /org:scmp/],
    [
      ["ask", "control", "Alibaba", "--law", "x"],
      2,
      /^bad-input: law "x"/,
      /^It can be [^\n]*majority[^\n]*\n$/,
    ],
    [["ask", "control", "SCMP", "--as-of", "2021-13-01"], 2, /^bad-input: as-of: .*2021-13-01/, /2021-03-31/],
    [["ask", "control", "SCMP", "--colour", "red"], 2, /^bad-input: unknown option '--colour'/, /--help/],
    [["ask", "control", "SCMP", "--all"], 2, /^bad-input: --all/, /./],
    [["ask", "control", "--all", "--since", "2017-01-01"], 2, /^bad-input: .* with "since"/, /one entity/],
    [["ask", "reach", "--all", "--with", "SCMP"], 2, /^bad-input: .* with "with"/, /one entity/],
    [["ask", "ties", "SCMP", "--paths", "0"], 2, /^bad-input: paths 0 is not/, /whole number from 1 to 50/],
    [["ask", "control", "--all", "--pairs", "--at-most", "0"], 2, /^bad-input: --at-most "0"/, /from 1/],
    [["ask", "control", "South", "China"], 2, /^bad-input: too many arguments/, /quotes/],
    [["show", "South", "China"], 2, /^bad-input: too many arguments/, /quotes/],
    [["frobnicate"], 2, /^bad-input: .*"frobnicate"/, /--help/],
    [["--lang", "de", "ask"], 2, /^bad-input: lang "de"/, /en or zh/],
    [["--case", "nowhere.duckdb", "find", "x"], 2, /^case-missing: .*nowhere/, /new/],
    [["import", "nowhere"], 2, /^file-missing: .*nowhere/, /./],
    [["import", ".", "--map", "m"], 2, /^file-missing: .*m/, /./],
    [["imports", "undo", "99"], 2, /^unknown-import: /, /imports/],
    [["export", "gexf"], 2, /^not-in-this-version: .*gexf/, /bods/],
    [["dossier", "SCMP", "-o", "x.pdf", "--paper", "a5"], 2, /^bad-input: .*paper.*a5/, /./],
    [["verify", "x.html"], 2, /^file-missing: .*x\.html/, /dossier/],
    [["redact", "x", "--why", "y"], 2, /^unknown-statement: .*"x"/, /show/],
    [["redact", "F001"], 2, /^bad-input: --why/, /./],
    [["verify", "."], 2, /^file-missing: \. is a folder/, /dossier/],
    [["suggest", "C7", "--search", " "], 2, /^bad-input: --search is empty/, /words/],
    [["--csv", "verify", "x.html"], 2, /^bad-input: verify does not come as --csv/, /--json/],
    [["dossier", "SCMP", "-o", "x.txt"], 2, /^bad-input: "x\.txt"/, /./],
    [["dossier", "oped", "--law", "majority"], 2, /^bad-input: .*"law"/, /./],
    [["withdraw", "--why", "x"], 2, /^bad-input: .*missing/, /./],
    [["note", "SCMP", ""], 2, /^bad-input: .*empty/, /./],
    [["note", "--remove", "abc"], 2, /^bad-input: note "abc"/, /./],
    [["reply", "Alibaba Group", "--sought", "2999-01-01"], 2, /^bad-input: on: 2999-01-01/, /./],
    [["reply", "Alibaba Group", "--until", "2020-01-01"], 2, /^bad-input: neither --sought/, /./],
    [["reply", "--undo", "7"], 2, /^bad-input: there is no reply 7/, /./],
    [["reply", "--undo", "x"], 2, /^bad-input: reply "x" is not a number/, /lists/],
    [["reply", "--undo", "7", "--sought", "2020-01-01"], 2, /^bad-input: --undo and --sought/, /./],
    [["verify", "case.duckdb", "--sources", "."], 2, /^bad-input: --sources is for a dossier/, /./],
    [["letter", "oped", "SoftBank Group"], 2, /^bad-input: nothing in .*SoftBank Group/, /alibaba/],
    [["letter", "oped", "Alibaba Group", "--until", "2020-01-01"], 2, /^bad-input: until: .*past/, /./],
    [["resolve"], 2, /^not-in-this-version: "resolve"/, /./],
    [["mcp"], 2, /^not-in-this-version: "mcp"/, /./],
    [["show", "org:nothing"], 2, /^unknown-entity: /, /./],
    [["sources", "nothing"], 2, /^unknown-source: /, /sources/],
    [["withdraw", "nothing", "--why", "x"], 2, /^unknown-statement: /, /show/],
    [["serve", "--port", "x"], 2, /^bad-input: .*port "x"/, /./],
  ] as const)("%j ends with %i", async (argv, code, said, hint) => {
    const ended = await here(...argv);
    expect(ended.out).toBe("");
    expect(ended.err).toMatch(said);
    expect(ended.err.split("\n").slice(1).join("\n")).toMatch(hint);
    expect(ended.code).toBe(code);
  });

  test("an ambiguous name lists those it could be", async () => {
    const { code, err } = await here("ask", "control", "Zhejiang");
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^ambiguous-entity: "Zhejiang"[\s\S]*\n {2}- .* \(org:/),
    ]);
  });

  test("a file that is no case, and a case of a newer version, are refused with code 3", async () => {
    writeFileSync(join(folder, "text.duckdb"), "not a database at all");
    const text = await here("--case", "text.duckdb", "find", "x");
    expect([text.code, text.err]).toEqual([3, expect.stringMatching(/^not-a-case: /)]);
    copyFileSync(path, join(folder, "newer.duckdb"));
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const instance = await DuckDBInstance.create(join(folder, "newer.duckdb"));
    const connection = await instance.connect();
    await connection.run("UPDATE meta SET value = '999' WHERE key = 'schema'");
    connection.closeSync();
    instance.closeSync();
    const newer = await here("--case", "newer.duckdb", "find", "x");
    expect([newer.code, newer.err]).toEqual([3, expect.stringMatching(/^case-too-new: .*999/)]);
  });

  test("--help tells the commands, and those of each question come from its definition", async () => {
    expect((await here()).out).toContain("Commands:");
    const help = await here("ask", "control", "--help");
    expect(help.code).toBe(0);
    expect(help.out).toMatch(/--law <value>.*majority/s);
    expect(help.out).toContain("--as-of <date>");
  });
});

describe("a case from nothing", () => {
  test("new, import, find, show, sources, withdraw, undo, export", async () => {
    const own = (...argv: string[]) => here("--case", "own.duckdb", ...argv);
    mkdirSync(join(folder, "own"));
    writeFileSync(join(folder, "own/sources.csv"), "id,title\ns1,A register\n");
    writeFileSync(join(folder, "own/entities.csv"), "id,name,kind\na,Anna,person\nb,Bee Ltd,company\n");
    writeFileSync(
      join(folder, "own/interests.csv"),
      "id,subject,party,right,share,source\ni1,b,a,,60,s1\ni2,b,a,,140,s1\n",
    );
    expect((await own("new", "own.duckdb")).code).toBe(0);
    expect((await own("new", "own.duckdb")).err).toMatch(/^file-exists: /);
    const came = await own("import", "own");
    expect(came.out).toMatch(
      /^own: 2 entities, 1 source, 1 statement, 1 row set aside \(import 1, format case\)\n/,
    );
    expect(came.out).toContain("interests.csv row 3: bad-");
    expect(came.out).toContain("  A share is a percentage with a decimal point: 34.4,");
    expect(came.out).not.toContain("A date is written");
    expect((await own("import", "own")).out).toContain("nothing changed");
    expect((await own("import", "own", "--strict", "--as", "case")).code).toBe(0);
    expect((await own("find", "bee", "--csv")).out).toBe(
      "id,name,kind,jurisdiction,other names\nb,Bee Ltd,company,,\n",
    );
    expect((await own("find", "b")).out).toContain("Bee Ltd");
    expect(await own("find", "Bea Ltd")).toMatchObject({
      out: "",
      err: 'nothing is called "Bea Ltd" in this case; did you mean Bee Ltd (b)?\n',
    });
    expect((await own("show", "bee")).out).toContain("Anna holds in Bee Ltd");
    expect((await own("sources", "--json")).out).toContain('"statements": 1');
    const withdrawn = await own("withdraw", "i1", "--why", "a slip of the pen");
    expect(withdrawn.out).toMatch(
      /^withdrawn: i1\n4 answers change as of \d{4}-\d\d-\d\d:\n {2}control b\n {4}before: .*Anna controls Bee Ltd/,
    );
    expect(withdrawn.out).toMatch(/ {2}reach a\n {4}before: .*\n {4}now: {4}/);
    expect((await own("show", "b", "--json")).out).toContain('"why": "a slip of the pen"');
    expect((await own("show", "b", "--csv")).out).toContain("a slip of the pen");
    expect((await own("sources", "--csv")).out).toContain("1: a slip of the pen");
    expect((await own("import", "own")).out).toContain(
      "1 statement of it is withdrawn and still not counted",
    );
    expect((await own("withdraw", "i1", "--why", "again")).err).toMatch(/withdrawn already/);
    const restored = await own("withdraw", "s1", "--undo", "--why", "it was no slip");
    expect(restored.out).toContain("restored: i1\n4 answers change as of");
    expect((await own("withdraw", "--csv")).out).toContain("it was no slip");
    expect((await own("withdraw", "i1", "--undo", "--why", "x")).err).toMatch(/nothing of "i1" is withdrawn/);
    expect((await own("withdraw", "s1", "--why", "a slip after all")).code).toBe(0);
    const written = await own("export", "bods", "-o", "own.json");
    expect([written.err, written.code]).toEqual(["", 0]);
    expect((await own("imports", "rejects", "1")).out).toMatch(/interests\.csv +3 +bad-/);
    const left = await cli("export", "bods", "-o", "left.json");
    expect(left.err).toMatch(/^Left out, as bods has no place for it: .*194 claim.*13 denial/);
    expect(JSON.parse(readFileSync(join(folder, "own.json"), "utf8"))).toBeInstanceOf(Array);
    expect((await own("imports", "undo", "1")).out).toContain("no longer counts");
    expect((await own("imports", "--json")).out).toMatch(/"undone": "\d{4}-/);
  });

  test("the demo writes its dossier and ends; progress and messages stay off standard output", async () => {
    const { code, out, err } = await cli("demo", "--once");
    expect([code, err, out]).toEqual([0, "", `${join(folder, "alibaba-dossier.html")}\n`]);
    const html = readFileSync(join(folder, "alibaba-dossier.html"), "utf8");
    expect(html).toContain("<h1>Alibaba Group</h1>");
    const again = await cli("demo", "--once", "-o", "again.html", "--lang", "en");
    expect(again.code).toBe(0);
    expect(readFileSync(join(folder, "again.html"), "utf8")).toBe(html);
  });

  test("a dossier is a PDF where its file is called so: twice the same, and what it carries is verified", async () => {
    const on = ["--as-of", "2017-07-18", "--paper", "letter"];
    for (const name of ["one.pdf", "two.PDF"]) {
      const { code, out, err } = await cli("dossier", "SCMP", "-o", name, ...on);
      expect([code, err, out]).toEqual([0, "", `${join(folder, name)}\n`]);
    }
    const [one, two] = ["one.pdf", "two.PDF"].map((name) => readFileSync(join(folder, name)));
    expect(one?.subarray(0, 8).toString("latin1")).toBe("%PDF-1.7");
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
    expect((await cli("verify", "one.pdf")).code).toBe(0);
    const hurt = Buffer.from(one ?? []);
    hurt.writeUInt8(hurt.readUInt8(2000) ^ 1, 2000);
    writeFileSync(join(folder, "hurt.pdf"), hurt);
    expect((await cli("verify", "hurt.pdf")).code).not.toBe(0);
  });
});

describe("while a case is served", () => {
  test("the other commands ask the server, also those that write, and both say the same", async () => {
    const alone = await cli(...SCMP, "--json");
    const everyone = ["ask", "control", "--all", "--csv", "--as-of", "2017-07-18"];
    const all = await cli(...everyone);
    const { child, address } = await serving("serve", "--port", "0");
    if (process.platform !== "win32") expect(statSync(`${path}.serve`).mode & 0o777).toBe(0o600);
    expect(still((await cli(...SCMP, "--json")).out)).toBe(still(alone.out));
    expect(all.out).toMatch(/^entity,law,.*\norg:/);
    expect((await cli(...everyone)).out).toBe(all.out);
    const key = address.searchParams.get("token") ?? "";
    const query = new URLSearchParams({ entity: "South China Morning Post", "as-of": "2017-07-18" });
    const headers = { authorization: `Bearer ${key}` };
    const response = await fetch(`${address.origin}/api/ask/control?${query}`, { headers });
    expect(still(await response.text())).toBe(still(alone.out));
    writeFileSync(join(folder, "more.json"), "[]");
    const wrong = await cli("import", "more.json");
    expect([wrong.code, wrong.err]).toEqual([3, expect.stringMatching(/^bad-file: /)]);
    const unknown = await cli("ask", "control", "Nobody at all");
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringMatching(/^unknown-entity: /)]);
    const again = await cli("serve");
    expect(again.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=/);
    expect(new URL(again.out.trim()).port).toBe(address.port);
    child.kill("SIGTERM");
    expect(await new Promise((done) => child.once("close", done))).toBe(0);
    expect(existsSync(`${path}.serve`)).toBe(false);
  });

  test("what a killed server left behind does not stand in the way", async () => {
    const { child } = await serving("serve", "--port", "0");
    child.kill("SIGKILL");
    await new Promise((done) => child.once("close", done));
    expect(existsSync(`${path}.serve`)).toBe(true);
    const ended = await cli("find", "huxiu", "--csv");
    expect([ended.code, ended.out]).toEqual([0, expect.stringContaining("org:huxiu")]);
    expect(existsSync(`${path}.serve`)).toBe(false);
  });

  test("a port in use is refused where it was asked for", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => taken.once("listening", done));
    const { port } = taken.address() as { port: number };
    const ended = await cli("serve", "--port", String(port));
    expect([ended.code, ended.err]).toEqual([
      2,
      expect.stringMatching(new RegExp(`^port-in-use: port ${port}`)),
    ]);
    taken.close();
  });

  test("a case that another program holds, and that is not served, is in use", async () => {
    const store = await openCase(path);
    const ended = await cli("find", "huxiu");
    await store.close();
    expect([ended.code, ended.err]).toEqual([2, expect.stringMatching(/^case-in-use: /)]);
  });

  test("the demo prints its address, says where its case is, and keeps running", async () => {
    const { address, child, err } = await serving("demo", "--port", "0", "--no-open");
    const page = await fetch(address, { redirect: "manual" });
    expect(page.status).toBe(303);
    expect(err()).toContain("The built-in case is ");
    expect(child.exitCode).toBeNull();
  });
});

test("a signal stops an import, and nothing is half-written", async () => {
  const rows = Array.from({ length: 300_000 }, (_, n) => `i${n},b${n},a,,60,\n`).join("");
  mkdirSync(join(folder, "large"));
  writeFileSync(join(folder, "large/interests.csv"), `id,subject,party,right,share,source\n${rows}`);
  const child = startProgram(["import", "large"], folder);
  const working = setInterval(() => {
    if (!existsSync(join(folder, "case.duckdb.staging"))) return;
    clearInterval(working);
    setTimeout(() => child.kill("SIGINT"), 300);
  }, 50);
  const code = await new Promise((done) => child.once("close", done));
  clearInterval(working);
  const { out } = await cli("imports", "--csv");
  const lines = out.trim().split("\n");
  expect(code === 0 ? lines.length : code).toBe(code === 0 ? 3 : 2);
  if (code !== 0) expect(lines).toHaveLength(2);
});
