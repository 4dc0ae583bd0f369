import { isStep, STEPS } from "./steps.ts";

/** One step in its own process: `step.ts NAME FROM CASE` prints what it took, and the most memory it had, as JSON. */
const [name = "", from = "", file = ""] = process.argv.slice(2);
if (!isStep(name)) throw new Error(`no step "${name}"; there are ${Object.keys(STEPS).join(", ")}`);
const measure = await STEPS[name](from, file);
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${JSON.stringify({ ...measure, peak })}\n`);
process.exit(0);
