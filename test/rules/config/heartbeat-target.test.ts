import assert from "node:assert/strict";
import { provenFixes } from "../../../server/src/core/features/quick-fixes.ts";
import { configHeartbeatTarget } from "../../../server/src/core/rules/config/heartbeat-target.ts";
import { analyse } from "../../support/analyse.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

describe("config.heartbeat_target", () => {
  it("points at the target, for all agents and for one", () =>
    check(
      configHeartbeatTarget,
      `{ agents: {
  defaults: { heartbeat: { target: "web" } },
  //                               ^^^^^ config.heartbeat_target
  list: [{ id: "a", heartbeat: { target: "none" } }, { id: "b", heartbeat: { target: " " } }],
  //                                                                                 ^^^ config.heartbeat_target
} }`,
    ));
  // config/validation.js, channels/registry.js: other names count for built-in channels only.
  for (const [target, expected] of [
    ["last", 0],
    [" NONE ", 0],
    ["WhatsApp", 0],
    ["imsg", 0],
    ["gchat", 0],
    ["matrix", 0],
    ["bluebubbles", 0],
    ["teams", 1],
    ["bb", 1],
    ["+491511234567", 1],
    ["", 1],
    ["${T}", 0],
    ["tele${T}", 0],
    ["${T}gram", 0],
    ["x${T}", 1],
    [5, 0],
  ] as const) {
    it(`${JSON.stringify(target)} gives ${expected}`, () =>
      assert.equal(
        findingsOf(
          configHeartbeatTarget,
          JSON.stringify({ agents: { defaults: { heartbeat: { target } } } }),
        ).length,
        expected,
      ));
  }
  it("splits a channel and a person", () => {
    const analysis = analyse(configHeartbeatTarget.docs.bad);
    const problem = analysis.diagnosis.problems.find(
      ({ code }) => code === configHeartbeatTarget.code,
    );
    assert.ok(problem);
    const [fix] = provenFixes(analysis, problem);
    assert.deepEqual(fix?.fix && "changes" in fix.fix && fix.fix.changes, [
      {
        op: "set",
        path: ["agents", "defaults", "heartbeat", "target"],
        value: "telegram",
      },
      {
        op: "set",
        path: ["agents", "defaults", "heartbeat", "to"],
        value: "123456789",
      },
    ]);
  });
  it("refuses an empty target even where other plugins may be", () =>
    assert.deepEqual(
      ["", "weather"].map(
        (target) =>
          findingsOf(
            configHeartbeatTarget,
            JSON.stringify({
              agents: { defaults: { heartbeat: { target } } },
              plugins: { load: { paths: ["/x"] } },
            }),
          ).length,
      ),
      [1, 0],
    ));
});
