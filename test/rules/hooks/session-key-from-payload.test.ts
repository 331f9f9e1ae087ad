import assert from "node:assert/strict";
import { hooksSessionKeyFromPayload } from "../../../server/src/core/rules/hooks/session-key-from-payload.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "hooks.session_key_from_payload";

describe(code, () => {
  it("points at keys that may be anything", () =>
    check(
      hooksSessionKeyFromPayload,
      `{ hooks: { enabled: true, token: "\${T}", mappings: [
  { messageTemplate: "x", sessionKey: "{{session}}" },
  //                                  ^^^^^^^^^^^^^ ${code}
  { messageTemplate: "x", sessionKey: "  {{ a }}:ci" },
  //                                  ^^^^^^^^^^^^^^ ${code}
  { messageTemplate: "x", sessionKey: "hook:ci:{{id}}" },
  { messageTemplate: "x", sessionKey: "hook:ci" },
  { messageTemplate: "x", sessionKey: "\${KEY}" },
  { action: "wake", textTemplate: "x", sessionKey: "{{session}}" },
] } }`,
    ));
  it("puts words before it", () =>
    assert.equal(
      afterFix(
        `{ hooks: { enabled: true, token: "\${T}", mappings: [{ messageTemplate: "x", sessionKey: " {{a}}" }] } }`,
        code,
        'Begin the key with "hook:"',
      ),
      `{ hooks: { enabled: true, token: "\${T}", mappings: [{ messageTemplate: "x", sessionKey: "hook:{{a}}" }] } }`,
    ));
});
