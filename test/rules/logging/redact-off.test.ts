import { loggingRedactOff } from "../../../server/src/core/rules/logging/redact-off.ts";
import { check } from "../../support/check-rule.ts";

describe("logging.redact_off", () => {
  it("points at the value", () =>
    check(
      loggingRedactOff,
      `{
  logging: { redactSensitive: "off" },
  //                          ^^^^^ logging.redact_off
}`,
    ));
  for (const text of [
    `{}`,
    `{ logging: {} }`,
    `{ logging: { redactSensitive: "tools" } }`,
    `{ logging: { redactSensitive: "\${R}" } }`,
    `{ logging: "off" }`,
  ])
    it(`is silent on ${text}`, () => check(loggingRedactOff, text));
});
