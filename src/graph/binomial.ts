/** The chance of more than `at` heads in `throws` throws of a coin that shows heads with chance p. */
export function chanceOfMore(throws: number, at: number, p: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return at < throws ? 1 : 0;
  let term = (1 - p) ** throws;
  let fewer = term;
  for (let k = 1; k <= at; k++) {
    term *= ((throws - k + 1) / k) * (p / (1 - p));
    fewer += term;
  }
  return Math.max(0, 1 - fewer);
}
