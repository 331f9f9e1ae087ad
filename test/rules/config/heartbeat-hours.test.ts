import assert from "node:assert/strict";
import {
  configHeartbeatHours,
  respelledTime,
} from "../../../server/src/core/rules/config/heartbeat-hours.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const countIn = (heartbeat: object): number =>
  findingsOf(
    configHeartbeatHours,
    JSON.stringify({ agents: { defaults: { heartbeat } } }),
  ).length;

describe("config.heartbeat_hours", () => {
  it("points at each time", () =>
    check(
      configHeartbeatHours,
      `{ agents: { list: [{ id: "a", heartbeat: { every: "1h", activeHours: {
  start: "24:00",
  //     ^^^^^^^ config.heartbeat_hours
  end: "24:30",
  //   ^^^^^^^ config.heartbeat_hours
} } }] } }`,
    ));
  it("is silent where nothing says how often", () => {
    assert.equal(countIn({ activeHours: { start: "8" } }), 0);
    assert.equal(countIn({ every: "", activeHours: { start: "8" } }), 0);
  });
  // config/zod-schema.agent-runtime.js: start, end
  for (const [time, atStart, atEnd] of [
    ["08:00", 0, 0],
    ["8:00", 1, 1],
    ["24:00", 1, 0],
    ["24:30", 1, 1],
    ["25:00", 1, 1],
    [" 08:00", 1, 1],
    ["", 0, 0],
    ["${T}", 0, 0],
    ["24${T}", 1, 0],
    ["9${T}", 1, 1],
    ["1${T}", 0, 0],
    ["${H}:${M}", 0, 0],
    ["${T}:99", 1, 1],
    ["2${T}5:00", 1, 1],
  ] as const) {
    it(`"${time}" gives ${atStart} at the start and ${atEnd} at the end`, () => {
      assert.equal(
        countIn({ every: "1h", activeHours: { start: time } }),
        atStart,
      );
      assert.equal(countIn({ every: "1h", activeHours: { end: time } }), atEnd);
    });
  }
  for (const [text, expected] of [
    ["8:00", "08:00"],
    ["8", "08:00"],
    ["8am", "08:00"],
    ["12 a.m.", "00:00"],
    ["10.30 PM", "22:30"],
    ["0830", "08:30"],
    ["08:30:00", "08:30"],
    ["24:00", "00:00"],
    ["13pm", undefined],
    ["8:75", undefined],
    ["morning", undefined],
  ] as const) {
    it(`spells ${text} as ${expected}`, () =>
      assert.equal(respelledTime(text, "start"), expected));
  }
});
