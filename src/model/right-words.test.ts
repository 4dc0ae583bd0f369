import { expect, test } from "vitest";
import { rightCalled } from "./right-words.ts";

test("a right to nominate says that others elect, in either language", () => {
  const nominate = { conditional: true, class: "" };
  expect(rightCalled("appointmentOfBoard", "en", nominate)).toBe(
    "right to nominate board members (others elect)",
  );
  expect(rightCalled("appointmentOfBoard", "zh", nominate)).toBe("董事提名权（由他人选举）");
  expect(rightCalled("appointmentOfBoard", "en", { ...nominate, conditional: false })).toBe(
    "right to appoint board members",
  );
  expect(rightCalled("appointmentOfBoard", "en", { ...nominate, class: "interim directors" })).toBe(
    "right to appoint board members",
  );
});
