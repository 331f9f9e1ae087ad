import assert from "node:assert/strict";
import { pluginsVoiceCallUnverified } from "../../../server/src/core/rules/plugins/voice-call-unverified.ts";
import { afterFix } from "../../support/after-fix.ts";
import { findingsOf } from "../../support/check-rule.ts";
import { onlySet } from "../../support/own-variables.ts";
import { severities } from "../../support/severities.ts";

const code = "plugins.voice_call_unverified";
const call = (config: string, rest = "") =>
  `{ plugins: { entries: { "voice-call": { enabled: true, config: { ${config} } } }${rest} } }`;
const error = "recommended error, strict error";
const off = `tunnel: { allowNgrokFreeTier: false }`;

describe(code, () => {
  // Whether verifyTwilioWebhook and its siblings in the release's extensions/voice-call take a call with a wrong signature.
  for (const [text, expected] of [
    [call(`provider: "twilio"`), error],
    [
      call(`provider: "twilio", publicUrl: "https://voice.example.com/x"`),
      error,
    ],
    [call(`provider: "twilio", tunnel: { provider: "ngrok" }`), error],
    [call(`provider: "twilio", ${off}`), ""],
    [
      call(`provider: "twilio", ${off}, skipSignatureVerification: true`),
      error,
    ],
    [call(`provider: "plivo"`), ""],
    [call(`provider: "plivo", skipSignatureVerification: true`), error],
    [call(`provider: "telnyx"`), "recommended warning, strict warning"],
    [call(`provider: "telnyx", telnyx: { publicKey: "\${KEY}" }`), ""],
    [call(`provider: "mock", skipSignatureVerification: true`), ""],
    [call(``), ""],
    [call(`provider: "twilio", enabled: false`), ""],
    [call(`provider: "twilio"`, `, enabled: false`), ""],
    [call(`provider: "twilio"`, `, deny: ["voice-call"]`), ""],
    [call(`provider: "twilio"`, `, allow: ["memory-core"]`), ""],
    [call(`provider: "twilio"`, `, allow: ["voice-call"]`), error],
    [
      `{ plugins: { entries: { "voice-call": { config: { provider: "twilio" } } } } }`,
      "",
    ],
  ] as const) {
    it(`${text}: ${expected || "silent"}`, () =>
      assert.equal(severities(pluginsVoiceCallUnverified, text), expected));
  }
  it("takes Telnyx's key from its variable", () =>
    assert.equal(
      findingsOf(pluginsVoiceCallUnverified, call(`provider: "telnyx"`), {
        environment: onlySet("TELNYX_PUBLIC_KEY"),
      }).length,
      0,
    ));
  it("checks signatures for good", () =>
    assert.equal(
      afterFix(
        call(`provider: "twilio", skipSignatureVerification: true`),
        code,
        "Check signatures",
      ),
      call(`provider: "twilio", tunnel: { allowNgrokFreeTier: false }`),
    ));
  it("keeps the tunnel as it is", () =>
    assert.equal(
      afterFix(
        call(`provider: "twilio", tunnel: { provider: "ngrok" }`),
        code,
        "Accept no address for its name",
      ),
      call(
        `provider: "twilio", tunnel: { provider: "ngrok", allowNgrokFreeTier: false }`,
      ),
    ));
});
