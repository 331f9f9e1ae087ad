import assert from "node:assert/strict";
import { configUnknownChannel } from "../../../server/src/core/rules/config/unknown-channel.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const messageFor = (config: object): string =>
  findingsOf(configUnknownChannel, JSON.stringify(config))[0]?.message ?? "";

describe("config.unknown_channel", () => {
  it("points at the key", () =>
    check(
      configUnknownChannel,
      `{
  channels: { telegram: {}, teams: { enabled: true } },
  //                        ^^^^^ config.unknown_channel
}`,
    ));
  // config/validation.js: keys are trimmed and compared letter by letter.
  for (const [key, expected] of [
    ["defaults", 0],
    ["telegram", 0],
    [" telegram ", 0],
    ["zalouser", 0],
    ["nextcloud-talk", 0],
    [" ", 0],
    ["Telegram", 1],
    ["imsg", 1],
    ["webchat", 1],
    ["constructor", 1],
    ["a.b", 1],
  ] as const) {
    it(`${JSON.stringify(key)} gives ${expected}`, () =>
      assert.equal(
        findingsOf(
          configUnknownChannel,
          JSON.stringify({ channels: { [key]: {} } }),
        ).length,
        expected,
      ));
  }
  it("knows other names of channels", () => {
    for (const [name, meant] of [
      ["imsg", "imessage"],
      ["gchat", "googlechat"],
      ["teams", "msteams"],
      ["whatsap", "whatsapp"],
      ["Signal", "signal"],
    ] as const)
      assert.match(
        messageFor({ channels: { [name]: {} } }),
        new RegExp(`did you mean "${meant}"`),
      );
  });
  it("leaves the verdict to the machine where other plugins may bring the channel", () => {
    for (const plugins of [
      { load: { paths: ["~/x"] } },
      { installs: { x: { source: "npm" } } },
    ])
      assert.equal(messageFor({ channels: { weather: {} }, plugins }), "");
    for (const plugins of [{ load: { paths: [" "] } }, { installs: {} }])
      assert.notEqual(messageFor({ channels: { weather: {} }, plugins }), "");
  });
});
