import assert from "node:assert/strict";
import { pluginsVoiceCallOpen } from "../../../server/src/core/rules/plugins/voice-call-open.ts";
import { severities } from "../../support/severities.ts";

const call = (config: string) =>
  `{ plugins: { entries: { "voice-call": { enabled: true, config: { provider: "mock", ${config} } } } } }`;
const warning = "recommended warning, strict warning";

describe("plugins.voice_call_open", () => {
  for (const [config, expected] of [
    [`inboundPolicy: "open"`, "recommended error, strict error"],
    [`inboundPolicy: "allowlist", allowFrom: ["+15550100"]`, warning],
    [`inboundPolicy: "pairing", allowFrom: ["+15550100"]`, warning],
    [`inboundPolicy: "allowlist", allowFrom: []`, ""],
    [`inboundPolicy: "pairing"`, ""],
    [`inboundPolicy: "disabled", allowFrom: ["+15550100"]`, ""],
    [`allowFrom: ["+15550100"]`, ""],
    [`inboundPolicy: "open", enabled: false`, ""],
  ] as const) {
    it(`{ ${config} }: ${expected || "silent"}`, () =>
      assert.equal(severities(pluginsVoiceCallOpen, call(config)), expected));
  }
});
