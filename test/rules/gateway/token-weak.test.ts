import assert from "node:assert/strict";
import { gatewayTokenWeak } from "../../../server/src/core/rules/gateway/token-weak.ts";
import { analyse } from "../../support/analyse.ts";
import { check, profilesThatSpeak } from "../../support/check-rule.ts";

/** Thirty-two characters without a pattern. */
const long = "k3w9vz7q81fmxp0td6ab5rhyc2ne4jgs";

describe("gateway.token_weak", () => {
  it("points at the token, in the strict profile", () =>
    check(
      gatewayTokenWeak,
      `{
  gateway: { auth: { token: "k3w9vz7q81fmxp0td6ab5rhy" } },
  //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ gateway.token_weak
}`,
      { profile: "strict" },
    ));
  for (const [length, code] of [
    [9, "gateway.token_too_short"],
    [23, "gateway.token_too_short"],
    [24, "gateway.token_weak"],
    [31, "gateway.token_weak"],
    [32, undefined],
  ] as const)
    it(`${length} characters are told once, as ${code}`, () => {
      const { problems } = analyse(
        JSON.stringify({
          gateway: { mode: "local", auth: { token: long.slice(0, length) } },
        }),
        { profile: "strict" },
      ).diagnosis;
      assert.deepEqual(
        problems
          .map((problem) => problem.code)
          .filter((each) => each.startsWith("gateway.token")),
        code === undefined ? [] : [code],
      );
    });
  it("belongs to the strict profile", () =>
    assert.deepEqual(
      profilesThatSpeak(
        gatewayTokenWeak,
        JSON.stringify({ gateway: { auth: { token: long.slice(0, 25) } } }),
      ),
      ["strict"],
    ));
});
