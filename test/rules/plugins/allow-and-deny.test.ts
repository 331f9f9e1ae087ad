import assert from "node:assert/strict";
import { pluginsAllowAndDeny } from "../../../server/src/core/rules/plugins/allow-and-deny.ts";
import { afterFix, offered } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "plugins.allow_and_deny";

describe(code, () => {
  it("points at what loses", () =>
    check(
      pluginsAllowAndDeny,
      `{ plugins: {
  allow: ["lobster", " telegram "],
  //                 ^^^^^^^^^^^^ ${code}
  deny: ["telegram", "voice-call", "slack"],
  entries: {
    "voice-call": { enabled: true },
    //                       ^^^^ ${code}
    slack: { enabled: false },
  },
} }`,
    ));
  it("takes it off the list", () =>
    assert.equal(
      afterFix(
        `{ plugins: { allow: ["lobster", "slack"], deny: ["slack"] } }`,
        code,
        "Take it off the list of allowed plugins",
      ),
      `{ plugins: { allow: ["lobster"], deny: ["slack"] } }`,
    ));
  it("does not empty the list, which would allow every plugin", () =>
    assert.deepEqual(
      offered(`{ plugins: { allow: ["slack"], deny: ["slack"] } }`, code),
      [],
    ));
});
