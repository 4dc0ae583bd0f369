import { formatShare, parseShare } from "../../model/share.ts";

interface Interest {
  readonly type?: string;
  readonly directOrIndirect?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly share?: Readonly<Record<string, number>>;
}

export interface Relationship {
  readonly statementId: string;
  readonly statementDate: string;
  readonly recordType: string;
  readonly recordId: string;
  readonly recordStatus: string;
  readonly recordDetails: {
    readonly isComponent?: boolean;
    readonly subject?: unknown;
    readonly interestedParty?: unknown;
    readonly interests?: readonly Interest[];
  };
}

interface Version {
  readonly day: string;
  readonly closed: boolean;
  /** By what makes it the same interest in another version. */
  readonly interests: ReadonlyMap<string, Interest>;
}

const dayOf = (statement: Relationship) => statement.statementDate.slice(0, 10);
const id = (party: unknown) => (typeof party === "string" ? party : "");
const last = <T>(list: readonly T[]) => list[list.length - 1];

function interestsOf({ recordStatus, recordDetails }: Relationship): Map<string, Interest> {
  const { subject, interestedParty, interests = [] } = recordDetails;
  const named = interests.length > 0 || recordStatus === "closed" ? interests : [{}];
  return new Map(
    named.map((one) => [
      [
        id(subject),
        id(interestedParty),
        one.type ?? "unknownInterest",
        one.directOrIndirect ?? "unknown",
      ].join(" "),
      one,
    ]),
  );
}

/** The statements of each relationship in the order they were made; of several on one day the last. */
function recordsOf(statements: readonly Relationship[]): Version[][] {
  const records = new Map<string, Relationship[]>();
  for (const one of statements)
    if (one.recordType === "relationship")
      records.set(one.recordId, [...(records.get(one.recordId) ?? []), one]);
  return [...records.values()].map((all) => {
    const sorted = [...all].sort((a, b) =>
      a.statementDate < b.statementDate ? -1 : a.statementDate > b.statementDate ? 1 : 0,
    );
    return sorted
      .filter((one, i) => sorted[i + 1] === undefined || dayOf(sorted[i + 1] as Relationship) !== dayOf(one))
      .map((one) => ({
        day: dayOf(one),
        closed: one.recordStatus === "closed",
        interests: interestsOf(one),
      }));
  });
}

function shareOf({ share = {} }: Interest): string {
  const low = share.exclusiveMinimum === undefined ? `${share.minimum ?? 0}` : `>${share.exclusiveMinimum}`;
  const high =
    share.exclusiveMaximum === undefined ? `${share.maximum ?? 100}` : `<${share.exclusiveMaximum}`;
  return formatShare(parseShare(`${share.exact ?? `${low}-${high}`}`));
}

const line = (key: string, one: Interest, presence: "certain" | "possible") =>
  `${key} ${shareOf(one)} ${presence}`;

/**
 * The visualiser's snapshot at a day, literally: of each record the latest statement until then; closed ones dropped,
 * interests dropped that have ended by then or start later.
 */
export function snapshot(statements: readonly Relationship[], day: string): string[] {
  return recordsOf(statements.filter((one) => dayOf(one) <= day))
    .flatMap((versions) => {
      const latest = last(versions);
      if (!latest || latest.closed) return [];
      return [...latest.interests]
        .filter(
          ([, { startDate = "", endDate }]) => startDate <= day && (endDate === undefined || endDate > day),
        )
        .map(([key, one]) => line(key, one, "certain"));
    })
    .sort();
}

const over = ({ closed, day }: Version, { endDate }: Interest) =>
  closed || (endDate !== undefined && endDate <= day);

/** Whether a version of an interest says again what the one before it said, and at most adds to its start or its end. */
function again(versions: readonly Version[], k: number, key: string): boolean {
  const [before, now] = [versions[k - 1], versions[k]];
  const [a, b] = [before?.interests.get(key), now?.interests.get(key)];
  if (!before || !now || !a || !b || (before.closed && !now.closed) || shareOf(a) !== shareOf(b))
    return false;
  const start =
    a.startDate === b.startDate ||
    (b.startDate === undefined && over(now, b)) ||
    (b.startDate !== undefined &&
      (a.startDate === undefined
        ? b.startDate <= before.day
        : b.startDate < a.startDate && a.startDate <= before.day));
  return start && (over(now, b) || a.endDate === undefined || a.endDate > now.day);
}

/**
 * What held on a day by all the statements: the snapshot, with three things known better afterwards. Before the first
 * statement of a relationship its own start dates decide. An interest that is said again with an end, or an earlier
 * start, had them all the time. One first told of when it was over holds on its own days.
 */
export function inHindsight(statements: readonly Relationship[], day: string): string[] {
  const held = recordsOf(statements).flatMap((versions) => {
    const governing = Math.max(
      0,
      versions.findLastIndex((version) => version.day <= day),
    );
    return versions.flatMap((version, k) =>
      [...version.interests].flatMap(([key, one]) => {
        const seen = versions.slice(0, k).some((earlier) => earlier.interests.has(key));
        const history = k > 0 && over(version, one) && !seen;
        return k === governing || history ? holds(versions, k, key, day) : [];
      }),
    );
  });
  return [...new Set(held)].sort();
}

function holds(versions: readonly Version[], k: number, key: string, day: string): string[] {
  let [first, final] = [k, k];
  while (again(versions, first, key)) first--;
  while (again(versions, final + 1, key)) final++;
  const run = versions
    .slice(first, final + 1)
    .map((version) => ({ version, one: version.interests.get(key) ?? {} }));
  const [begun, now] = [run[0], run[k - first]];
  if (!begun || !now) return [];
  const seen = versions.slice(0, first).some((earlier) => earlier.interests.has(key));
  if (first > 0 && over(begun.version, begun.one) && seen) return [];
  const start = last(run.flatMap(({ one }) => one.startDate ?? []));
  if (start !== undefined && start > day) return [];
  const end = endOf(run.map(({ version, one }) => ({ ...one, closed: version.closed, day: version.day })));
  const next = versions[final + 1];
  const ended = next?.interests.get(key);
  const told = next && ended && over(next, ended) ? (ended.endDate ?? next.day) : undefined;
  const open = last(run)?.version.closed === false && (end === undefined || end > (next?.day ?? ""));
  if (end !== undefined && end <= day) return [];
  if (open && told !== undefined && told <= day) return [];
  const sure = start !== undefined || day >= begun.version.day;
  return [line(key, now.one, sure ? "certain" : "possible")];
}

function endOf(run: readonly (Interest & { closed: boolean; day: string })[]): string | undefined {
  const final = last(run);
  if (final === undefined || final.endDate !== undefined || !final.closed) return final?.endDate;
  return run
    .filter(({ closed }) => closed)
    .map(({ endDate, day }) => endDate ?? day)
    .sort()[0];
}
