import assert from "node:assert/strict";
import { startupFunnelWithoutPassword } from "../../../server/src/core/rules/startup/funnel-without-password.ts";
import { check } from "../../support/check-rule.ts";
import { onlySet } from "../../support/own-variables.ts";
import { fate } from "./starts.ts";

describe("startup.funnel_without_password", () => {
  it("points at the funnel", () =>
    check(
      startupFunnelWithoutPassword,
      `{
  gateway: { tailscale: { mode: "funnel" }, auth: { mode: "token", token: "x" } },
  //                            ^^^^^^^^ startup.funnel_without_password
}`,
    ));
  for (const [gateway, environment, expected] of [
    [`tailscale: { mode: "funnel" }`, undefined, [null, "info"]],
    [
      `tailscale: { mode: "funnel" }`,
      onlySet("CLAWDBOT_GATEWAY_TOKEN"),
      [false, "error"],
    ],
    [
      `tailscale: { mode: "funnel" }`,
      onlySet("CLAWDBOT_GATEWAY_PASSWORD"),
      [true, "silent"],
    ],
    [
      `tailscale: { mode: "funnel" }, auth: { token: "x" }`,
      undefined,
      [null, "info"],
    ],
    [
      `tailscale: { mode: "funnel" }, auth: { mode: "token", token: "x" }`,
      undefined,
      [false, "error"],
    ],
    [
      `tailscale: { mode: "funnel" }, auth: { password: "" }`,
      undefined,
      [false, "error"],
    ],
    [
      `tailscale: { mode: "funnel" }, auth: { mode: "\${M}", token: "x", password: "y" }`,
      undefined,
      [null, "info"],
    ],
    [
      `tailscale: { mode: "\${TS}" }, auth: { token: "x", mode: "token" }`,
      undefined,
      [null, "info"],
    ],
    [`tailscale: { mode: "serve" }`, onlySet(), [true, "silent"]],
  ] as const) {
    it(`${gateway} with ${environment === undefined ? "unknown variables" : [...environment.known.keys()].join() || "none set"}`, () =>
      assert.deepEqual(
        fate(
          "startup.funnel_without_password",
          `{ gateway: { mode: "local", ${gateway} } }`,
          environment,
        ),
        expected,
      ));
  }
});
