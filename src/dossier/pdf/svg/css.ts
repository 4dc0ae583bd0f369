import type { Element } from "../markup.ts";

/** An element with those it lies in, outermost first, and the one before it. */
export interface Place {
  readonly element: Element;
  readonly around: readonly Element[];
  readonly before: Element | undefined;
}
export type Looks = Readonly<Record<string, string>>;

interface Compound {
  readonly name: string | undefined;
  readonly classes: readonly string[];
  readonly not: readonly string[];
}
interface Rule {
  /** The compounds from left to right; `+` before one says that it must follow the one before at once. */
  readonly steps: readonly { readonly compound: Compound; readonly adjacent: boolean }[];
  readonly weight: number;
  readonly looks: Looks;
}

/**
 * The rules of our own style of charts: names, classes, `:not(.x)`, descendants and `+`. What answers to a pointer or a
 * key (`:hover`, `:focus`) has no meaning on paper and is left out. Throws on any other selector.
 */
export function readCss(css: string): readonly Rule[] {
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = "", body = ""]) => {
    const looks = readLooks(body);
    return selectors
      .split(/,(?![^(]*\))/)
      .map((selector) => selector.trim())
      .filter((selector) => !/:hover|:focus/.test(selector))
      .map((selector) => ruleOf(selector, looks));
  });
}

/** What the rules say of an element, the stronger and later over the weaker and earlier. */
export function looksOf(rules: readonly Rule[], place: Place): Looks {
  const hits = rules.filter((rule) => matches(rule, place)).sort((a, b) => a.weight - b.weight);
  return Object.assign({}, ...hits.map((rule) => rule.looks)) as Looks;
}

function readLooks(body: string): Looks {
  const entries = body
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map((each): [string, string] => {
      const at = each.indexOf(":");
      return [
        each.slice(0, at).trim(),
        each
          .slice(at + 1)
          .trim()
          .replace(/^var\(--[\w-]+,\s*(.*)\)$/, "$1"),
      ];
    });
  return Object.fromEntries(entries);
}

function ruleOf(selector: string, looks: Looks): Rule {
  const steps: { compound: Compound; adjacent: boolean }[] = [];
  let adjacent = false;
  for (const part of selector.split(/\s+/)) {
    if (part === "+") adjacent = true;
    else {
      steps.push({ compound: compoundOf(part), adjacent });
      adjacent = false;
    }
  }
  const weight = steps.reduce(
    (sum, { compound }) =>
      sum + (compound.classes.length + compound.not.length) * 10 + (compound.name === undefined ? 0 : 1),
    0,
  );
  return { steps, weight, looks };
}

function compoundOf(written: string): Compound {
  if (!/^[a-z]*(\.[\w-]+|:not\(\.[\w-]+\))*$/.test(written))
    throw new RangeError(`a selector not known: ${written}`);
  const name = /^[a-z]+/.exec(written)?.[0];
  const not = [...written.matchAll(/:not\(\.([\w-]+)\)/g)].map((match) => match[1] ?? "");
  const classes = [...written.replace(/:not\([^)]*\)/g, "").matchAll(/\.([\w-]+)/g)].map(
    (match) => match[1] ?? "",
  );
  return { name, classes, not };
}

function matches({ steps }: Rule, { element, around, before }: Place): boolean {
  const last = steps.at(-1);
  if (!last || !fits(last.compound, element)) return false;
  let at = steps.length - 2;
  if (last.adjacent) {
    const wanted = steps[at];
    if (!wanted || !before || !fits(wanted.compound, before)) return false;
    at -= 1;
  }
  for (let n = around.length - 1; n >= 0 && at >= 0; n--) {
    const [one, wanted] = [around[n], steps[at]];
    if (one && wanted && fits(wanted.compound, one)) at -= 1;
  }
  return at < 0;
}

function fits({ name, classes, not }: Compound, { name: called, attributes }: Element): boolean {
  const own = (attributes.class ?? "").split(" ");
  if (name !== undefined && name !== called) return false;
  return classes.every((each) => own.includes(each)) && !not.some((each) => own.includes(each));
}
