import { expect, test } from "vitest";
import { Recent } from "./recent.ts";

test("keeps what is used and forgets what is not", () => {
  const recent = new Recent<number, string>(3);
  for (let n = 0; n < 100; n++) {
    recent.set(n, `${n}`);
    expect(recent.get(0)).toBe("0");
    expect(recent.get(n)).toBe(`${n}`);
  }
  expect(recent.get(50)).toBeUndefined();
});
