import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * Who may ask: the bearer key of scripts, addresses that open the workbench once each, and the session such an address
 * leads to. Nothing of it is kept beyond the process.
 */
export interface Keys {
  readonly bearer: string;
  readonly isBearer: (given: string) => boolean;
  readonly isSession: (given: string) => boolean;
  /** A new key for one address. */
  readonly once: () => string;
  /** The session for a key of an address, or null where the key is wrong or was used. */
  readonly redeem: (given: string) => string | null;
}

const fresh = () => randomBytes(32).toString("base64url");
const digest = (text: string) => createHash("sha256").update(text).digest();

/** Compares in a time that does not depend on where the two differ. */
const same = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));

/** Keys of a server that starts now. The first address carries the bearer key itself. */
export function newKeys(): Keys {
  const bearer = fresh();
  const session = fresh();
  let unused: string[] = [];
  let given = false;
  return {
    bearer,
    isBearer: (given) => same(given, bearer),
    isSession: (given) => same(given, session),
    once: () => {
      const key = given ? fresh() : bearer;
      given = true;
      unused = [...unused, key];
      return key;
    },
    redeem: (key) => {
      const found = unused.filter((one) => same(one, key));
      unused = unused.filter((one) => !found.includes(one));
      return found.length > 0 ? session : null;
    },
  };
}
