import assert from "node:assert/strict";
import { bindingsUnknownChannel } from "../../../server/src/core/rules/bindings/unknown-channel.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "bindings.unknown_channel";

describe(code, () => {
  it("points at channels that there are none of", () =>
    check(
      bindingsUnknownChannel,
      `{ bindings: [
  { agentId: "a", match: { channel: " WhatsApp " } },
  { agentId: "a", match: { channel: "matrix" } },
  { agentId: "a", match: { channel: "imsg" } },
  //                                ^^^^^^ ${code}
  { agentId: "a", match: { channel: "carrier-pigeon" } },
  //                                ^^^^^^^^^^^^^^^^ ${code}
  { agentId: "a", match: { channel: "\${CHANNEL}" } },
] }`,
    ));
  it("leaves channels alone that another maker's plugin may bring", () =>
    check(
      bindingsUnknownChannel,
      `{ plugins: { load: { paths: ["./mine"] } }, bindings: [
  { agentId: "a", match: { channel: "carrier-pigeon" } },
  { agentId: "a", match: { channel: "telegramm" } },
  //                                ^^^^^^^^^^^ ${code}
] }`,
    ));
  it("removes the binding of a channel that is like none", () =>
    assert.equal(
      afterFix(
        `{ bindings: [{ agentId: "a", match: { channel: "carrier-pigeon" } }] }`,
        code,
        "Remove the binding",
      ),
      `{ bindings: [] }`,
    ));
  it("corrects the name", () =>
    assert.equal(
      afterFix(
        `{ bindings: [{ agentId: "a", match: { channel: "gchat" } }] }`,
        code,
        'Change to "googlechat"',
      ),
      `{ bindings: [{ agentId: "a", match: { channel: "googlechat" } }] }`,
    ));
});
