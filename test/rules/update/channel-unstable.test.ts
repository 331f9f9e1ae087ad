import assert from "node:assert/strict";
import { updateChannelUnstable } from "../../../server/src/core/rules/update/channel-unstable.ts";
import { severities } from "../../support/severities.ts";

describe("update.channel_unstable", () => {
  for (const [channel, expected] of [
    ["dev", "strict info"],
    ["beta", "strict info"],
    ["stable", ""],
    ["${CHANNEL}", ""],
  ] as const) {
    it(`${channel}: ${expected || "silent"}`, () =>
      assert.equal(
        severities(
          updateChannelUnstable,
          `{ update: { channel: "${channel}" } }`,
        ),
        expected,
      ));
  }
});
