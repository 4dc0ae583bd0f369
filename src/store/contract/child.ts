import { openCase } from "../duckdb.ts";
import { bring, interest } from "./landing.ts";

/** Opens a case in a process of its own and does what it is told; says `ready` first, and at the end how it went. */
const [path = "", task = "", size = "0"] = process.argv.slice(2);

const say = (text: string) => process.stdout.write(`${text}\n`);

try {
  const store = await openCase(path, { create: true, threads: 1, memory: 2 ** 29 });
  say("ready");
  if (task === "hold") await new Promise((resolve) => setTimeout(resolve, 60_000));
  if (task === "import") {
    const digest = await store.digest();
    const second = bring(store, {
      name: "second",
      sha256: "second",
      at: "2020-06-02T00:00:00Z",
      statements: [interest("first", "a", "c", { stated_text: "2020" })],
      stage: (writer) =>
        writer.run(`INSERT INTO stage_statement (row, file, id, kind, subject, object, share_text, from_text, stated_text, note)
          SELECT x + 10, 'big.csv', 'big' || x, 'interest', 'e' || x, 'e' || (x * 7919 % ${size}), '12.5', '2019', '2019-05-05', md5(x::VARCHAR)
          FROM (SELECT unnest(generate_series(1, ${size})) AS x)`),
    });
    await second.catch(async (error: unknown) => {
      if ((await store.digest()) !== digest) throw new Error("half-written");
      await store.close();
      throw error;
    });
  }
  await store.close();
  say("done");
} catch (error) {
  say(error instanceof Error && "code" in error ? String(error.code) : String(error));
}
