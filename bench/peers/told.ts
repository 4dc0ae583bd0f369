/** What a piece of work comes to; `after` adds what the others are compared by and nobody need wait for. */
type Work = () => Promise<Found> | Found;
type Found = object & { readonly after?: () => object };

/**
 * What a peer in Node says of itself: when it was ready, what reading took, what the work took, how much memory it had;
 * with `twice` also what the work takes a second time, when the engine has compiled it.
 */
export async function tell(read: () => Promise<unknown> | unknown, work: Work, twice = false): Promise<void> {
  const ready = Date.now() / 1000;
  const start = performance.now();
  await read();
  const begun = performance.now();
  const before = process.cpuUsage();
  const { after, ...found } = await work();
  const seconds = (performance.now() - begun) / 1000;
  const spent = process.cpuUsage(before);
  const cpu = (spent.user + spent.system) / 1e6;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const again = twice ? await cpuOf(work) : {};
  const told = { ready, load: (begun - start) / 1000, seconds, cpu, peak, ...again, ...found, ...after?.() };
  process.stdout.write(`${JSON.stringify(told)}\n`);
  process.exit(0);
}

async function cpuOf(work: Work): Promise<{ again: number }> {
  const before = process.cpuUsage();
  await work();
  const spent = process.cpuUsage(before);
  return { again: (spent.user + spent.system) / 1e6 };
}
