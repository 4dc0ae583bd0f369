import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInCase } from "../../test/built-in-case.ts";
import { networkKept } from "../networks/case-network.ts";
import { QUESTIONS } from "../questions/index.ts";
import { type OpenCase, openCase } from "../store/duckdb.ts";
import { type Serving, start } from "./start.ts";

let store: OpenCase;
let remove: () => void;
let serving: Serving;
let base: string;
const setting = (opened: OpenCase) => ({
  store: opened,
  name: "case.duckdb",
  questions: QUESTIONS,
  version: "0.0.0",
  now: () => "2026-01-01T00:00:00Z",
  command: async () => 0,
});

beforeAll(async () => {
  const built = await builtInCase();
  remove = built.remove;
  store = await openCase(built.path, { threads: 1 });
  serving = await start(setting(store), 0);
  base = `http://127.0.0.1:${serving.port}`;
});
afterAll(async () => {
  await serving.close();
  await store.close();
  remove();
});

const bearer = () => ({ authorization: `Bearer ${serving.bearer}` });
const get = (path: string, headers: Record<string, string> = bearer()) =>
  fetch(base + path, { headers, redirect: "manual" });
const json = async (path: string) => (await get(path)).json();
const code = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code;

/** A request whose headers fetch would not let us write. */
const raw = (path: string, headers: Record<string, string>, method = "GET"): Promise<number> =>
  new Promise((done, failed) => {
    const sent = request({ host: "127.0.0.1", port: serving.port, path, method, headers }, (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    });
    sent.on("error", failed);
    sent.end();
  });

const session = async (): Promise<string> => {
  const response = await fetch(serving.address(), { redirect: "manual" });
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
};

test("a big case is looked through for the first answer and read ahead for the next, which says the same", async () => {
  const built = await builtInCase();
  const big = await openCase(built.path, { threads: 1, small: 0 });
  const server = await start(setting(big), 0);
  const ask = async () => {
    const path = `http://127.0.0.1:${server.port}/api/ask/control?entity=Alibaba%20Group&as-of=2021-04-10`;
    const response = await fetch(path, { headers: { authorization: `Bearer ${server.bearer}` } });
    return response.text();
  };
  const first = await ask();
  expect(first).toContain('"findings"');
  await expect.poll(() => networkKept(big, null), { timeout: 20_000 }).not.toBeNull();
  expect(await ask()).toBe(first);
  await server.close();
  await big.close();
  built.remove();
});

describe("who is let in", () => {
  test("an address opens the workbench once, with a cookie no script can read", async () => {
    const address = serving.address();
    const first = await fetch(address, { redirect: "manual" });
    expect(first.status).toBe(303);
    expect(first.headers.get("location")).toBe("/");
    expect(first.headers.get("set-cookie")).toMatch(
      /^armslength-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const again = await fetch(address, { redirect: "manual" });
    expect(again.status).toBe(403);
    expect(again.headers.get("set-cookie")).toBeNull();
  });

  test("no key, a wrong key or a wrong cookie gets nothing", async () => {
    for (const headers of [
      {},
      { authorization: "Bearer wrong" },
      { authorization: `Bearer ${serving.bearer}x` },
      { cookie: `armslength-${serving.port}=wrong` },
    ]) {
      const response = await get("/api/case", headers as Record<string, string>);
      expect(response.status).toBe(403);
      expect(await code(response)).toBe("forbidden");
      expect((await get("/", headers as Record<string, string>)).status).toBe(401);
    }
  });

  test("the key of scripts and the cookie of the workbench are let in", async () => {
    expect((await get("/api/case")).status).toBe(200);
    expect((await get("/api/case", { cookie: await session() })).status).toBe(200);
  });

  test("a link followed from elsewhere asks once more by itself", async () => {
    const headers = { "sec-fetch-site": "cross-site" };
    expect(await (await get("/ask/control", headers)).text()).toContain('http-equiv="refresh"');
    expect(await (await get("/ask/control", {})).text()).not.toContain("refresh");
  });

  test.each(["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", "[::1]"])(
    "the host %j is refused before anything else",
    async (host) => {
      expect(await raw("/api/case", { ...bearer(), host })).toBeGreaterThanOrEqual(400);
      expect(await raw("/", { ...bearer(), host })).toBeGreaterThanOrEqual(400);
    },
  );

  test.each(["127.0.0.1", "localhost", "[::1]"])(
    "the host %s with the right port is this server",
    async (host) => {
      expect(await raw("/api/case", { ...bearer(), host: `${host}:${serving.port}` })).toBe(200);
    },
  );

  test("only the workbench's own pages change anything", async () => {
    const cookie = await session();
    const path = "/api/imports/999/undo";
    const post = (headers: Record<string, string>) => raw(path, { cookie, ...headers }, "POST");
    expect(await post({})).toBe(403);
    expect(await post({ origin: "http://evil.example" })).toBe(403);
    expect(await post({ origin: "null" })).toBe(403);
    expect(await post({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await post({ "sec-fetch-site": "same-site" })).toBe(403);
    expect(await post({ "sec-fetch-site": "none" })).toBe(403);
    expect(await post({ "sec-fetch-site": "same-origin", origin: "http://127.0.0.1:1" })).toBe(403);
    expect(await post({ "sec-fetch-site": "same-origin", origin: base })).toBe(404);
    expect(await post({ origin: base })).toBe(404);
  });

  test("a page on another port of this machine reads nothing", async () => {
    const cookie = await session();
    expect(await raw("/api/case", { cookie, "sec-fetch-site": "same-site" })).toBe(403);
    expect(await raw("/api/case", { cookie, "sec-fetch-site": "none" })).toBe(200);
  });

  test("a browser's session runs no commands", async () => {
    const cookie = await session();
    const headers = { cookie, origin: base, "content-type": "application/json" };
    const response = await fetch(`${base}/api/command`, { method: "POST", headers, body: "{}" });
    expect(response.status).toBe(403);
  });
});

test("every response forbids what the workbench does not need", async () => {
  for (const path of ["/", "/api/case", "/api/nothing", "/assets/nothing.js"]) {
    const { headers } = await get(path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  }
});

test("a port in use is said to be in use", async () => {
  await expect(start(setting(store), serving.port)).rejects.toMatchObject({
    code: "port-in-use",
    message: expect.stringContaining(String(serving.port)),
  });
});

test("there is one route a question, and the manual of the API names it", async () => {
  const cards = (await json("/api/questions")) as { id: string; input: { properties: object } }[];
  expect(cards.map((card) => card.id)).toEqual(QUESTIONS.map((question) => question.id));
  const control = cards.find((card) => card.id === "control");
  expect(control?.input.properties).toHaveProperty("entity.entity", true);
  const api = (await json("/api/openapi.json")) as { openapi: string; paths: Record<string, object> };
  expect(api.openapi).toBe("3.1.0");
  for (const { id } of QUESTIONS) expect(Object.keys(api.paths)).toContain(`/api/ask/${id}`);
});

test.each(QUESTIONS.map((question) => [question.id, question] as const))(
  "the example of %s is answered by GET and by POST alike",
  async (id, question) => {
    const { input, asOf } = question.example;
    const query = new URLSearchParams({ ...(input as Record<string, string>), "as-of": asOf });
    const got = await (await get(`/api/ask/${id}?${query}`)).text();
    const posted = await fetch(`${base}/api/ask/${id}`, {
      method: "POST",
      headers: { ...bearer(), "content-type": "application/json" },
      body: JSON.stringify({ ...input, "as-of": asOf }),
    });
    expect(await posted.text()).toBe(got);
    expect(JSON.parse(got)).toMatchObject({ question: id, asOf });
    const { days } = (await json(`/api/moments/${id}?${query}`)) as { days: string[] };
    expect(days).toEqual([...days].sort());
  },
);

test.each([
  ["/api/ask/nothing?entity=x", 404, "unknown-question"],
  ["/api/ask/control", 400, "bad-input"],
  ["/api/ask/control?entity=Nobody+at+all", 404, "unknown-entity"],
  ["/api/ask/control?entity=SCMP&law=none", 400, "bad-input"],
  ["/api/ask/control?entity=SCMP&as-of=soon", 400, "bad-input"],
  ["/api/ask/control?entity=SCMP&lang=de", 400, "bad-input"],
  ["/api/everything/control?as-of=2021-04-10&since=2020-01-01", 400, "bad-input"],
  ["/api/entities?q=a&limit=0", 400, "bad-input"],
  ["/api/entities/nothing-at-all", 404, "unknown-entity"],
  ["/api/statements/nothing", 404, "unknown-statement"],
  ["/api/sources/nothing", 404, "unknown-source"],
  ["/api/imports/x/rejects", 400, "bad-input"],
  ["/api/export/gexf", 501, "not-in-this-version"],
  ["/api/export/nothing", 400, "unknown-format"],
  ["/reconcile", 501, "not-in-this-version"],
  ["/match", 501, "not-in-this-version"],
  ["/api/nothing", 400, "bad-input"],
])("%s ends with %i %s", async (path, status, problem) => {
  const response = await get(path);
  expect(response.status).toBe(status);
  const { error } = (await response.json()) as { error: Record<string, unknown> };
  expect(error).toMatchObject({ code: problem, hint: expect.stringMatching(/./) });
  expect(Array.isArray(error.choices)).toBe(true);
});

test("what went wrong is told in the language asked for, else in the reader's", async () => {
  const told = async (response: Response) =>
    ((await response.json()) as { error: { message: string } }).error.message;
  const path = "/api/ask/control?entity=SCMP&as-of=soon";
  expect(await told(await get(path))).toMatch(/^as-of: date "soon"/);
  expect(await told(await get(`${path}&lang=zh`))).toBe("as-of：“soon”不是本程序能读的日期。");
  const send = (url: string, init: RequestInit) =>
    fetch(base + url, { ...init, headers: { ...bearer(), "accept-language": "zh" } });
  expect(await told(await send(path, {}))).toMatch(/^as-of：/);
  expect(await told(await send(`${path}&lang=en`, {}))).toMatch(/^as-of: /);
  const body = JSON.stringify({ entity: "SCMP", law: "none", lang: "en" });
  expect(await told(await send("/api/ask/control", { method: "POST", body }))).toMatch(/^law "none"/);
});

test("entities, statements and sources lead to each other", async () => {
  const { entities } = (await json("/api/entities?q=nanhua&limit=5")) as { entities: { id: string }[] };
  expect(entities[0]?.id).toBe("org:scmp");
  const card = (await json("/api/entities/org:scmp")) as {
    statements: { id: string; source: string }[];
    sources: Record<string, object>;
  };
  const [statement] = card.statements;
  expect(Object.keys(card.sources)).toContain(statement?.source);
  expect(await json(`/api/statements/${statement?.id}`)).toMatchObject({ statement });
  const source = (await json(`/api/sources/${statement?.source}`)) as { statements: { id: string }[] };
  expect(source.statements.map((one) => one.id)).toContain(statement?.id);
  const { sources } = (await json("/api/sources")) as { sources: { id: string; statements: number }[] };
  expect(sources.find((one) => one.id === statement?.source)?.statements).toBe(source.statements.length);
});

describe("import over HTTP", () => {
  const upload = async (files: Readonly<Record<string, string>>) => {
    const body = new FormData();
    for (const [name, text] of Object.entries(files)) body.append("files", new Blob([text]), name);
    const response = await fetch(`${base}/api/import`, { method: "POST", headers: bearer(), body });
    const lines = (await response.text()).trim().split("\n");
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  const tables = {
    "small/entities.csv": "id,name,kind\nx:a,Upload A,company\nx:b,Upload B,company\n",
    "small/interests.csv": "id,subject,party,right,share,source\nx1,x:b,x:a,,60,\nx2,x:b,x:a,,140,\n",
  };

  test("a folder comes in with its progress, its counts and the row set aside, and can be taken back", async () => {
    const events = await upload(tables);
    expect(events[0]).toHaveProperty("progress");
    const done = events.at(-1) as {
      import: { n: number; name: string; statements: number };
      rejects: object[];
    };
    expect(done.import).toMatchObject({ name: "small", statements: 1, rejects: 1 });
    expect(done.rejects).toEqual([expect.objectContaining({ file: "interests.csv", row: 3 })]);
    expect((await json("/api/ask/control?entity=Upload+B")) as object).toMatchObject({
      findings: [{ verdict: "controlled" }],
    });
    const undone = await fetch(`${base}/api/imports/${done.import.n}/undo`, {
      method: "POST",
      headers: bearer(),
    });
    expect(undone.status).toBe(200);
    expect(await code(await get("/api/ask/control?entity=Upload+B"))).toBe("unknown-entity");
  });

  test("tables come in through the mapping dropped beside them", async () => {
    const rule = { id: "m:{n}", subject: "{a}", party: "{b}", right: "shareholding", share: "{s}" };
    const mapping = { mapping: 1, title: "t", files: [{ file: "t.csv", interests: [rule] }] };
    const events = await upload({
      "t.csv": "n;a;b;s\n1;x:m;x:n;60\n",
      "t.map.json": JSON.stringify(mapping),
    });
    const done = events.at(-1) as { import: { n: number } };
    expect(done.import).toMatchObject({ format: "mapped", statements: 1, rejects: 0 });
    await fetch(`${base}/api/imports/${done.import.n}/undo`, { method: "POST", headers: bearer() });
  });

  test("what is no known format is an error, and nothing is left of it", async () => {
    const before = ((await json("/api/case")) as { digest: string }).digest;
    const events = await upload({ "broken.json": '[{"statementId":' });
    expect(events.at(-1)).toHaveProperty("error.code");
    expect(((await json("/api/case")) as { digest: string }).digest).toBe(before);
  });
});

test("the case comes out as a ZIP, a dossier with a policy for exactly its own style", async () => {
  expect((await get("/api/export/bods")).headers.get("x-left-out")).toMatch(/194 claim/);
  const zip = await get("/api/export/case");
  expect(zip.headers.get("content-disposition")).toContain("case.zip");
  expect(Buffer.from(await zip.arrayBuffer()).toString("latin1", 0, 2)).toBe("PK");
  const dossier = await get("/api/dossier/org:scmp?as-of=2017-07-18");
  expect(dossier.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(await dossier.text()).toContain("South China Morning Post");
});

test("a dossier also comes as PDF; other formats and papers are refused", async () => {
  const pdf = await get("/api/dossier/org:scmp?as-of=2017-07-18&format=pdf&paper=letter");
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  expect(Buffer.from(await pdf.arrayBuffer()).toString("latin1", 0, 8)).toBe("%PDF-1.7");
  for (const query of ["format=docx", "format=pdf&paper=a5"]) {
    expect((await get(`/api/dossier/org:scmp?${query}`)).status).toBe(400);
  }
});

test("files outside the workbench are never served", async () => {
  for (const path of [
    "/../package.json",
    "/%2e%2e/package.json",
    "/..%2fpackage.json",
    join("/", "etc/passwd"),
  ]) {
    const response = await get(path);
    expect(await response.text()).not.toContain('armslength"');
  }
});

test("notes come and go; a dossier that was opened is in the log, once", async () => {
  const note = { about: "org:scmp", text: "ask the registrar" };
  const send = (body: unknown) =>
    fetch(`${base}/api/notes`, { method: "POST", headers: bearer(), body: JSON.stringify(body) });
  const added = (await (await send(note)).json()) as { note: { k: number } };
  expect(added).toMatchObject({ note });
  expect(await json("/api/notes?about=org:scmp")).toMatchObject({ notes: [note] });
  expect(await code(await send({ about: "org:scmp", text: " " }))).toBe("bad-input");
  const path = `${base}/api/notes/${added.note.k}`;
  expect((await fetch(path, { method: "DELETE", headers: bearer() })).status).toBe(200);
  expect(await code(await fetch(path, { method: "DELETE", headers: bearer() }))).toBe("unknown-note");
  const named = await fetch(`${base}/api/notes/abc`, { method: "DELETE", headers: bearer() });
  expect(await named.text()).toContain('there is no note \\"abc\\"');
  for (let n = 0; n < 2; n++) await get("/api/dossier/org:weibo?as-of=2017-07-18");
  const { log } = (await json("/api/log")) as { log: { what: string; detail: { subject?: string } }[] };
  const made = log.filter(({ what, detail }) => what === "dossier" && detail.subject === "org:weibo");
  expect(made).toHaveLength(1);
});

test("a dossier sent back is checked; what leaves with it is listed before", async () => {
  const text = await (await get("/api/dossier/org:scmp?as-of=2017-07-18")).text();
  const check = async (body: string) => {
    const sent = await fetch(`${base}/api/verify?lang=zh`, { method: "POST", headers: bearer(), body });
    return (await sent.json()) as { holds: boolean; says: string[] };
  };
  expect(await check(text)).toMatchObject({
    holds: true,
    says: expect.arrayContaining([expect.stringMatching(/本卷宗成立/)]),
  });
  expect((await check(text.replace("Morning Post</h1>", "Evening Post</h1>"))).holds).toBe(false);
  expect(await check("no dossier")).toMatchObject({ error: { code: "not-a-dossier" } });
  const leaving = (await json("/api/leaving/SCMP?as-of=2017-07-18")) as { statements: { id: string }[] };
  for (const { id } of leaving.statements) expect(text).toContain(`"${id}"`);
});

test("the sheet of a text knows the replies that were recorded", async () => {
  const record = (body: unknown) =>
    fetch(`${base}/api/replies`, { method: "POST", headers: bearer(), body: JSON.stringify(body) });
  expect(await code(await record({ what: "received", party: "Alibaba Group", on: "2026-01-01" }))).toBe(
    "bad-input",
  );
  expect(await code(await record({ what: "sought", party: "Alibaba Group", on: "soon" }))).toBe("bad-input");
  const sought = await record({
    what: "sought",
    party: "Alibaba Group",
    on: "2025-12-01",
    how: "by courier",
  });
  expect(await sought.json()).toMatchObject({ replies: [{ party: "org:alibaba_group", on: "2025-12-01" }] });
  expect(JSON.stringify(await json("/api/sheet/oped"))).toContain("by courier");
  expect(await json("/api/replies")).toMatchObject({ replies: [{ how: "by courier" }] });
});
