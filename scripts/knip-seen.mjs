// Says how many files knip analysed, so that a run that saw nothing cannot pass.

/** @param {{ counters: { processed: number } }} run */
export default function seen({ counters }) {
  process.stdout.write(`analysed ${counters.processed} files\n`);
}
