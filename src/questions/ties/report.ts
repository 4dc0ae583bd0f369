import type { Context } from "../../ask/question.ts";
import { RIGHTS } from "../../model/rights.ts";
import type { Statement } from "../../model/statement.ts";
import { entityIds } from "../../networks/cited.ts";
import { type Relays, relaysOf } from "../../networks/relays.ts";
import type { CaseTies } from "../../networks/ties/case-ties.ts";
import type { FoundTies } from "../../networks/ties/find.ts";
import { originsBehind } from "../../networks/ties/look-into.ts";
import { TIE_KINDS } from "../../networks/ties/mentions.ts";
import { MAY_HOLD, PAST, presenceOn } from "../../networks/ties/presence.ts";
import { evidenceOf, isContested } from "../../networks/ties/strength.ts";
import type { Link, Said, Tie } from "./finding.ts";

type LinkReport = Omit<Link, "from" | "to">;

/** What is documented of each link on the paths: the ties, who reports them, who denies them. */
export async function linksIn(
  context: Context,
  ties: CaseTies,
  found: FoundTies,
): Promise<ReadonlyMap<number, LinkReport>> {
  const { store } = context;
  const numbers = new Set(found.paths.flatMap((path) => path.links));
  const rows = [...numbers].flatMap((link) => found.rows.get(link) ?? []);
  const denials = rows.flatMap((row) => ties.denials.get(ties.mentions.n[row] as number) ?? []);
  const statements = await store.statementsAt(
    new Set([...rows.map((row) => ties.mentions.n[row] as number), ...denials]),
  );
  const relays = await relaysOf(store, new Set([...statements.values()].map((each) => each.source)));
  const { a, b, over } = ties.mentions;
  const named = new Set(rows.flatMap((row) => [a[row] as number, b[row] as number, over[row] as number]));
  const ids = await entityIds(
    store,
    [...named].filter((n) => n >= 0),
  );
  const world = { context, ties, statements, relays, id: (n: number) => ids.get(n) ?? "" };
  const reports = new Map<number, LinkReport>();
  for (const link of numbers) {
    const strength = found.strength[link] as number;
    const origins = await originsBehind(context, ties, found.rows.get(link) ?? []);
    reports.set(link, reportOf(world, found.rows.get(link) ?? [], strength, origins));
  }
  return reports;
}

interface World {
  readonly context: Context;
  readonly ties: CaseTies;
  readonly statements: ReadonlyMap<number, Statement>;
  readonly relays: Relays;
  readonly id: (node: number) => string;
}

function reportOf(world: World, rows: readonly number[], strength: number, origins: number): LinkReport {
  const { ties, statements } = world;
  const said = rows.flatMap((row) => {
    const statement = statements.get(ties.mentions.n[row] as number);
    return statement ? [{ row, statement }] : [];
  });
  const deniedBy = said.flatMap(({ row, statement }) =>
    (ties.denials.get(ties.mentions.n[row] as number) ?? []).flatMap((n) => {
      const denial = statements.get(n);
      return denial ? [denialOf(denial, statement)] : [];
    }),
  );
  const because = [...said.map(({ statement }) => statement.id), ...deniedBy.map((each) => each.statement)];
  return {
    evidence: evidenceOf(strength),
    contested: isContested(strength),
    origins,
    ties: tiesIn(world, said),
    reportedBy: reportersOf(
      world,
      said.map(({ statement }) => statement),
    ),
    deniedBy,
    because: [...new Set(because)].sort(),
  };
}

const denialOf = (denial: Statement, of: Statement): Link["deniedBy"][number] => ({
  by: denial.object ?? "",
  text: denial.properties.text ?? "",
  statement: denial.id,
  of: of.id,
  source: denial.source,
  because: [denial.id],
});

/** Sources by their day, the earliest first, each once. */
function reportersOf({ relays }: World, statements: readonly Statement[]): Link["reportedBy"] {
  const by = new Map<string, string[]>();
  for (const { source, id } of statements) by.set(source, [...(by.get(source) ?? []), id]);
  const listed = [...by].map(([source, because]) => {
    const read = relays.read.get(source);
    const root = relays.rootOf(source);
    const publisher = (of: string) => relays.read.get(of)?.publisher || relays.read.get(of)?.title || of;
    return {
      source,
      publisher: publisher(source),
      published: read?.published ?? "",
      repeats: root === source ? null : { source: root, publisher: publisher(root) },
      interested: read?.interested ?? "",
      because: because.sort(),
    };
  });
  return listed.sort((x, y) => (x.published + x.source < y.published + y.source ? -1 : 1));
}

interface Stated {
  readonly row: number;
  readonly statement: Statement;
}

/** Ties of one sort together; those that hold before those that may and those of the past, then the latest first. */
function tiesIn(world: World, said: readonly Stated[]): Tie[] {
  const groups = new Map<string, Tie>();
  for (const each of [...said].sort((x, y) => rank(world, y) - rank(world, x) || later(x, y))) {
    const tie = tieOf(world, each);
    const key = JSON.stringify({ ...tie, said: 0 });
    const group = groups.get(key) ?? tie;
    if (group !== tie) group.said.push(...tie.said);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const rank = ({ ties, context }: World, { row }: Stated) =>
  presenceOn(ties.mentions, row, context.asOf, context.carry);
const day = ({ from, to, statedOn }: Statement) =>
  from.replace(/^[[.]+/, "") || to.replace(/^[[.]+/, "") || statedOn;
const later = (x: Stated, y: Stated) =>
  day(x.statement) + x.statement.id < day(y.statement) + y.statement.id ? 1 : -1;

function tieOf(world: World, { row, statement }: Stated): Tie {
  const { kind, a, b, over } = world.ties.mentions;
  const presence = rank(world, { row, statement });
  const { properties } = statement;
  const interest = statement.kind === "interest";
  const right = properties.right || "shareholding";
  return {
    kind: TIE_KINDS[kind[row] as number] ?? "interest",
    party: world.id(a[row] as number),
    object: world.id(b[row] as number),
    over: (over[row] as number) >= 0 ? world.id(over[row] as number) : null,
    role: interest ? "" : (properties.role ?? ""),
    right: interest ? (right in RIGHTS ? right : "unknownInterest") : "",
    class: interest ? (properties.class ?? "") : "",
    conditional: interest && properties.conditional === "yes",
    indirect: interest && properties.direct === "indirect",
    said: [
      {
        share: properties.share ?? "",
        from: statement.from,
        to: statement.to,
        basis: statement.basis,
        statedOn: statement.statedOn,
        presence: PRESENCE[presence] ?? "past",
        because: [statement.id],
      },
    ],
  };
}

const PRESENCE: Readonly<Record<number, Said["presence"]>> = {
  [PAST]: "past",
  [MAY_HOLD]: "may hold",
  3: "holds",
};
