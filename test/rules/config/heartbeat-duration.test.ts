import assert from "node:assert/strict";
import {
  configHeartbeatDuration,
  respelled,
} from "../../../server/src/core/rules/config/heartbeat-duration.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

describe("config.heartbeat_duration", () => {
  it("points at the duration, for all agents and for one", () =>
    check(
      configHeartbeatDuration,
      `{ agents: {
  defaults: { heartbeat: { every: "soon" } },
  //                              ^^^^^^ config.heartbeat_duration
  list: [{ id: "a", heartbeat: { every: "30m" } }, { id: "b", heartbeat: { every: "1h30m" } }],
  //                                                                              ^^^^^^^ config.heartbeat_duration
} }`,
    ));
  // cli/parse-duration.js
  for (const [every, expected] of [
    ["30m", 0],
    ["30", 0],
    ["1.5h", 0],
    ["2d", 0],
    [" 30M ", 0],
    ["", 0],
    ["  ", 1],
    ["1 h", 1],
    ["-1m", 1],
    [".5h", 1],
    ["9".repeat(400), 1],
    ["${E}", 0],
    ["${E}m", 0],
    ["5${E}s", 0],
    ["${E} minutes", 1],
    [30, 0],
  ] as const) {
    it(`${JSON.stringify(every).slice(0, 20)} gives ${expected}`, () =>
      assert.equal(
        findingsOf(
          configHeartbeatDuration,
          JSON.stringify({ agents: { defaults: { heartbeat: { every } } } }),
        ).length,
        expected,
      ));
  }
  for (const [text, expected] of [
    ["30 minutes", "30m"],
    ["every 30 min", "30m"],
    ["1h30m", "90m"],
    ["1 hour and 30 minutes", "90m"],
    ["PT45M", "45m"],
    ["P1D", "1d"],
    ["0,5 h", "30m"],
    ["60s", "60s"],
    ["soon", undefined],
    ["30 parsecs", undefined],
    ["0 minutes", undefined],
  ] as const) {
    it(`spells ${text} as ${expected}`, () =>
      assert.equal(respelled(text), expected));
  }
});
