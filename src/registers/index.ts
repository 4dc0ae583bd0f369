import { cn } from "./cn.ts";
import { de } from "./de.ts";
import { fr } from "./fr.ts";
import { gb } from "./gb.ts";
import { hk } from "./hk.ts";
import { jp } from "./jp.ts";
import { ky } from "./ky.ts";
import type { Register, RegisterRecord, Settles } from "./register.ts";
import { sg } from "./sg.ts";
import { us } from "./us.ts";
import { vg } from "./vg.ts";

/** Every register this version knows of. */
export const REGISTERS: readonly Register[] = [cn, de, fr, gb, hk, jp, ky, sg, us, vg];

/** A record to ask for; `record` is null where the jurisdiction has none in public. */
export interface Request {
  readonly register: Register;
  readonly record: RegisterRecord | null;
}

/** Of which jurisdiction a register is described here. */
export const registerOf = (jurisdiction: string): Register | undefined =>
  REGISTERS.find((r) => r.jurisdiction === jurisdiction.slice(0, 2).toUpperCase());

/**
 * The records that would settle something about a company: where it is listed first, by its tickers or by the schemes of
 * its identifiers, then where it is registered.
 */
export function recordsFor(
  jurisdiction: string,
  tickers: readonly string[],
  settles: Settles,
  schemes: readonly string[] = [],
): readonly Request[] {
  const on = [
    ...tickers.map((t) => REGISTERS.find((r) => r.exchanges.includes(t.split(":")[0] ?? ""))),
    ...schemes.map((s) => REGISTERS.find((r) => r.filers.includes(s))),
  ];
  const exchanges = [...new Set(on.filter((r) => r !== undefined))];
  const listed = exchanges.length > 0;
  const at = REGISTERS.filter((r) => r === registerOf(jurisdiction));
  const fits = (record: RegisterRecord, kind: "listed" | "unlisted", home: boolean) =>
    (record.of === "any" || record.of === kind) &&
    (record.issuer === "any" || (record.issuer === "home") === home) &&
    record.settles.includes(settles);
  const exchange = exchanges.flatMap((register) =>
    register.records
      .filter((r) => r.of !== "any" && fits(r, "listed", at.includes(register)))
      .map((record) => ({ register, record })),
  );
  const home = at.flatMap((register): Request[] =>
    register.none !== null && !listed
      ? [{ register, record: null }]
      : register.records
          .filter((r) => fits(r, listed ? "listed" : "unlisted", true))
          .map((record) => ({ register, record })),
  );
  const all = [...exchange, ...home.filter((h) => !exchange.some((e) => e.record.id === h.record?.id))];
  return all;
}
