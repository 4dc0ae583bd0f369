import fc from "fast-check";

/**
 * Property tests try the same cases on every run, so that a run can be repeated and a count of what was tried holds;
 * `FC_SEED=random npm test` tries others, `FC_SEED=7` those of a seed. A failure prints its seed.
 */
const asked = process.env.FC_SEED ?? "20210410";
if (asked !== "random") fc.configureGlobal({ seed: Number(asked) });
