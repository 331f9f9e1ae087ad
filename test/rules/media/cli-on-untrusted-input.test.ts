import assert from "node:assert/strict";
import { mediaCliOnUntrustedInput } from "../../../server/src/core/rules/media/cli-on-untrusted-input.ts";
import { check } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const open = `channels: { telegram: { botToken: "\${BOT}", dmPolicy: "open", allowFrom: ["*"] } }, `;
const audio = `media: { audio: { models: [{ type: "cli", command: "whisper", args: ["{{MediaPath}}"] }] } }`;
const links = (command: string) =>
  `links: { models: [{ command: "${command}", args: ["{{LinkUrl}}"] }] }`;

describe("media.cli_on_untrusted_input", () => {
  it("points at each entry", () =>
    check(
      mediaCliOnUntrustedInput,
      `{ ${open}
  tools: { media: { models: [
    { type: "cli", command: "gemini" },
  //^ media.cli_on_untrusted_input
    { provider: "openai", model: "gpt-5.2" },
    { command: "whisper" },
  //^ media.cli_on_untrusted_input
  ] } },
}`,
    ));
  for (const [text, expected] of [
    [`{ tools: { ${audio} } }`, "strict info"],
    [`{ ${open}tools: { ${audio} } }`, "recommended warning, strict warning"],
    [`{ tools: { ${links("my-reader")} } }`, "strict info"],
    [
      `{ tools: { ${links("/usr/bin/curl")} } }`,
      "recommended info, strict warning",
    ],
    [
      `{ ${open}tools: { ${links("curl")} } }`,
      "recommended warning, strict warning",
    ],
    [
      `{ tools: { links: { enabled: false, models: [{ command: "curl" }] } } }`,
      "",
    ],
    [`{ tools: { media: { models: [{ provider: "openai" }] } } }`, ""],
  ] as const) {
    it(`${text}: ${expected || "silent"}`, () =>
      assert.equal(severities(mediaCliOnUntrustedInput, text), expected));
  }
});
