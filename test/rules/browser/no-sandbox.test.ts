import { browserNoSandbox } from "../../../server/src/core/rules/browser/no-sandbox.ts";
import { check } from "../../support/check-rule.ts";

describe("browser.no_sandbox", () => {
  it("points at the switch", () =>
    check(
      browserNoSandbox,
      `{
  browser: { noSandbox: true },
  //                    ^^^^ browser.no_sandbox
}`,
    ));
  for (const text of [
    `{ browser: { noSandbox: false } }`,
    `{ browser: { enabled: false, noSandbox: true } }`,
    `{ browser: {} }`,
  ]) {
    it(`is silent on ${text}`, () => check(browserNoSandbox, text));
  }
});
