import assert from "node:assert/strict";
import { gatewayPasswordWeak } from "../../../server/src/core/rules/gateway/password-weak.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { inProfiles } from "../../support/offered-fixes.ts";

describe("gateway.password_weak", () => {
  it("points at the password", () =>
    check(
      gatewayPasswordWeak,
      `{
  gateway: { auth: { password: "kX4-vz7q" } },
  //                           ^^^^^^^^^^ gateway.password_weak
}`,
    ));
  const funnel = `, tailscale: { mode: "funnel" }`;
  for (const [auth, more, expected] of [
    [`password: "kX4-vz7q"`, "", ["warning", "error"]],
    [`password: "kX4-vz7q"`, funnel, ["error", "error"]],
    [`password: "kX4-vz7q-81F"`, "", ["silent", "error"]],
    [`password: "kX4-vz7q-81F"`, funnel, ["warning", "error"]],
    [`password: "kX4-vz7q-81Fm-xp0t-d6aB5r"`, funnel, ["silent", "silent"]],
    [`password: "\${P}"`, funnel, ["silent", "silent"]],
    [`password: "   "`, "", ["silent", "silent"]],
    // Guessed at any length: another rule says so.
    [`password: "hunter2"`, "", ["silent", "silent"]],
    // The token is asked for.
    [
      `mode: "token", token: "\${T}", password: "kX4"`,
      "",
      ["silent", "silent"],
    ],
  ] as const)
    it(`${auth}${more}`, () =>
      assert.deepEqual(
        inProfiles(
          "gateway.password_weak",
          `{ gateway: { mode: "local", auth: { ${auth} }${more} } }`,
        ),
        expected,
      ));
  it("says the length, and never the password", () => {
    const [finding] = findingsOf(
      gatewayPasswordWeak,
      `{ gateway: { auth: { password: "kX4-vz7q" } } }`,
    );
    assert.match(finding?.message ?? "", /8 characters.*fewer than 12/);
    assert.doesNotMatch(finding?.message ?? "kX4", /kX4/);
  });
});
