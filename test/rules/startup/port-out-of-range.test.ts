import assert from "node:assert/strict";
import { startupPortOutOfRange } from "../../../server/src/core/rules/startup/port-out-of-range.ts";
import { check } from "../../support/check-rule.ts";
import { onlySet } from "../../support/own-variables.ts";
import { fate } from "./starts.ts";

describe("startup.port_out_of_range", () => {
  it("points at the port", () =>
    check(
      startupPortOutOfRange,
      `{
  gateway: { port: 99999 },
  //               ^^^^^ startup.port_out_of_range
}`,
    ));
  // 99999 was tried: "failed to bind gateway socket ... options.port should be >= 0 and < 65536".
  for (const [port, environment, expected] of [
    ["65535", onlySet(), [true, "silent"]],
    ["65536", onlySet(), [false, "error"]],
    ["99999", onlySet(), [false, "error"]],
    ["99999", undefined, [null, "error"]],
    ["99999", onlySet("CLAWDBOT_GATEWAY_PORT"), [true, "silent"]],
    ["18789", undefined, [true, "silent"]],
  ] as const)
    it(`${port} with ${environment === undefined ? "unknown variables" : [...environment.known.keys()].join() || "none set"}`, () =>
      assert.deepEqual(
        fate(
          "startup.port_out_of_range",
          `{ gateway: { mode: "local", port: ${port}, auth: { token: "\${T}" } } }`,
          environment,
        ),
        expected,
      ));
  it("says nothing beside the wrong type of a number without end", () =>
    check(startupPortOutOfRange, `{ gateway: { port: Infinity } }`));
  it("is silent in a client's file", () =>
    check(
      startupPortOutOfRange,
      `{ gateway: { mode: "remote", port: 99999 } }`,
    ));
});
