import assert from "node:assert/strict";
import { doorOf } from "../../../server/src/core/access/direct-messages.ts";
import { levelOf } from "./level-of.ts";

describe("doorOf", () => {
  // Read in each channel's monitor: a "*" lets everyone in under any policy but "disabled".
  const table: readonly (readonly [
    string,
    object,
    unknown,
    string | undefined,
  ])[] = [
    ["telegram", { dmPolicy: "open", allowFrom: ["*"] }, true, "policy"],
    ["telegram", { allowFrom: ["*"] }, true, "wildcard"],
    [
      "telegram",
      { dmPolicy: "allowlist", allowFrom: ["1", "*"] },
      true,
      "wildcard",
    ],
    ["telegram", { dmPolicy: "disabled", allowFrom: ["*"] }, false, undefined],
    ["telegram", { allowFrom: ["${OWNER}"] }, "unknown", "wildcard"],
    ["telegram", { dmPolicy: "${P}" }, "unknown", "policy"],
    ["telegram", { dmPolicy: "${P}", allowFrom: ["*"] }, "unknown", "wildcard"],
    ["telegram", { dmPolicy: "allowlist" }, false, undefined],
    ["bluebubbles", {}, true, "empty-list"],
    [
      "bluebubbles",
      { dmPolicy: "allowlist", allowFrom: [] },
      true,
      "empty-list",
    ],
    ["bluebubbles", { allowFrom: ["a@b.invalid"] }, false, undefined],
    ["bluebubbles", { dmPolicy: "disabled" }, false, undefined],
  ];
  for (const [channel, block, open, because] of table) {
    it(`${channel} ${JSON.stringify(block)}: ${String(open)}`, () => {
      assert.deepEqual(doorOf(levelOf(channel, block)), { open, because });
    });
  }
});
