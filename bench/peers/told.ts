/**
 * What a peer in Node says of itself: when it was ready, what reading took, what the work took, how much memory it had;
 * with `twice` also what the work takes a second time, when the engine has compiled it.
 */
export async function tell(
  read: () => Promise<unknown> | unknown,
  work: () => Promise<object> | object,
  twice = false,
): Promise<void> {
  const ready = Date.now() / 1000;
  const start = performance.now();
  await read();
  const begun = performance.now();
  const before = process.cpuUsage();
  const found = await work();
  const seconds = (performance.now() - begun) / 1000;
  const spent = process.cpuUsage(before);
  const cpu = (spent.user + spent.system) / 1e6;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const again = twice ? await cpuOf(work) : {};
  const told = { ready, load: (begun - start) / 1000, seconds, cpu, peak, ...again, ...found };
  process.stdout.write(`${JSON.stringify(told)}\n`);
  process.exit(0);
}

async function cpuOf(work: () => Promise<object> | object): Promise<{ again: number }> {
  const before = process.cpuUsage();
  await work();
  const spent = process.cpuUsage(before);
  return { again: (spent.user + spent.system) / 1e6 };
}
